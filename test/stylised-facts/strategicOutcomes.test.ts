import { beforeAll, describe, expect, it } from 'vitest';
import { Moments } from '../../src/statistics/index.ts';
import { bundledScenario, experiment, type Findings, merged, paired } from '../support/pilotExperiment.ts';

/**
 * Document 002 on the bundled scenario, on common random numbers: a number of one design less that of another in the same
 * run. Intervals are 99% t intervals over runs: a false alarm in a hundred, were there no effect. Where a direction is
 * counted over n runs, n of n come by chance in 2 to the power of −n. What needs the forty runs of the scenario to be
 * told, such as the claim that holds in too few of them, is a line in its own check and no test.
 */
const LEVEL = 0.99;
const file = bundledScenario('strategic-outcomes');
const designs = file.designs as Record<string, { from?: number; set: object }>;
const { claims: _claims, goodhart: _goodhart, ...measures } = file.measures as Record<string, unknown>;

/** Runs some designs of the scenario, with the families of measures alone that these facts look at. */
function run(these: Record<string, object>, replicates: number, patch: object = {}): Findings {
  const include = ['outcomes', 'creaming', 'kinds', 'commissioner', 'indicator'];
  const scenario = merged({ ...file, designs: these, measures: { ...measures, include } }, patch);
  return experiment('strategic-outcomes', scenario, { replicates });
}

/** A design of the file with further changes. */
const changed = (id: string, patch: object) => ({ ...designs[id], set: merged(designs[id].set, patch) });
const records = (terms: object) => ({ caseworkers: { duties: { records: terms } } });

/** Differences of a number in each run. */
const differences = (findings: Findings, a: string, b: string, key: string): number[] =>
  findings[b][key].map((value, at) => value - findings[a][key][at]);

/** Ends of the interval of a paired difference. */
function interval(findings: Findings, a: string, b: string, key: string): [number, number] {
  const { mean, half } = paired(findings, a, b, key, LEVEL);
  return [mean - half, mean + half];
}

describe('steering by one indicator', () => {
  let found: Findings;
  beforeAll(() => {
    const { noIndicator, indicatorOnly, managersPush } = designs;
    const honest = changed('indicatorOnly', records({ misreport: { rate: 0 } }));
    const noForm = changed('indicatorOnly', records({ perContact: 0 }));
    found = run({ noIndicator, indicatorOnly, managersPush, honest, noForm }, 8);
    for (const of of Object.values(found)) {
      const [served, others, reports] = ['served', 'substitution', 'reporting'].map(
        (part) => of[`indicator.${part}`],
      );
      of.gainLessReports = served.map((own, at) => own + others[at] - reports[at]);
    }
  }, 240_000);

  it('adds up: the four parts are the rise in every design and run, and the trend is the same in all designs', () => {
    for (const of of Object.values(found))
      of['indicator.rise'].forEach((rise, at) => {
        const parts = ['trend', 'served', 'substitution', 'reporting'].map(
          (part) => of[`indicator.${part}`][at],
        );
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(rise, 12);
        expect(of['indicator.after'][at] - of['indicator.before'][at]).toBeCloseTo(rise, 12);
        expect(parts[0]).toBe(found.noIndicator['indicator.trend'][at]);
      });
  });

  /** Found in 40 runs: trust −0.028, maintenance −0.0016. */
  it('(a) lets trust and maintenance fall in every run', () => {
    for (const design of ['indicatorOnly', 'managersPush'])
      for (const key of ['outcomes.service', 'outcomes.maintenance']) {
        expect(interval(found, 'noIndicator', design, key)[1]).toBeLessThan(0);
        expect(Math.max(...differences(found, 'noIndicator', design, key))).toBeLessThan(0);
      }
  });

  /** Found in 40 runs: the indicator +0.0031, reports beyond truth more than that; 8 runs tell the reports alone. */
  it('(a) raises what is reported beyond truth where managers push', () => {
    expect(interval(found, 'noIndicator', 'managersPush', 'indicator.reporting')[0]).toBeGreaterThan(0);
  });

  it('(a) raises it by misreports: where nobody is tempted less is reported, and the indicator does not rise', () => {
    expect(interval(found, 'honest', 'indicatorOnly', 'indicator.reporting')[0]).toBeGreaterThan(0);
    expect(interval(found, 'noIndicator', 'honest', 'indicator.after')[0]).toBeLessThan(0);
  });

  it('(a) lowers trust by the form at every contact, which takes hours', () => {
    expect(interval(found, 'noForm', 'indicatorOnly', 'outcomes.contact')[1]).toBeLessThan(0);
    expect(interval(found, 'noForm', 'indicatorOnly', 'outcomes.service')[1]).toBeLessThan(0);
  });

  /** Against the same luck: what it adds to real gain is less than what it adds to reports, so under half of both. */
  it('(b) adds more to reports than to lives', () => {
    for (const design of ['indicatorOnly', 'managersPush'])
      expect(interval(found, 'noIndicator', design, 'gainLessReports')[1]).toBeLessThan(0);
  });
});

describe('stories', () => {
  let found: Findings;
  beforeAll(() => {
    const { noIndicator, indicatorOnly, storiesAlone, understood, understoodStories } = designs;
    const these = { noIndicator, indicatorOnly, storiesAlone, understood, understoodStories };
    found = run(these, 3, { measures: { decomposition: null } });
  }, 120_000);

  it('(c) change what the board asks for', () => {
    const key = 'board.priority[kind=service]';
    const moved = [
      ...differences(found, 'indicatorOnly', 'storiesAlone', key),
      ...differences(found, 'understood', 'understoodStories', key),
    ];
    expect(Math.min(...moved.map(Math.abs))).toBeGreaterThan(0);
  });

  it('(c) move no hour and no life by themselves, and do where goals are understood', () => {
    const keys = ['creaming.concentration', 'outcomes.contact', 'outcomes.service', 'outcome.rate'];
    for (const key of keys) expect(found.storiesAlone[key]).toEqual(found.indicatorOnly[key]);
    const moved = differences(found, 'understood', 'understoodStories', 'creaming.concentration');
    expect(Math.min(...moved.map(Math.abs))).toBeGreaterThan(0);
  });
});

describe('deep help for one in twenty', () => {
  /**
   * Found in 40 runs: +0.0027 against luck of 0.0067. Luck is pooled over the two years that the indicator looks at, so
   * that ten runs know its standard deviation to about a sixth.
   */
  it('(d) moves the rate of the population by less than the luck of a year', () => {
    const { noTeam, deepHelp } = designs;
    const found = run({ noTeam, deepHelp }, 10);
    const years = ['indicator.before', 'indicator.after'].map((key) => {
      const moments = new Moments();
      for (const rate of found.noTeam[key]) moments.push(rate);
      return moments.variance ?? Number.NaN;
    });
    const luck = Math.sqrt((years[0] + years[1]) / 2);
    const [low, high] = interval(found, 'noTeam', 'deepHelp', 'indicator.after');
    expect(low).toBeGreaterThan(-luck);
    expect(high).toBeLessThan(luck);
  }, 120_000);
});

/**
 * The other side (a target regime can do well): a visit brings a home nearer, homes are not scarce, the figure costs no
 * hours and nobody bends it, and staff left to themselves seek pleasant company. Found in 12 runs: +1.4 points of 21.6%
 * settle, trust +0.008; deterioration prevented falls even here, by 0.0006.
 */
describe('steering by the indicator does well', () => {
  it('where help is what moves it, it can be measured for nothing, and staff seek ease', () => {
    const free = { openings: null, parameters: { alpha: -4.8, betaContact: 1.5, contactScale: 1 } };
    const mix = { caregiver: null, professional: null, bureaucrat: null, indifferent: 1 };
    const steered = changed('indicatorOnly', {
      incentives: { grant: { amount: 0 }, credit: { amount: 3500 } },
      offices: { team: { pressure: { base: 0.75 } } },
      ...records({ perContact: 0, perEvent: null, misreport: { rate: 0 } }),
    });
    const found = run({ noIndicator: designs.noIndicator, steered }, 8, {
      world: null,
      pathway: { transitions: { settles: free } },
      caseworkers: {
        roles: { keyWorker: { mix } },
        beliefs: { easeFromNeed: 0.2 },
        staffing: { turnover: { base: 0 } },
        burnout: { response: 0 },
      },
      measures: { cohort: { to: 259 }, decomposition: null, references: [] },
    });
    for (const key of ['outcome.rate', 'outcomes.service'])
      expect(interval(found, 'noIndicator', 'steered', key)[0]).toBeGreaterThan(0);
  }, 120_000);
});
