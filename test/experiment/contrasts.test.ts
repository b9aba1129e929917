import { describe, expect, it } from 'vitest';
import { withContrasts } from '../../src/experiment/contrasts.ts';
import { ReplicateFold } from '../../src/experiment/replicateFold.ts';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import type { ReplicateResult } from '../../src/simulation/contract.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

/** Paid counts and a goal in two designs; null is undefined, and an absent goal is not measured. */
function result(
  base: [number | null, number | null],
  other: [number | null, number | null],
): ReplicateResult {
  const rows = ([paid, goal]: [number | null, number | null]) => [
    { measure: 'event.rate', slice: 'event=jobStart', value: paid, ...(paid === null && { why: 'no one' }) },
    { measure: 'outcomes.change', slice: '', value: goal, ...(goal === null && { why: 'nobody left' }) },
  ];
  return {
    replicate: 0,
    designs: [
      { design: 'base', rows: rows(base), weekly: [] },
      { design: 'counts', rows: rows(other), weekly: [] },
    ],
  };
}

function settingsOf(goodhart: Patch = {}): Scenario['measures'] {
  const stated = { paid: 'event.rate[event=jobStart]', goal: 'outcomes.change', ...goodhart };
  return openSmall({ measures: { goodhart: stated } }).designs[0].scenario.measures;
}

const values = ({ designs }: ReplicateResult, design: number) =>
  Object.fromEntries(
    designs[design].rows
      .filter(({ measure }) => measure.startsWith('goodhart.'))
      .map(({ measure, value, why }) => [measure, value ?? why]),
  );

describe('goodhart.gap', () => {
  it('is the change of what is paid for less the change of the goal', () => {
    const contrasted = withContrasts(result([0.2, 0.1], [0.3, 0.08]), 'base', settingsOf());
    expect(values(contrasted, 0)).toEqual({ 'goodhart.paid': 0, 'goodhart.goal': 0, 'goodhart.gap': 0 });
    const other = values(contrasted, 1) as Record<string, number>;
    expect(other['goodhart.paid']).toBeCloseTo(0.5, 12);
    expect(other['goodhart.goal']).toBeCloseTo(-0.2, 12);
    expect(other['goodhart.gap']).toBeCloseTo(0.7, 12);
  });

  it('counts a rise of the goal as a rise where the base lies below 0, and a fall as a gain where lower is better', () => {
    const negative = withContrasts(result([0.2, -0.1], [0.2, 0.05]), 'base', settingsOf());
    expect(values(negative, 1)['goodhart.goal']).toBeCloseTo(1.5, 12);
    const lower = withContrasts(result([0.2, 0.5], [0.2, 0.4]), 'base', settingsOf({ better: 'lower' }));
    expect(values(lower, 1)['goodhart.goal']).toBeCloseTo(0.2, 12);
  });

  it('is undefined and says why where the base is 0 or one of the two is undefined', () => {
    const zero = values(withContrasts(result([0, 0.1], [0.3, 0.2]), 'base', settingsOf()), 1);
    expect(zero['goodhart.paid']).toBe('event.rate[event=jobStart] is 0 in the base design');
    expect(zero['goodhart.gap']).toBe(zero['goodhart.paid']);
    const undefinedGoal = values(withContrasts(result([0.1, null], [0.3, 0.2]), 'base', settingsOf()), 1);
    expect(undefinedGoal['goodhart.gap']).toBe(
      'outcomes.change is undefined in the base design: nobody left',
    );
  });

  it('is no row where the scenario does not ask for it', () => {
    const plain = openSmall().designs[0].scenario.measures;
    const measured = result([0.2, 0.1], [0.3, 0.08]);
    expect(withContrasts(measured, 'base', plain)).toEqual(measured);
  });

  it('is folded like other measures and stands among the differences', () => {
    const settings = settingsOf();
    const fold = new ReplicateFold({
      designs: ['base', 'counts'],
      base: 'base',
      isLogScaled: () => false,
      settings,
    });
    for (let replicate = 0; replicate < 3; replicate++)
      fold.add(withContrasts({ ...result([0.2, 0.1], [0.3, 0.08]), replicate }, 'base', settings));
    expect(fold.summaries().counts['goodhart.gap']).toMatchObject({ n: 3 });
    expect(fold.summaries().counts['goodhart.gap'].mean).toBeCloseTo(0.7, 12);
    expect(fold.differences().find(({ measure }) => measure === 'goodhart.gap')!.mean).toBeCloseTo(0.7, 12);
  });
});
