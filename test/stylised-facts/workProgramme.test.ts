import { describe, expect, it } from 'vitest';
import { bundledScenario, experiment, meanOf } from '../support/pilotExperiment.ts';

/**
 * What the designs of the Work Programme were built for, at a quarter of full size with six replicates. What they show of
 * stylised facts is in the table of these.
 */
const file = bundledScenario('work-programme') as {
  designs: Record<string, unknown>;
  measures: Record<string, unknown>;
};
const { caseload70: _, ...designs } = file.designs;
const findings = experiment('work-programme', { ...file, designs }, { replicates: 6, scale: 0.25 });
const mean = (design: string, key: string) => meanOf(findings, design, key);
const hours = (group: string) => `hours.perClientWeek[group=${group}]`;

describe('the Work Programme', () => {
  it('pays nearly as much a client in all designs of payment', () => {
    const base = mean('asRun', 'paid.perClient');
    for (const design of Object.keys(designs))
      expect(Math.abs(mean(design, 'paid.perClient') / base - 1), design).toBeLessThan(0.03);
  });

  it('has prices at which each ESA group gets about as much time as JSA 25+', () => {
    for (const group of ['esaVolunteer', 'esaNew', 'esaExIncapacity']) {
      const ratio = mean('parityPrice', hours(group)) / mean('parityPrice', hours('jsaAdult'));
      expect(ratio, group).toBeGreaterThan(0.85);
      expect(ratio, group).toBeLessThan(1.15);
    }
  });

  it('sees clients with a health condition less, in JSA groups too', () => {
    for (const group of ['', ',group=jsaYoung', ',group=jsaAdult']) {
      const [yes, no] = ['yes', 'no'].map((has) => mean('asRun', `condition.hours[has=${has}${group}]`));
      expect(yes, group).toBeLessThan(no);
    }
  });
});
