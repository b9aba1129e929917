import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { foldPlanOf } from '../../src/experiment/foldPlan.ts';
import { joinedResults, type Member, openExperiment } from '../../src/experiment/members.ts';
import { ReplicateFold } from '../../src/experiment/replicateFold.ts';
import { welchDifference } from '../../src/experiment/welch.ts';
import type { ReplicateOptions, ScenarioBundle } from '../../src/simulation/contract.ts';
import { openScenario, simulateReplicate } from '../../src/simulation/index.ts';
import { tQuantile } from '../../src/statistics/index.ts';

const small = [
  'clock.referralWeeks=12',
  'clock.followUp=30',
  'measures.horizon=26',
  'measures.window=26',
  'replicates=3',
];
const bundle = (set: string[] = [], text = firstScenario): ScenarioBundle => ({
  file: 'first.yaml',
  text,
  extended: {},
  set: [...small, ...set],
});
const member = (name: string, set: string[] = [], designs?: string[]): Member => ({
  name,
  bundle: bundle(set),
  ...(designs && { designs }),
});

function run(members: Member[], options: Partial<ReplicateOptions> = {}, only: string[] = []) {
  const experiment = openExperiment(members, only);
  const plan = foldPlanOf(experiment, options.yardsticks ?? []);
  const fold = new ReplicateFold(plan);
  const results = [0, 1, 2].map((replicate) =>
    joinedResults(
      experiment,
      replicate,
      experiment.members.map(({ loaded, designs }) =>
        simulateReplicate(loaded, replicate, {
          references: [],
          clientTable: false,
          ...options,
          designs: designs.map(({ own }) => own),
        }),
      ),
    ),
  );
  for (const result of results) fold.add(result);
  return { experiment, plan, fold, results };
}

describe('an experiment', () => {
  it('has the designs of one file under their own ids, and of several under file/design', () => {
    const ids = (members: Member[], only: string[] = []) =>
      openExperiment(members, only).designs.map(({ id }) => id);
    expect(ids([member('a')])).toEqual(['feePerJob', 'grant']);
    expect(ids([member('a', [], ['grant', 'feePerJob'])])).toEqual(['grant', 'feePerJob']);
    expect(ids([member('a'), member('b', [], ['grant'])])).toEqual(['a/feePerJob', 'a/grant', 'b/grant']);
    const alone = { name: 'b', bundle: bundle([], firstScenario.split('levers:')[0]) };
    expect(ids([member('a', [], ['grant']), alone])).toEqual(['a/grant', 'b']);
    expect(ids([member('a'), alone], ['b'])).toEqual(['a/feePerJob', 'b']);
  });

  it('refuses designs that are not there, and files that count differently', () => {
    expect(() => openExperiment([member('a', [], ['grand'])])).toThrow('has no design grand');
    expect(() => openExperiment([member('a')], ['grand'])).toThrow('There are feePerJob, grant');
    expect(() => openExperiment([member('a'), member('b', ['measures.horizon=20'])])).toThrow(
      'measures.horizon is 20 in b and 26 in a',
    );
  });

  it('gives every member the numbers that it has alone', () => {
    const other = ['caseworkers.roles.adviser.posts=6'];
    const { results } = run([member('a'), member('b', other)]);
    for (const [name, set] of [
      ['a', []],
      ['b', other],
    ] as const) {
      const loaded = openScenario(bundle([...set]));
      for (const replicate of [0, 1, 2]) {
        const own = simulateReplicate(loaded, replicate, { references: [], clientTable: false });
        for (const { design, rows, weekly } of own.designs) {
          const found = results[replicate].designs.find((one) => one.design === `${name}/${design}`)!;
          expect(found.rows).toEqual(rows);
          expect(found.weekly).toEqual(weekly);
        }
      }
    }
  });

  it('gives designs that are chosen the numbers that they have among all', () => {
    const all = run([member('a')]).results;
    const one = run([member('a', [], ['grant'])]).results;
    expect(one.map(({ designs }) => designs)).toEqual(all.map(({ designs }) => designs.slice(1)));
  });

  it('shows companion worlds on request beside their design, and changes nothing by that', () => {
    const worlds = ['equalTime', 'needFirst', 'noService'] as const;
    const { plan, fold, results } = run([member('a')], { references: worlds, yardsticks: worlds });
    expect(plan.designs.slice(0, 4)).toEqual([
      'feePerJob',
      'feePerJob@noService',
      'feePerJob@equalTime',
      'feePerJob@needFirst',
    ]);
    const plain = run([member('a')], { references: worlds });
    for (const [r, { designs }] of plain.results.entries())
      for (const design of designs)
        expect(results[r].designs.find((one) => one.design === design.design)).toEqual(design);
    // Each is held against the design that it belongs to.
    const bases = new Map(fold.differences().map(({ design, base }) => [design, base]));
    expect(bases.get('grant@needFirst')).toBe('grant');
    expect(bases.get('grant')).toBe('feePerJob');
    const { summaries } = { summaries: fold.summaries() };
    expect(summaries['grant@noService']['population.rate'].mean).toBeLessThan(
      summaries.grant['population.rate'].mean!,
    );
    expect(summaries['grant@noService']['paid.total']).toBeUndefined();
  });

  it('leaves out claims on designs that are not run', () => {
    const claims = `measures:
  claims:
    less: { measure: outcome.rate, design: grant, is: below, value: 1 }
    base: { measure: outcome.rate, is: below, value: 1 }
`;
    const text = firstScenario.replace('designs:', `${claims}designs:`);
    const claimed = (designs?: string[]) => {
      const experiment = openExperiment([
        { name: 'a', bundle: bundle([], text), ...(designs && { designs }) },
      ]);
      return Object.keys(foldPlanOf(experiment, []).settings!.claims);
    };
    expect(claimed()).toEqual(['less', 'base']);
    expect(claimed(['feePerJob'])).toEqual(['base']);
  });
});

describe('designs with other people', () => {
  it('are compared by their means, and designs with the same people run by run', () => {
    const more = ['clients.referrals=poisson(12)'];
    const { plan, fold, results } = run([member('a', [], ['feePerJob']), member('b', more, ['grant'])]);
    expect(plan.otherPeople).toEqual(['b/grant']);
    const row = fold.differences().find(({ measure, slice }) => measure === 'outcome.rate' && slice === '')!;
    expect(row.unpaired).toBe(true);
    const values = (design: number) =>
      results.map(
        ({ designs }) =>
          designs[design].rows.find(({ measure, slice }) => measure === 'outcome.rate' && slice === '')!
            .value!,
      );
    const [a, b] = [values(0), values(1)];
    const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
    expect(row.mean).toBeCloseTo(mean(b) - mean(a), 12);
    const same = run([member('a', [], ['feePerJob']), member('b', [], ['grant'])]);
    expect(same.plan.otherPeople).toEqual([]);
    expect(same.fold.differences().some(({ unpaired }) => unpaired)).toBe(false);
  });

  it('have the interval of Welch', () => {
    // Equal spreads and sizes: 2(n − 1) degrees of freedom.
    const { lo, hi, mean } = welchDifference({ mean: 5, sd: 2, n: 8 }, { mean: 3, sd: 2, n: 8 });
    expect(mean).toBe(2);
    expect(hi! - lo!).toBeCloseTo(2 * tQuantile(0.975, 14) * 1, 12);
    // All spread in one: the degrees of freedom of that one.
    const one = welchDifference({ mean: 5, sd: 2, n: 4 }, { mean: 3, sd: 0, n: 9 });
    expect(one.hi! - one.lo!).toBeCloseTo(2 * tQuantile(0.975, 3) * 1, 12);
    expect(welchDifference({ mean: 5, sd: null, n: 1 }, { mean: 3, sd: null, n: 1 })).toMatchObject({
      mean: 2,
      lo: null,
    });
  });
});
