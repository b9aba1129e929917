import { describe, expect, it } from 'vitest';
import { createObservers } from '../../src/measures/index.ts';
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

/**
 * F14. That a sanctioned client is the more likely to leave is assumed, as a hazard of the scenario (1.5 on the logit,
 * set before the run); that enforcers' clients leave more often has to come from whom caseworkers sanction. Lost trust
 * alone, without that term, was tried first and is too weak for these runs to tell: 0.004 exits a client more, the
 * interval includes 0. Found with it: 0.42 sanctions (0.37 to 0.48) and 0.027 exits (0.010 to 0.044) a client more. That
 * jobs are worse and shorter (the rest of F14) is not tested here.
 */
describe('F14: where caseworkers may sanction, enforcers', () => {
  const leaving = (weight: number): Patch => ({
    pathway: { programme: { dropOut: `logistic(-5 - 2 * (trust - trustStart) + ${weight} * sanctioned)` } },
  });
  const [caregivers, enforcers] = [staff('caregiver'), staff('enforcer')];

  it('sanction more than caregivers, and more of their clients leave', () => {
    const base = [power, leaving(1.5), caregivers];
    const other = [power, leaving(1.5), enforcers];
    const sanctioned = difference(events('sanctioned'), base, other);
    const left = difference(events('droppedOut'), base, other);
    expect(sanctioned.lo).toBeGreaterThan(0);
    expect(left.lo).toBeGreaterThan(0);
  });

  it('lose nobody by sanctions that touch neither trust nor the hazard', () => {
    const harmless: Patch = { incentives: { power: { trustLoss: 0 } } };
    const none = difference(events('droppedOut'), [enforcers], [power, harmless, enforcers]);
    expect([none.lo, none.hi]).toEqual([0, 0]);
  });
});

/** Found: 0.15 sanctions a client more (0.12 to 0.18). */
describe('F16: pressure', () => {
  it('raises sanctions, and no longer where its weight is 0', () => {
    const pressed = (base: number): Patch => ({
      offices: { north: { pressure: { base, response: 0 } }, south: { pressure: { base, response: 0 } } },
    });
    const rise = difference(events('sanctioned'), [power, pressed(0)], [power, pressed(1.5)]);
    const deaf: Patch = { incentives: { power: { pressure: 0 } }, caseworkers: { motives: { payoff: 0 } } };
    const none = difference(events('sanctioned'), [power, deaf, pressed(0)], [power, deaf, pressed(1.5)]);
    expect(rise.lo).toBeGreaterThan(0);
    expect([none.lo, none.hi]).toEqual([0, 0]);
  });
});

/**
 * F11. How far scores are shifted is assumed (gaming 0.1), and with no integrity they show about twice that; the claim
 * is that lives do not follow the record. Found: 0.19 on record, 0.000 (−0.0003 to 0.0004) in truth.
 */
describe('F11: a paid score', () => {
  const paid: Patch = {
    commissioner: { scoring: { role: 'adviser', every: 8, gaming: 0.1 } },
    incentives: { distance: { kind: 'progress', role: 'adviser', amount: 3000 } },
  };

  /** Progress on record and in truth where caseworkers have this integrity. */
  function travelled(integrity: number, replicate: number): (number | null)[] {
    const loaded = openSmall(larger, paid);
    const { scenario } = loaded.designs[0];
    let observers: ReturnType<typeof createObservers> | undefined;
    const world = runSmall(loaded, {
      replicate,
      prepare: (now) => {
        Object.assign(now.phase.roles[0], { integrity });
        observers = createObservers(['progress'], now, scenario);
      },
      look: (now) => observers?.observe(now),
    });
    const rows = observers?.finish(world, {}).rows ?? [];
    return ['progress.scored', 'progress.true'].map(
      (id) => rows.find((row) => row.measure === id && row.slice === '')?.value ?? null,
    );
  }

  it('improves on record without integrity, while the true distance does not', () => {
    const [onRecord, inTruth] = [new PairedDifferences(), new PairedDifferences()];
    for (let replicate = 0; replicate < RUNS; replicate++) {
      const [honest, gamed] = [travelled(1, replicate), travelled(0, replicate)];
      onRecord.push(honest[0], gamed[0]);
      inTruth.push(honest[1], gamed[1]);
    }
    expect(onRecord.interval(0.999)!.lo).toBeGreaterThan(0.1);
    expect(inTruth.interval(0.999)!.hi).toBeLessThan(0.02);
  });
});

/** Found: the near group's part of hours is 0.16 higher (0.10 to 0.23) while the threshold is not reached. */
describe('F12: a threshold', () => {
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
