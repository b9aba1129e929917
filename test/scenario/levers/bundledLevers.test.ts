import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/model/schema/scenario.ts';
import {
  canonicalJson,
  copyOfDesign,
  type Lever,
  type LeverValue,
  type LoadedScenario,
  leverPaths,
  leversOf,
  type ResolvedDesign,
  resolvedYaml,
  settingsOfCopy,
  settingsOfLever,
  withShare,
} from '../../../src/scenario/index.ts';
import type { ScenarioBundle } from '../../../src/simulation/contract.ts';
import { bundleScenario, openScenario } from '../../../src/simulation/open.ts';

const folder = new URL('../../../scenarios/', import.meta.url);
const main = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const parts = ['joint-commissioning', 'justice-reinvestment', 'lessons'].flatMap((part) =>
  readdirSync(new URL(`${part}/`, folder)).map((name) => `${part}/${name}`),
);

const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
/** A bundled scenario with what it extends: another bundled one, or a file beside it. */
function bundleOf(file: string): ScenarioBundle {
  return bundleScenario({ text: read(file), file }, (reference, from) => {
    const name = reference.replace('bundled:', '');
    const found =
      name === reference
        ? join(dirname(from), reference)
        : [...main, ...parts].find((one) => basename(one, '.yaml') === name)!;
    return { file: found, text: read(found) };
  });
}

/** The first, the second and the last: the base, where it is there, and designs that patch it. */
const someOf = (ids: readonly string[]): string[] => [...new Set([ids[0], ids[1] ?? ids[0], ids.at(-1)!])];

/** Another value than the design has, and than any other value of the scenario. */
function otherValue(lever: Lever, design: string): LeverValue {
  switch (lever.kind) {
    case 'number': {
      const { value } = lever.designs[design];
      const moved = value + lever.step < lever.to ? value + lever.step : value - lever.step;
      return Number(moved.toPrecision(10));
    }
    case 'choice':
      return lever.options.find(({ value }) => value !== lever.designs[design].value)!.value;
    default: {
      const { value } = lever.designs[design];
      const [name, share] = Object.entries(value)[0];
      return withShare(value, name, share > 0.5 ? share - 0.173 : share + 0.173);
    }
  }
}

/** The parameters, by their path in the scenario, that a lever names in a design. */
function pathsOf(lever: Lever, design: string): string[] {
  return [
    ...new Set(leverPaths(lever, [design]).map((path) => path.replace(/^timeline\.\w+\.set\./, ''))),
  ].sort();
}

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

/** The paths at which phases differ, whatever the phase; only of those that begin in or after a week. */
function differences(
  before: ResolvedDesign<Scenario>,
  after: ResolvedDesign<Scenario>,
  from: number,
): string[] {
  expect(after.phases.map((phase) => phase.from)).toEqual(before.phases.map((phase) => phase.from));
  const paths = before.phases.flatMap((phase, i) => {
    if (phase.from < from) return [];
    const old = new Map(leaves(JSON.parse(canonicalJson(phase.scenario))));
    const now = leaves(JSON.parse(canonicalJson(after.phases[i].scenario)));
    expect(now.length).toBe(old.size);
    return now.filter(([path, value]) => old.get(path) !== value).map(([path]) => path);
  });
  return [...new Set(paths)].sort();
}

const sourcesOf = (loaded: LoadedScenario<Scenario>, id: string): Map<string, string> =>
  new Map(
    loaded.designs.find((design) => design.id === id)!.parameters.map(({ path, source }) => [path, source]),
  );

describe.each(main)('the levers of %s', (file) => {
  const bundle = bundleOf(file);
  const loaded = openScenario(bundle);
  const levers = leversOf(loaded);

  test('are four to nine, each with a setting in some design', () => {
    expect(levers.length).toBeGreaterThanOrEqual(4);
    expect(levers.length).toBeLessThanOrEqual(9);
    for (const lever of levers)
      expect([lever.id, Object.keys(lever.designs).length > 0]).toEqual([lever.id, true]);
    expect(structuredClone(levers)).toEqual(levers);
  });

  test('change exactly their parameters in exactly their design, and say who did', () => {
    for (const lever of levers) {
      for (const { id } of loaded.designs)
        if (!lever.designs[id]) expect(() => settingsOfLever(lever, id, 1)).toThrow(RangeError);
      for (const id of someOf(Object.keys(lever.designs))) {
        const set = settingsOfLever(lever, id, otherValue(lever, id));
        const changed = openScenario({ ...bundle, set });
        for (const [i, design] of loaded.designs.entries()) {
          // Before its own first week a design is the base, and follows it.
          const from = design.id === id ? 0 : id === loaded.base ? design.from : 0;
          const found = differences(design, changed.designs[i], from);
          expect([lever.id, id, design.id, found]).toEqual([
            lever.id,
            id,
            design.id,
            design.id === id ? pathsOf(lever, id) : [],
          ]);
        }
        if (lever.kind === 'choice') continue;
        const [before, after] = [sourcesOf(loaded, id), sourcesOf(changed, id)];
        for (const [path, source] of after)
          expect([path, source]).toEqual([
            path,
            set.some((text) => text.startsWith(`designs.${id}.set.${path}=`)) ? '--set' : before.get(path),
          ]);
      }
    }
  });

  test('can stand at either end, and say then that they do', () => {
    for (const lever of levers)
      for (const end of ['from', 'to'] as const) {
        if (lever.kind === 'choice') continue;
        const ends = Object.entries(lever.designs).map(([id, { value }]) => {
          if (lever.kind === 'number') return [id, lever[end]] as const;
          const [first, second] = Object.keys(value);
          return [
            id,
            withShare(value as Record<string, number>, end === 'from' ? first : second, 1),
          ] as const;
        });
        const set = ends.flatMap(([id, value]) => settingsOfLever(lever, id, value));
        const now = leversOf(openScenario({ ...bundle, set })).find(({ id }) => id === lever.id)!;
        for (const [id, value] of ends) {
          const there = now.designs[id].value;
          if (typeof value === 'number') expect(there).toBe(value);
          else
            for (const [name, share] of Object.entries(value))
              expect((there as Record<string, number>)[name]).toBeCloseTo(share, 5);
        }
      }
  });

  test('are the same in the file that is written out', () => {
    const written = openScenario({ file, text: resolvedYaml(loaded), extended: {}, set: [] });
    expect(leversOf(written).map(({ source: _, ...lever }) => ({ ...lever, parts: [] }))).toEqual(
      levers.map(({ source: _, ...lever }) => ({ ...lever, parts: [] })),
    );
  });

  test('go with a design that is written out alone', () => {
    for (const { id, from } of loaded.designs) {
      // Claims and the like that name other designs are no part of this test.
      const text = resolvedYaml(
        openScenario({ ...bundle, set: ['measures.claims=null', 'measures.forecast=null'] }),
        id,
      );
      const alone = openScenario({ file, text, extended: {}, set: [] });
      const there = levers.filter((lever) => lever.designs[id] || (from > 0 && lever.designs[loaded.base]));
      expect(leversOf(alone).map((lever) => lever.id)).toEqual(there.map((lever) => lever.id));
    }
  });

  test('meet designs of which copies are the same runs, with the same sources', () => {
    for (const { id, hash, title } of loaded.designs) {
      expect(copyOfDesign(loaded, id).title).toBe(title);
      const set = settingsOfCopy(loaded, id, 'another', 'Another: “one”');
      const design = openScenario({ ...bundle, set }).designs.at(-1)!;
      expect([design.id, design.title, design.hash]).toEqual(['another', 'Another: “one”', hash]);
      const copied = new Map(design.parameters.map(({ path, source }) => [path, source]));
      expect(copied).toEqual(sourcesOf(loaded, id));
    }
  });
});

describe('parts of bundled scenarios', () => {
  test.each(parts)('%s: what it inherits leads somewhere or is left out', (file) => {
    const bundle = bundleOf(file);
    const loaded = openScenario(bundle);
    for (const lever of leversOf(loaded))
      for (const id of Object.keys(lever.designs).slice(0, 1)) {
        const set = settingsOfLever(lever, id, otherValue(lever, id));
        const changed = openScenario({ ...bundle, set });
        const hashes = changed.designs.map(({ hash }, i) => hash === loaded.designs[i].hash);
        expect([lever.id, id, hashes[loaded.designs.findIndex((design) => design.id === id)]]).toEqual([
          lever.id,
          id,
          false,
        ]);
      }
    const written = openScenario({ file, text: resolvedYaml(loaded), extended: {}, set: [] });
    expect(leversOf(written).map(({ id }) => id)).toEqual(leversOf(loaded).map(({ id }) => id));
  });
});
