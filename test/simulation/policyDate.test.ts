import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { drawReferences } from '../../src/model/people/references.ts';
import type { World } from '../../src/model/world.ts';
import { seedKey } from '../../src/random/index.ts';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import { buildWorld } from '../../src/simulation/build.ts';
import { type Scenario, simulateReplicate } from '../../src/simulation/index.ts';
import { beginWorld } from '../../src/simulation/run.ts';
import { columnsOf } from '../support/columns.ts';
import { openedBundled, openedText } from '../support/opened.ts';

const scenarios = fileURLToPath(new URL('../../scenarios', import.meta.url));
const paths = ['', 'joint-commissioning/', 'justice-reinvestment/', 'lessons/'].flatMap((folder) =>
  readdirSync(`${scenarios}/${folder}`)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}${file.replace('.yaml', '')}`),
);
interface Written {
  extends?: string;
  designs?: Record<string, { from?: number }>;
}
const written = (path: string): Written => parse(readFileSync(`${scenarios}/${path}.yaml`, 'utf8'));

/** All that a world has become by now, in one short text: people, service, staff, offices, money, records, reviews. */
function stateOf(world: World): string {
  const { people, clients, twins, service, caseworkers, offices, dutyHours, record, books, step } = world;
  const hash = createHash('sha1');
  const reports = [world.commissioner, world.partnership ?? {}, world.interventions ?? {}, world.market];
  for (const table of [
    people,
    clients,
    twins,
    service,
    caseworkers,
    offices,
    dutyHours,
    record.counts,
    ...reports,
  ])
    for (const [path, { buffer, byteOffset, byteLength }] of columnsOf(table))
      hash.update(path).update(new Uint8Array(buffer, byteOffset, byteLength));
  const flows = books.accounts.map((account, at) => [account, books.stepFlow(at, step)]);
  return hash.update(JSON.stringify(flows)).digest('base64');
}

/** States of a design's world at the end of each step, up to `steps`. */
function statesOf(loaded: LoadedScenario<Scenario>, design: number, steps: number): string[] {
  const base = loaded.designs[0].scenario;
  const key = seedKey(base.seed);
  const course = beginWorld(
    buildWorld(loaded.designs[design], { key, replicate: 0, references: drawReferences(base, key) }),
  );
  const states: string[] = [];
  while (!course.done && states.length < steps) {
    course.step();
    states.push(stateOf(course.world));
  }
  return states;
}

/** Holds designs with these dates, in weeks, against the base, up to some weeks after; gives how many differ by then. */
function differing(
  loaded: LoadedScenario<Scenario>,
  dates: Readonly<Record<string, number>>,
  weeksAfter: number,
): number {
  const perWeek = { week: 1, day: 7, hours: 21 }[loaded.designs[0].scenario.clock.step];
  const latest = Math.max(0, ...Object.values(dates)) + weeksAfter;
  const base = statesOf(loaded, 0, latest * perWeek);
  // Most steps move something, or nothing would have been compared.
  expect(new Set(base).size).toBeGreaterThan(base.length / 2);
  let differ = 0;
  for (const [id, week] of Object.entries(dates)) {
    const steps = week * perWeek;
    const design = loaded.designs.findIndex((one) => one.id === id);
    const own = statesOf(loaded, design, steps + weeksAfter * perWeek);
    expect(own.length).toBeGreaterThan(steps);
    expect(own.slice(0, steps)).toEqual(base.slice(0, steps));
    if (own.at(-1) !== base[own.length - 1]) differ++;
  }
  return differ;
}

describe('designs with a date in bundled scenarios', () => {
  const dated = paths
    .map((path) => ({ path, designs: Object.entries(written(path).designs ?? {}) }))
    .map(({ path, designs }) => ({
      path,
      dates: Object.fromEntries(designs.flatMap(([id, design]) => (design?.from ? [[id, design.from]] : []))),
    }))
    .filter(({ dates }) => Object.keys(dates).length > 0);

  it('are there', () => {
    expect(dated.flatMap(({ dates }) => Object.keys(dates)).length).toBeGreaterThanOrEqual(7);
  });

  it.each(dated)('are equal to the last digit until then, and differ after: $path', ({ path, dates }) => {
    expect(differing(openedBundled(path, ['scale=0.25']), dates, 30)).toBe(Object.keys(dates).length);
  });

  it.each(dated)(
    'show it in the series by week that tables and charts are made of: $path',
    ({ path, dates }) => {
      const [first] = Object.keys(dates);
      const loaded = openedBundled(path, ['scale=0.1']);
      const options = { references: [], clientTable: false, designs: [loaded.designs[0].id, first] };
      const [base, design] = simulateReplicate(loaded, 0, options).designs;
      // A design may have series of its own, such as those of a review that the base never holds.
      const until = (result: typeof base, weeks?: number) =>
        new Map(
          result.weekly
            .filter(({ series }) => base.weekly.some((one) => one.series === series))
            .map(({ series, slice, values }) => [`${series} ${slice}`, [...values.slice(0, weeks)]]),
        );
      expect(base.weekly.length).toBeGreaterThan(5);
      expect(until(design, dates[first])).toEqual(until(base, dates[first]));
      expect(until(design)).not.toEqual(until(base));
    },
  );
});

describe('designs that are given a date', () => {
  // Those that extend nothing, so that a file beside them can.
  const whole = paths.filter(
    (path) => written(path).designs && !written(path).extends && !path.startsWith('targets'),
  );
  /** Whatever may not change while a scenario runs is refused, and so cannot have a date. */
  const refusal = /may not change while the scenario runs|they must be the same throughout/;
  let tried = 0;
  let differ = 0;

  it.each(whole)('are equal to the last digit until then: %s', (path) => {
    const [, ...ids] = Object.keys(written(path).designs!);
    const dates: Record<string, number> = {};
    const opened = (designs: object) =>
      openedText(stringify({ format: 1, title: 'Dated', extends: `bundled:${path}`, designs }), [
        'scale=0.25',
      ]);
    for (const id of ids) {
      const from = 4 + Object.keys(dates).length;
      try {
        opened({ [id]: { from } });
        dates[id] = from;
      } catch (error) {
        expect(String(error)).toMatch(refusal);
      }
    }
    const designs = Object.fromEntries(Object.entries(dates).map(([id, from]) => [id, { from }]));
    tried += Object.keys(dates).length;
    differ += differing(opened(designs), dates, 8);
  });

  it('were many, and most of them made a difference', () => {
    expect(tried).toBeGreaterThan(30);
    expect(differ / tried).toBeGreaterThan(0.7);
  });
});
