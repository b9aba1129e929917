import { describe, expect, it } from 'vitest';
import { simulateReplicate } from '../../src/simulation/index.ts';
import type { MeasureRow } from '../../src/tables/rows.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const rowsOf = (...patches: Patch[]): MeasureRow[] =>
  simulateReplicate(openSmall(...patches), 0, { references: [], clientTable: false }).designs[0].rows;
const rowOf = (rows: readonly MeasureRow[], measure: string, slice = ''): MeasureRow => {
  const row = rows.find((each) => each.measure === measure && each.slice === slice);
  if (!row) throw new Error(`no row ${measure} ${slice}`);
  return row;
};

describe('at its limits the model', () => {
  /** One caseworker for all, who come at once and stay to the end. */
  const together: Patch = {
    clock: { referralWeeks: 1, followUp: 20 },
    clients: { referrals: { dist: 'constant', value: 30 }, crisis: { onset: 0 } },
    caseworkers: {
      roles: {
        adviser: { posts: 1, shortestAppointment: 0, mix: { entrepreneur: null, caregiver: null, equal: 1 } },
        broker: null,
      },
      allocation: { noise: 'constant(0)' },
    },
    offices: { north: { share: 1 }, south: null },
    measures: { window: 20 },
    pathway: {
      programme: { uptake: 1, dropOut: 0, stay: 100 },
      transitions: { findsWork: { hazard: '0', believed: 'logistic(-2 * appearance)' } },
    },
  };

  it('does not cream where all are treated alike', () => {
    const alike = rowsOf(together);
    expect(rowOf(alike, 'creaming.concentration').value).toBeCloseTo(0, 12);
    expect(rowOf(alike, 'creaming.ratio').value).toBeCloseTo(1, 12);
    // The same people under somebody who looks at the payoff.
    const mix = { equal: null, entrepreneur: 1 };
    const creamed = rowsOf(together, { caseworkers: { roles: { adviser: { mix } } } });
    expect(rowOf(creamed, 'creaming.concentration').value).toBeLessThan(-0.02); // Measured: −0.031.
  });

  it('parks nobody where there is time for all', () => {
    const posts = (each: number, hoursPerWeek: number): Patch => ({
      caseworkers: {
        roles: { adviser: { posts: each, hoursPerWeek }, broker: { posts: each, hoursPerWeek } },
      },
    });
    expect(rowOf(rowsOf(posts(200, 160)), 'parking.share').value).toBe(0);
    expect(rowOf(rowsOf(posts(2, 2)), 'parking.share').value).toBeGreaterThan(0.1);
  });

  it('has no creaming where all have the same need, and says so', () => {
    const groups = { near: { share: 1, barriers: {} }, far: null };
    const one = rowsOf({ clients: { groups, barrierSpread: 0, latent: null } });
    for (const measure of ['creaming.concentration', 'creaming.within', 'creaming.between', 'creaming.entry'])
      expect(rowOf(one, measure)).toMatchObject({
        value: null,
        why: expect.stringContaining('the same need'),
      });
    expect(rowOf(one, 'creaming.ratio')).toMatchObject({ value: null });
    expect(rowOf(rowsOf(), 'creaming.concentration').value).not.toBeNull();
  });
});
