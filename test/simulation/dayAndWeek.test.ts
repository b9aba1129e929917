import { describe, expect, it } from 'vitest';
import { Tallies } from '../../src/measures/index.ts';
import { clockOf } from '../../src/model/clock.ts';
import { inSteps } from '../../src/model/inSteps.ts';
import { Status } from '../../src/model/service.ts';
import { runWorld } from '../../src/simulation/run.ts';
import { buildSmall, openSmall, type Patch } from '../support/smallScenario.ts';

/** Turns only: who looks at past contact divides the same over days as over a week. */
const fair: Patch = {
  clients: { referrals: { dist: 'constant', value: 12 } },
  caseworkers: {
    dispositions: { byTurn: { turn: 1 } },
    roles: { adviser: { mix: { entrepreneur: null, caregiver: null, byTurn: 1 } } },
  },
};

interface Rates {
  attached: number;
  started: number;
  twinStarted: number;
  droppedOut: number;
  hours: number;
  trust: number;
  need: number;
  wages: number;
}

/** The rates of one run, in weeks whatever its steps. */
function ratesOf(step: string, replicate: number): Rates {
  const loaded = openSmall(fair, { clock: { step } });
  const built = buildSmall(loaded, { replicate });
  const { world } = built;
  const tallies = new Tallies(world, inSteps(loaded.designs[0].scenario).measures);
  world.observers.push((now) => tallies.observe(now));
  let paid = 0;
  runWorld(built);
  const { people, service, clients, twins, names, books, clock } = world;
  const event = names.events.indexOf('jobStart');
  const weights = [0.6, 0.4];
  const sums = {
    attached: 0,
    started: 0,
    twinStarted: 0,
    droppedOut: 0,
    hours: 0,
    weeks: 0,
    trust: 0,
    need: 0,
  };
  for (let row = 0; row < people.count; row++) {
    if (twins.firstEvent[event][row] >= 0) sums.twinStarted++;
    weights.forEach((weight, k) => {
      sums.need += weight * twins.barriers[k][row];
    });
    if (service.attachedAt[row] < 0) continue;
    sums.attached++;
    if (clients.firstEvent[event][row] >= 0) sums.started++;
    if (service.status[row] === Status.droppedOut) sums.droppedOut++;
    sums.hours += tallies.roleHours[0][row];
    sums.weeks += tallies.claimWeeks[row] / clock.stepsPerWeek;
    sums.trust += service.trust[row];
  }
  const account = books.accounts.findIndex(({ name }) => name === 'wages');
  for (let at = 0; at < world.steps; at++) paid += books.stepFlow(account, at);
  return {
    attached: sums.attached / people.count,
    started: sums.started / sums.attached,
    twinStarted: sums.twinStarted / people.count,
    droppedOut: sums.droppedOut / sums.attached,
    hours: sums.hours / sums.weeks,
    trust: sums.trust / sums.attached,
    need: sums.need / people.count,
    wages: paid / people.count,
  };
}

function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

describe('the same file in weeks and in days', () => {
  const replicates = Array.from({ length: 12 }, (_, replicate) => replicate);
  const weekly = replicates.map((replicate) => ratesOf('week', replicate));
  const daily = replicates.map((replicate) => ratesOf('day', replicate));

  it.each(['attached', 'started', 'twinStarted', 'droppedOut', 'hours', 'trust', 'need', 'wages'] as const)(
    'has the same %s',
    (rate) => {
      const week = meanAndError(weekly.map((each) => each[rate]));
      const day = meanAndError(daily.map((each) => each[rate]));
      // Four standard errors of the difference, and 2% of the mean for what steps themselves move. Without those 2% a false alarm
      // in 1,700 for each rate, in 200 for all eight.
      const tolerance = 4 * Math.hypot(week.error, day.error) + 0.02 * Math.abs(week.mean);
      expect(Math.abs(week.mean - day.mean)).toBeLessThan(tolerance);
    },
  );
});

describe('waiting for an event of a constant chance a week', () => {
  it('is geometric in days, with what a week has between them', () => {
    const chance = 0.2;
    const loaded = openSmall({
      clock: { step: 'day', followUp: 60 },
      clients: { referrals: { dist: 'constant', value: 100 } },
      pathway: { transitions: { findsWork: { hazard: chance, believed: 0 } } },
    });
    const built = buildSmall(loaded);
    runWorld(built);
    const { people, twins, names } = built.world;
    expect(clockOf(loaded.designs[0].scenario).stepsPerWeek).toBe(7);
    const event = names.events.indexOf('jobStart');
    const waits = Array.from(twins.firstEvent[event], (step, row) => step - people.referredAt[row] + 1);
    const n = people.count;
    expect(n).toBe(1200);
    // The share that has waited no more than so many days: 1 − 0.8^(days / 7); four standard errors each.
    for (const days of [1, 3, 7, 14, 28, 70]) {
      const share = waits.filter((wait) => wait > 0 && wait <= days).length / n;
      const exact = 1 - (1 - chance) ** (days / 7);
      expect(Math.abs(share - exact), `${days} days`).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / n));
    }
  });
});
