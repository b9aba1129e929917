import { type LensMeasure, type LensPlace, type LensView, preferenceOf } from '../tables/lenses.ts';
import { type Lens, lenses } from '../tables/lensRegistry.ts';
import {
  eitherInWords,
  formatDifference,
  formatDifferenceRange,
  formatNumber,
  formatQuantity,
  listInWords,
  sentenceCase,
} from './format.ts';
import { measureName, measureQuantity } from './names.ts';
import { designIds, quotedTitle } from './read.ts';
import type { ReportTables } from './tables.ts';

/** The one sentence that belongs wherever designs are told apart. */
export const SIZE_NOTE =
  'That runs tell two designs apart says that the difference is not luck. Whether it matters is a question of its size.';

/** That the measures of a view are ours. */
export const WHOSE_NOTE = 'Which measures belong to whom is assumed, and open to argument.';

/** Which way of a measure a view likes better. */
export const directions: Readonly<Record<LensMeasure['better'], string>> = {
  higher: 'higher is better',
  lower: 'lower is better',
  nearerZero: 'nearer 0 is better',
};

/** What it takes for a view to prefer a design, said of it, or to whoever takes it. Not the end of a sentence. */
export const preferenceRule = (who: 'A view' | 'It' | 'You'): string =>
  `${who} ${who === 'You' ? 'prefer' : 'prefers'} a design where no other is told to be better by any of ${who === 'You' ? 'your' : 'its'} measures`;

/** How a design is called: its title in quotation marks, or the letter that a table has for it. */
export type DesignNames = (design: string) => string;

/** A view of the registry beside what it comes to. */
export interface ShownView extends LensView {
  of: Lens;
}

/** The views that have anything to go by, in the order of the registry. Empty where none was made. */
export function shownViews(tables: ReportTables): ShownView[] {
  return (tables.lenses?.views ?? []).flatMap((view) => {
    // A folder of a later version may have views that this one does not know.
    const of = lenses.find(({ id }) => id === view.lens);
    return of && view.measures.length > 0 ? [{ ...view, of }] : [];
  });
}

/** Whether the views prefer the same design, and which each does, in a sentence or two. Empty where none prefers any. */
export function lensesInBrief(tables: ReportTables): string {
  const brief: DesignNames = (design) => quotedTitle(tables, design);
  return preferred(shownViews(tables), (designs) => inBrief(tables, designs, brief));
}

/** What each view comes to, in one paragraph and without sizes, disagreement said plainly. Empty without views. */
export function lensFinding(tables: ReportTables): string {
  const views = shownViews(tables);
  if (views.length === 0) return '';
  const names: DesignNames = (design) => quotedTitle(tables, design);
  const of = (kind: string) => views.filter((view) => preferenceOf(view).kind === kind);
  const whose = (some: readonly ShownView[]) => listInWords(some.map((view) => view.of.whose));
  const untold = of('untold');
  const same = of('same');
  const torn = of('torn');
  const sentences = [
    preferred(views, (designs) => oneOf(designs, names)),
    torn.length === 0 ? '' : `${sentenceCase(whose(torn))} ${torn.length === 1 ? 'is' : 'are'} torn.`,
    untold.length === 0 ? '' : `From the view of ${whose(untold)}, these runs cannot tell the designs apart.`,
    same.length === 0 ? '' : `For ${whose(same)} it makes no difference which it is.`,
    of('single').length === 0 ? '' : 'One run tells nothing of luck, so no view is said to prefer a design.',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Who prefers what, those of one mind together. */
function preferred(views: readonly ShownView[], choice: (designs: readonly string[]) => string): string {
  const groups = new Map<string, { designs: string[]; whose: string[] }>();
  for (const view of views) {
    const preference = preferenceOf(view);
    if (preference.kind !== 'prefers') continue;
    const key = preference.designs.toSorted().join(' ');
    const group = groups.get(key) ?? { designs: preference.designs, whose: [] };
    groups.set(key, group);
    group.whose.push(view.of.whose);
  }
  const all = [...groups.values()];
  if (all.length === 0) return '';
  const clauses = all.map(
    ({ designs, whose }) =>
      `${listInWords(whose)} ${whose.length === 1 ? 'prefers' : 'prefer'} ${choice(designs)}`,
  );
  const common = all[0].designs.filter((design) => all.every(({ designs }) => designs.includes(design)));
  if (all.length > 1 && common.length === 0) return `The views disagree: ${clauses.join('; ')}.`;
  const agreed = all.length === 1 ? '' : ` None of these speaks against ${choice(common)}.`;
  return `${sentenceCase(clauses.join('; '))}.${agreed}`;
}

/** "“A”", "“A” or “B”, which these runs do not tell apart". */
function oneOf(designs: readonly string[], names: DesignNames): string {
  return designs.length === 1
    ? names(designs[0])
    : `${eitherInWords(designs.map(names))}, which these runs do not tell apart`;
}

/** One or two designs by name, of more those that are not among them where these are fewer, or else how many. */
function inBrief(tables: ReportTables, designs: readonly string[], names: DesignNames): string {
  if (designs.length < 3) return oneOf(designs, names);
  const others = designIds(tables).filter((id) => !designs.includes(id));
  if (others.length === 0 || others.length >= designs.length) return `any of ${designs.length} designs`;
  return anyBut(others, names);
}

/** "any but “A” and “B”". */
const anyBut = (designs: readonly string[], names: DesignNames): string =>
  `any but ${listInWords(designs.map(names))}`;

/** "by providers' margin “A”, by spread of it “B”". */
function tornBetween(tables: ReportTables, { measures }: LensView, names: DesignNames): string {
  return measures
    .filter(({ designs }) => designs.some(({ standing }) => standing === 'behind'))
    .map((one) => {
      const ids = (some: readonly LensPlace[]) => some.map(({ design }) => design);
      const behind = ids(one.designs.filter(({ standing }) => standing === 'behind'));
      const front = ids(one.designs.filter(({ standing }) => standing !== 'behind'));
      const chosen =
        front.length > 1 && front.length > behind.length
          ? anyBut(behind, names)
          : eitherInWords(front.map(names));
      return `by ${lensMeasureName(tables, one)} ${chosen}`;
    })
    .join('; ');
}

/** What a view comes to, for a cell of a table. */
export function preferenceInWords(tables: ReportTables, view: LensView, names: DesignNames): string {
  const preference = preferenceOf(view);
  switch (preference.kind) {
    case 'prefers':
      return sentenceCase(oneOf(preference.designs, names));
    case 'torn':
      return `Torn: ${tornBetween(tables, view, names)}`;
    case 'untold':
      return 'Cannot be told apart';
    case 'same':
      return 'Makes no difference';
    case 'single':
      return 'One run, which tells nothing of luck';
    case 'nothing':
      return 'Has nothing to go by here';
  }
}

/** "Providers' margin (higher is better): A 12.0%, B −75.5%; B against A −87.5 points (−94.0 to −81.0)". */
export function lensMeasureInWords(tables: ReportTables, one: LensMeasure, names: DesignNames): string {
  const [first, ...others] = one.designs;
  const values = one.designs.map((place) => `${names(place.design)} ${placeValue(tables, one, place)}`);
  const behind = others.find(({ standing }) => standing === 'behind');
  const untold = others.filter(({ standing }) => standing === 'untold');
  const named = (some: readonly LensPlace[]) => listInWords(some.map(({ design }) => names(design)));
  const nearest = behind ?? (others.length === 1 ? untold[0] : undefined);
  const parts = [
    nearest &&
      `${names(nearest.design)} against ${names(first.design)} ${againstFirst(tables, one, nearest)}`,
    others.length > 1 && untold.length > 0 && `not told from ${names(first.design)}: ${named(untold)}`,
  ].filter((part) => part);
  const head = `${sentenceCase(lensMeasureName(tables, one))} (${directions[one.better]})`;
  if (one.designs.every(({ standing }) => standing === 'best'))
    return `${head}: the same under all, ${placeValue(tables, one, first)}`;
  return [`${head}: ${values.join(', ')}`, ...parts].join('; ');
}

/** What a view looks at, a line for each measure: the designs by it, or why it is left out. */
export const viewInWords = (tables: ReportTables, view: LensView, names: DesignNames): string[] => [
  ...view.measures.map((one) => lensMeasureInWords(tables, one, names)),
  ...leftOutInWords(tables, view, names),
];

/** Why a measure of the view is left out, one phrase each. */
function leftOutInWords(tables: ReportTables, { leftOut }: LensView, names: DesignNames): string[] {
  return leftOut.map(
    ({ design, why, ...one }) =>
      `${sentenceCase(lensMeasureName(tables, one))} is left out: ${design === undefined ? '' : `not defined under ${names(design)}, `}${why}`,
  );
}

function lensMeasureName(tables: ReportTables, { measure, of }: Pick<LensMeasure, 'measure' | 'of'>): string {
  const name = measureName(measure, tables);
  return of === 'spread' ? `spread between runs of ${name}` : name;
}

function placeValue(tables: ReportTables, { measure, of }: LensMeasure, { value }: LensPlace): string {
  const quantity = measureQuantity(measure, tables);
  const { currency } = tables.manifest;
  // The spread of a share is in points of it.
  return of === 'spread'
    ? formatDifference(value, quantity, currency).replace('+', '')
    : formatQuantity(value, quantity, currency);
}

function againstFirst(tables: ReportTables, { measure, of }: LensMeasure, place: LensPlace): string {
  const { against, standing } = place;
  if (!against) return 'varies, and the other does not';
  const quantity = measureQuantity(measure, tables);
  const { currency } = tables.manifest;
  const size =
    of === 'spread'
      ? `${formatNumber(against.mean, 1)} times`
      : formatDifference(against.mean, quantity, currency);
  if (against.lo === null || against.hi === null) return size;
  const range =
    of === 'spread'
      ? `${formatNumber(against.lo, 1)} to ${formatNumber(against.hi, 1)}`
      : formatDifferenceRange(against.lo, against.hi, quantity, currency);
  return standing === 'untold' ? `no clear difference (${size}; ${range})` : `${size} (${range})`;
}
