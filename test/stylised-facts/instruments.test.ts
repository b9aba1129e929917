import { describe, expect, it } from 'vitest';
import { PairedDifferences } from '../../src/statistics/index.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

/** Runs of each fact: the unit of every interval is a run, and both sides have the same luck. */
const RUNS = 12;
const larger: Patch = {
  clock: { referralWeeks: 26, followUp: 52 },
  clients: { referrals: { value: 12 } },
  caseworkers: { roles: { adviser: { posts: 8 }, broker: { posts: 4 } } },
  pathway: { programme: { stay: 52 } },
};
const staff = (disposition: string): Patch => ({
  caseworkers: { roles: { adviser: { mix: { entrepreneur: null, caregiver: null, [disposition]: 1 } } } },
});
const power: Patch = { incentives: { power: { kind: 'sanctions' } } };

/**
 * The 99.9% interval of the paired difference of a number between two patches: a false alarm in a thousand, were there no effect.
 */
function difference(of: (patches: Patch[], replicate: number) => number, base: Patch[], other: Patch[]) {
  const pairs = new PairedDifferences();
  for (let replicate = 0; replicate < RUNS; replicate++)
    pairs.push(of(base, replicate), of(other, replicate));
  const { lo, hi } = pairs.interval(0.999)!;
  return { lo, hi, mean: pairs.differences.mean };
}

/** Events of a kind for each attached client in one run. */
const events = (name: string) => (patches: Patch[], replicate: number) => {
  const { service, names, people, clients } = runSmall(openSmall(larger, ...patches), { replicate });
  const event = names.events.indexOf(name);
  let [attached, happened] = [0, 0];
  for (let row = 0; row < people.count; row++) {
    if (service.attachedAt[row] < 0) continue;
    attached++;
    happened += clients.eventCount[event][row];
  }
  return happened / attached;
};

/** What enforcers, and pressure, do by sanctions is in the table of facts (F14, F16): here, that nothing else does it. */
describe('sanctions', () => {
  it('lose nobody where they touch neither trust nor the hazard', () => {
    const harmless: Patch = { incentives: { power: { trustLoss: 0 } } };
    const enforcers = staff('enforcer');
    const none = difference(events('droppedOut'), [enforcers], [power, harmless, enforcers]);
    expect([none.lo, none.hi]).toEqual([0, 0]);
  });

  it('do not follow pressure where its weight is 0', () => {
    const pressed = (base: number): Patch => ({
      offices: { north: { pressure: { base, response: 0 } }, south: { pressure: { base, response: 0 } } },
    });
    const deaf: Patch = { incentives: { power: { pressure: 0 } }, caseworkers: { motives: { payoff: 0 } } };
    const none = difference(events('sanctioned'), [power, deaf, pressed(0)], [power, deaf, pressed(1.5)]);
    expect([none.lo, none.hi]).toEqual([0, 0]);
  });
});

/** Found: the near group's part of hours is 0.16 higher (0.10 to 0.23) while the threshold is not reached. */
describe('a threshold', () => {
  /** Pay-driven staff with a bonus that is easily reached in each period. */
  const goal = (bonus: number): Patch => ({
    caseworkers: { motives: { payoff: 3 } },
    incentives: {
      joining: null,
      start: null,
      lasting: null,
      goal: { kind: 'target', event: 'jobStart', period: 13, threshold: 12, bonus, heldAgainst: 0 },
    },
  });

  it('is worth something up to the event that reaches it and nothing in what is left of the period', () => {
    let [before, after] = [0, 0];
    runSmall(openSmall(larger, goal(50000)), {
      look: ({ instruments, names, step }) => {
        if (step >= 26) return;
        const event = names.events.indexOf('jobStart');
        for (const office of [0, 1])
          if (instruments[0].believedPrice(event, 0, office, true) > 0) before++;
          else after++;
      },
    });
    expect(before).toBeGreaterThan(5);
    expect(after).toBeGreaterThan(5);
  });

  it('pulls hours to the likely before it is reached and no longer after', () => {
    const tilt = new PairedDifferences();
    for (let replicate = 0; replicate < RUNS; replicate++) {
      const cells = [0, 1].map(() => ({ hours: [0, 0], weeks: [0, 0] }));
      let worth = [true, true];
      runSmall(openSmall(larger, goal(50000)), {
        replicate,
        look: ({ service, people, clients, instruments, names, step }) => {
          if (step < 26) {
            for (let at = 0; at < service.attachedCount; at++) {
              const row = service.attached[at];
              if (clients.stage[row] !== 0) continue;
              const cell = cells[worth[service.office[row]] ? 0 : 1];
              cell.hours[people.group[row]] += service.hours[0][row];
              cell.weeks[people.group[row]]++;
            }
          }
          // Hours of the next week are divided by what is believed at the end of this one.
          const event = names.events.indexOf('jobStart');
          worth = [0, 1].map((office) => instruments[0].believedPrice(event, 0, office, true) > 0);
        },
      });
      const [pulled, free] = cells.map(({ hours, weeks }) => {
        const [near, far] = hours.map((sum, group) => sum / weeks[group]);
        return near / (near + far);
      });
      tilt.push(free, pulled);
    }
    expect(tilt.interval(0.999)!.lo).toBeGreaterThan(0);
  });
});
