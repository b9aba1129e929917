import { describe, expect, it } from 'vitest';
import { meanOf, paired, pilotExperiment } from '../support/pilotExperiment.ts';

/**
 * Claims on the pilot as built, at half of full size with six replicates. Differences are paired on common
 * luck; bands are 99.9% t intervals of the mean, so each check has a false-alarm rate below 0.1%.
 */
const designs: Record<string, object> = {
  asBuilt: {},
  notReweighted: { timeline: { reweighting: null } },
  noScreening: { caseworkers: { roles: { coordinator: { screening: { on: false } } } } },
};
const findings = pilotExperiment({ designs, replicates: 6, scale: 0.5 });
const mean = (design: string, key: string) => meanOf(findings, design, key);

describe('the activation pilot', () => {
  it('re-weighting to 30-30-40 tilts hours slightly to the easy and changes starts by less than a point', () => {
    const tilt = paired(findings, 'notReweighted', 'asBuilt', 'creaming.tilt');
    expect(tilt.mean - tilt.half).toBeGreaterThan(0);
    expect(tilt.mean + tilt.half).toBeLessThan(0.08);
    const starts = paired(findings, 'notReweighted', 'asBuilt', 'event.rate[event=jobStart]');
    expect(Math.abs(starts.mean) + starts.half).toBeLessThan(0.01);
  });

  it('screening leaves the concentration of key workers’ hours nearly as it was', () => {
    const { mean: change, half } = paired(findings, 'noScreening', 'asBuilt', 'creaming.concentration');
    expect(Math.abs(change) + half).toBeLessThan(0.03);
  });

  it('screening makes the concentration of introductions clearly negative', () => {
    const key = 'creaming.concentration[role=coordinator]';
    const { mean: change, half } = paired(findings, 'noScreening', 'asBuilt', key);
    expect(change + half).toBeLessThan(-0.1);
    expect(mean('asBuilt', key)).toBeLessThan(-0.3);
  });

  it('most outcomes of the easy groups happen to the twin too, and effects stay modest', () => {
    expect(mean('asBuilt', 'deadweight.share[fifth=1]')).toBeGreaterThan(0.5);
    expect(mean('asBuilt', 'deadweight.share[group=jsa]')).toBeGreaterThan(0.5);
    const gain = mean('asBuilt', 'served.rate') / mean('asBuilt', 'twin.rate') - 1;
    // France: +15 to +35% more exits to work at caseloads of 40 to 60 (published evidence).
    expect(gain).toBeGreaterThan(0.1);
    expect(gain).toBeLessThan(0.35);
  });
});
