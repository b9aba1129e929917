import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/web/engine/protocol.ts';
import { Watching } from '../../src/web/page/people/watching.ts';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A worker that runs nothing: lives say of which levers they are. */
function watched() {
  let sessions = 0;
  const service = {
    open: async (_draft: Draft, { design }: { design: string }) => ({
      session: ++sessions,
      design,
      weeks: 2,
      clients: ['c0'],
    }),
    weeks: async () => [{}, {}],
    life: async () => ({ client: 'c0' }),
    lifeUnder: async ({ columns }: Draft, { design, replicate }: { design: string; replicate: number }) => ({
      levers: columns.find((column) => column.design === design)?.levers,
      replicate,
    }),
  };
  return new Watching(service as never);
}

const draftOf = (...columns: Draft['columns']): Draft => ({
  source: { bundled: 'first' },
  columns,
  scale: 1,
  replicates: 1,
});
const shown = { design: 'fee', levers: {} };

describe('people who are watched', () => {
  it('have the other life told anew when a lever of that design moves', async () => {
    const people = watched();
    await people.begin(draftOf(shown, { design: 'grant', levers: {} }), ['fee'], 0);
    await people.tellLife({ world: 0, place: 0 });
    expect(people.otherLife.value).toMatchObject({ levers: {} });
    await people.begin(draftOf(shown, { design: 'grant', levers: { advisers: 4 } }), ['fee'], 0);
    await settled();
    expect(people.otherLife.value).toMatchObject({ levers: { advisers: 4 } });
  });

  it('are looked for in the designs that are on the page now', async () => {
    const people = watched();
    await people.begin(draftOf(shown, { design: 'grant', levers: {} }), ['fee'], 0);
    await people.tellLife({ world: 0, place: 0 });
    expect(people.otherDesigns.value).toEqual(['grant']);
    await people.begin(draftOf(shown, { design: 'own1', levers: { advisers: 9 } }), ['fee'], 0);
    await settled();
    expect([people.otherDesigns.value, people.otherDesign.value]).toEqual([['own1'], 'own1']);
    expect(people.otherLife.value).toMatchObject({ levers: { advisers: 9 } });
    await people.begin(draftOf(shown), ['fee'], 0);
    await settled();
    expect([people.otherDesigns.value, people.otherLife.value]).toEqual([[], undefined]);
  });

  it('are those of the run that is shown, also while another is asked for', async () => {
    const people = watched();
    await people.begin(draftOf(shown, { design: 'grant', levers: {} }), ['fee'], 0);
    people.replicate.value = 3;
    await people.tellLife({ world: 0, place: 0 });
    expect([people.shownRun.value, people.otherLife.value]).toEqual([0, { levers: {}, replicate: 0 }]);
    await people.begin(draftOf(shown), ['fee'], 3);
    expect(people.shownRun.value).toBe(3);
  });
});
