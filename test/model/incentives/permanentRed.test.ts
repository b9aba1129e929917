import { describe, expect, it } from 'vitest';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const PERIOD = 8;
const WEEKS = 40;
/** A target of so many starts a period, with a bonus and what is missing held against offices. */
const scheme = (threshold: number, hopeless = 0): Patch => ({
  clock: { referralWeeks: WEEKS, followUp: 30 },
  clients: { referrals: { value: 8 } },
  caseworkers: {
    roles: { adviser: { integrity: 0.2 } },
    duties: {
      file: {
        kind: 'recording',
        role: 'adviser',
        perContactHour: 0,
        misreport: { rate: 0.01, hopeless, events: { jobStart: true } },
      },
    },
  },
  incentives: {
    goal: { kind: 'target', event: 'jobStart', period: PERIOD, threshold, bonus: 40000, heldAgainst: 1 },
  },
});

/** Of each period: what a start is believed to bring in the middle of it, and the chance that the target is missed. */
function periods(threshold: number) {
  const seen: { price: number; missed: number }[] = [];
  runSmall(openSmall(scheme(threshold)), {
    look: ({ step, instruments, names }) => {
      if (step >= WEEKS || step % PERIOD !== PERIOD / 2) return;
      const goal = instruments.find(({ name }) => name === 'goal');
      const event = names.events.indexOf('jobStart');
      seen.push({
        price: goal?.believedPrice(event, 0, 0, true) ?? Number.NaN,
        missed: goal?.missChance?.(0) ?? Number.NaN,
      });
    },
  });
  return seen;
}
const invented = (threshold: number, hopeless: number): number => {
  const world = runSmall(openSmall(scheme(threshold, hopeless)));
  const counts = world.record.counts.invented[world.names.events.indexOf('jobStart')];
  return counts.reduce((a, b) => a + b);
};

describe('a target that is permanently red', () => {
  it('asks for no effort once it is known to be out of reach, where one within reach goes on asking', () => {
    const red = periods(300);
    const near = periods(20);
    expect(red).toHaveLength(WEEKS / PERIOD);
    for (const { price, missed } of red) {
      expect(price).toBeLessThan(1e-6);
      expect(missed).toBeGreaterThan(1 - 1e-6);
    }
    expect(Math.max(...near.map(({ price }) => price))).toBeGreaterThan(100);
    for (const { missed } of near) expect(missed).toBeLessThan(1);
  });

  it('tempts to choose what is recorded, as far as hopelessness is said to', () => {
    const [none, some, more] = [0, 1, 3].map((hopeless) => invented(300, hopeless));
    expect(none).toBeGreaterThan(5);
    expect(some).toBeGreaterThan(none);
    expect(more).toBeGreaterThan(some);
  });
});
