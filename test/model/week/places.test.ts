import { describe, expect, it } from 'vitest';
import { wasReferred } from '../../../src/measures/follow.ts';
import type { World } from '../../../src/model/world.ts';
import { simulateReplicate } from '../../../src/simulation/index.ts';
import { buildSmall, openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** Twenty places; whom somebody leaves, by a job or otherwise, somebody else takes. */
const full: Patch = {
  clients: { arrivals: 'replace', reserve: 400, referrals: { dist: 'constant', value: 20 } },
  pathway: {
    programme: { uptake: 1 },
    stages: { working: { final: true, claim: 0 } },
    milestones: { sustained: null },
  },
};
const noSustained: Patch = { pathway: { sustainedEvent: '' }, incentives: { lasting: null } };
const open = (...patches: Patch[]) => openSmall(full, noSustained, ...patches);

describe('arrivals that replace who has left', () => {
  it('keep every place filled as long as referrals last, and none after', () => {
    const loaded = open();
    const { referralWeeks } = loaded.designs[0].scenario.clock;
    let leavers = 0;
    const world = runSmall(loaded, {
      look: ({ people, service, step }) => {
        const came = people.firstOfStep[step + 1] - people.firstOfStep[step];
        expect(came).toBe(step === 0 ? 20 : step < referralWeeks ? leavers : 0);
        for (let row = people.firstOfStep[step]; row < people.firstOfStep[step + 1]; row++)
          expect([people.referredAt[row], service.attachedAt[row]]).toEqual([step, step]);
        leavers = 20 - service.attachedCount;
      },
    });
    const { people, service } = world;
    const referred = Array.from(people.id, (_, row) => wasReferred(world, row));
    const last = people.firstOfStep[world.steps];
    expect(last).toBeGreaterThan(22);
    expect(referred.lastIndexOf(true)).toBe(last - 1);
    expect(referred.slice(0, last).every(Boolean)).toBe(true);
    expect(Array.from(service.attachedAt.subarray(last)).every((step) => step === -1)).toBe(true);
  });

  it('bring the same people in the same order whatever the design, and as many as have left in each', () => {
    const slow: Patch = { pathway: { transitions: { findsWork: { hazard: '0.02' } } } };
    const [fastWorld, slowWorld] = [runSmall(open()), runSmall(open(slow))];
    expect(slowWorld.people.need).toEqual(fastWorld.people.need);
    expect(slowWorld.people.id).toEqual(fastWorld.people.id);
    expect(slowWorld.people.firstOfStep).not.toEqual(fastWorld.people.firstOfStep);
  });

  it('leave what designs share as it was', () => {
    const loaded = open();
    const { people } = buildSmall(loaded).world;
    const before = people.referredAt.slice();
    runSmall(loaded, { shared: { people } });
    expect(people.referredAt).toEqual(before);
  });

  it('fill the places of the first week step by step where a step is a day', () => {
    const attached: number[] = [];
    runSmall(open({ clock: { step: 'day', referralWeeks: 2, followUp: 40 } }), {
      look: ({ service, people, step }) => {
        attached.push(service.attachedCount);
        if (step < 7)
          expect(people.firstOfStep[step + 1]).toBeGreaterThanOrEqual(Math.floor((20 * (step + 1)) / 7));
      },
    });
    expect(Math.max(...attached)).toBe(20);
    expect(Math.min(...attached.slice(6, 14))).toBeGreaterThan(15);
  });

  it('multiply places and reserve by the scale', () => {
    const { people } = buildSmall(open({ scale: 2 })).world;
    expect([people.places?.[0], people.count]).toEqual([40, 840]);
  });

  it('end with an error that says what to do when nobody is left to come', () => {
    expect(() => runSmall(open({ clients: { reserve: 3 } }))).toThrow(
      /^in week \d+ nobody is left to come: 23 people were drawn for 20 places; raise clients\.reserve$/,
    );
  });

  it('name the week in which nobody is left, in days as in weeks', () => {
    const weekOf = (patch: Patch): number => {
      let next = 0;
      const look = ({ step, clock }: World) => {
        next = Math.floor((step + 1) / clock.stepsPerWeek);
      };
      let message = '';
      try {
        runSmall(open({ clients: { reserve: 3 } }, patch), { look });
      } catch (error) {
        message = (error as Error).message;
      }
      const named = Number(/^in week (\d+) nobody/.exec(message)?.[1]);
      // The last step that was looked at was whole, and the one after it had nobody left.
      expect(named).toBe(next);
      return named;
    };
    expect(weekOf({})).toBeGreaterThan(0);
    expect(weekOf({ clock: { step: 'day' } })).toBeGreaterThan(0);
  });

  it('have twins who come when their clients come', () => {
    const world = runSmall(open());
    const { people, twins, names } = world;
    const event = names.events.indexOf('jobStart');
    let happened = 0;
    for (let row = 0; row < people.count; row++) {
      const first = twins.firstEvent[event][row];
      if (first < 0) continue;
      happened++;
      expect(first).toBeGreaterThanOrEqual(people.referredAt[row]);
    }
    expect(happened).toBeGreaterThan(0);
    const { rows } = simulateReplicate(open(), 0, { references: [], clientTable: false }).designs[0];
    const referred = people.firstOfStep[world.steps];
    expect(rows.find(({ measure, slice }) => measure === 'attached.rate' && slice === '')?.value).toBe(1);
    expect(referred).toBeLessThan(people.count);
  });

  it.each([
    ['clients.reserve', { clients: { reserve: 0 } }],
    ['clients.growth', { clients: { growth: 0.01 } }],
    ['measures.references', { measures: { references: ['noService'] } }],
    ['measures.cohort.from', { measures: { cohort: { from: 2 } } }],
    ['measures.cohort.to', { measures: { cohort: { to: 5 } } }],
    ['incentives.grant.places', { incentives: { grant: { kind: 'blockGrant', amount: 1 } } }],
  ] as [string, Patch][])(
    'are refused with %s, which needs to know beforehand who comes when',
    (path, patch) => {
      expect(() => open(patch)).toThrow(path);
    },
  );

  it('have no companion worlds, asked for on the command line', () => {
    expect(() => simulateReplicate(open(), 0, { references: ['equalTime'], clientTable: false })).toThrow(
      /companion worlds/,
    );
  });
});

describe('trust by the hours of contact', () => {
  it('is 1 − (1 − start) Π (1 − perHour · h) where nothing else moves it', () => {
    const trust = { start: 0.3, growth: 0, decay: 0, perHour: 0.1 };
    const left: number[] = [];
    let met = 0;
    runSmall(openSmall({ clients: { trust } }), {
      look: ({ service, step, people }) => {
        for (let at = 0; at < service.attachedCount; at++) {
          const row = service.attached[at];
          if (service.attachedAt[row] === step) left[row] = 0.7;
          // The broker's contact moves neither barriers nor trust.
          const hours = service.hours[0][row];
          if (hours > 0) met++;
          left[row] *= 1 - 0.1 * hours;
          expect(service.trust[row]).toBeCloseTo(1 - left[row], 12);
        }
        expect(people.count).toBeGreaterThan(0);
      },
    });
    expect(met).toBeGreaterThan(100);
  });

  it('goes no further than 1', () => {
    runSmall(openSmall({ clients: { trust: { perHour: 100 } } }), {
      look: ({ service }) => {
        for (const value of service.trust) expect(value).toBeLessThanOrEqual(1);
      },
    });
  });
});
