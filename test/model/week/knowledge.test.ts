import { describe, expect, it } from 'vitest';
import { Status } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { mean, replicates, standardError } from '../../support/interval.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const knowledge = (patch: Patch, more: Patch = {}): Patch => ({ caseworkers: { knowledge: patch, ...more } });
const hidden: Patch = { clients: { latent: { share: 1, discovery: 0.1 } } };
const power = (knowledgePower: number): Patch => ({ clients: { latent: { knowledgePower } } });
const liaison: Patch = { partners: { kind: 'liaison', role: 'adviser', item: 0.5, ask: 2, first: true } };

/** Share of those who joined in whom the hidden barrier was found. */
function foundShare({ service, people }: World): number {
  let joined = 0;
  let found = 0;
  for (let row = 0; row < people.count; row++) {
    if (service.attachedAt[row] < 0) continue;
    joined++;
    found += service.found[row];
  }
  return found / joined;
}

describe('local knowledge', () => {
  it('leaves no trace where time teaches all, whatever hours would teach', () => {
    const plain = runSmall(openSmall());
    const same = runSmall(openSmall(power(0), knowledge({ byTime: 1, growth: 0.05, decay: 0.02 })));
    const { earnedKnowledge: _, ...without } = copyOf(plain.caseworkers);
    expect(copyOf(same.caseworkers)).toMatchObject(without);
    for (const table of ['clients', 'service', 'offices'] as const)
      expect(copyOf(same[table])).toEqual(copyOf(plain[table]));
  });

  it('grows by hours of liaison: what is missing falls by exp(−growth × hours)', () => {
    const world = runSmall(openSmall(knowledge({ byTime: 0.4, growth: 0.03 }, { duties: liaison })), {
      look: ({ caseworkers, dutyHours, step }) => {
        for (let worker = 0; worker < caseworkers.count; worker++) {
          // The hours of the step under way teach from the next one on.
          const hours = dutyHours.total[0][worker] - dutyHours.step[0][worker];
          const expected = 1 - 0.6 * Math.exp(-0.03 * hours);
          if (step > 0) expect(caseworkers.localKnowledge[worker]).toBeCloseTo(expected, 12);
        }
      },
    });
    expect(Math.max(...world.caseworkers.localKnowledge)).toBeGreaterThan(0.7);
  });

  it('grows by the hours that a scheme leaves free, and is forgotten', () => {
    const free: Patch = { incentives: { breathing: { kind: 'slack', share: 0.5 } } };
    const hours = new Map<number, number>();
    let most = 0;
    const world = runSmall(openSmall(free, knowledge({ byTime: 0.5, growth: 0.05, decay: 0.1 })), {
      look: ({ caseworkers, step }) => {
        for (let worker = 0; worker < caseworkers.count; worker++) {
          const before = hours.get(worker) ?? 0;
          const earned = (caseworkers.localKnowledge[worker] - 0.5) / 0.5;
          if (step > 0) expect(earned).toBeCloseTo(before, 12);
          most = Math.max(most, earned);
          const gained = (1 - before) * (1 - Math.exp(-0.05 * caseworkers.freeHours[worker]));
          hours.set(worker, before + gained - 0.1 * before);
        }
      },
    });
    expect(most).toBeGreaterThan(0.1);
    // Nobody is left to be seen at the end.
    expect(Math.max(...world.caseworkers.localKnowledge)).toBeLessThan(0.5 + 0.5 * most);
  });

  it('of newcomers grows to what time gives, and no further', () => {
    const world = runSmall(
      openSmall(
        knowledge(
          { byTime: 0.7 },
          {
            staffing: {
              turnover: { base: 4 },
              hiring: { lag: 0 },
              newcomer: { knowledge: 0.3, learning: 10 },
            },
          },
        ),
      ),
      {
        look: ({ caseworkers, step }) => {
          for (let worker = 0; worker < caseworkers.count; worker++) {
            if (caseworkers.present[worker] === 0) continue;
            const newcomer = (caseworkers.id[worker] & 255) > 0;
            const learnt = Math.min(1, (step - caseworkers.since[worker]) / 10);
            const expected = newcomer ? 0.3 + 0.4 * learnt : 0.7;
            expect(caseworkers.localKnowledge[worker]).toBeCloseTo(expected, 12);
          }
        },
      },
    );
    expect(world.caseworkers.leavers.some((leavers) => leavers > 0)).toBe(true);
  });
});

describe('discovery of a hidden barrier', () => {
  it('has chance 1 − exp(−rate × κ^power × hours): in a mean it is as rare as that', () => {
    const few = replicates(12).map((replicate) => {
      const run = (...patches: Patch[]) =>
        foundShare(runSmall(openSmall(hidden, knowledge({ byTime: 0.5 }), ...patches), { replicate }));
      // Half the knowledge in the square is a quarter of the rate.
      return run(power(2)) - run({ clients: { latent: { discovery: 0.025 } } });
    });
    for (const difference of few) expect(difference).toBe(0);
  });

  it('comes oftener where liaison has taught the place, if knowledge counts', () => {
    const gain = (counts: number): number[] =>
      replicates(16).map((replicate) => {
        const run = (growth: number): number =>
          foundShare(
            runSmall(
              openSmall(hidden, power(counts), knowledge({ byTime: 0.3, growth }, { duties: liaison })),
              {
                replicate,
              },
            ),
          );
        return run(0.1) - run(0);
      });
    const gained = gain(1);
    expect(mean(gained) - 3 * standardError(gained)).toBeGreaterThan(0);
    // Without, better skill may only change who is where; it finds nothing by itself.
    expect(Math.abs(mean(gain(0)))).toBeLessThan(mean(gained));
  });
});

describe('what hazards may read of contacts', () => {
  it('counts real contacts, so that an effect may need several visits', () => {
    const visits = 3;
    const needs: Patch = {
      pathway: { transitions: { findsWork: { hazard: `contacts >= ${visits} ? 0.5 : 0` } } },
    };
    const world = runSmall(openSmall(needs), {
      look: ({ clients, service, windowTo }) => {
        for (let row = 0; row < windowTo; row++)
          if (clients.stage[row] !== 0) expect(service.contacts[row]).toBeGreaterThanOrEqual(visits);
      },
    });
    const moved = world.clients.firstEvent[world.names.events.indexOf('jobStart')];
    expect(moved.some((step) => step >= 0)).toBe(true);
    expect(world.twins.firstEvent[world.names.events.indexOf('jobStart')].every((step) => step < 0)).toBe(
      true,
    );
  });

  it('is starved by paying for first contacts only', () => {
    // The same money for an average client: once, or a quarter of it at each contact.
    const paid: Patch = {
      caseworkers: {
        roles: { adviser: { mix: { entrepreneur: 0, caregiver: 0, paid: 1 } } },
        dispositions: { paid: { payoff: 1, need: 0.2 } },
      },
      pathway: { programme: { dropOut: 0 } },
    };
    const fee = (terms: Patch): Patch => ({
      incentives: {
        start: null,
        lasting: null,
        contacts: { kind: 'activityFee', role: 'adviser', amount: 40, ...terms },
      },
    });
    const several = (patch: Patch, replicate: number): { seen: number; retained: number } => {
      const { service, people } = runSmall(openSmall(paid, patch), { replicate });
      const contacts = Array.from({ length: people.count }, (_, row) =>
        service.attachedAt[row] >= 0 ? service.contacts[row] : -1,
      ).filter((count) => count >= 0);
      return {
        seen: contacts.filter((count) => count > 0).length / contacts.length,
        retained: contacts.filter((count) => count >= 4).length / contacts.length,
      };
    };
    const pairs = replicates(12).map((replicate) => ({
      first: several(fee({ mostPerClient: 1 }), replicate),
      all: several(fee({ amount: 10 }), replicate),
    }));
    const seen = pairs.map(({ first, all }) => first.seen - all.seen);
    const retained = pairs.map(({ first, all }) => first.retained - all.retained);
    expect(mean(seen) + 1e-9).toBeGreaterThanOrEqual(0);
    expect(mean(retained) + 3 * standardError(retained)).toBeLessThan(0);
  });
});

describe('mismatch', () => {
  const generic: Patch = {
    activities: { coaching: null, course: { effects: { skills: 1 }, familiarity: 1 } },
    measures: { matchFrom: 0.5 },
  };

  it('is the share of recent contact that touched no barrier that needs help', () => {
    const reads: Patch = { pathway: { programme: { dropOut: '0 * mismatch' } } };
    const weights = new Map<number, { all: number; none: number }>();
    let above = 0;
    const world = runSmall(openSmall(generic, reads), {
      look: ({ service, windowFrom, windowTo, bindings }) => {
        const out = new Float64Array(1);
        for (let row = windowFrom; row < windowTo; row++) {
          const own = weights.get(row) ?? { all: 0, none: 0 };
          const hours = service.hours[0][row];
          own.all += 0.12 * (hours - own.all);
          own.none += 0.12 * ((service.contact[0][row] === 2 ? hours : 0) - own.none);
          weights.set(row, own);
          expect(service.unmatched[row]).toBeCloseTo(own.none, 6);
          expect(service.unmatched[row]).toBeLessThanOrEqual(service.recent[0][row] + 1e-9);
          if (service.unmatched[row] > 0) above++;
        }
        bindings.dropOut.evaluate(service.attached, 0, 1, out);
        expect(out[0]).toBe(0);
      },
    });
    expect(above).toBeGreaterThan(100);
    expect(world.service.unmatched.length).toBe(world.people.count);
  });

  it('is nothing to whom nobody sees', () => {
    const unseen: Patch = {
      caseworkers: { roles: { adviser: { hoursPerWeek: 0 }, broker: { hoursPerWeek: 0 } } },
      pathway: { programme: { dropOut: 'mismatch' } },
    };
    const { service } = runSmall(openSmall(generic, unseen));
    expect(Math.max(...service.recent[0])).toBe(0);
    expect(Array.from(service.attachedAt).filter((step) => step >= 0).length).toBeGreaterThan(20);
    expect(Array.from(service.status)).not.toContain(Status.droppedOut);
  });

  it('is not kept where no formula reads it', () => {
    expect(runSmall(openSmall(generic)).service.unmatched.length).toBe(0);
  });

  it('drives out those to whom the service offers what they do not need', () => {
    const leaves: Patch = { pathway: { programme: { dropOut: '0.01 + 0.2 * mismatch' } } };
    const differences = replicates(12).map((replicate) => {
      const { service, people } = runSmall(openSmall(generic, leaves), { replicate });
      let away = 0;
      let others = 0;
      let left = 0;
      let stayed = 0;
      for (let row = 0; row < people.count; row++) {
        if (service.attachedAt[row] < 0) continue;
        // Whose need is health alone gets nothing out of the course.
        const missed = people.barriers[0][row] >= 0.5 && people.barriers[1][row] < 0.5;
        const dropped = service.status[row] === 4 ? 1 : 0;
        if (missed) {
          away++;
          left += dropped;
        } else {
          others++;
          stayed += dropped;
        }
      }
      return left / away - stayed / others;
    });
    expect(mean(differences) - 3 * standardError(differences)).toBeGreaterThan(0);
  });
});
