import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import { measureCatalogue, type Scenario, simulateReplicate } from '../../src/simulation/index.ts';
import { Moments } from '../../src/statistics/index.ts';
import type { MeasureRow } from '../../src/tables/rows.ts';
import { reviewed, scored } from '../support/everything.ts';
import { openedBundled, openedText } from '../support/opened.ts';
import { scenarioText } from '../support/pilotExperiment.ts';
import { randomPatch } from '../support/randomScenario.ts';
import { randomScheme } from '../support/randomScheme.ts';
import { merge, openSmall, type Patch } from '../support/smallScenario.ts';

/* What must not matter, and what must matter in a known way. */

const scale = 'scale=0.1';
const scenarios = [
  'first',
  'activation-pilot',
  'liaison-diversion',
  'strategic-outcomes',
  'work-programme',
  'joint-commissioning/budgets',
  'justice-reinvestment/local-contract',
  'lessons/recording-against-seeing',
];
/** Money is measured in units this many times smaller: a power of two, so that not even rounding differs. */
const TIMES = 128;
const unitOf = new Map(measureCatalogue().map(({ id, unit }) => [id, unit]));
const isMoney = (measure: string): boolean => /^money/.test(unitOf.get(measure) ?? '');

const base = (loaded: LoadedScenario<Scenario>) =>
  simulateReplicate(loaded, 0, {
    references: ['noService'],
    clientTable: true,
    designs: [loaded.designs[0].id],
  }).designs[0];

/** All money of the first design, in the smaller unit: by path. */
const smallerUnit = ({ designs }: LoadedScenario<Scenario>) =>
  designs[0].parameters
    .filter(({ unit }) => unit?.startsWith('money'))
    .map(({ path, value }) => ({
      path,
      value: typeof value === 'number' ? value * TIMES : `(${value}) * ${TIMES}`,
    }));

/** Sums of money are so many times as large, to the last digit, and nothing else is another: how many rows of money moved. */
function expectOnlyMoneyMoved(
  plain: LoadedScenario<Scenario>,
  other: LoadedScenario<Scenario>,
): { moved: number; rows: number } {
  const [before, after] = [base(plain), base(other)];
  const expected = before.rows.map(
    (row): MeasureRow =>
      isMoney(row.measure) && row.value !== null ? { ...row, value: row.value * TIMES } : row,
  );
  expect(after.rows).toEqual(expected);
  expect(after.clients).toEqual(before.clients);
  const moved = before.rows.filter(({ measure, value }) => isMoney(measure) && value !== null && value !== 0);
  return { moved: moved.length, rows: expected.length };
}

describe('the unit of money', () => {
  it.each(scenarios)('changes sums of money and nothing else in %s', (name) => {
    const plain = openedBundled(name, [scale]);
    const set = smallerUnit(plain).map(({ path, value }) => `${path}=${JSON.stringify(value)}`);
    expect(set.length).toBeGreaterThan(3);
    const { moved, rows } = expectOnlyMoneyMoved(plain, openedBundled(name, [scale, ...set]));
    expect(moved).toBeGreaterThan(3);
    expect(rows).toBeGreaterThan(300);
  });

  it('changes nothing else in any programme under any instruments', () => {
    let moved = 0;
    fc.assert(
      fc.property(randomPatch, randomScheme, (patch, scheme) => {
        const whole = [merge(patch, { incentives: scheme }) as Patch, scored, reviewed];
        const plain = openSmall(...whole);
        const money = smallerUnit(plain).reduce<Patch>(
          (under, { path, value }) => merge(under, nested(path, value)) as Patch,
          {},
        );
        moved += expectOnlyMoneyMoved(plain, openSmall(...whole, money)).moved;
      }),
      { numRuns: 12, seed: 12 },
    );
    expect(moved).toBeGreaterThan(200);
  });
});

/** A value below a path of names joined by dots, as a patch. */
const nested = (path: string, value: unknown): Patch =>
  path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Patch;

/**
 * Maps of which one draw chooses an entry, so that another order gives the luck to others, and maps that are worked
 * through in turn. What is below them stays as it is.
 */
const inTheirOrder = new Set([
  ...['groups', 'mix', 'dispositions', 'offices', 'activities', 'roles'],
  ...['duties', 'stages', 'transitions', 'reviews', 'designs'],
]);

/** The same with every other map the other way round. */
function turned(value: unknown, name = ''): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || inTheirOrder.has(name))
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, turned(inner, key)])
      .toReversed(),
  );
}

describe('the order of what stands in a file', () => {
  it.each(['first', 'activation-pilot', 'liaison-diversion', 'strategic-outcomes', 'work-programme'])(
    'is nothing, but for what a draw chooses from or what is done in turn, in %s',
    (name) => {
      const { levers: _, ...data } = parse(scenarioText(name));
      const [plain, other] = [data, turned(data)].map((file) => base(openedText(stringify(file), [scale])));
      const found = new Map(other.rows.map(({ measure, slice, value }) => [`${measure} ${slice}`, value]));
      expect(found.size).toBe(plain.rows.length);
      for (const { measure, slice, value } of plain.rows) {
        const key = `${measure} ${slice}`;
        if (value === null) expect([key, found.get(key)]).toEqual([key, null]);
        // Sums over what stands in another order may differ in the last digits.
        else expect(Math.abs(found.get(key)! - value), key).toBeLessThanOrEqual(1e-9 * Math.abs(value));
      }
    },
  );
});

describe('twice as many of everything', () => {
  const grow = ['paid.total', 'event.count', 'contacts.count', 'provider.surplus'];
  const stay = ['outcome.rate', 'twin.rate', 'hours.perClientWeek', 'creaming.concentration', 'parking.gap8'];

  /** Mean and standard error over runs of their own luck, by measure. */
  function runs(times: number, replicates: readonly number[]): Map<string, Moments> {
    const loaded = openedBundled('first', [`scale=${times / 2}`]);
    const found = new Map([...grow, ...stay].map((measure) => [measure, new Moments()]));
    for (const replicate of replicates) {
      const designs = [loaded.designs[0].id];
      const [{ rows }] = simulateReplicate(loaded, replicate, {
        references: [],
        clientTable: false,
        designs,
      }).designs;
      for (const { measure, slice, value } of rows) if (slice === '') found.get(measure)?.push(value!);
    }
    return found;
  }

  it('is twice the events and the money, and the same shares and hours a client-week, but for luck', () => {
    const numbers = Array.from({ length: 40 }, (_, at) => at);
    const once = runs(1, numbers);
    const twice = runs(
      2,
      numbers.map((at) => at + 1000),
    );
    for (const measure of [...grow, ...stay]) {
      const times = grow.includes(measure) ? 2 : 1;
      const [one, two] = [once.get(measure)!, twice.get(measure)!];
      const error = Math.sqrt((times ** 2 * one.variance + two.variance) / numbers.length);
      // Nine looks at 4.6 standard errors of 78 degrees: a false alarm in 7,000 seeds, and the seed is fixed.
      expect(Math.abs(two.mean - times * one.mean) / error, measure).toBeLessThan(4.6);
      expect(two.mean, measure).not.toBe(0);
    }
  });
});
