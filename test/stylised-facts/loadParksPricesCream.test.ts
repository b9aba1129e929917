import { describe, expect, it } from 'vitest';
import { meanOf, merged, onlyKeyWorkers, pilotExperiment, sameSpend } from '../support/pilotExperiment.ts';

/**
 * Claim (a): load parks, prices cream. Fees × caseload (52 or 150) × disposition mix on common luck, at a
 * quarter of full size. Bands are set from the spread of these runs: the sd of a cell's mean is below 0.01,
 * and every band lies at least five of them away from what was found, so a false alarm is rarer than 1e-5.
 */
const load150 = { caseworkers: { roles: { keyWorker: { posts: 45 } } } };
const mixes: Record<string, object> = {
  mixed: {},
  entrepreneurs: onlyKeyWorkers('entrepreneur'),
  caregivers: onlyKeyWorkers('caregiver'),
};
const outcomesOnly = {
  timeline: { reweighting: null },
  incentives: { attachment: null, start: { amount: 1200 }, sustainment: { amount: 1800 } },
};
const fees: Record<string, object> = { asBuilt: {}, sameMaximum: outcomesOnly, sameSpend };

const designs: Record<string, object> = {};
for (const mix of Object.keys(mixes)) {
  for (const fee of Object.keys(fees)) {
    designs[`${mix}0${fee}`] = merged(mixes[mix], fees[fee]);
    designs[`${mix}1${fee}`] = merged(mixes[mix], fees[fee], load150);
  }
}
const findings = pilotExperiment({ designs, replicates: 4, scale: 0.2 });
const parked = (mix: string, load: 0 | 1, fee: string) =>
  meanOf(findings, `${mix}${load}${fee}`, 'parking.unseen[fifth=5]');

describe('load parks, prices cream', () => {
  it('the caseload moves the parked share of the hardest fifth far more than the fees of the pilot do', () => {
    const ofLoad: number[] = [];
    const ofFees: number[] = [];
    for (const mix of Object.keys(mixes)) {
      for (const fee of ['asBuilt', 'sameMaximum']) ofLoad.push(parked(mix, 1, fee) - parked(mix, 0, fee));
      for (const load of [0, 1] as const)
        ofFees.push(parked(mix, load, 'sameMaximum') - parked(mix, load, 'asBuilt'));
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(ofLoad)).toBeGreaterThan(0.05);
    expect(mean(ofLoad)).toBeGreaterThan(4 * Math.abs(mean(ofFees)));
  });

  it('even outcome fees raised to the same spend park fewer than the caseload, in every mix where anybody is parked', () => {
    for (const mix of ['mixed', 'entrepreneurs']) {
      const load = parked(mix, 1, 'asBuilt') - parked(mix, 0, 'asBuilt');
      const price = parked(mix, 0, 'sameSpend') - parked(mix, 0, 'asBuilt');
      expect(load, mix).toBeGreaterThan(1.5 * price);
    }
  });

  it('at the higher load caregivers park far fewer of the hardest than a mixed staff, whatever is paid', () => {
    for (const fee of Object.keys(fees)) {
      expect(parked('caregivers', 1, fee), fee).toBeLessThan(0.4 * parked('mixed', 1, fee));
    }
  });

  it('prices cream: fees at the same spend move the concentration of hours more than the caseload does', () => {
    const hours = (design: string) => meanOf(findings, design, 'creaming.concentration');
    const ofFees = hours('mixed0sameSpend') - hours('mixed0asBuilt');
    const ofLoad = hours('mixed1asBuilt') - hours('mixed0asBuilt');
    expect(ofFees).toBeLessThan(-0.04);
    expect(ofFees).toBeLessThan(1.5 * ofLoad);
  });
});
