import { describe, expect, it } from 'vitest';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { everyDuty } from '../support/duties.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

/** Openings that all compete for, and an indicator taken apart: what a world without service is asked for. */
const scarce: Patch = {
  world: { openings: { jobs: { perWeek: 'poisson(2)' } } },
  pathway: { transitions: { findsWork: { openings: 'jobs' } } },
  measures: {
    references: ['noService'],
    decomposition: { event: 'jobStart', before: { from: 0, to: 12 }, after: { from: 12, to: 24 } },
  },
};
const designs: Record<string, Patch> = {
  base: {},
  unpaid: { set: { incentives: { start: null } } },
  fewer: { set: { caseworkers: { roles: { adviser: { posts: 1 } } } } },
  fussier: { set: { pathway: { programme: { uptake: 0.3 } } } },
  luckier: { set: { world: { openings: { jobs: { perWeek: 'poisson(4)' } } } } },
  outreach: { set: { caseworkers: { duties: { outreach: everyDuty.outreach } } } },
  prospecting: {
    set: {
      caseworkers: { duties: { employers: { kind: 'prospecting', role: 'broker', pool: 'jobs', ask: 3 } } },
    },
  },
};

const rowsOf = (these: Record<string, Patch>, design: string) =>
  simulateReplicate(openSmall(scarce, { designs: these }), 3, {
    references: [],
    clientTable: false,
  }).designs.find((each) => each.design === design)!.rows;

describe('a world without service that designs have in common', () => {
  const together = simulateReplicate(openSmall(scarce, { designs }), 3, {
    references: [],
    clientTable: false,
  });

  it.each(Object.keys(designs))('gives %s the numbers that it has alone', (design) => {
    const { rows } = together.designs.find((each) => each.design === design)!;
    const alone = rowsOf({ [design]: designs[design] }, design);
    expect(
      rows.filter(({ measure }) => /^indicator|^displacement|^rivals/.test(measure)).length,
    ).toBeGreaterThan(8);
    expect(rows).toEqual(alone);
  });
});
