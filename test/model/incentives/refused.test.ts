import { expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  checkInstruments,
  incentivesSchema,
  instrumentKinds,
} from '../../../src/model/incentives/registry.ts';
import { names } from './scheme.ts';

/** The example of a kind, with changes to some of its keys. */
function entryOf(kind: string, changes: Record<string, unknown>): Record<string, unknown> {
  const [example] = Object.values(
    parse(instrumentKinds[kind as keyof typeof instrumentKinds].example) as Record<string, object>,
  );
  return { ...example, ...changes };
}

const problemsOf = (kind: string, changes: Record<string, unknown>, known = names) =>
  checkInstruments(incentivesSchema.parse({ mine: entryOf(kind, changes) }), known);

const losses = (more: object) => ({ metrics: { losses: { price: 900, ...more } } });
const baseline = { from: 4, weeks: 20 };

/** What contradicts itself: a kind, what is changed in its example, and the place, the words and what was found. */
const contradictions: [string, Record<string, unknown>, string, RegExp, string][] = [
  ['clawback', { ifEvent: '', unless: '' }, '', /state one of them/, 'neither ifEvent nor unless'],
  [
    'clawback',
    { ifEvent: 'jobLoss', unless: 'sustained26' },
    '',
    /state one of them/,
    'both ifEvent and unless',
  ],
  ['activityFee', { role: '', event: '' }, '', /state one of them/, 'neither role nor event'],
  ['activityFee', { role: 'keyWorker', event: 'training' }, '', /state one of them/, 'both role and event'],
  ['areaReward', { metrics: {} }, 'metrics', /at least one metric/, 'none'],
  ['areaReward', losses({}), 'metrics.losses', /either an event or the time in a stage/, 'neither'],
  [
    'areaReward',
    losses({ event: 'jobLoss', stage: 'inside' }),
    'metrics.losses',
    /either an event or the time in a stage/,
    'both',
  ],
  [
    'areaReward',
    losses({ event: 'jobLoss', entry: 'training' }),
    'metrics.losses.entry',
    /only stays in a stage/,
    'training',
  ],
  [
    'areaReward',
    { baseline, tests: { from: 23, weeks: 20, number: 2 } },
    'tests.from',
    /before the baseline ends/,
    '23',
  ],
  ['areaReward', { threshold: 0.1, cap: 0.05 }, 'cap', /below the threshold/, '0.05'],
  [
    'areaReward',
    { threshold: 0.1, upfront: { share: 0.5, fall: 0.05 } },
    'upfront.fall',
    /below the threshold earns nothing/,
    '0.05',
  ],
];

const known = { ...names, stages: ['inside'] };

it.each(contradictions)('a %s is refused with %o at "%s"', (kind, changes, path, words, found) => {
  expect(problemsOf(kind, changes, known)).toEqual([
    expect.objectContaining({
      path: ['mine', ...path.split('.').filter(Boolean)],
      message: expect.stringMatching(words),
      found,
      allowed: expect.stringMatching(/\S/),
    }),
  ]);
});

it('tests of a demand reward may begin where the baseline ends, and the cap may be the threshold', () => {
  const ends = { baseline, tests: { from: 24, weeks: 20, number: 2 }, threshold: 0.1, cap: 0.1 };
  expect(problemsOf('areaReward', { ...ends, upfront: { share: 0.5, fall: 0.1 } })).toEqual([]);
  expect(problemsOf('areaReward', { ...ends, upfront: { share: 0, fall: 0.05 } })).toEqual([]);
  expect(problemsOf('areaReward', losses({ stage: 'inside', entry: 'training' }), known)).toEqual([]);
});

it('a table of one office is refused', () => {
  const [problem] = problemsOf('leagueTable', {}, { ...names, offices: ['a'] });
  expect(problem).toMatchObject({ path: ['mine'], found: 'one office, a', allowed: 'a further office' });
  expect(problemsOf('leagueTable', {})).toEqual([]);
});

/** Fields that hold names of the scenario, an unknown name, the nearest that is known, and how a name stands there where it is not the whole. */
const naming: [string, string, string, string, ((name: string) => object)?][] = [
  ['milestoneFee', 'event', 'jobStrat', 'jobStart'],
  ['sustainmentFee', 'event', 'jobStrat', 'jobStart'],
  ['caseworkerBonus', 'event', 'jobStrat', 'jobStart'],
  ['clawback', 'event', 'jobStrat', 'jobStart'],
  ['clawback', 'ifEvent', 'jobLos', 'jobLoss'],
  ['penalty', 'event', 'jobStrat', 'jobStart'],
  ['target', 'event', 'jobStrat', 'jobStart'],
  ['leagueTable', 'event', 'jobStrat', 'jobStart'],
  ['valueAddedFee', 'event', 'jobStrat', 'jobStart'],
  ['activityFee', 'role', 'keyWorkr', 'keyWorker'],
  ['progress', 'role', 'keyWorkr', 'keyWorker'],
  ['minimumService', 'role', 'keyWorkr', 'keyWorker'],
  ['dutyFee', 'duty', 'partner', 'partners'],
  ['freeProvision', 'activity', 'theraphy', 'therapy'],
  ['milestoneFee', 'byGroup', 'jso', 'jsa', (name) => ({ [name]: 5 })],
  ['valueAddedFee', 'expectedByGroup', 'jso', 'jsa', (name) => ({ [name]: 0.1 })],
  ['areaReward', 'groups', 'jso', 'jsa', (name) => ({ [name]: true })],
  ['areaReward', 'areas', 'c', 'a', (name) => ({ [name]: true })],
  ['areaReward', 'metrics', 'jobLos', 'jobLoss', (event) => ({ losses: { event, price: 1 } })],
];

it.each(naming)(
  'a %s whose %s is %s is refused with the nearest name, %s',
  (kind, field, found, nearest, write) => {
    const problems = problemsOf(kind, { [field]: write?.(found) ?? found });
    const [problem] = problems.filter(({ path }) => path[1] === field);
    expect(problem).toMatchObject({ found, message: expect.stringContaining(`called "${found}"`), nearest });
    expect(problem.allowed).toContain(nearest);
    if (write) expect(problem.path.length).toBeGreaterThan(2);
  },
);
