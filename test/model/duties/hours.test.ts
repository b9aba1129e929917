import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Contact } from '../../../src/model/service.ts';
import { motiveNames } from '../../../src/model/staff/motives/registry.ts';
import type { World } from '../../../src/model/world.ts';
import { checkHours } from '../../support/conserved.ts';
import { everyDuty, withDuties } from '../../support/duties.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

/** What may be switched on together. */
const patches = fc
  .record({
    kinds: fc.subarray(Object.keys(everyDuty), { minLength: 1 }),
    rule: fc.constantFrom('waterline', 'priority'),
    pooled: fc.boolean(),
    slack: fc.constantFrom(0, 0.3),
    visit: fc.boolean(),
    formOnly: fc.constantFrom(0, 0.5),
    turnover: fc.constantFrom(0, 2),
    hours: fc.constantFrom(4, 12, 40),
    fee: fc.constantFrom(0, 30),
  })
  .map(
    ({ kinds, rule, pooled, slack, visit, formOnly, turnover, hours, fee }): Patch => ({
      caseworkers: {
        roles: { adviser: { formOnly, hoursPerWeek: hours } },
        allocation: { rule },
        assignment: pooled ? 'pooled' : 'leastLoaded',
        duties: Object.fromEntries(kinds.map((name) => [name, everyDuty[name]])),
        staffing: { turnover: { base: turnover } },
      },
      rules: visit ? { visit: { role: 'adviser', every: 3 } } : {},
      incentives: {
        ...(slack > 0 && { breathing: { kind: 'slack', share: slack } }),
        ...(fee > 0 && { contacts: { kind: 'activityFee', role: 'adviser', amount: fee } }),
      },
    }),
  );

describe('hours of caseworkers with duties', () => {
  it('are all accounted for, whatever is switched on together', () => {
    let onDuties = 0;
    fc.assert(
      fc.property(
        patches,
        fc.constantFrom('scenario', 'equalTime', 'needFirst', 'noService'),
        (patch, division) => {
          const world = runSmall(openSmall(patch), { division, look: checkHours });
          onDuties += sum(world.dutyHours.total.map(sum));
          const { available, contact, token, lost } = world.dutyHours.sums;
          const duties = sum(world.dutyHours.sumOfDuty.map(sum));
          expect(sum(contact) + sum(token) + sum(lost) + duties).toBeCloseTo(sum(available), 3);
        },
      ),
      { numRuns: 60, seed: 11 },
    );
    expect(onDuties).toBeGreaterThan(1000);
  });

  it('are shared with duties by caseworkers whom nothing moves, to whom all appeals alike', () => {
    const unmoved: Patch = {
      caseworkers: {
        motives: Object.fromEntries(motiveNames.map((name) => [name, 0])),
        roles: { adviser: { hoursPerWeek: 4 } },
      },
    };
    const { dutyHours } = runSmall(openSmall(withDuties({ partners: everyDuty.partners }, unmoved)));
    // Scarce hours: clients alone would take them all. Measured are 91% for clients and 8% for duties, which without appeal get none; bounds in between are assumed.
    const { available, contact } = dutyHours.sums;
    expect(sum(contact)).toBeGreaterThan(0.3 * sum(available));
    expect(sum(dutyHours.total.map(sum))).toBeGreaterThan(0.05 * sum(available));
  });

  it('lose none under the waterline while clients claim', () => {
    const world = runSmall(openSmall(withDuties(everyDuty)), {
      look: ({ caseworkers, dutyHours, service }) => {
        for (let worker = 0; worker < caseworkers.count; worker++) {
          const role = caseworkers.role[worker];
          const sees = service.contact[role].some(
            (kind, row) => kind !== Contact.none && service.worker[role][row] === worker,
          );
          if (sees) expect(dutyHours.lost[worker]).toBeLessThan(1e-5);
        }
      },
    });
    expect(sum(world.dutyHours.total[0])).toBeGreaterThan(0);
  });

  it('go first to duties that are not the caseworker’s to refuse, and come back to clients without them', () => {
    const court = { kind: 'otherWork', role: 'adviser', item: 0.5, ask: 4, first: true };
    const without = runSmall(openSmall());
    const world = runSmall(openSmall(withDuties({ court })));
    const { asked, unmet } = world.dutyHours;
    const done = sum(world.dutyHours.total[0]);
    expect(done).toBeCloseTo((asked[0] - unmet[0]) * 0.5, 9);
    // All that is asked is done as long as there are two hours: the few others are of the first and the last weeks.
    expect(unmet[0] / asked[0]).toBeLessThan(0.5);
    const contact = (each: World): number => each.dutyHours.sums.contact[0] + each.dutyHours.sums.contact[1];
    expect(contact(world)).toBeLessThan(contact(without) - 0.9 * done);
  });

  it('are kept for the record: so much and no more, whether it needs them or not', () => {
    const court = { kind: 'otherWork', role: 'adviser', item: 0.5, ask: 2, first: true };
    const file = (kept: number) => ({ kind: 'recording', role: 'adviser', perContactHour: 0.5, kept });
    const held = (kept: number): World =>
      runSmall(openSmall(withDuties({ file: file(kept), court })), {
        look: ({ caseworkers, dutyHours }) => {
          for (let worker = 0; worker < caseworkers.count; worker++) {
            if (caseworkers.role[worker] !== 0) continue;
            const left = caseworkers.hoursAvailable[worker] - dutyHours.step[1][worker];
            expect(dutyHours.step[0][worker]).toBeLessThanOrEqual(kept * left + 1e-9);
            expect(caseworkers.hoursGiven[worker]).toBeLessThanOrEqual((1 - kept) * left + 1e-5);
          }
        },
      });
    expect(sum(held(0).dutyHours.total[0])).toBe(0);
    const third = held(0.3);
    const most = held(0.8);
    expect(sum(third.dutyHours.total[0])).toBeGreaterThan(20);
    // With most of the time kept there is little to record, and the rest of what is kept is lost.
    expect(sum(most.dutyHours.total[0])).toBeLessThan(sum(third.dutyHours.total[0]));
    expect(most.dutyHours.sums.lost[0]).toBeGreaterThan(third.dutyHours.sums.lost[0] + 20);
  });

  it('reach duties on slack only where nobody claims them, or a scheme leaves hours free', () => {
    const triage = { kind: 'otherWork', role: 'adviser', ask: 10, onSlack: true, pull: { need: 4, ease: 1 } };
    const held = (patch: Patch): number => {
      const world = runSmall(openSmall(withDuties({ triage }, patch)), {
        look: (now) => {
          // While a client is seen under the waterline nothing is left.
          for (let worker = 0; worker < now.caseworkers.count; worker++) {
            if (patch.incentives === undefined && now.caseworkers.hoursGiven[worker] > 0)
              expect(now.dutyHours.step[0][worker]).toBeLessThan(1e-6);
          }
        },
      });
      return sum(world.dutyHours.total[0]);
    };
    const none = held({});
    const free = held({ incentives: { breathing: { kind: 'slack', share: 0.5 } } });
    expect(free).toBeGreaterThan(none + 10);
    // Short fixed appointments leave hours that nobody claims.
    expect(
      held({ incentives: {}, caseworkers: { allocation: { rule: 'priority', hours: 0.25 } } }),
    ).toBeGreaterThan(none + 10);
  });
});

describe('duties beside clients in the equal-time world', () => {
  it('wait their turn as clients do, whether what is not done waits or lapses', () => {
    const share = (more: Patch, hoursPerWeek: number): number => {
      const partners = { kind: 'liaison', role: 'adviser', item: 0.5, ask: 1, ...more };
      const world = runSmall(
        openSmall(withDuties({ partners }, { caseworkers: { roles: { adviser: { hoursPerWeek } } } })),
        { division: 'equalTime', look: checkHours },
      );
      return sum(world.dutyHours.total[0]) / sum(world.dutyHours.sums.available);
    };
    for (const hours of [2, 4, 8]) {
      // Nobody is seen each week: a duty that lapses comes round like a client, and one that waits more often.
      expect(share({}, hours), String(hours)).toBeGreaterThan(0.02);
      expect(share({ waits: true }, hours)).toBeGreaterThan(share({}, hours));
      expect(share({ first: true }, hours)).toBeGreaterThan(share({ waits: true }, hours));
    }
  });
});

describe('slack hours', () => {
  const contactOf = (patch: Patch) => {
    const world = runSmall(openSmall(patch));
    return { world, strain: sum(world.caseworkers.strain) + sum(world.caseworkers.formerStrain) };
  };
  const pressed: Patch = {
    offices: { north: { pressure: { base: 2 } }, south: { pressure: { base: 2 } } },
    rules: { visit: { role: 'adviser', every: 2 } },
  };

  it('ease goal strain: all of them free leaves none', () => {
    const none = contactOf(pressed).strain;
    const half = contactOf({ ...pressed, incentives: { free: { kind: 'slack', share: 0.5 } } }).strain;
    const all = contactOf({ ...pressed, incentives: { free: { kind: 'slack', share: 1 } } }).strain;
    expect(none).toBeGreaterThan(20);
    expect(half).toBeLessThan(none);
    expect(all).toBeLessThan(1e-3);
  });

  it('are as good as none without pressure and rules, but for the shortest appointment', () => {
    const change = (share: number) => ({ incentives: { free: { kind: 'slack', share } } });
    const usual = contactOf({});
    const all = contactOf(change(1));
    expect(sum(all.world.service.contactHours)).toBeCloseTo(sum(usual.world.service.contactHours), 1);
  });
});
