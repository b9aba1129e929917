import { describe, expect, it } from 'vitest';
import { Status } from '../../src/model/service.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';
import { type Estimate, ratio, SURE } from './queueEstimate.ts';
import { birthDeath, erlangC, inSteps, type Queue, ratesOfSteps } from './queueTheory.ts';

/** Steps of an hour; a service takes ten in the mean. */
const STEP = 1;
const WEEK = 168;
/** Offices side by side, none of which knows of the others: each is a queue of its own. */
const OFFICES = 60;
/** Weeks of arrivals, of which the first are left out, and weeks in which everybody who came is followed on. */
const WEEKS = 18;
const WARM_UP = 7;
const FOLLOWED = 6;

const named = (name: (at: number) => string, entry: unknown): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: OFFICES }, (_, at) => [name(at), entry]));

/** A triage service: a team in each office, turn the only motive, one length of service, nothing but a first assessment. */
function triage({ lambda, c, mu, theta }: Queue): Patch[] {
  return [
    {
      seed: 'queue',
      clock: { step: 'hours', hours: STEP, workingDays: 7, referralWeeks: WEEKS, followUp: FOLLOWED },
      clients: { referrals: null, crisis: { onset: 0 } },
      caseworkers: {
        roles: {
          adviser: {
            posts: c * OFFICES,
            hoursPerWeek: WEEK,
            adminShare: 0,
            fullLoad: 0.001,
            shortestAppointment: STEP,
            mix: { entrepreneur: null, caregiver: null, byTurn: 1 },
          },
          broker: null,
        },
        dispositions: { byTurn: { turn: 1 } },
        allocation: { noise: 'constant(0)' },
        assignment: 'pooled',
      },
      offices: { north: null, south: null },
      activities: { coaching: null, course: null },
      incentives: { joining: null, start: null, lasting: null },
      pathway: {
        start: 'waiting',
        mainEvent: 'assessed',
        sustainedEvent: '',
        stages: { searching: null, working: null, waiting: {}, done: { counts: false, final: true } },
        transitions: {
          findsWork: null,
          losesWork: null,
          assessment: {
            from: 'waiting',
            to: 'done',
            emits: 'assessed',
            per: 'contact',
            hazard: '1 - exp(-mu * hoursNow)',
            parameters: { mu },
          },
        },
        milestones: { sustained: null },
        programme: {
          uptake: 1,
          // Who is being seen does not leave.
          dropOut: theta === 0 ? 0 : `(1 - exp(-theta * ${WEEK})) * (1 - step(hoursNow))`,
          parameters: theta === 0 ? {} : { theta },
        },
      },
      measures: { horizon: 4, window: 4, parkedAfter: 1 },
    },
    {
      clients: { referrals: { dist: 'poisson', mean: lambda * WEEK * OFFICES } },
      offices: named((at) => `office${at}`, { share: 1 / OFFICES }),
    },
  ];
}

/** Mean times in hours, in the system and of it waiting, and the share who left unseen, of those who came after the warm-up. */
function simulate(queue: Queue, replicates: number): { time: Estimate; waiting: Estimate; lost: Estimate } {
  const loaded = openSmall(...triage(queue));
  const columns = { clients: [], hours: [], waited: [], lost: [] } as Record<string, number[]>;
  let cut = 0;
  const little = { looks: 0, stays: 0 };
  for (let replicate = 0; replicate < replicates; replicate++) {
    const waits: number[] = [];
    const world = runSmall(loaded, {
      replicate,
      look: ({ service }) => {
        little.looks += service.attachedCount;
        for (let at = 0; at < service.attachedCount; at++) {
          const row = service.attached[at];
          if (service.hours[0][row] === 0) waits[row] = (waits[row] ?? 0) + STEP;
        }
      },
    });
    const { people, service } = world;
    for (let row = 0; row < people.count; row++)
      little.stays += service.endedAt[row] - service.attachedAt[row];
    const first = columns.clients.length;
    for (const column of Object.values(columns)) column.push(...new Array<number>(OFFICES).fill(0));
    for (let row = people.firstOfStep[(WARM_UP * WEEK) / STEP]; row < people.count; row++) {
      const at = first + service.office[row];
      const stayed = service.endedAt[row] - service.attachedAt[row] + 1;
      if (stayed > (FOLLOWED * WEEK) / STEP) cut++;
      columns.clients[at]++;
      columns.hours[at] += stayed * STEP;
      columns.waited[at] += waits[row] ?? 0;
      if (service.status[row] === Status.droppedOut) columns.lost[at]++;
    }
  }
  const { clients, hours, waited, lost } = columns;
  // Little’s law without an estimate: who was there, added up over all steps, is how long everybody stayed. Who leaves in a step is not
  // there at its end.
  expect(little.looks).toBe(little.stays);
  // Hardly anybody is cut off by the end of following.
  expect(cut).toBeLessThan(0.0005 * clients.reduce((a, b) => a + b, 0));
  return { time: ratio(hours, clients), waiting: ratio(waited, clients), lost: ratio(lost, clients) };
}

describe('a team with turn as its only motive and one length of service', () => {
  it.each([
    { name: 'one caseworker', queue: { lambda: 0.07, c: 1, mu: 0.1, theta: 0 }, replicates: 4 },
    { name: 'three caseworkers', queue: { lambda: 0.24, c: 3, mu: 0.1, theta: 0 }, replicates: 2 },
  ])('keeps people as long as Erlang-C says: $name', ({ queue, replicates }) => {
    const { time, waiting } = simulate(queue, replicates);
    const chain = inSteps(queue, STEP);
    const rates = ratesOfSteps(queue, STEP);
    const exact = erlangC(rates);
    // The formula and the birth–death chain are one (Little's law: hours are the mean number over arrivals an hour).
    expect(birthDeath(rates).inSystem / queue.lambda).toBeCloseTo(exact, 9);
    // The chain in steps is the model to the letter.
    expect(Math.abs(time.value - chain.inSystem / queue.lambda)).toBeLessThan(SURE * time.error);
    expect(Math.abs(waiting.value - chain.waiting / queue.lambda)).toBeLessThan(SURE * waiting.error);
    // Against Erlang-C at the rates of steps, arrivals in lumps and services in whole steps leave a bias, which is exactly
    // that of the chain: 3.5% for one caseworker, 2.8% for three.
    const bias = Math.abs(chain.inSystem / queue.lambda - exact);
    expect(bias).toBeLessThan(0.04 * exact);
    expect(Math.abs(time.value - exact)).toBeLessThan(SURE * time.error + bias);
    expect(Math.abs(waiting.value - (exact - 1 / rates.mu))).toBeLessThan(SURE * waiting.error + bias);
  });

  it.each([
    { name: 'one caseworker', queue: { lambda: 0.09, c: 1, mu: 0.1, theta: 0.02 }, replicates: 2 },
    { name: 'three caseworkers', queue: { lambda: 0.27, c: 3, mu: 0.1, theta: 0.02 }, replicates: 2 },
  ])('loses those whom the chain of Erlang-A loses: $name', ({ queue, replicates }) => {
    const { lost } = simulate(queue, replicates);
    const rates = ratesOfSteps(queue, STEP);
    const lostOf = ({ waiting }: { waiting: number }): number => (rates.theta * waiting) / queue.lambda;
    const chain = lostOf(inSteps(queue, STEP));
    const exact = lostOf(birthDeath(rates));
    expect(Math.abs(lost.value - chain)).toBeLessThan(SURE * lost.error);
    // The bias is 1.4% for one caseworker and 1.5% for three.
    const bias = Math.abs(chain - exact);
    expect(bias).toBeLessThan(0.03 * exact);
    expect(Math.abs(lost.value - exact)).toBeLessThan(SURE * lost.error + bias);
  });

  it('comes to Erlang-C at the stated rate itself as steps become short', () => {
    // At a tenth of a service a step the rounding up of services costs 15% (one) and 23% (three) of the time in the system.
    for (const queue of [
      { lambda: 0.07, c: 1, mu: 0.1, theta: 0 },
      { lambda: 0.24, c: 3, mu: 0.1, theta: 0 },
    ]) {
      const bias = (step: number): number =>
        inSteps(queue, step).inSystem / queue.lambda / erlangC(queue) - 1;
      expect(bias(STEP)).toBeGreaterThan(0.1);
      expect(bias(STEP)).toBeLessThan(0.25);
      expect(bias(STEP / 2)).toBeLessThan(0.55 * bias(STEP));
    }
  });
});
