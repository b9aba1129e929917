import type { Column, Draft, Opened } from '../../engine/protocol.ts';

/** Designs side by side at most: more cannot be read together. */
export const mostColumns = 4;

/** With how many designs a scenario opens. */
const AT_FIRST = 3;

/** People referred in a run that a room can wait for. */
const QUICK = 2000;

/** The first designs of the file that charts show. */
export function firstColumns({ designs }: Opened): Column[] {
  const shown = designs.filter(({ inCharts }, at) => inCharts || at === 0);
  return shown.slice(0, AT_FIRST).map(({ id }) => ({ design: id, levers: {} }));
}

/** The file's own scale, or a smaller one with about {@link QUICK} people: two digits, so that it can be typed. */
export function sizeFor({ clients, scale }: Opened): number {
  return clients <= 1.25 * QUICK ? scale : Number(((scale * QUICK) / clients).toPrecision(1));
}

/** What a design on the page is called: a copy by its own title. */
export const columnTitle = ({ design, copyOf, title }: Column, { designs }: Opened): string =>
  title ?? designs.find(({ id }) => id === (copyOf ?? design))?.title ?? design;

/** A copy of a design under a free name. */
export function freshCopy(like: Column, columns: readonly Column[], opened: Opened): Column {
  const { designs } = opened;
  const taken = new Set([...designs.map(({ id }) => id), ...columns.map(({ design }) => design)]);
  let number = 1;
  while (taken.has(`own${number}`)) number++;
  const title = columnTitle(like, opened);
  return {
    design: `own${number}`,
    copyOf: like.copyOf ?? like.design,
    title: `Own ${number}, like ${title.replace(/^Own \d+, like /, '')}`,
    levers: { ...like.levers },
  };
}

/** The draft before a change, where what came of the change can be told: on other people nothing is paired. */
export function comparable(since: Draft | undefined, now: Draft): Draft | undefined {
  if (!since || since.scale !== now.scale) return undefined;
  return JSON.stringify(since.source) === JSON.stringify(now.source) ? since : undefined;
}
