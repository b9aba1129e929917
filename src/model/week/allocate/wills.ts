import { MOTIVE, motiveNames } from '../../staff/motives.ts';
import { dispositionWeights } from '../../staff/weights.ts';
import type { World } from '../../world.ts';

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
function willOf(world: World, worker: number, indifferent: Float64Array, will: Will): void {
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
function recallEffects({ caseworkers, phase }: World, worker: number, effects: Float64Array): void {
  effects.fill(phase.activities.length === 0 ? 1 : 0);
  for (let a = 0; a < phase.activities.length; a++) {
    const own = phase.activities[a].effects;
    for (let k = 0; k < own.length; k++) effects[k] += caseworkers.habit[a][worker] * own[k];
  }
}

/** Where each weight stands that pulls a caseworker, over the mean of what it looks at; `size` numbers a caseworker. */
export const PULL = {
  need: 0,
  gain: 1,
  deserving: 2,
  ease: 3,
  turn: 4,
  voice: 5,
  mandate: 6,
  size: 8,
} as const;

/** What moves the caseworkers of a role in the step under way, as columns by caseworker. */
export class Wills {
  private indifferent = new Float64Array(motiveNames.length);
  private readonly will: Will = {
    weights: new Float64Array(motiveNames.length),
    pressedPayoff: 0,
    moved: false,
  };
  private readonly effects: Float64Array;
  private understands = false;
  /** The weights of `PULL` of caseworker w are the numbers from w × PULL.size on. */
  readonly pulls: Float64Array;
  /** [barrier][caseworker] weight of the barrier in need × what the caseworker believes that an hour does to it. */
  readonly believedEffect: Float64Array[];
  /** [caseworker] 1 where what an hour changes moves the caseworker. */
  readonly seesGain: Uint8Array;
  /** Whether money, gain and voice move any caseworker of the role under way: else nobody need look at them. */
  anyWantsPay = false;
  anySeesGain = false;
  anyHears = false;

  constructor(private readonly world: World) {
    const { count } = world.caseworkers;
    this.pulls = new Float64Array(count * PULL.size);
    this.seesGain = new Uint8Array(count);
    this.effects = new Float64Array(world.names.barriers.length);
    this.believedEffect = world.names.barriers.map(() => new Float64Array(count));
  }

  /** Takes over what the phase under way says. */
  bind(): void {
    const { scenario } = this.world.phase;
    const row = dispositionWeights('indifferent', scenario.caseworkers.dispositions);
    this.indifferent = Float64Array.from(motiveNames, (motive) => row[motive]);
    this.understands = scenario.commissioner.coupling.understood > 0;
  }

  /** What moves one caseworker now; the next call overwrites it. */
  of(worker: number): Will {
    willOf(this.world, worker, this.indifferent, this.will);
    return this.will;
  }

  /** Asks all caseworkers of a role. `weights` are those of the barriers in need. */
  ask(role: number, weights: Float64Array): void {
    const { world, effects } = this;
    const { firstOfRole } = world.caseworkers;
    this.anyWantsPay = false;
    this.anySeesGain = false;
    this.anyHears = false;
    for (let worker = firstOfRole[role]; worker < firstOfRole[role + 1]; worker++) {
      this.writePulls(role, worker);
      recallEffects(world, worker, effects);
      for (let k = 0; k < effects.length; k++) this.believedEffect[k][worker] = weights[k] * effects[k];
    }
  }

  private writePulls(role: number, worker: number): void {
    const { pulls, world } = this;
    const { references, phase } = world;
    const { weights: w } = this.of(worker);
    const first = worker * PULL.size;
    pulls[first + PULL.need] = w[MOTIVE.need] / references.need;
    pulls[first + PULL.gain] = w[MOTIVE.gain] / references.gain;
    pulls[first + PULL.deserving] = w[MOTIVE.deserving] / references.deserving;
    pulls[first + PULL.ease] = w[MOTIVE.ease] / references.ease;
    pulls[first + PULL.turn] = w[MOTIVE.turn] / phase.scenario.caseworkers.shapes.turnWeeks;
    pulls[first + PULL.voice] = w[MOTIVE.voice];
    pulls[first + PULL.mandate] = phase.roles[role].requiredEvery > 0 ? w[MOTIVE.mandate] : 0;
    const wants = w[MOTIVE.payoff] > 0;
    this.anyWantsPay ||= wants;
    const sees = w[MOTIVE.gain] > 0 || (wants && this.understands);
    this.seesGain[worker] = sees ? 1 : 0;
    this.anySeesGain ||= sees;
    this.anyHears ||= w[MOTIVE.voice] > 0;
  }
}
