import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { World } from '../../src/model/world.ts';
import { bundleScenario, openScenario } from '../../src/simulation/index.ts';
import { replicates } from '../support/interval.ts';
import { bundledScenario, experiment, meanOf, paired } from '../support/pilotExperiment.ts';
import { runSmall } from '../support/smallScenario.ts';

/**
 * Claims on the Work Programme at half of full size with five replicates. Differences are paired on common luck; bands
 * are 99.9% t intervals of the mean, so each check has a false-alarm rate below 0.1%.
 */
const file = bundledScenario('work-programme') as {
  designs: Record<string, unknown>;
  measures: Record<string, unknown>;
};
const { caseload70: _, ...designs } = file.designs;
const findings = experiment('work-programme', { ...file, designs }, { replicates: 5, scale: 0.5 });
const mean = (design: string, key: string) => meanOf(findings, design, key);
const concentration = 'creaming.concentration';
const hours = (group: string) => `hours.perClientWeek[group=${group}]`;

describe('the Work Programme', () => {
  it('pays nearly as much a client in all designs of payment', () => {
    const base = mean('asRun', 'paid.perClient');
    for (const design of Object.keys(designs))
      expect(Math.abs(mean(design, 'paid.perClient') / base - 1), design).toBeLessThan(0.03);
  });

  it('turns time to the easy by outcome pay, and more so the larger its share of the same money (F2)', () => {
    for (const [less, more] of [
      ['blockGrant', 'halfBlock'],
      ['halfBlock', 'outcomesOnly'],
    ]) {
      const { mean: pull, half } = paired(findings, less, more, concentration);
      expect(pull + half, more).toBeLessThan(0);
    }
    expect(mean('outcomesOnly', concentration)).toBeLessThan(-0.1);
    expect(mean('blockGrant', concentration)).toBeGreaterThan(0);
  });

  it('brings less for the costliest group than for JSA 25+, and gives new ESA less time (F3)', () => {
    const paidForEach = (group: string, share: number) =>
      mean('asRun', `paid.by.group[group=${group}]`) / share;
    expect(paidForEach('esaExIncapacity', 0.03)).toBeLessThan(paidForEach('jsaAdult', 0.455));
    expect(mean('asRun', hours('esaNew'))).toBeLessThan(0.75 * mean('asRun', hours('jsaAdult')));
  });

  it('has prices at which each ESA group gets about as much time as JSA 25+ (F4)', () => {
    for (const group of ['esaVolunteer', 'esaNew', 'esaExIncapacity']) {
      const ratio = mean('parityPrice', hours(group)) / mean('parityPrice', hours('jsaAdult'));
      expect(ratio, group).toBeGreaterThan(0.85);
      expect(ratio, group).toBeLessThan(1.15);
    }
  });

  it('narrows creaming between groups by prices for groups, and not within them (F5)', () => {
    const between = paired(findings, 'flatPrice', 'parityPrice', 'creaming.between');
    expect(between.mean - between.half).toBeGreaterThan(0);
    const within = paired(findings, 'flatPrice', 'parityPrice', 'creaming.within');
    // Less than a sixth of what there is.
    expect(within.mean + within.half).toBeLessThan(0.02);
    expect(mean('flatPrice', 'creaming.within')).toBeLessThan(-0.12);
  });

  it('reaches those who were parked by required contacts (F13)', () => {
    const { mean: change, half } = paired(findings, 'asRun', 'minimumService', 'parking.unseen[fifth=5]');
    expect(change + half).toBeLessThan(-0.1);
  });

  it('leaves less creaming within groups where prices follow predicted need (F17)', () => {
    const { mean: change, half } = paired(findings, 'flatPrice', 'statisticalGroups', 'creaming.within');
    expect(change - half).toBeGreaterThan(0.05);
  });

  it('sees clients with a health condition less, in JSA groups too', () => {
    for (const group of ['', ',group=jsaYoung', ',group=jsaAdult']) {
      const [yes, no] = ['yes', 'no'].map((has) => mean('asRun', `condition.hours[has=${has}${group}]`));
      expect(yes, group).toBeLessThan(no);
    }
  });
});

/** Share of the variance of outcomes that classes of people explain. */
function explained(outcome: readonly number[], classOf: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const classes = new Map<number, number[]>();
  outcome.forEach((value, at) => {
    classes.set(classOf[at], [...(classes.get(classOf[at]) ?? []), value]);
  });
  const all = mean(outcome);
  const total = outcome.reduce((sum, value) => sum + (value - all) ** 2, 0);
  let between = 0;
  for (const values of classes.values()) between += values.length * (mean(values) - all) ** 2;
  return between / total;
}

describe('statistically set groups', () => {
  it('predict outcomes without service better than payment groups do, with as many classes (F17)', () => {
    const bundle = bundleScenario(
      {
        file: 'work-programme.yaml',
        text: stringify({ ...file, designs: {}, measures: { ...file.measures, claims: {} } }),
      },
      () => ({ problem: 'nothing is extended here' }),
      ['scale=0.5'],
    );
    const loaded = openScenario(bundle);
    for (const replicate of replicates(3)) {
      const world: World = runSmall(loaded, { replicate });
      const { people, twins, names } = world;
      const event = names.events.indexOf('jobOutcome');
      const outcome = Array.from({ length: people.count }, (_, row) => {
        const at = twins.firstEvent[event][row];
        return at >= 0 && at - people.referredAt[row] < 104 ? 1 : 0;
      });
      const order = [...people.predictedNeed.keys()].sort(
        (a, b) => people.predictedNeed[a] - people.predictedNeed[b],
      );
      const predicted: number[] = [];
      order.forEach((row, rank) => {
        predicted[row] = Math.floor((rank * names.groups.length) / people.count);
      });
      expect(explained(outcome, predicted)).toBeGreaterThan(explained(outcome, [...people.group]));
    }
  });
});
