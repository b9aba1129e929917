import { describe, expect, it } from 'vitest';
import { COMMISSIONER, officeParty } from '../../../src/model/money/books.ts';
import { AUDIT_ACCOUNT } from '../../../src/model/record/auditing.ts';
import type { World } from '../../../src/model/world.ts';
import { withDuties } from '../../support/duties.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const jobStart = (world: World): number => world.names.events.indexOf('jobStart');
const file = (more: Patch = {}): Patch => ({
  kind: 'recording',
  role: 'adviser',
  perContactHour: 0.5,
  perEvent: { jobStart: 0.5 },
  expires: 200,
  ...more,
});
const run = (duty: Patch, more: Patch = {}, look?: (world: World) => void): World =>
  runSmall(openSmall(withDuties({ file: duty }, more)), { look });

describe('a duty of recording', () => {
  it('loses no record: made = on record + lost + waiting, for contacts and for events', () => {
    const events = (world: World): void => {
      const { counts, queue } = world.record;
      const e = jobStart(world);
      const open = sum(counts.contactsMade) - sum(counts.contactsRecorded) - sum(counts.contactsLost);
      const openEvents = sum(counts.happened[e]) - sum(counts.recorded[e]) - sum(counts.lost[e]);
      expect(open + openEvents).toBe(queue.count);
    };
    for (const expires of [2, 200]) {
      const world = run(file({ expires }), {}, events);
      expect(sum(world.record.counts.happened[jobStart(world)])).toBeGreaterThan(10);
    }
  });

  it('spends the hours that its records take, no more', () => {
    const world = run(file());
    const { queue, counts } = world.record;
    const waiting = sum(queue.hours);
    const contact = world.service.contactHours.reduce((a, b) => a + b, 0);
    const events = 0.5 * sum(counts.happened[jobStart(world)]);
    expect(sum(world.dutyHours.total[0]) + waiting).toBeCloseTo(0.5 * contact + events, 3);
    expect(sum(world.dutyHours.total[0])).toBeGreaterThan(50);
  });

  it('has events claimed and paid when they are recorded, and not before', () => {
    const world = run(file());
    const e = jobStart(world);
    const { hadFirst, claimedFirst } = world.service;
    let later = 0;
    for (let row = 0; row < world.people.count; row++) {
      if (claimedFirst[e][row] < 0) continue;
      expect(claimedFirst[e][row]).toBeGreaterThan(hadFirst[e][row]);
      later++;
    }
    expect(later).toBeGreaterThan(10);
    const account = world.books.accounts.findIndex(({ name }) => name === 'start');
    const paid = world.books.paidBy(COMMISSIONER, 'fee');
    expect(paid).toBeGreaterThan(0);
    expect(
      sum(Array.from({ length: world.steps }, (_, step) => world.books.stepFlow(account, step))),
    ).toBeCloseTo(1500 * later, 6);
  });

  it('lets what is too old lapse: unrecorded events are never claimed, unrecorded contacts never paid', () => {
    // Caregivers whom neither dates nor money move record nothing but in hours that nobody claims.
    const world = runSmall(
      openSmall({
        caseworkers: {
          roles: { adviser: { mix: { caregiver: 1, entrepreneur: null } } },
          motives: { turn: 0, mandate: 0, payoff: 0 },
          duties: { file: file({ expires: 3, pull: { ease: 0 } }) },
        },
        incentives: { contacts: { kind: 'activityFee', role: 'adviser', amount: 10 } },
      }),
    );
    const { counts } = world.record;
    expect(sum(counts.contactsMade)).toBeGreaterThan(100);
    expect(counts.contactsRecorded[0] / counts.contactsMade[0]).toBeLessThan(0.3);
    expect(counts.contactsLost[0]).toBeGreaterThan(0.5 * counts.contactsMade[0]);
    const account = world.books.accounts.findIndex(({ name }) => name === 'contacts');
    const fees = sum(
      world.names.offices.map((_, o) => world.books.flow(account, COMMISSIONER, officeParty(o))),
    );
    expect(fees).toBe(10 * counts.contactsRecorded[0]);
    expect(sum(counts.lost[jobStart(world)])).toBeGreaterThan(0);
  });

  it('resets the recorded clock by what is on record, and not by what was done', () => {
    run(file({ expires: 2, due: 0, pull: { ease: 0 } }), { caseworkers: {} }, ({ service, record, step }) => {
      for (let at = 0; at < service.attachedCount; at++) {
        const row = service.attached[at];
        // What was seen in this step is written up in the next one at the earliest.
        if (service.attachedAt[row] < step) expect(service.lastRecorded[0][row]).toBeLessThan(step);
        expect(service.lastRecorded[0][row]).toBeLessThanOrEqual(
          Math.max(service.lastRealOfRole[0][row], service.attachedAt[row] - 1),
        );
      }
      expect(record.queue.count).toBeGreaterThanOrEqual(0);
    });
  });

  it('records more where events that wait to be recorded bring more money', () => {
    const recorded = (fee: number): number => {
      const world = run(file({ expires: 4 }), {
        incentives: { start: { amount: fee } },
        caseworkers: { roles: { adviser: { mix: { entrepreneur: 1, caregiver: null } } } },
      });
      return sum(world.dutyHours.total[0]) / sum(world.dutyHours.sums.available);
    };
    const shares = [recorded(0), recorded(500), recorded(3000)];
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[2]).toBeGreaterThan(shares[0] * 1.1);
  });

  it('is on record at once where it leaves no work', () => {
    const usual = runSmall(openSmall());
    const world = run(file({ perContactHour: 0, perEvent: {} }));
    expect(world.service.claimedFirst).toEqual(usual.service.claimedFirst);
    expect(world.books.paidBy(COMMISSIONER)).toBe(usual.books.paidBy(COMMISSIONER));
    expect(world.service.lastRecorded).toEqual(usual.service.lastRecorded);
  });

  it('goes on with its queue when it becomes cheaper by a dated change', () => {
    const world = runSmall(
      openSmall(withDuties({ file: file({ perContactHour: 1 }) }), {
        timeline: {
          cheaper: { at: 10, set: { caseworkers: { duties: { file: { perContactHour: 0.1 } } } } },
        },
      }),
      {
        look: ({ record, step }) => {
          if (step === 10) expect(record.queue.count).toBeGreaterThan(0);
        },
      },
    );
    const { counts, queue } = world.record;
    const e = jobStart(world);
    expect(
      sum(counts.contactsMade) +
        sum(counts.happened[e]) -
        sum(counts.contactsRecorded) -
        sum(counts.recorded[e]) -
        sum(counts.contactsLost) -
        sum(counts.lost[e]),
    ).toBe(queue.count);
  });
});

describe('what a leaver has not recorded', () => {
  const leaving = (more: Patch = {}, duty: Patch = {}): Patch => ({
    ...more,
    caseworkers: {
      ...((more.caseworkers as Patch | undefined) ?? {}),
      staffing: { turnover: { base: 3 }, hiring: { lag: 6 } },
      duties: { file: file({ expires: 200, pull: { ease: 0 }, ...duty }) },
    },
  });
  /** Runs, checks each week that no record is nowhere, and counts what was lost while posts changed hands. */
  const follow = (patch: Patch, look?: (world: World) => void) => {
    const world = runSmall(openSmall(patch), {
      look: (now) => {
        const { counts, queue } = now.record;
        const e = jobStart(now);
        const made = sum(counts.contactsMade) + sum(counts.happened[e]);
        const kept = sum(counts.contactsRecorded) + sum(counts.recorded[e]) + queue.count;
        expect(made).toBe(kept + sum(counts.contactsLost) + sum(counts.lost[e]));
        look?.(now);
      },
    });
    expect(sum(world.caseworkers.leavers)).toBeGreaterThan(5);
    const { contactsLost, lost } = world.record.counts;
    return { world, contacts: sum(contactsLost), events: sum(lost[jobStart(world)]) };
  };

  it('is lost, and nothing else is', () => {
    const { contacts, events } = follow(leaving());
    expect(contacts).toBeGreaterThan(10);
    expect(events).toBeGreaterThan(0);
  });

  it('is written up by who takes over the clients, and no contact is lost', () => {
    let alone = 0;
    const { contacts } = follow(leaving({}, { handedOver: true }), ({ record, caseworkers }) => {
      const { office, present, firstOfRole } = caseworkers;
      const isThere = (of: number): boolean =>
        office.subarray(0, firstOfRole[1]).some((each, w) => each === of && present[w] === 1);
      // Records wait at a vacant post only where nobody else is in the office.
      for (let worker = 0; worker < firstOfRole[1]; worker++) {
        if (present[worker] === 1 || record.queue.oldest(worker) < 0) continue;
        expect(isThere(office[worker])).toBe(false);
        alone++;
      }
    });
    expect(contacts).toBe(0);
    expect(alone).toBeGreaterThan(0);
  });

  it('waits for the next holder where nobody else is there, and is written up then', () => {
    let waited = 0;
    let written = 0;
    const { contacts } = follow(
      leaving({ caseworkers: { roles: { adviser: { posts: 2 } } } }, { handedOver: true }),
      ({ record, caseworkers, dutyHours, step }) => {
        for (let worker = 0; worker < caseworkers.firstOfRole[1]; worker++) {
          const oldest = record.queue.oldest(worker);
          if (caseworkers.present[worker] === 0 && oldest >= 0) waited++;
          const inherited = oldest >= 0 && oldest < caseworkers.since[worker];
          if (caseworkers.present[worker] === 1 && inherited && step > caseworkers.since[worker])
            written += dutyHours.step[0][worker];
        }
      },
    );
    expect(contacts).toBe(0);
    expect(waited).toBeGreaterThan(10);
    expect(written).toBeGreaterThan(0);
  });

  it('is handed over in teams, too', () => {
    const { contacts } = follow(leaving({ caseworkers: { assignment: 'pooled' } }, { handedOver: true }));
    expect(contacts).toBe(0);
  });

  it('expires at a vacant post as elsewhere', () => {
    for (const assignment of ['leastLoaded', 'pooled']) {
      let oldest = 0;
      const { contacts } = follow(
        leaving(
          { caseworkers: { assignment, roles: { adviser: { posts: 2 } } } },
          { handedOver: true, expires: 3 },
        ),
        ({ record, caseworkers, step }) => {
          for (let worker = 0; worker < caseworkers.firstOfRole[1]; worker++)
            if (record.queue.oldest(worker) >= 0)
              oldest = Math.max(oldest, step - record.queue.oldest(worker));
        },
      );
      expect(oldest).toBe(3);
      expect(contacts).toBeGreaterThan(0);
    }
  });

  it('keeps its order and its hours when it is handed over', () => {
    let checked = false;
    run(file({ expires: 200, pull: { ease: 0 } }), {}, (world) => {
      const { queue } = world.record;
      if (world.step < 8) return;
      if (checked || queue.hours[0] === 0 || queue.hours[1] === 0) return;
      checked = true;
      const hours = queue.hours[0] + queue.hours[1];
      const worth = queue.worthWaiting[0] + queue.worthWaiting[1];
      const count = queue.count;
      let nth = 0;
      // Every third stays where it is.
      queue.handOver(0, () => (nth++ % 3 === 0 ? -1 : 1));
      expect(queue.hours[0]).toBeGreaterThan(0);
      expect(queue.hours[0] + queue.hours[1]).toBeCloseTo(hours, 12);
      expect(queue.worthWaiting[0] + queue.worthWaiting[1]).toBeCloseTo(worth, 9);
      expect(queue.count).toBe(count);
      for (const worker of [0, 1]) {
        const order: number[] = [];
        queue.expire(worker, Number.POSITIVE_INFINITY, (entry) => order.push(queue.madeAt[entry]));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(order.length).toBeGreaterThan(1);
        expect(queue.hours[worker]).toBe(0);
      }
    });
    expect(checked).toBe(true);
  });
});

describe('records of what did not happen', () => {
  const dishonest = (more: Patch = {}, audit: Patch = {}, fee = 1500, integrity = 0): World =>
    runSmall(
      openSmall({
        caseworkers: {
          roles: { adviser: { integrity } },
          duties: { file: file({ misreport: { rate: 0.05, events: { jobStart: true } }, ...more }) },
        },
        commissioner: { audit },
        incentives: { start: { amount: fee } },
      }),
    );
  const invented = (world: World): number => sum(world.record.counts.invented[jobStart(world)]);

  it('come from lack of integrity and a price, and not without them', () => {
    expect(invented(dishonest())).toBeGreaterThan(10);
    expect(invented(dishonest({}, {}, 1500, 1))).toBe(0);
    expect(invented(dishonest({}, {}, 0))).toBe(0);
    expect(invented(dishonest({ misreport: { rate: 0.05, events: { jobStart: false } } }))).toBe(0);
  });

  it('are paid, and known: the truth stands beside them', () => {
    const world = dishonest();
    const e = jobStart(world);
    const { inventedAt } = world.record;
    let standing = 0;
    for (let row = 0; row < world.people.count; row++) {
      const at = inventedAt[e]?.[row] ?? -1;
      if (at < 0) continue;
      standing++;
      expect(world.service.claimedFirst[e][row]).toBe(at);
    }
    expect(standing).toBe(invented(world));
    // First claims are those of true events and invented ones.
    const first = world.service.claimedFirst[e].filter((step) => step >= 0).length;
    expect(first).toBeLessThanOrEqual(sum(world.record.counts.recorded[e]) + standing);
    const honest = dishonest({}, {}, 1500, 1);
    expect(first).toBeGreaterThan(honest.service.claimedFirst[e].filter((step) => step >= 0).length);
  });

  it('stop where an audit makes them a loss: a · (1 + penalty / price) ≥ 1', () => {
    const free = invented(dishonest({ perEvent: {} }));
    const watched = dishonest({ perEvent: {} }, { share: 0.2, insight: 1 });
    expect(invented(watched)).toBeLessThan(free);
    expect(sum(watched.record.counts.foundEvents)).toBeGreaterThan(0);
    // 0.2 · (1 + 6000 / 1500) = 1.
    expect(invented(dishonest({ perEvent: {} }, { share: 0.2, insight: 1, penalty: 6001 }))).toBe(0);
  });

  it('that are found cost the penalty and are struck', () => {
    const world = dishonest({ perEvent: {} }, { share: 0.5, insight: 0.8, penalty: 100 });
    const found = sum(world.record.counts.foundEvents) + sum(world.record.counts.foundContacts);
    expect(found).toBeGreaterThan(3);
    const account = world.books.accounts.findIndex(({ name }) => name === AUDIT_ACCOUNT);
    const back = sum(
      world.names.offices.map((_, o) => world.books.flow(account, COMMISSIONER, officeParty(o))),
    );
    expect(back).toBeCloseTo(-100 * found, 9);
    const kept = dishonest({ perEvent: {} }, { share: 0.5, insight: 0.8, penalty: 100, strike: false });
    expect(invented(kept)).toBeGreaterThan(0);
    expect(sum(kept.record.counts.foundEvents)).toBeGreaterThan(0);
  });
});

describe('contacts in form only', () => {
  const rules = { rules: { visit: { role: 'adviser', every: 2 } } };
  const pressed = (integrity: number, base: number): number => {
    const world = runSmall(
      openSmall({
        ...rules,
        caseworkers: {
          roles: { adviser: { integrity, tokenPressure: 0.6, formOnly: 0.1 } },
          motives: { payoff: 0 },
        },
        offices: { north: { pressure: { base } }, south: { pressure: { base } } },
      }),
    );
    return sum(world.dutyHours.sums.token);
  };

  it('come with pressure to those who lack integrity', () => {
    expect(pressed(1, 1)).toBe(pressed(1, 0));
    expect(pressed(0, 0)).toBe(pressed(1, 0));
    expect(pressed(0.5, 1)).toBeGreaterThan(1.5 * pressed(1, 1));
    expect(pressed(0, 1)).toBeGreaterThan(pressed(0.5, 1));
  });

  it('are found by larger audits where smaller ones find them, and do not count then', () => {
    const found = (share: number): Set<string> => {
      const hits = new Set<string>();
      runSmall(
        openSmall({
          ...rules,
          caseworkers: { roles: { adviser: { formOnly: 0.5, compliance: 1 } } },
          commissioner: { audit: { share, strike: false } },
        }),
        {
          look: (world) => {
            hits.add(`${world.step}:${sum(world.record.counts.foundContacts)}`);
          },
        },
      );
      return hits;
    };
    const last = (hits: Set<string>): number =>
      Math.max(...[...hits].map((hit) => Number(hit.split(':')[1])));
    const counts = [0, 0.2, 0.5, 1].map((share) => last(found(share)));
    expect(counts[0]).toBe(0);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[3]).toBeGreaterThan(2 * counts[1]);
    const struck = runSmall(
      openSmall({
        ...rules,
        caseworkers: { roles: { adviser: { formOnly: 1 } } },
        commissioner: { audit: { share: 1 } },
        incentives: { contacts: { kind: 'activityFee', role: 'adviser', amount: 10 } },
      }),
    );
    const { counts: record } = struck.record;
    expect(record.foundContacts[0]).toBeGreaterThan(10);
    const account = struck.books.accounts.findIndex(({ name }) => name === 'contacts');
    const fees = sum(
      struck.names.offices.map((_, o) => struck.books.flow(account, COMMISSIONER, officeParty(o))),
    );
    expect(fees).toBe(10 * record.contactsRecorded[0]);
  });
});
