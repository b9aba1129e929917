import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  datedChanges,
  differencesBetween,
  readerTexts,
  tellDifferences,
} from '../../src/explanation/index.ts';
import { openedBundled, openedText } from '../support/opened.ts';

/** A scenario as plain data, to be changed anywhere. */
// biome-ignore lint/suspicious/noExplicitAny: tests write into it by path
type Loose = Record<string, any>;

const first = readFileSync(new URL('../../scenarios/first.yaml', import.meta.url), 'utf8');
const one = (text: string, set: string[] = []) => {
  const loaded = openedText(text, set);
  return { loaded, id: loaded.base };
};
const paths = (a: string, b: string) => differencesBetween(one(a), one(b)).map(({ path }) => path);
const firstWith = (change: (scenario: Loose) => void): string => {
  const { levers, ...scenario } = parse(first);
  change(scenario);
  return stringify(scenario);
};
const plain = firstWith(() => {});

describe('two ways of writing the same', () => {
  it.each([
    ['a distribution as a map', 'clients.referrals', { dist: 'poisson', mean: 10 }],
    ['a number with its source', 'caseworkers.roles.adviser.posts', { value: 12, source: 'ours' }],
    ['a default written out', 'caseworkers.allocation.tau', 0.25],
    ['a formula that is a number', 'incentives.startFee.amount', '3000'],
    [
      'a formula with other blanks',
      'pathway.transitions.findsWork.believed',
      'logistic( -4-2.6 *appearance )',
    ],
  ])('%s is no difference', (_, path, value) => {
    const other = firstWith((scenario) => {
      const names = path.split('.');
      const last = names.pop()!;
      let at = scenario;
      for (const name of names) at = at[name] ??= {};
      at[last] = value;
    });
    expect(paths(plain, other)).toEqual([]);
  });

  it('has another order of names as a difference: it decides ties', () => {
    const turned = firstWith(({ clients }) => {
      clients.groups = Object.fromEntries(Object.entries(clients.groups).reverse());
    });
    const found = differencesBetween(one(plain), one(turned));
    expect(found).toMatchObject([{ path: 'clients.groups', order: true }]);
    expect(one(plain).loaded.designs[0].hash).not.toBe(one(turned).loaded.designs[0].hash);
  });
});

/** Changes that any design of the first scenario may make: a path and values for it. */
const changes: [string, fc.Arbitrary<unknown>][] = [
  ['caseworkers.roles.adviser.posts', fc.integer({ min: 1, max: 40 })],
  ['caseworkers.roles.adviser.weeklyCost', fc.integer({ min: 0, max: 2000 })],
  ['caseworkers.allocation.tau', fc.constantFrom(0.1, 0.25, 0.5)],
  ['caseworkers.assignment', fc.constantFrom('leastLoaded', 'keyed', 'pooled')],
  [
    'incentives.startFee',
    fc.constantFrom(undefined, null, { kind: 'milestoneFee', event: 'jobStart', amount: 5 }),
  ],
  [
    'incentives.grant',
    fc.constantFrom(undefined, { kind: 'blockGrant', amount: 9000 }, { kind: 'capitation', amount: 3 }),
  ],
  ['rules.seen', fc.constantFrom(undefined, { role: 'adviser', every: 4 })],
  ['pathway.programme.refusal.on', fc.boolean()],
  ['offices.provider.pressure.base', fc.constantFrom(0, 0.25)],
  ['commissioner.weeklyCost', fc.constantFrom(0, 500)],
];

const patch: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(changes.map(([path, values]) => [path, fc.option(values, { nil: undefined })])),
);
const nested = (flat: Record<string, unknown>): object => {
  const root: Loose = {};
  for (const [path, value] of Object.entries(flat)) {
    if (value === undefined) continue;
    const names = path.split('.');
    const last = names.pop()!;
    let at = root;
    for (const name of names) at = at[name] ??= {};
    at[last] = value;
  }
  return root;
};

/** The values of a resolved scenario by path, told apart from how the difference finds them. */
function flat(value: unknown, path = '', into: Record<string, string> = {}): Record<string, string> {
  if (typeof value !== 'object' || value === null) into[path] = JSON.stringify(value) ?? '';
  else if ('text' in value && 'context' in value) into[path] = String((value as { text: unknown }).text);
  else
    for (const [key, inner] of Object.entries(value)) flat(inner, path === '' ? key : `${path}.${key}`, into);
  return into;
}

describe('differences of designs', () => {
  it('are none for equal designs, and are every path that differs', () => {
    fc.assert(
      fc.property(patch, patch, fc.constantFrom(0, 20), (a, b, week) => {
        // What may not change on the way is stated from the start.
        const dated = [a, b].every((each) =>
          Object.entries(each).every(
            ([path, value]) => value === undefined || /^(incentives|rules|offices|commissioner)\./.test(path),
          ),
        );
        const from = dated ? week : 0;
        const text = firstWith((scenario) => {
          scenario.designs = { base: {}, a: { set: nested(a), from }, b: { set: nested(b), from } };
        });
        const loaded = openedText(text);
        const [, x, y] = loaded.designs;
        const found = differencesBetween({ loaded, id: 'a' }, { loaded, id: 'b' });
        expect(found.length === 0).toBe(x.hash === y.hash);
        const [left, right] = [x, y].map(({ phases }) => flat(phases.at(-1)!.scenario));
        const differing = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
          (path) => left[path] !== right[path],
        );
        expect(
          found
            .filter(({ order }) => !order)
            .map(({ path }) => path)
            .sort(),
        ).toEqual(differing.sort());
        expect(found.every((each) => each.from === from)).toBe(true);
        const sides = [x, y].map(({ id, title, phases }) => ({ name: id, title, phases }));
        const told = tellDifferences(found, sides[0], sides[1]);
        for (const path of differing)
          expect(told.some((each) => path === each.path || path.startsWith(`${each.path}.`))).toBe(true);
        for (const { a: mine, b: yours } of told) expect(mine).not.toBe(yours);
      }),
      { numRuns: 80, seed: 8 },
    );
  }, 60_000);

  it('carry meaning, unit and where each value comes from', () => {
    const loaded = openedBundled('strategic-outcomes');
    const found = differencesBetween({ loaded, id: 'indicatorOnly' }, { loaded, id: 'managersPush' });
    expect(found.map(({ path }) => path)).toEqual([
      'offices.team.pressure.base',
      'offices.team.manager.passesOn',
    ]);
    expect(found[0]).toMatchObject({ from: 156, a: { value: 0.25 }, b: { value: 0.75 } });
    expect(found[0].b!.source).toMatch(/^assumed: the upper end/);
    expect(found[1].a!.source).toMatch(/^default: assumed/);
    expect(found[0].doc).toMatch(/^Pressure that does not come from money/);
  });

  it('leave titles to readers', () => {
    const other = firstWith((scenario) => {
      scenario.title = 'Another';
      scenario.offices.provider.title = 'Us';
    });
    const found = differencesBetween(one(plain), one(other));
    const sides = [one(plain), one(other)].map(({ loaded }) => ({
      name: '',
      title: '',
      phases: loaded.designs[0].phases,
    }));
    expect(tellDifferences(found, sides[0], sides[1])).toEqual([]);
    expect(readerTexts(found, sides[0], sides[1])).toEqual(['title', 'offices.provider.title']);
  });
});

describe('dated changes', () => {
  it('are told with what held before and what holds then', () => {
    const loaded = openedBundled('activation-pilot');
    const found = datedChanges({ loaded, id: loaded.base });
    expect(found.map(({ path, from, a, b }) => [path, from, a?.value, b?.value])).toEqual([
      ['incentives.attachment.amount', 13, 1500, 900],
      ['incentives.start.amount', 13, 600, 900],
      ['incentives.sustainment.amount', 13, 900, 1200],
    ]);
  });

  it('are none where nothing is dated', () => {
    const loaded = openedBundled('first');
    expect(datedChanges({ loaded, id: loaded.base })).toEqual([]);
  });
});

describe('what a reader of differences meets', () => {
  const told = (path: string, id: string): string[] => {
    const loaded = openedBundled(path);
    const design = (name: string) => {
      const { title, phases } = loaded.designs.find((each) => each.id === name)!;
      return { name, title, phases };
    };
    const found = differencesBetween({ loaded, id: loaded.base }, { loaded, id });
    return tellDifferences(found, design(loaded.base), design(id)).map(
      ({ path: where, a, b }) => `${where}: ${a} → ${b}`,
    );
  };

  it('are rules as sentences, switches as yes and no, and one of a thing as one', () => {
    expect(told('work-programme', 'minimumService')).toContainEqual(
      expect.stringMatching(/^rules\.seen: nothing → A caseworker \(Advisers\) must see .* every 8 weeks\./),
    );
    expect(told('activation-pilot', 'noScreening')).toEqual([
      'caseworkers.roles.coordinator.screening.on: yes → no',
    ]);
    expect(told('lessons/waterline', 'halfLong')).toContainEqual(expect.stringMatching(/ → 1 hour$/));
  });

  it('are other entries by what stands in them, each with its name', () => {
    const entries = told('joint-commissioning', 'weakTargets').filter((line) => /^offices\./.test(line));
    expect(entries).toContainEqual(
      expect.stringMatching(/→ title: In-house service; share: 0\.8; pressure base: 0\.5; .*; and \d+ more$/),
    );
  });
});
