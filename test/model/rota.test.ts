import { describe, expect, it } from 'vitest';
import { clockOf } from '../../src/model/clock.ts';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import { dutyShareOf, onDuty } from '../../src/model/staff/rota.ts';
import { openSmall, runSmall } from '../support/smallScenario.ts';

const steps = 28_000;
const share = 37.5 / 84;

describe('the rota', () => {
  it('keeps the hours of every post: on duty in its share of steps, with so many times its mean hours', () => {
    for (let post = 0; post < 13; post++) {
      let sum = 0;
      for (let nth = 0; nth < steps; nth++) sum += onDuty(share, post / 13, nth);
      // One turn more or less at either end.
      expect(Math.abs(sum - steps)).toBeLessThanOrEqual(1 / share + 1e-6);
    }
  });

  it('has nearly the same number on duty in every step', () => {
    for (let nth = 0; nth < 1000; nth++) {
      let present = 0;
      for (let post = 0; post < 13; post++) if (onDuty(share, post / 13, nth) > 0) present++;
      expect(Math.abs(present - 13 * share)).toBeLessThan(1);
    }
  });

  it('has everybody on duty where posts work every step', () => {
    expect(onDuty(1, 0.3, 5)).toBe(1);
    expect(onDuty(1.2, 0.3, 5)).toBe(1);
  });

  it('has posts without shifts in every step, and those with shifts in their share of them', () => {
    const { clock } = openSmall({ clock: { step: 'day' } }).designs[0].scenario;
    const days = clockOf({ clock } as Scenario);
    expect([dutyShareOf(0, 2, days), dutyShareOf(0, 0, days)]).toEqual([1, 1]);
    // Two hours a day in the mean of seven, on five days: 2.8 hours a working day.
    expect(dutyShareOf(5.6, 2, days)).toBeCloseTo(0.5, 12);
    expect(dutyShareOf(1, 2, days)).toBe(1);
  });
});

describe('shifts in a programme', () => {
  const hoursOf = (shiftHours: number) => {
    const sums: number[] = [];
    let most = 0;
    runSmall(
      openSmall({
        clock: { step: 'day', workingDays: 7, referralWeeks: 20, followUp: 40 },
        caseworkers: {
          roles: {
            adviser: { hoursPerWeek: 35, shiftHours, fullLoad: 0.001 },
            broker: { hoursPerWeek: 35, shiftHours: 0, fullLoad: 0.001 },
          },
        },
      }),
      {
        look: ({ caseworkers, step }) => {
          // Weeks in which everybody has clients.
          if (step < 70 || step >= 140) return;
          for (let worker = 0; worker < 4; worker++) {
            sums[worker] = (sums[worker] ?? 0) + caseworkers.hoursAvailable[worker];
            most = Math.max(most, caseworkers.hoursAvailable[worker]);
          }
        },
      },
    );
    return { sums, most };
  };

  it('leave the hours of a week as they are, in fewer and longer days', () => {
    const even = hoursOf(0);
    const shifts = hoursOf(10);
    expect(even.most).toBeCloseTo(3, 9);
    // Ten paid hours less the share for everything but contact (0.4).
    expect(shifts.most).toBeCloseTo(6, 9);
    shifts.sums.forEach((sum, worker) => {
      expect(Math.abs(sum - even.sums[worker])).toBeLessThanOrEqual(6 + 1e-9);
    });
  });
});
