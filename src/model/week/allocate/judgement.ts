import type { BoundKernel } from '../../formulas/gather.ts';
import { appearanceOf, openEyes, perceivedMotivation } from '../../people/appearance.ts';
import { BLOCK } from '../../scratch.ts';
import { motiveNames } from '../../staff/motives.ts';
import { loadOf } from '../../staff/teams.ts';
import { dispositionWeights } from '../../staff/weights.ts';
import type { World } from '../../world.ts';
import { appealByMotives, recallEffects, type Will, willOf } from './appeal.ts';
import { JudgementNoise } from './noise.ts';
import { Payoff } from './payoff.ts';
import { bindSeen, type SeenColumns, seenGatherers } from './seen.ts';
import { lengthenNeeded } from './shortest.ts';

/**
 * How caseworkers judge their claimants in a phase: what they see of clients, what moves them, and the noise in it.
 * Appeals are written to the scratch columns of the world.
 */
export class Judgement {
  readonly noise = new JudgementNoise();
  readonly will: Will = {
    weights: new Float64Array(motiveNames.length),
    pressedPayoff: 0,
    moved: false,
  };
  private readonly seen: SeenColumns;
  private payoffs: Payoff[] = [];
  private readiness: (BoundKernel | undefined)[] = [];
  private appealKernels: (BoundKernel | undefined)[] = [];
  private hoursKernels: BoundKernel[] = [];
  private indifferent = new Float64Array(motiveNames.length);
  private readonly usualEffects: Float64Array;

  constructor(private readonly world: World) {
    this.seen = {
      appearance: new Float64Array(world.people.count),
      perceivedMotivation: new Float64Array(world.people.count),
      eyes: openEyes(world),
    };
    this.usualEffects = new Float64Array(world.names.barriers.length);
  }

  /** Takes over what the phase under way says. */
  bind(): void {
    const { world } = this;
    const { scenario } = world.phase;
    this.noise.bind(world.phase);
    const row = dispositionWeights('indifferent', scenario.caseworkers.dispositions);
    this.indifferent = Float64Array.from(motiveNames, (motive) => row[motive]);
    const roles = world.phase.roles;
    this.payoffs = roles.map((_, role) => new Payoff(world, role, this.seen));
    const gatherers = roles.map((_, role) => seenGatherers(world, role, this.seen));
    this.readiness = roles.map(
      (each, role) => each.screening && bindSeen(world, each.screening.readiness, gatherers[role]),
    );
    const { appeal, neededHours } = world.phase;
    this.appealKernels = roles.map((_, role) => appeal && bindSeen(world, appeal, gatherers[role]));
    this.hoursKernels = roles.map((_, role) => bindSeen(world, neededHours, gatherers[role]));
  }

  /** What the caseworkers of a role see of their clients in this step, and what prices they look at. */
  look(role: number): void {
    this.lookAtClients(role);
    this.payoffs[role].refresh();
  }

  private lookAtClients(role: number): void {
    const { world } = this;
    const { service } = world;
    if (role === 0) this.seen.eyes = openEyes(world);
    const { eyes } = this.seen;
    // Without recasting all roles see the same, and one look a week is enough.
    if (role > 0 && eyes.recasting === 0) return;
    const fullLoad = world.phase.roles[role].fullLoad;
    for (let at = 0; at < service.attachedCount; at++) {
      const row = service.attached[at];
      const overload = Math.max(0, loadOf(world, role, row) / fullLoad - 1);
      const apparent = appearanceOf(world, row, eyes);
      this.seen.appearance[row] = apparent;
      this.seen.perceivedMotivation[row] = perceivedMotivation(world, row, apparent, overload, eyes);
    }
  }

  /** How clients are screened for the role, if they are. */
  readinessOf(role: number): BoundKernel | undefined {
    return this.readiness[role];
  }

  /** Whether appeal comes by formula: then nobody can tell what it would be without pressure. */
  byFormula(role: number): boolean {
    return this.appealKernels[role] !== undefined;
  }

  /** What moves the caseworker now. */
  ask(worker: number): Will {
    willOf(this.world, worker, this.indifferent, this.will);
    return this.will;
  }

  /** Appeal of the first `n` claimants to `appeal`, and what it would be without pressure to `ownAppeal`, before noise. */
  weigh(role: number, worker: number, n: number): void {
    const { world, seen, usualEffects } = this;
    const { claimants, appeal, ownAppeal } = world.scratch;
    const formula = this.appealKernels[role];
    if (formula !== undefined) {
      this.evaluateOver(formula, n, appeal);
      ownAppeal.set(appeal.subarray(0, n));
      return;
    }
    const will = this.ask(worker);
    recallEffects(world, worker, usualEffects);
    const payoff = this.payoffs[role];
    appealByMotives(world, role, worker, claimants, n, will, seen, payoff, usualEffects, appeal, ownAppeal);
  }

  /** Apparent need of the first `n` claimants, to `appeal`: nobody in the model sees true need. */
  lookAtNeed(n: number): void {
    const { claimants, appeal } = this.world.scratch;
    for (let i = 0; i < n; i++) appeal[i] = this.seen.appearance[claimants[i]];
  }

  /** Hours that the first `n` claimants take under the priority rule, to `needed`. */
  estimateHours(role: number, n: number): void {
    this.evaluateOver(this.hoursKernels[role], n, this.world.scratch.needed);
    lengthenNeeded(this.world, role, n);
  }

  private evaluateOver(kernel: BoundKernel, n: number, out: Float64Array): void {
    for (let from = 0; from < n; from += BLOCK) {
      const block = Math.min(BLOCK, n - from);
      kernel.evaluate(this.world.scratch.claimants, from, block, out.subarray(from, from + block));
    }
  }
}
