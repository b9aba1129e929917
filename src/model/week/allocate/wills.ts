import { MOTIVE, motiveNames, motives } from '../../staff/motives/registry.ts';
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
  /** [motive][caseworker] weight over what the motive is scaled by; 0 where it does not concern the role. */
  readonly pulls: readonly Float64Array[];
  /** [motive] whether it moves any caseworker of the role under way: else nobody need look at it. */
  readonly moves: Uint8Array;
  /** [barrier][caseworker] weight of the barrier in need × what the caseworker believes that an hour does to it. */
  readonly believedEffect: Float64Array[];
  /** [caseworker] 1 where what an hour changes moves the caseworker. */
  readonly seesGain: Uint8Array;
  /** Whether any caseworker of the role under way looks at what an hour changes. */
  anySeesGain = false;

  constructor(private readonly world: World) {
    const { count } = world.caseworkers;
    this.pulls = motives.map(() => new Float64Array(count));
    this.moves = new Uint8Array(motives.length);
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
    this.moves.fill(0);
    this.anySeesGain = false;
    const units = motives.map((motive) => motive.unit?.(world) ?? world.references.means[motive.name]);
    const concerned = motives.map((motive) => motive.concerns?.(world, role) ?? true);
    for (let worker = firstOfRole[role]; worker < firstOfRole[role + 1]; worker++) {
      const { weights: own } = this.of(worker);
      for (let m = 0; m < motives.length; m++) {
        const pull = concerned[m] ? own[m] / units[m] : 0;
        this.pulls[m][worker] = pull;
        if (pull > 0) this.moves[m] = 1;
      }
      const sees = own[MOTIVE.gain] > 0 || (own[MOTIVE.payoff] > 0 && this.understands);
      this.seesGain[worker] = sees ? 1 : 0;
      this.anySeesGain ||= sees;
      recallEffects(world, worker, effects);
      for (let k = 0; k < effects.length; k++) this.believedEffect[k][worker] = weights[k] * effects[k];
    }
  }
}
