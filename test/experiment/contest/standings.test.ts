import { describe, expect, it } from 'vitest';
import { changedPaths, forbiddenChanges, isUnchanged } from '../../../src/experiment/contest/entries.ts';
import { standingsOf } from '../../../src/experiment/contest/standings.ts';
import { openExperiment } from '../../../src/experiment/members.ts';
import { bundleScenario } from '../../../src/simulation/index.ts';
import { scenarioText } from '../../support/pilotExperiment.ts';

const designs = (more: string): string => `${scenarioText('lessons/least-bad-contract')}${more}`;
const experimentOf = (more: string) =>
  openExperiment([
    {
      name: 'contest',
      bundle: bundleScenario({ file: 'contest.yaml', text: designs(more) }, () => ({ problem: 'none' }), []),
    },
  ]);

const entries = `  early: { title: Early, set: { incentives: { jobFee: { amount: 2000 } } } }
  late: { title: Late, set: { incentives: { jobFee: { amount: 2500 } } } }
  dear: { title: Dear, set: { incentives: { jobFee: { amount: 9000 } } } }
`;

const terms = ['hardest', 'everybody', 'parked', 'onPaper', 'strain'];

/** Standings from made-up values by design: points, and what the commissioner pays, run by run. */
function standings(points: Record<string, (number | null)[]>, spend: Record<string, number> = {}) {
  const { designs, base } = experimentOf(entries);
  const same = (value: number) => Array.from({ length: 4 }, () => value);
  const table = (of: (id: string) => (number | null)[]) =>
    new Map(designs.map(({ id }) => [id, { values: of(id), why: 'nobody came' }]));
  return standingsOf({
    contest: 'contest',
    designs,
    base,
    replicates: 4,
    valuesOf: (keys) =>
      new Map(
        keys.map((key) => [
          key,
          table((id) =>
            key === 'contest.points'
              ? points[id]
              : key === 'spend.total'
                ? same(spend[id] ?? 1_000_000)
                : same(0.1),
          ),
        ]),
      ),
  });
}

const placesOf = (of: ReturnType<typeof standings>) => of.entries.map(({ design, place }) => [design, place]);

describe('standings of a contest', () => {
  it('order entries by the mean of their points, with the base among them', () => {
    const found = standings({
      asLet: [0, 0, 0, 0],
      early: [4, 6, 5, 5],
      late: [-1, -2, -1, -2],
      dear: [9, 9, 8, 8],
    });
    expect(placesOf(found)).toEqual([
      ['dear', 1],
      ['early', 2],
      ['asLet', 3],
      ['late', 4],
    ]);
    expect(found.entries[0].terms.map(({ term }) => term)).toEqual(terms);
  });

  it('tell a place from the one above by pairs of runs, and not where the interval reaches 0', () => {
    // Noisy alone, and always one ahead of each other: pairs tell them apart.
    const found = standings({
      asLet: [0, 0, 0, 0],
      early: [10, -9, 20, 3],
      late: [9.1, -9.9, 19, 2],
      dear: [8, -8, 15, 4],
    });
    const behind = (design: string) => found.entries.find((entry) => entry.design === design)!.behind;
    expect(behind('early')).toBeNull();
    expect(behind('late')).toMatchObject({ told: true });
    expect(behind('dear')).toMatchObject({ told: false });
  });

  it('give entries alike one place, and none to who breaks a limit or has no points', () => {
    const found = standings(
      { asLet: [0, 0, 0, 0], early: [5, 5, 5, 5], late: [5, 5, 5, 5], dear: [50, 50, 50, 50] },
      { dear: 1_300_001 },
    );
    expect(placesOf(found)).toEqual([
      ['early', 1],
      ['late', 1],
      ['asLet', 3],
      ['dear', null],
    ]);
    expect(found.entries[3].why).toEqual(['breaks the limit: money that the commissioner has']);
    const undefinedOne = standings({
      asLet: [0, 0, 0, 0],
      early: [1, null, 1, 1],
      late: [2, 2, 2, 2],
      dear: [3, 3, 3, 3],
    });
    expect(undefinedOne.entries.at(-1)).toMatchObject({ design: 'early', place: null, why: ['nobody came'] });
  });
});

describe('entries to a contest', () => {
  const changes = (more: string) => {
    const { designs, base } = experimentOf(more);
    return { base: base.design, own: designs[1].design };
  };

  it('may change incentives and rules', () => {
    const { base, own } = changes(
      '  own: { set: { incentives: { jobFee: null }, rules: { seen: { role: adviser, every: 4 } } } }\n',
    );
    expect(forbiddenChanges(base, own)).toEqual([]);
    expect(isUnchanged(base, own)).toBe(false);
  });

  it('may change nothing else, and the changed paths are known', () => {
    const { base, own } = changes(
      '  own: { set: { clients: { referrals: 6 }, caseworkers: { roles: { adviser: { posts: 99 } } } } }\n',
    );
    const sections = forbiddenChanges(base, own);
    expect(sections).toEqual(['clients', 'caseworkers']);
    expect(changedPaths(base, own, sections)).toEqual(
      expect.arrayContaining(['clients.referrals', 'caseworkers.roles.adviser.posts']),
    );
  });

  it('are none where they write the same in other words', () => {
    const { base, own } = changes(
      '  own: { title: Same, set: { incentives: { jobFee: { amount: { value: 3000, source: "ours: the same" } } } } }\n',
    );
    expect(isUnchanged(base, own)).toBe(true);
  });
});
