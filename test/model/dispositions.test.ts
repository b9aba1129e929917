import { expect, test } from 'vitest';
import { dispositions } from '../../src/model/staff/dispositions.ts';
import { motiveNames } from '../../src/model/staff/motives/registry.ts';

test.each(Object.entries(dispositions))(
  '%s has a title, a source and a finite weight for each motive',
  (id, row) => {
    expect(row.id).toBe(id);
    expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(row.title).not.toBe('');
    expect(row.source.length).toBeGreaterThan(20);
    expect(Object.keys(row.weights)).toEqual([...motiveNames]);
    for (const weight of Object.values(row.weights)) {
      expect(Number.isFinite(weight)).toBe(true);
      expect(weight).toBeGreaterThanOrEqual(0);
    }
  },
);

test('every row with a weight says that its weights are assumed', () => {
  for (const { weights, source } of Object.values(dispositions))
    if (Object.values(weights).some((weight) => weight > 0)) expect(source).toContain('weights assumed');
});

test('the rows of the trial have its weights (pay, need, gain, deserving, ease, turn)', () => {
  const trial = {
    entrepreneur: [1.2, 0.1, 0, 0.3, 0.2, 0.3],
    caregiver: [0.3, 1, 0.3, 0.2, 0, 0.5],
    professional: [0.4, 0.3, 1, 0.1, 0, 0.4],
    bureaucrat: [0.5, 0.1, 0, 0, 0.1, 1.2],
    indifferent: [0.4, 0, 0, 0.2, 1, 0.2],
  };
  for (const [id, expected] of Object.entries(trial)) {
    const { payoff, need, gain, deserving, ease, turn } = dispositions[id].weights;
    expect([payoff, need, gain, deserving, ease, turn], id).toEqual(expected);
  }
});

test('equal treatment has no motive, and nobody else has none', () => {
  const without = Object.values(dispositions).filter(({ weights }) =>
    Object.values(weights).every((weight) => weight === 0),
  );
  expect(without.map(({ id }) => id)).toEqual(['equal']);
});

test('the enforcer is the row that minds rules most, the advocate the one that hears voices most', () => {
  const top = (motive: (typeof motiveNames)[number]) =>
    Object.values(dispositions).reduce((best, row) =>
      row.weights[motive] > best.weights[motive] ? row : best,
    ).id;
  expect(top('mandate')).toBe('enforcer');
  expect(top('voice')).toBe('advocate');
  expect(top('payoff')).toBe('entrepreneur');
});
