import { describe, expect, it } from 'vitest';
import { caseworkerId } from '../../../src/model/build/caseworkers.ts';
import { Contact } from '../../../src/model/service.ts';
import { leastLoaded, movePost, presentCount } from '../../../src/model/staff/roster.ts';
import { assignWaiting, evenOut, handOverOf } from '../../../src/model/week/staff/handOver.ts';
import type { World } from '../../../src/model/world.ts';
import { runWorld } from '../../../src/simulation/run.ts';
import { copyOf } from '../../support/columns.ts';
import { buildSmall, openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const staffing = (patch: Patch): Patch => ({ caseworkers: { staffing: patch } });
const leaving = (base: number, more: Patch = {}): Patch =>
  staffing({ turnover: { base, burnoutEffect: 0, ...more } });
const nobodyComes: Patch = { clients: { referrals: { value: 0 } } };
const manyPosts = (posts: number): Patch => ({ caseworkers: { roles: { adviser: { posts } } } });
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

/** The small programme after so many weeks. */
function worldAfter(weeks: number, ...patches: Patch[]): World {
  const built = buildSmall(openSmall({ pathway: { programme: { dropOut: 0 } } }, ...patches));
  runWorld(built, (world) => world.step === weeks);
  return built.world;
}

const loadsOf = ({ caseworkers }: World, role: number, office: number): number[] =>
  [...caseworkers.caseload].filter(
    (_, row) =>
      caseworkers.role[row] === role && caseworkers.office[row] === office && caseworkers.present[row] === 1,
  );

describe('without turnover', () => {
  it('nobody leaves, and what is said of hiring and handovers moves nothing', () => {
    const plain = runSmall(openSmall());
    const other = runSmall(
      openSmall(
        staffing({ hiring: { lag: 1 }, newcomer: { knowledge: 0 }, handover: { trustLoss: 1 } }),
        leaving(0, { burnoutEffect: 3, strainEffect: 2 }),
        { caseworkers: { roles: { adviser: { wageGap: 0.3 } } } },
      ),
    );
    for (const table of ['clients', 'service', 'caseworkers', 'offices'] as const)
      expect(copyOf(other[table])).toEqual(copyOf(plain[table]));
    expect([...plain.caseworkers.id].every((id) => (id & 255) === 0)).toBe(true);
    expect([...plain.caseworkers.localKnowledge].every((knows) => knows === 1)).toBe(true);
  });
});

describe('leaving', () => {
  it('comes at the stated rate, and faster by exp of the wage gap’s effect', () => {
    for (const [base, wageGap] of [
      [0.11, 0],
      [0.3, 0],
      [0.3, 0.2],
      [0.42, -0.5],
    ]) {
      let filled = 0;
      const world = runSmall(
        openSmall(nobodyComes, manyPosts(600), leaving(base), {
          caseworkers: { roles: { adviser: { wageGap } } },
        }),
        {
          look: (now) => {
            if (now.step > 0) filled += sum(now.caseworkers.present.subarray(0, 600));
          },
        },
      );
      const left = sum(world.caseworkers.leavers.subarray(0, 2));
      // Who leaves in a week is not there at its end: at risk were both.
      const expected = (left + filled) * -Math.expm1((-base / 52) * Math.exp(wageGap));
      // 4.4 standard errors: a false alarm in 100,000 seeds.
      expect(Math.abs(left - expected)).toBeLessThan(4.4 * Math.sqrt(expected));
      expect(left).toBeGreaterThan(30);
    }
  });

  it('is driven by burnout and by goal strain', () => {
    const left = (burnout: number, strain: number, patch: Patch): number => {
      const world = runSmall(openSmall(nobodyComes, manyPosts(400), leaving(0.3, patch)), {
        prepare: ({ caseworkers }) => {
          caseworkers.burnout.fill(burnout);
          caseworkers.strain.fill(strain);
          caseworkers.strainHours.fill(1);
        },
      });
      return sum(world.caseworkers.leavers.subarray(0, 2));
    };
    const none = left(0, 0, {});
    // Burnout recovers on the way, so that exp(2) times as many is the most.
    expect(left(1, 0, { burnoutEffect: 2 })).toBeGreaterThan(1.5 * none);
    expect(left(0, 1, { strainEffect: 1 })).toBeGreaterThan(1.5 * none);
    expect(left(1, 1, {})).toBe(none);
  });

  it('hangs on the caseworker and the week alone, so that designs lose the same people', () => {
    const loaded = openSmall(leaving(1), {
      designs: {
        one: {},
        other: { set: { incentives: { start: { amount: 9000 } }, activities: { course: { cost: 0 } } } },
      },
    });
    const [a, b] = [0, 1].map((design) => runSmall(loaded, { design }));
    expect(sum(a.caseworkers.leavers)).toBeGreaterThan(2);
    for (const column of ['id', 'present', 'since', 'disposition', 'skill'] as const)
      expect(b.caseworkers[column]).toEqual(a.caseworkers[column]);
    expect(b.service.contactHours).not.toEqual(a.service.contactHours);
  });
});

describe('hiring', () => {
  it('takes the lag within its spread, longer with a wage gap', () => {
    for (const [wageGap, shortest, longest] of [
      [0, 4, 12],
      [0.25, 6, 18],
    ]) {
      const emptySince = new Map<number, number>();
      const lengths: number[] = [];
      runSmall(
        openSmall(
          nobodyComes,
          manyPosts(300),
          leaving(1),
          staffing({ hiring: { lag: 8, spread: 0.5, wageEffect: 2 } }),
          {
            caseworkers: { roles: { adviser: { wageGap } } },
          },
        ),
        {
          look: ({ caseworkers, step }) => {
            for (let row = 0; row < 300; row++) {
              const empty = caseworkers.present[row] === 0;
              const since = emptySince.get(row);
              if (empty && since === undefined) emptySince.set(row, step);
              if (!empty && since !== undefined) {
                lengths.push(step - since);
                emptySince.delete(row);
              }
            }
          },
        },
      );
      expect(lengths.length).toBeGreaterThan(100);
      expect(Math.min(...lengths)).toBe(shortest + 1);
      expect(Math.max(...lengths)).toBe(longest);
    }
  });

  it('brings another person: the next id, own skill, a disposition of the office’s mix, no burnout, habits of the start', () => {
    const mix = { north: { mix: { adviser: { caregiver: 0.2, bureaucrat: 0.8 } } } };
    const hired: { office: number; disposition: string; skill: number; holder: number }[] = [];
    runSmall(
      openSmall(nobodyComes, manyPosts(400), leaving(4), staffing({ hiring: { lag: 2 } }), { offices: mix }),
      {
        prepare: ({ caseworkers }) => {
          caseworkers.burnout.fill(0.9);
          caseworkers.habit[0].fill(0.9);
        },
        look: ({ caseworkers, names, step }) => {
          for (let row = 0; row < 400; row++) {
            if (step === 0 || caseworkers.since[row] !== step) continue;
            const id = caseworkers.id[row];
            expect(caseworkers.burnout[row]).toBe(0);
            expect(caseworkers.habit.map((habit) => habit[row])).toEqual([0.5, 0.5]);
            const at = caseworkers.disposition[row];
            hired.push({
              office: caseworkers.office[row],
              disposition: names.dispositions[at],
              skill: caseworkers.skill[row],
              holder: id & 255,
            });
            expect(id - (id & 255)).toBe(caseworkerId(0, caseworkers.office[row], (id >>> 8) & 0x3fff, 0));
          }
        },
      },
    );
    expect(hired.length).toBeGreaterThan(500);
    expect(Math.max(...hired.map(({ holder }) => holder))).toBeGreaterThan(2);
    const north = hired.filter(({ office }) => office === 0);
    const south = hired.filter(({ office }) => office === 1);
    const share = (list: typeof hired, name: string) =>
      list.filter(({ disposition }) => disposition === name).length / list.length;
    // 4.4 standard errors.
    expect(Math.abs(share(north, 'bureaucrat') - 0.8)).toBeLessThan(4.4 * Math.sqrt(0.16 / north.length));
    expect(share(north, 'bureaucrat') + share(north, 'caregiver')).toBeCloseTo(1, 12);
    expect(Math.abs(share(south, 'entrepreneur') - 0.5)).toBeLessThan(4.4 * Math.sqrt(0.25 / south.length));
    const mean = sum(hired.map(({ skill }) => skill)) / hired.length;
    expect(Math.abs(mean - 1)).toBeLessThan(4.4 * Math.sqrt((Math.exp(0.36) - 1) / hired.length));
    expect(new Set(hired.map(({ skill }) => skill)).size).toBe(hired.length);
  });

  it('gives newcomers local knowledge that grows evenly to 1, and multiplies skill by it everywhere', () => {
    const seen: number[] = [];
    runSmall(
      openSmall(
        nobodyComes,
        manyPosts(40),
        leaving(2),
        staffing({ hiring: { lag: 1 }, newcomer: { knowledge: 0.4, learning: 6 } }),
      ),
      {
        look: ({ caseworkers, step }) => {
          for (let row = 0; row < 40; row++) {
            if (caseworkers.since[row] === 0) continue;
            const weeks = step - caseworkers.since[row];
            if (caseworkers.present[row] === 0) continue;
            expect(caseworkers.localKnowledge[row]).toBeCloseTo(Math.min(1, 0.4 + 0.1 * weeks), 12);
            seen.push(weeks);
          }
        },
      },
    );
    expect(Math.max(...seen)).toBeGreaterThan(8);
    // Twice the skill and half the knowledge is the same to the last digit, in contact and in hazards.
    const skilled = (skill: number, knowledge: number) =>
      copyOf(
        runSmall(openSmall({ caseworkers: { knowledge: { byTime: knowledge } } }), {
          prepare: ({ caseworkers, bindings }) => {
            caseworkers.skill.fill(skill);
            bindings.clients.ranges.skill = [0, 4];
          },
        }).clients,
      );
    expect(skilled(2, 0.5)).toEqual(skilled(1, 1));
    expect(skilled(2, 1)).not.toEqual(skilled(1, 1));
  });

  it('waits for cash where that is asked, and goes on without where not', () => {
    const poor: Patch = {
      incentives: { joining: null, start: null, lasting: null },
      offices: { north: { cash: { start: -1 } }, south: { cash: { start: -1 } } },
    };
    const hired = (needsCash: boolean) => {
      const world = runSmall(openSmall(poor, leaving(3), staffing({ hiring: { lag: 1, needsCash } })));
      return sum([...world.caseworkers.id].map((id) => id & 255));
    };
    expect(hired(true)).toBe(0);
    expect(hired(false)).toBeGreaterThan(3);
  });

  it('ends after as many holders as an id can tell apart', () => {
    const world = runSmall(openSmall(leaving(2), staffing({ hiring: { lag: 0 } })), {
      prepare: ({ caseworkers }) => {
        for (let row = 0; row < caseworkers.count; row++) caseworkers.id[row] += 254;
      },
    });
    const { caseworkers } = world;
    for (let row = 0; row < caseworkers.count; row++) {
      expect(caseworkers.role[row]).toBe(caseworkers.id[row] >>> 28);
      expect(caseworkers.id[row] & 255).toBeGreaterThanOrEqual(254);
    }
    expect([...caseworkers.present]).toContain(0);
    expect(() => openSmall(leaving(200))).toThrow(/more holders in this run than can be told apart/);
  });
});

describe('a handover', () => {
  const leave = (world: World, worker: number): void => {
    world.caseworkers.present[worker] = 0;
    world.caseworkers.roster.stale = true;
    handOverOf(world, 0, (each) => each === worker);
  };

  it('gives the clients to the least loaded colleagues of the office, at a loss of trust', () => {
    const world = worldAfter(9);
    const { service, caseworkers } = world;
    const before = service.trust.slice();
    const given = [...service.worker[0]].flatMap((worker, row) => (worker === 0 ? [row] : []));
    const south = loadsOf(world, 0, 1);
    const all = sum(loadsOf(world, 0, 0));
    expect(given.length).toBeGreaterThan(3);
    leave(world, 0);
    expect(caseworkers.caseload[0]).toBe(0);
    expect(loadsOf(world, 0, 0)).toEqual([all]);
    expect(loadsOf(world, 0, 1)).toEqual(south);
    before.forEach((trust, row) => {
      expect(service.trust[row]).toBe(given.includes(row) ? trust * (1 - 0.3) : trust);
    });
    expect([...caseworkers.handovers]).toEqual([given.length, 0]);
  });

  it('leaves clients waiting where nobody is present, until somebody comes', () => {
    const world = worldAfter(9);
    const { service, caseworkers } = world;
    const clients = sum(loadsOf(world, 0, 0));
    leave(world, 0);
    leave(world, 1);
    const waiting = [...service.worker[0]].filter(
      (worker, row) => worker < 0 && service.status[row] === 1,
    ).length;
    expect(waiting).toBe(clients);
    expect(presentCount(world, 0, 0)).toBe(0);
    expect(leastLoaded(world, 0, 0, 0.5)).toBe(-1);
    const trust = service.trust.slice();
    caseworkers.present[1] = 1;
    caseworkers.roster.stale = true;
    assignWaiting(world, 0);
    expect(loadsOf(world, 0, 0)).toEqual([clients]);
    // Who waited lost trust when the caseworker left, and loses none by getting another.
    expect(service.trust).toEqual(trust);
  });

  it('evens caseloads out for a newcomer, by clients of the most loaded colleagues', () => {
    const world = worldAfter(9, manyPosts(8));
    const { service, caseworkers } = world;
    leave(world, 2);
    const [before, trust] = [service.worker[0].slice(), service.trust.slice()];
    caseworkers.present[2] = 1;
    caseworkers.roster.stale = true;
    caseworkers.since[2] = world.step;
    evenOut(world, 0);
    const loads = loadsOf(world, 0, 0);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThan(2);
    expect(caseworkers.caseload[2]).toBeGreaterThan(1);
    before.forEach((worker, row) => {
      const now = service.worker[0][row];
      if (now !== worker) expect(now).toBe(2);
      expect(service.trust[row]).toBe(now === worker ? trust[row] : trust[row] * (1 - 0.3));
    });
  });

  it('leaves caseloads as they are where clients are not redistributed', () => {
    const hired = (redistribute: boolean) => {
      const loads: number[] = [];
      runSmall(openSmall(leaving(3), staffing({ hiring: { lag: 3 }, handover: { redistribute } })), {
        look: ({ caseworkers, step }) => {
          for (let row = 0; row < caseworkers.count; row++)
            if (step > 14 && caseworkers.since[row] === step) loads.push(caseworkers.caseload[row]);
        },
      });
      return sum(loads);
    };
    expect(hired(false)).toBeLessThan(hired(true));
  });
});

describe('in every week', () => {
  const churn = [leaving(4), staffing({ hiring: { lag: 6 } })];

  it('a client’s caseworker is present and of the client’s office, or there is none', () => {
    let waiting = 0;
    let served = 0;
    const world = runSmall(openSmall(...churn), {
      look: ({ service, caseworkers, names }) => {
        for (let role = 0; role < names.roles.length; role++) {
          const loads = new Int32Array(caseworkers.count);
          let unassigned = 0;
          for (let at = 0; at < service.attachedCount; at++) {
            const row = service.attached[at];
            const worker = service.worker[role][row];
            if (worker < 0) {
              unassigned++;
              expect(service.hours[role][row]).toBe(0);
              expect(service.contact[role][row]).toBe(Contact.none);
              continue;
            }
            loads[worker]++;
            served++;
            expect(caseworkers.present[worker]).toBe(1);
            expect(caseworkers.office[worker]).toBe(service.office[row]);
          }
          for (let row = 0; row < caseworkers.count; row++) {
            if (caseworkers.role[row] !== role) continue;
            expect(caseworkers.caseload[row]).toBe(loads[row]);
            if (caseworkers.present[row] === 0) expect(caseworkers.hoursGiven[row]).toBe(0);
          }
          expect(sum(loads) + unassigned).toBe(service.attachedCount);
          waiting += unassigned;
        }
      },
    });
    expect(waiting).toBeGreaterThan(20);
    expect(served).toBeGreaterThan(500);
    expect(sum(world.caseworkers.handovers)).toBeGreaterThan(20);
  });

  it('costs follow the posts that are filled', () => {
    const patch: Patch = { activities: { coaching: { cost: 0 }, course: { cost: 0 } } };
    runSmall(openSmall(...churn, patch), {
      look: ({ caseworkers, offices, phase }) => {
        for (let office = 0; office < 2; office++) {
          let cost = 0;
          for (let row = 0; row < caseworkers.count; row++) {
            if (caseworkers.office[row] !== office || caseworkers.present[row] === 0) continue;
            const { weeklyCost, fullLoad } = phase.roles[caseworkers.role[row]];
            cost += weeklyCost * Math.min(1, caseworkers.caseload[row] / fullLoad);
          }
          // Who was completed in this very week had a caseworker for it and counts no more.
          expect(offices.cost[office]).toBeCloseTo(cost, 8);
        }
      },
    });
  });
});

describe('the roster', () => {
  it('finds the posts of an office wherever they stand', () => {
    const world = worldAfter(9, manyPosts(8));
    const { caseworkers } = world;
    movePost(world, 1, 1);
    movePost(world, 6, 0);
    expect(presentCount(world, 0, 0)).toBe(4);
    expect(presentCount(world, 0, 1)).toBe(4);
    caseworkers.caseload.set([5, 0, 5, 5, 9, 9, 4, 9]);
    for (const draw of [0.01, 0.3, 0.6, 0.99]) {
      expect(leastLoaded(world, 0, 0, draw)).toBe(6);
      expect(leastLoaded(world, 0, 1, draw)).toBe(1);
    }
    caseworkers.caseload.fill(3);
    expect([0.1, 0.3, 0.6, 0.9].map((draw) => leastLoaded(world, 0, 0, draw))).toEqual([0, 2, 3, 6]);
  });
});
