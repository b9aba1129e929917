import { MOTIVE } from '../../motives.ts';
import type { World } from '../../world.ts';
import type { Payoff } from './payoff.ts';
import type { SeenColumns } from './seen.ts';

/** Weeks without contact at which the turn motive is 1, and its cap. */
const TURN_UNIT = 4;
const TURN_CAP = 3;
/** How loud a crisis and a client who was passed back speak. */
const VOICE_CRISIS = 5;
const VOICE_PASSED_BACK = 2;

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
  will.pressedPayoff = will.weights[MOTIVE.payoff] * (1 + offices.pressure[caseworkers.office[worker]]);
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
 * the cost of an hour, so that a zero price pulls nothing.
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
  const { easeFromNeed: rho, horizon } = phase.scenario.caseworkers.beliefs;
  const latent = phase.scenario.clients.latent;
  const hidden = world.names.barriers.indexOf(latent.barrier);
  const barrierWeights = Object.values(phase.scenario.clients.barriers).map((barrier) => barrier.weight);
  const lastReal = service.lastRealOfRole[role];
  const { stageClaim } = phase;
  const { appearance, perceivedMotivation } = seen;
  const { awkwardness } = people;
  const { stage } = clients;
  const office = caseworkers.office[worker];
  const w = will.weights;
  const wNeed = w[MOTIVE.need] / references.need;
  const wGain = w[MOTIVE.gain] / references.gain;
  const wDeserving = w[MOTIVE.deserving] / references.deserving;
  const wEase = w[MOTIVE.ease] / references.ease;
  const wTurn = w[MOTIVE.turn] / TURN_UNIT;
  const wVoice = w[MOTIVE.voice];
  const wMandate = w[MOTIVE.mandate];
  const load = caseworkers.caseload[worker];
  const cost = model.weeklyCost * Math.min(1, load / model.fullLoad);
  // h̄ · c is the weekly cost over the claimants, so that money is compared with what a client's hours cost.
  const payPerClient = cost > 0 ? n / (horizon * cost) : 0;
  const hours = world.caseworkers.hoursAvailable[worker];
  const payPerContact = cost > 0 && model.shortest > 0 ? hours / (model.shortest * cost) : 0;
  const wantsPay = w[MOTIVE.payoff] > 0;
  for (let i = 0; i < n; i++) {
    const row = claimants[i];
    const claim = stageClaim[stage[row]];
    const apparent = appearance[row];
    const since = step - lastReal[row];
    let gain = 0;
    if (wGain > 0) {
      for (let k = 0; k < usualEffects.length; k++) {
        const part = k === hidden && service.found[row] === 0 ? 1 - latent.unseen : 1;
        gain += barrierWeights[k] * clients.barriers[k][row] * part * usualEffects[k];
      }
    }
    let rest =
      wNeed * apparent +
      wGain * gain +
      wDeserving * perceivedMotivation[row] +
      wEase * (1 - (rho * apparent + (1 - rho) * awkwardness[row])) +
      wTurn * Math.min(TURN_CAP * TURN_UNIT, since);
    if (wVoice > 0) {
      rest += wVoice * (service.crisisUntil[row] > step ? VOICE_CRISIS : 0);
      rest += wVoice * (service.passedBackUntil[row] > step ? VOICE_PASSED_BACK : 0);
    }
    if (wMandate > 0 && model.requiredEvery > 0) {
      const overdue = (step - service.lastRecorded[role][row] - model.requiredEvery) / model.requiredEvery;
      rest += wMandate * Math.min(TURN_CAP, Math.max(0, overdue));
    }
    rest *= claim;
    const value = wantsPay
      ? payoff.of(row, office, apparent) * payPerClient + payoff.perContact(row, office) * payPerContact
      : 0;
    const own = will.moved ? rest + w[MOTIVE.payoff] * value : claim;
    appeal[i] = will.moved ? rest + will.pressedPayoff * value : claim;
    ownAppeal[i] = own;
  }
}
