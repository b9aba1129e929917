import { describe, expect, it } from 'vitest';
import { lifeTable } from '../../src/statistics/index.ts';

describe('life table', () => {
  it('by hand: ten people, intervals of five weeks', () => {
    const times = [1, 2, 4, 6, 7, 7, 8, 12, 13, 40];
    const events = [1, 0, 0, 1, 1, 0, 0, 1, 0, 0];
    const [first, second, third] = lifeTable(times, events, 5, 3);
    expect(first).toEqual({
      from: 0,
      to: 5,
      entering: 10,
      withdrawn: 2,
      events: 1,
      exposed: 9,
      chance: 1 / 9,
      survival: 1 - 1 / 9,
    });
    expect([second.entering, second.withdrawn, second.events, second.exposed]).toEqual([7, 2, 2, 6]);
    expect(second.survival).toBeCloseTo((8 / 9) * (2 / 3), 14);
    expect([third.entering, third.exposed]).toEqual([3, 2.5]);
    expect(third.survival).toBeCloseTo((8 / 9) * (2 / 3) * 0.6, 14);
  });
  it('weights are people', () => {
    const whole = lifeTable([1, 1, 1, 6], [1, 1, 0, 0], 5, 2);
    expect(lifeTable([1, 1, 6], [1, 0, 0], 5, 2, [2, 1, 1])).toEqual(whole);
  });
  it('a boundary belongs to the interval that it begins', () => {
    expect(lifeTable([5], [1], 5, 2).map((row) => row.events)).toEqual([0, 1]);
  });
  it('knows nothing once nobody is followed, and stays at 0 once all had the event', () => {
    expect(lifeTable([1, 2], [1, 0], 5, 3).map((row) => row.survival)).toEqual([1 - 1 / 1.5, null, null]);
    expect(lifeTable([1, 2], [1, 1], 5, 3).map((row) => row.survival)).toEqual([0, 0, 0]);
    expect(lifeTable([], [], 5, 1)[0].chance).toBeNull();
  });
});
