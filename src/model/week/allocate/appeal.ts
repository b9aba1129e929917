import { misreadingOf, seenBarrier } from '../../people/appearance.ts';
import { filledShare } from '../../staff/load.ts';
import { MOTIVE } from '../../staff/motives.ts';
import { presentCount } from '../../staff/roster.ts';
import type { World } from '../../world.ts';
import type { Payoff } from './payoff.ts';
import type { SeenColumns } from './seen.ts';
import { lengthOf } from './shortest.ts';

/** The weights of one caseworker this week, payoff apart since pressure multiplies it. */
export interface Will {
  weights: Float64Array;
  /** Payoff weight × (1 + pressure). */
  pressedPayoff: number;
  /** Whether any motive moves the caseworker at all; if not, everybody appeals equally. */
  moved: boolean;
}

/**
 * The weights that move a caseworker now: own weights, drifted towards the indifferent row by burnout,
 * times the scenario's switches.
 */
export function willOf(world: World, worker: number, indifferent: Float64Array, will: Will): void {
  const { caseworkers, phase, offices } = world;
  const drift = phase.scenario.caseworkers.burnout.drift * caseworkers.burnout[worker];
  let sum = 0;
  for (let m = 0; m < will.weights.length; m++) {
    const own = caseworkers.weights[m][worker];
    will.weights[m] = phase.motiveScale[m] * (own + drift * (indifferent[m] - own));
    sum += will.weights[m];
  }
  will.moved = sum > 0;
  will.pressedPayoff = will.weights[MOTIVE.payoff] * (1 + offices.felt[caseworkers.office[worker]]);
}

/** What a caseworker believes that an hour does to each barrier: the effects of the menu, weighted by habit. */
export function recallEffects({ caseworkers, phase }: World, worker: number, effects: Float64Array): void {
  effects.fill(phase.activities.length === 0 ? 1 : 0);
  for (let a = 0; a < phase.activities.length; a++) {
    const own = phase.activities[a].effects;
    for (let k = 0; k < own.length; k++) effects[k] += caseworkers.habit[a][worker] * own[k];
  }
}

/**
 * Appeal of `n` claimants of one caseworker to `appeal`, and what it would be without pressure to
 * `ownAppeal`. Each motive is scaled by its mean among all who are referred; payoff is money an hour over
 * the cost of an hour, so that a zero price pulls nothing. The part of it that is turned to goals looks at turn, gain
 * and need by the board's priorities instead.
 */
export function appealByMotives(
  world: World,
  role: number,
  worker: number,
  claimants: Int32Array,
  n: number,
  will: Will,
  seen: SeenColumns,
  payoff: Payoff,
  usualEffects: Float64Array,
  appeal: Float64Array,
  ownAppeal: Float64Array,
): void {
  const { service, clients, people, caseworkers, references, phase, step } = world;
  const model = phase.roles[role];
  const { turnWeeks, cap, crisisVoice, passedBackVoice } = phase.scenario.caseworkers.shapes;
  const { easeFromNeed: rho, horizon } = phase.scenario.caseworkers.beliefs;
  const lastReal = service.lastRealOfRole[role];
  const stageClaim = model.claim;
  const { appearance, perceivedMotivation, eyes } = seen;
  const { awkwardness } = people;
  const { stage } = clients;
  const office = caseworkers.office[worker];
  const w = will.weights;
  const wNeed = w[MOTIVE.need] / references.need;
  const wGain = w[MOTIVE.gain] / references.gain;
  const wDeserving = w[MOTIVE.deserving] / references.deserving;
  const wEase = w[MOTIVE.ease] / references.ease;
  const wTurn = w[MOTIVE.turn] / turnWeeks;
  const wVoice = w[MOTIVE.voice];
  const wMandate = w[MOTIVE.mandate];
  const load = caseworkers.caseload[worker];
  const cost = model.weeklyCost * filledShare(model, load);
  // h̄ · c is the weekly cost over the claimants, so that money is compared with what a client's hours cost.
  // The claimants of a team are those of all its caseworkers together.
  const colleagues = phase.pooled ? presentCount(world, role, office) : 1;
  const payPerClient = cost > 0 ? n / (horizon * cost * colleagues) : 0;
  // Money is believed and cost is paid on all days: hours as if they fell evenly on all of them.
  const hours = caseworkers.hoursAvailable[worker] / caseworkers.hoursFactor[worker];
  const payPerContact = cost > 0 && model.shortest > 0 ? hours / (model.shortest * cost) : 0;
  const wantsPay = w[MOTIVE.payoff] > 0;
  // Who understands the goal serves what the board asks for with a part of the weight of what it pays for.
  const { understood } = phase.scenario.commissioner.coupling;
  const [toService, toChange, toMaintenance] = world.commissioner.priority;
  const seesGain = wGain > 0 || (wantsPay && understood > 0);
  for (let i = 0; i < n; i++) {
    const row = claimants[i];
    const claim = stageClaim[stage[row]];
    const apparent = appearance[row];
    const since = step - lastReal[row];
    let gain = 0;
    if (seesGain) {
      const misreading = misreadingOf(world, row, eyes);
      for (let k = 0; k < usualEffects.length; k++) {
        gain += eyes.weights[k] * usualEffects[k] * seenBarrier(world, row, k, misreading, eyes);
      }
    }
    let rest =
      wNeed * apparent +
      wGain * gain +
      wDeserving * perceivedMotivation[row] +
      wEase * (1 - (rho * apparent + (1 - rho) * awkwardness[row])) +
      wTurn * Math.min(cap * turnWeeks, since);
    if (wVoice > 0) {
      rest += wVoice * (service.crisisUntil[row] > step ? crisisVoice : 0);
      rest += wVoice * (service.passedBackUntil[row] > step ? passedBackVoice : 0);
    }
    if (wMandate > 0 && model.requiredEvery > 0) {
      const overdue = (step - service.lastRecorded[role][row] - model.requiredEvery) / model.requiredEvery;
      rest += wMandate * Math.min(cap, Math.max(0, overdue));
    }
    rest *= claim;
    let value = wantsPay
      ? payoff.of(row, office, apparent) * payPerClient +
        (payoff.perContact(row, office) * payPerContact) / lengthOf(world, role, row)
      : 0;
    if (understood > 0 && wantsPay) {
      const goal =
        (toService * Math.min(cap * turnWeeks, since)) / turnWeeks +
        (toChange * gain) / references.gain +
        (toMaintenance * apparent) / references.need;
      value = (1 - understood) * value + understood * claim * goal;
    }
    // Money that a client is believed to cost can take all appeal away, but no more: nobody is seen for less than nothing.
    appeal[i] = will.moved ? Math.max(0, rest + will.pressedPayoff * value) : claim;
    ownAppeal[i] = will.moved ? Math.max(0, rest + w[MOTIVE.payoff] * value) : claim;
  }
  if (will.moved && !somePositive(appeal, n)) equalAppeal(world, role, claimants, n, appeal);
  if (will.moved && !somePositive(ownAppeal, n)) equalAppeal(world, role, claimants, n, ownAppeal);
}

function somePositive(appeal: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) if (appeal[i] > 0) return true;
  return false;
}

/** Where nothing pulls at all (payoff the only motive and no price, say), everybody appeals equally. */
function equalAppeal(
  world: World,
  role: number,
  claimants: Int32Array,
  n: number,
  appeal: Float64Array,
): void {
  const { claim } = world.phase.roles[role];
  for (let i = 0; i < n; i++) appeal[i] = claim[world.clients.stage[claimants[i]]];
}
