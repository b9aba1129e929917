import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMilestones } from '../../../src/model/week/outcomes/milestones.ts';
import { buildSmall, openSmall } from '../../support/smallScenario.ts';

interface Rule {
  rule: 'consecutive' | 'cumulative' | 'ofLast';
  weeks: number;
  of?: number;
  repeat?: { every: number; times: number };
}

/** A life of one client: which weeks are spent in the stage that counts, from 0. */
type History = boolean[];

const SEARCHING = 0;
const WORKING = 1;

/** The weeks in which a milestone is reached, from the definition: all of the past looked at anew each week. */
function reachedBy(rule: Rule, history: History, from: number): number[] {
  const most = 1 + (rule.repeat?.times ?? 0);
  const every = rule.repeat?.every ?? 4;
  const reached: number[] = [];
  let first = -1;
  for (let week = from; week < history.length && reached.length < most; week++) {
    if (!history[week]) continue;
    const past = history.slice(from, week + 1);
    const counted = past.filter(Boolean).length;
    const inARow = past.length - 1 - past.lastIndexOf(false);
    const window = past.slice(-(rule.of ?? 64)).filter(Boolean).length;
    const sinceFirst = first < 0 ? 0 : history.slice(first + 1, week + 1).filter(Boolean).length;
    const weeks = {
      consecutive: inARow,
      cumulative: counted,
      ofLast: first < 0 ? window : rule.weeks + sinceFirst,
    }[rule.rule];
    if (weeks < rule.weeks + reached.length * every) continue;
    if (first < 0) first = week;
    reached.push(week);
  }
  return reached;
}

/** Steps the model's own counters through histories of many clients at once. */
function reachedInModel(rule: Rule, histories: History[], jobFrom: number[], twin: boolean): number[][] {
  const { repeat, ...plain } = rule;
  const loaded = openSmall({
    pathway: {
      milestones: {
        sustained: null,
        lasting: {
          emits: 'sustained',
          after: 'jobStart',
          stages: { working: true },
          ...plain,
          ...(repeat && { repeat }),
        },
      },
    },
  });
  const { world } = buildSmall(loaded);
  const lives = twin ? world.twins : world.clients;
  const jobStart = world.names.events.indexOf('jobStart');
  const sustained = world.names.events.indexOf('sustained');
  world.clientRows.to = histories.length;
  world.twinRows.to = histories.length;
  const reached: number[][] = histories.map(() => []);
  const weeks = Math.max(...histories.map((history) => history.length));
  for (world.step = 0; world.step < weeks; world.step++) {
    const before = lives.eventCount[sustained].slice();
    histories.forEach((history, row) => {
      lives.stage[row] = history[world.step] ? WORKING : SEARCHING;
      if (world.step === jobFrom[row]) lives.eventCount[jobStart][row] = 1;
    });
    countMilestones(world, lives, twin);
    histories.forEach((_, row) => {
      if (lives.eventCount[sustained][row] > before[row]) reached[row].push(world.step);
    });
  }
  return reached;
}

/** Lives of spells, so that long runs in the stage are as common as short ones. */
const lives = fc
  .array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 70 })), { minLength: 1, maxLength: 12 })
  .map((spells) => spells.flatMap(([counts, weeks]): History => Array(weeks).fill(counts)).slice(0, 200));

const rules: Record<string, Rule> = {
  '26 weeks in a row': { rule: 'consecutive', weeks: 26 },
  '26 weeks in all': { rule: 'cumulative', weeks: 26 },
  '50 of the last 54 weeks': { rule: 'ofLast', weeks: 50, of: 54 },
  '64 of the last 64 weeks': { rule: 'ofLast', weeks: 64, of: 64 },
  '3 of the last 5 weeks': { rule: 'ofLast', weeks: 3, of: 5 },
  '32 of the last 32 weeks': { rule: 'ofLast', weeks: 32, of: 32 },
  '33 of the last 40 weeks': { rule: 'ofLast', weeks: 33, of: 40 },
  'first after 13 weeks in all, then 20 instalments of 4': {
    rule: 'cumulative',
    weeks: 13,
    repeat: { every: 4, times: 20 },
  },
  'first after 8 weeks in a row, then 3 of 5': {
    rule: 'consecutive',
    weeks: 8,
    repeat: { every: 5, times: 3 },
  },
  'first after 10 of 13 weeks, then 6 of 4': {
    rule: 'ofLast',
    weeks: 10,
    of: 13,
    repeat: { every: 4, times: 6 },
  },
};

describe('milestones', () => {
  for (const [title, rule] of Object.entries(rules)) {
    it(`are reached as the definition says: ${title}`, () => {
      fc.assert(
        fc.property(
          fc.array(lives, { minLength: 60, maxLength: 72 }),
          fc.infiniteStream(fc.integer({ min: 0, max: 40 })),
          fc.boolean(),
          (histories, starts, twin) => {
            const jobFrom = histories.map(() => starts.next().value as number);
            const found = reachedInModel(rule, histories, jobFrom, twin);
            expect(found).toEqual(histories.map((history, row) => reachedBy(rule, history, jobFrom[row])));
          },
        ),
        { numRuns: 6, seed: 6, endOnFailure: true },
      );
    });
  }

  it('are told in the events of the week for clients, and not for twins', () => {
    const working: History = Array(30).fill(true);
    const rule: Rule = { rule: 'consecutive', weeks: 26 };
    expect(reachedInModel(rule, [working], [0], false)).toEqual([[25]]);
    const loaded = openSmall();
    const { world } = buildSmall(loaded);
    world.clientRows.to = 1;
    world.twinRows.to = 1;
    const sustained = world.names.events.indexOf('sustained');
    for (const lives of [world.clients, world.twins]) {
      lives.stage[0] = WORKING;
      lives.eventCount[world.names.events.indexOf('jobStart')][0] = 1;
    }
    for (world.step = 0; world.step < 10; world.step++) countMilestones(world, world.twins, true);
    expect(world.events.count).toBe(0);
    for (world.step = 0; world.step < 10; world.step++) countMilestones(world, world.clients, false);
    expect([...world.events.event.subarray(0, world.events.count)]).toEqual([sustained]);
    expect(world.clients.firstEvent[sustained][0]).toBe(9);
    expect(world.twins.firstEvent[sustained][0]).toBe(9);
  });
});
