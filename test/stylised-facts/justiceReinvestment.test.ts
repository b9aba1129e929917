import { beforeAll, describe, expect, it } from 'vitest';
import { bundledScenario, experiment, type Findings, meanOf, paired } from '../support/pilotExperiment.ts';

/**
 * Document 001 on the bundled scenario, on common random numbers. Three runs tell what is the same in every run, or nearly; the
 * scenario's own claims, over twenty, and those of `disturbances`, over a hundred, tell the rest. A direction in three of three runs
 * comes by chance once in eight where there is none, so that facts are held in all five boroughs, or by intervals.
 */
const RUNS = 3;
const BOROUGHS = ['croydon', 'hackney', 'lambeth', 'lewisham', 'southwark'].map((name) => `${name}Borough`);
const file = bundledScenario('justice-reinvestment');
const designs = file.designs as Record<string, object>;
const { claims: _claims, published: _published, ...measures } = file.measures as Record<string, unknown>;

const adults = (area: string, of: string, test?: number): string =>
  `areas.${of}[reward=adultReward,area=${area}${test === undefined ? '' : `,test=${test}`}]`;
const taken = (group: string, additionality: string, area?: string): string =>
  `interventions.count[${area === undefined ? '' : `area=${area},`}group=${group},additionality=${additionality}]`;

let found: Findings;
beforeAll(() => {
  const { asRun, noReward, withPenalty, noDisturbances, generalFall } = designs;
  const scenario = {
    ...file,
    measures: { ...measures, include: ['areas', 'interventions'] },
    designs: { asRun, noReward, withPenalty, noDisturbances, generalFall },
  };
  found = experiment('justice-reinvestment', scenario, { replicates: RUNS, scale: 0.1 });
}, 400_000);

describe('what the reward brings about', () => {
  it('is, in Greater Manchester, what its table of adult interventions says: fitted', () => {
    const mean = (kind: string) => meanOf(found, 'asRun', taken('adult', kind, 'greaterManchester'));
    // 13 by definition; 6 and 4 by local priority, with a spread of 1.2 from run to run.
    expect(mean('running')).toBe(13);
    expect(mean('accelerated')).toBeCloseTo(4, 0);
    expect(Math.abs(mean('new') - 6)).toBeLessThan((4 * 1.2) / Math.sqrt(RUNS));
  });

  it('is nothing without the reward, in any run', () => {
    for (const kind of ['new', 'accelerated'])
      for (const group of ['adult', 'young'])
        expect(found.noReward[taken(group, kind)]).toEqual(Array(RUNS).fill(0));
  });

  /**
   * Found in 20 runs: 1.0 of five boroughs (standard deviation 0.9), 0.4 for youths (0.6). Bounds lie four and three standard errors of
   * three runs above. The seed has two of five boroughs, and nothing for youths.
   */
  it('is little in the boroughs, and hardly anything for youths: predicted', () => {
    const boroughs = meanOf(found, 'asRun', 'interventions.anyNew[group=adult]') * 6 - 1;
    expect(boroughs).toBeLessThan(3);
    expect(meanOf(found, 'asRun', taken('young', 'new'))).toBeLessThan(1.4);
  });

  it('is not less where there is something to lose', () => {
    found.withPenalty[taken('adult', 'new')].forEach((number, run) => {
      expect(number).toBeGreaterThanOrEqual(found.asRun[taken('adult', 'new')][run]);
    });
  });
});

describe('luck, shocks and trends', () => {
  it('luck alone passes the small more often than the large', () => {
    for (const borough of BOROUGHS)
      found.asRun[adults(borough, 'luckPass')].forEach((chance, run) => {
        expect(chance).toBeGreaterThan(found.asRun[adults('greaterManchester', 'luckPass')][run]);
      });
  });

  it('the disturbances raise demand less where they reached two of ten authorities', () => {
    const rise = (area: string) => paired(found, 'noDisturbances', 'asRun', adults(area, 'change', 1), 0.9);
    const manchester = rise('greaterManchester');
    expect(manchester.mean).toBeGreaterThan(0);
    for (const borough of BOROUGHS) expect(rise(borough).mean).toBeGreaterThan(manchester.mean);
  });

  it('with a general fall the large area passes in every run, and would have anyway', () => {
    const second = (of: string) => found.generalFall[adults('greaterManchester', of, 2)];
    expect(second('passed')).toEqual(Array(RUNS).fill(1));
    expect(second('deadweight')).toEqual(Array(RUNS).fill(1));
    expect(meanOf(found, 'generalFall', adults('greaterManchester', 'reward'))).toBeGreaterThan(0);
  });
});

it('Hackney’s youths are not part of the reward', () => {
  expect(found.asRun['areas.change[reward=youthReward,area=hackneyBorough]']).toBeUndefined();
  expect(found.asRun['areas.change[reward=youthReward,area=lambethBorough]']).toHaveLength(RUNS);
});
