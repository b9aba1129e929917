import { describe, expect, it } from 'vitest';
import { programmeEvents } from '../../src/model/names.ts';
import type { Lives } from '../../src/model/people/lives.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { runTwins } from '../../src/simulation/run.ts';
import { buildSmall, openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

/** Half of the people have no place; a club is planned in one office, and adopted by the other for its reward. */
const clubs: Patch = {
  interventions: {
    club: {
      level: 'office',
      evidence: 'proven',
      expects: { jobStart: 40 },
      review: 4,
      delay: 3,
      planned: { north: 10 },
    },
  },
  offices: { north: { cash: { start: 50000 } }, south: { cash: { start: 50000 } } },
  pathway: {
    transitions: { findsWork: { hazard: '0.02 + 0.1 * club' } },
    programme: { uptake: 0.5 },
  },
};

const told = ({ firstEvent, eventCount, barriers, stage, stageSince, quality, milestoneCount }: Lives) => ({
  // Events of the programme are no part of twins' lives.
  events: firstEvent.slice(programmeEvents.length),
  counts: eventCount.slice(programmeEvents.length),
  barriers,
  stage,
  stageSince,
  quality,
  milestoneCount,
});

describe('interventions and twins', () => {
  it('reach people without a place also where twins are shared among designs', () => {
    const beside = runSmall(openSmall(clubs));
    const built = buildSmall(openSmall(clubs));
    runTwins(built);
    const shared = runSmall(openSmall(clubs), { shared: { twins: built.world.twins } });
    expect(shared.twinsShared).toBe(true);
    expect(told(shared.clients)).toEqual(told(beside.clients));
    expect(told(shared.twins)).toEqual(told(beside.twins));
    expect(shared.interventions!.adoptedAt).toEqual(beside.interventions!.adoptedAt);
  });

  it('change nothing but what was planned where nobody is served', () => {
    const world = runSmall(openSmall(clubs), { division: 'noService' });
    expect(told(world.clients)).toEqual(told(world.twins));
    expect([...world.interventions!.adoptedAt[0]]).toEqual([-1, -1]);
    expect(world.books.accounts.filter(({ name }) => name.startsWith('adoption'))).toEqual([]);
  });
});

describe('designs that differ in what is paid, planned or believed', () => {
  const designs: Record<string, Patch> = {
    base: {},
    unpaid: { set: { incentives: { start: null } } },
    sooner: { set: { interventions: { club: { planned: { north: 0, south: 0 } } } } },
    doubted: { set: { portfolio: { belief: { proven: 0 } } } },
  };
  const more: Patch = { measures: { references: ['noService'] } };
  const rowsOf = (these: Record<string, Patch>, design: string) =>
    simulateReplicate(openSmall(clubs, more, { designs: these }), 3, {
      references: [],
      clientTable: false,
    }).designs.find((each) => each.design === design)!.rows;

  it.each(Object.keys(designs))('have in %s the numbers that it has alone', (design) => {
    expect(rowsOf(designs, design)).toEqual(rowsOf({ [design]: designs[design] }, design));
  });

  it('have the same twins but where the plan differs', () => {
    const twinRate = (design: string) =>
      rowsOf(designs, design).find(({ measure, slice }) => measure === 'twin.rate' && slice === '')!.value!;
    expect(twinRate('unpaid')).toBe(twinRate('base'));
    expect(twinRate('doubted')).toBe(twinRate('base'));
    expect(twinRate('sooner')).toBeGreaterThan(twinRate('base'));
  });
});
