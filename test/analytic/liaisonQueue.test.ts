import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import { openScenario } from '../../src/simulation/index.ts';
import { bundledScenario } from '../support/pilotExperiment.ts';
import { merge, type Patch, runSmall } from '../support/smallScenario.ts';
import { type Estimate, ratio, SURE } from './queueEstimate.ts';
import { birthDeath, erlangC, inSteps, type Queue, ratesOfSteps } from './queueTheory.ts';

/** Steps of an hour, each of them one appointment; a client needs ten in the mean. */
const STEP = 1;
const WEEK = 168;
/** Weeks of arrivals, of which the first are left out, and weeks in which everybody who came is followed on. */
const WEEKS = 18;
const WARM_UP = 5;
const FOLLOWED = 4;

/** A patch that takes out all entries of a map but those named. */
const only = (map: unknown, ...kept: string[]): Patch =>
  Object.fromEntries(
    Object.keys(map as object)
      .filter((name) => !kept.includes(name))
      .map((name) => [name, null]),
  );

/**
 * The bundled file as a queue. Kept are its people with their groups and acute episodes, practitioners as one team of each
 * site, the shape and cap of turn, custody with assessment by contact and release, and signposting after assessment.
 * Replaced are
 * - days by hours, shifts by staff who are there around the clock, growth by none, two sites by copies of the home site;
 * - what staff weigh, by turn alone, without noise;
 * - an assessment at the first contact, by one that takes a number of appointments with a constant chance to be the last;
 * - release after days with a longest stay, by release at a constant rate of those who are not being seen.
 * Taken out are support and its workers, all duties, money, rules, the commissioner, and what is measured and claimed of them.
 */
function queueOfFile({ lambda, c, mu, theta }: Queue, sites: number): LoadedScenario<Scenario> {
  // biome-ignore lint/suspicious/noExplicitAny: plain data of a file
  const file = bundledScenario('liaison-diversion') as any;
  const patch: Patch = {
    clock: { step: 'hours', hours: STEP, referralWeeks: WEEKS, followUp: FOLLOWED },
    clients: { referrals: { mean: lambda * WEEK * sites }, growth: null },
    caseworkers: {
      roles: {
        ...only(file.caseworkers.roles, 'practitioner'),
        practitioner: {
          posts: c * sites,
          hoursPerWeek: WEEK,
          shiftHours: null,
          // Even one client for the whole team has a full appointment.
          fullLoad: 0.001,
          shortestAppointment: STEP,
          claims: null,
          mix: { ...only(file.caseworkers.roles.practitioner.mix), byTurn: 1 },
        },
      },
      dispositions: { byTurn: { turn: 1 } },
      allocation: { noise: 'constant(0)' },
      duties: null,
    },
    offices: {
      ...only(file.offices),
      ...Object.fromEntries(
        Array.from({ length: sites }, (_, at) => [
          `home${at}`,
          { ...file.offices.home, share: 1 / sites, mix: {} },
        ]),
      ),
    },
    pathway: {
      stages: only(file.pathway.stages, 'custody', 'assessed', 'community'),
      transitions: {
        ...only(file.pathway.transitions, 'assessment', 'release', 'noSupport'),
        assessment: { hazard: '1 - exp(-mu * hoursNow)', parameters: { mu } },
        release: {
          hazard: `(1 - exp(-theta * ${WEEK})) * (1 - step(hoursNow))`,
          parameters: { ...only(file.pathway.transitions.release.parameters), theta },
        },
      },
      programme: { dropOut: 0 },
    },
    rules: null,
    incentives: null,
    commissioner: null,
    designs: null,
    measures: { window: FOLLOWED, published: null, claims: null, goodhart: null },
  };
  const text = stringify(merge(file, patch));
  return openScenario({ file: 'liaison-diversion.yaml', text, extended: {}, set: [] });
}

interface Found {
  time: Estimate;
  waiting: Estimate;
  lost: Estimate;
}

/**
 * Mean hours in custody and of them waiting, and the share released unassessed, of those who came after the warm-up to so
 * many sites side by side, each a queue of its own.
 */
function simulate(queue: Queue, sites: number): Found {
  const seen: number[] = [];
  const { people, service, names } = runSmall(queueOfFile(queue, sites), {
    look: ({ service: { attached, attachedCount, hours } }) => {
      for (let at = 0; at < attachedCount; at++) {
        const row = attached[at];
        if (hours[0][row] > 0) seen[row] = (seen[row] ?? 0) + hours[0][row];
      }
    },
  });
  const [assessed, released] = ['assessed', 'released'].map(
    (event) => service.hadFirst[names.events.indexOf(event)],
  );
  const sums = (): number[] => new Array<number>(sites).fill(0);
  const [clients, hours, waited, lost] = [sums(), sums(), sums(), sums()];
  const first = people.firstOfStep[(WARM_UP * WEEK) / STEP];
  let cut = 0;
  for (let row = first; row < people.count; row++) {
    const site = service.office[row];
    const left = Math.max(assessed[row], released[row]);
    if (left < 0) cut++;
    const stayed = left < 0 ? FOLLOWED * WEEK : (left - service.attachedAt[row] + 1) * STEP;
    clients[site]++;
    hours[site] += stayed;
    waited[site] += stayed - (seen[row] ?? 0);
    if (released[row] >= 0) lost[site]++;
  }
  // Hardly anybody is cut off by the end of following.
  expect(cut).toBeLessThan(0.0005 * (people.count - first));
  return { time: ratio(hours, clients), waiting: ratio(waited, clients), lost: ratio(lost, clients) };
}

/** Whether a figure is what theory says, but for chance and a known bias. */
function expectNear({ value, error }: Estimate, theory: number, bias = 0): void {
  expect(error).toBeGreaterThan(0);
  expect(Math.abs(value - theory)).toBeLessThan(SURE * error + bias);
}

/**
 * Found, with standard errors, against the chain in steps and Erlang's formulas at the rates of steps. Hours of waiting where
 * nobody is released: 16.4 ± 1.1 (17.1; 17.9) for one practitioner, 6.9 ± 0.6 (6.9; 7.2) for three. Shares lost: 0.211 ± 0.007
 * (0.223; 0.226) for one, 0.121 ± 0.006 (0.122; 0.124) for three. Four standard errors of 16 to 40 sites are a false alarm in
 * a thousand for another seed at most.
 */
describe('the file of liaison and diversion with turn alone and one length of service', () => {
  it.each([
    { name: 'one practitioner', queue: { lambda: 0.06, c: 1, mu: 0.1, theta: 0 }, sites: 40 },
    { name: 'three practitioners', queue: { lambda: 0.21, c: 3, mu: 0.1, theta: 0 }, sites: 20 },
  ])('keeps people waiting as long as Erlang-C says where nobody is released: $name', ({ queue, sites }) => {
    const { time, waiting, lost } = simulate(queue, sites);
    const chain = inSteps(queue, STEP);
    const rates = ratesOfSteps(queue, STEP);
    const exact = erlangC(rates);
    expect(lost.value).toBe(0);
    expectNear(time, chain.inSystem / queue.lambda);
    expectNear(waiting, chain.waiting / queue.lambda);
    // Arrivals in lumps and services in whole steps: 3% of the time for one practitioner, 2% for three.
    const bias = Math.abs(chain.inSystem / queue.lambda - exact);
    expect(bias).toBeLessThan(0.04 * exact);
    expectNear(time, exact, bias);
    expectNear(waiting, exact - 1 / rates.mu, bias);
  });

  it.each([
    { name: 'one practitioner', queue: { lambda: 0.09, c: 1, mu: 0.1, theta: 0.02 }, sites: 28 },
    { name: 'three practitioners', queue: { lambda: 0.27, c: 3, mu: 0.1, theta: 0.02 }, sites: 16 },
  ])('loses to release the share that Erlang-A says: $name', ({ queue, sites }) => {
    const { waiting, lost } = simulate(queue, sites);
    const chain = inSteps(queue, STEP);
    const rates = ratesOfSteps(queue, STEP);
    const lostOf = (means: { waiting: number }): number => (rates.theta * means.waiting) / queue.lambda;
    expectNear(waiting, chain.waiting / queue.lambda);
    expectNear(lost, lostOf(chain));
    const exact = lostOf(birthDeath(rates));
    const bias = Math.abs(lostOf(chain) - exact);
    expect(bias).toBeLessThan(0.03 * exact);
    expectNear(lost, exact, bias);
  });
});
