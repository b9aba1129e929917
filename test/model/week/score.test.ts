import { describe, expect, it } from 'vitest';
import { appearanceOf, openEyes } from '../../../src/model/people/appearance.ts';
import { Contact } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const scoring = (more: Patch = {}): Patch => ({
  commissioner: { scoring: { role: 'adviser', every: 4, noise: 0, ...more } },
});
const paid: Patch = { incentives: { distance: { kind: 'progress', role: 'adviser', amount: 1000 } } };

/** How far each score lies from apparent need in the week in which it was made: first ones and later ones. */
function errors(integrity: number, ...patches: Patch[]): { first: number[]; later: number[] } {
  const first: number[] = [];
  const later: number[] = [];
  const seen = new Set<number>();
  runSmall(openSmall(...patches), {
    prepare: (world) => Object.assign(world.phase.roles[0], { integrity }),
    look: (world) => {
      const eyes = openEyes(world);
      for (let row = world.windowFrom; row < world.windowTo; row++) {
        if (world.service.scoredAt[row] !== world.step) continue;
        const score = world.service.score[row];
        // Scores at the edges were clipped: they say nothing of the shift.
        if (score > 0 && score < 1)
          (seen.has(row) ? later : first).push(score - appearanceOf(world, row, eyes));
        seen.add(row);
      }
    },
  });
  return { first, later };
}
const each = (values: number[], value: number) => {
  expect(values.length).toBeGreaterThan(20);
  for (const found of values) expect(found).toBeCloseTo(value, 12);
};

describe('scores of need', () => {
  it('are apparent need without noise, made at a recorded contact once so many weeks have gone by', () => {
    const { first, later } = errors(1, scoring());
    each(first, 0);
    each(later, 0);
    const last = new Map<number, number>();
    let gaps = 0;
    runSmall(openSmall(scoring()), {
      look: ({ service, step, windowFrom, windowTo }: World) => {
        for (let row = windowFrom; row < windowTo; row++) {
          if (service.scoredAt[row] !== step) continue;
          expect(service.contact[0][row]).not.toBe(Contact.none);
          const before = last.get(row);
          if (before !== undefined) {
            gaps++;
            expect(step - before).toBeGreaterThanOrEqual(4);
          }
          last.set(row, step);
        }
      },
    });
    expect(gaps).toBeGreaterThan(20);
  });

  it('have the spread of the noise', () => {
    const { first, later } = errors(1, scoring({ noise: 0.02 }));
    const all = [...first, ...later];
    const sd = Math.sqrt(all.reduce((sum, x) => sum + x * x, 0) / all.length);
    // Four standard errors of a standard deviation: a false alarm in 16,000.
    expect(Math.abs(sd / 0.02 - 1)).toBeLessThan(4 / Math.sqrt(2 * all.length));
  });

  it('are shifted up at first and down later, as far as integrity is missing, only where a fall is paid', () => {
    const gaming = scoring({ gaming: 0.1 });
    const shifted = errors(0.5, gaming, paid);
    each(shifted.first, 0.05);
    each(shifted.later, -0.05);
    each(errors(0.5, gaming).first, 0);
    each(errors(1, gaming, paid).later, 0);
  });

  it('are shifted more under pressure', () => {
    const pressure = { base: 1, response: 0 };
    const pressed: Patch = { offices: { north: { pressure }, south: { pressure } } };
    each(errors(0, scoring({ gaming: 0.05 }), paid, pressed).first, 0.1);
  });

  it('are never made where no role is named', () => {
    expect(runSmall(openSmall()).service.score.every(Number.isNaN)).toBe(true);
  });
});
