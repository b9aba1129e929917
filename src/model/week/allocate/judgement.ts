import type { BoundKernel } from '../../formulas/gather.ts';
import { appearanceOf, perceivedMotivation as motivationSeen, openEyes } from '../../people/appearance.ts';
import { BLOCK } from '../../scratch.ts';
import { loadOf } from '../../staff/teams.ts';
import type { World } from '../../world.ts';
import { appealByMotives } from './appeal.ts';
import { type Briefed, Briefs } from './briefs.ts';
import { screen } from './claimants.ts';
import { JudgementNoise } from './noise.ts';
import { Payoff } from './payoff.ts';
import { bindSeen, type SeenColumns, seenGatherers } from './seen.ts';
import { lengthenNeeded } from './shortest.ts';
import { leavesSlack } from './slack.ts';
import { comparesWillsNow } from './strain.ts';
import { type Will, Wills } from './wills.ts';

/**
 * How caseworkers judge their claimants in a phase: what they see of clients, what moves them, and the noise in it.
 * Appeals are written to the scratch columns of the world.
 */
export class Judgement {
  readonly noise = new JudgementNoise();
  private readonly wills: Wills;
  private payoffs: Payoff[] = [];
  private readiness: (BoundKernel | undefined)[] = [];
  private appealKernels: (BoundKernel | undefined)[] = [];
  private hoursKernels: BoundKernel[] = [];
  readonly briefs: Briefs;
  private screens = false;
  /** Whether all members of a role are looked at before the first caseworker divides hours. */
  private together = true;

  /** @param seen columns for what is seen of clients; another judgement's where both see the same */
  constructor(
    private readonly world: World,
    readonly seen: SeenColumns = {
      appearance: new Float64Array(world.people.count),
      perceivedMotivation: new Float64Array(world.people.count),
      eyes: openEyes(world),
    },
  ) {
    this.wills = new Wills(world);
    this.briefs = new Briefs(world, this.wills, seen);
  }

  /** Takes over what the phase under way says. */
  bind(): void {
    const { world } = this;
    this.noise.bind(world.phase);
    this.wills.bind();
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

  /**
   * What the caseworkers of a role see of their clients in this step, and what prices they look at. All members are looked
   * at together where that is right, unless only one caseworker's will be asked for.
   */
  look(role: number, together = true): void {
    const { world } = this;
    if (world.division === 'noService') return;
    this.lookAtClients(role);
    this.payoffs[role].refresh();
    const readiness = this.readiness[role];
    this.screens = readiness !== undefined && world.division === 'scenario';
    // Colleagues of a team, whoever writes up records, and required contacts of clients who would be passed back change
    // what the next one sees.
    const changes =
      world.phase.pooled || world.duties.length > 0 || world.phase.roles[role].requiredEvery > 0;
    this.together = together && !changes;
    if (readiness !== undefined && this.screens) screen(world, role, readiness);
    this.wills.ask(role, this.seen.eyes.weights);
    if (this.together) this.brief(role, -1, 0, world.service.attachedCount);
  }

  /**
   * Before a caseworker divides hours among the members from `from` to `to`: looks at them, unless all of the role were
   * looked at together. That is only right where nothing that is seen can change while others divide theirs.
   */
  turnTo(role: number, worker: number, from: number, to: number): void {
    if (!this.together) this.brief(role, worker, from, to);
  }

  /** Looks at the members from `from` to `to` once more, after what moves their caseworker has changed. */
  judgeAnew(role: number, worker: number, from: number, to: number): void {
    this.wills.ask(role, this.seen.eyes.weights);
    this.brief(role, worker, from, to);
  }

  private brief(role: number, worker: number, from: number, to: number): void {
    const { world, briefs } = this;
    const { scratch, service } = world;
    const briefed: Briefed =
      worker < 0
        ? { rows: service.attached, places: scratch.memberPlaces, from, to, worker }
        : { rows: scratch.members[role], places: undefined, from, to, worker };
    const readyOnly = this.screens && !comparesWillsNow(world) && !leavesSlack(world);
    briefs.writeDraws(role, briefed, this.noise, readyOnly);
    if (world.division !== 'scenario' || this.byFormula(role)) return;
    briefs.writeLooks(role, briefed, this.payoffs[role], this.screens, readyOnly);
  }

  private lookAtClients(role: number): void {
    const { world } = this;
    const { service } = world;
    if (role === 0) this.seen.eyes = openEyes(world);
    const { eyes, appearance, perceivedMotivation } = this.seen;
    // Without recasting all roles see the same, and one look a week is enough.
    if (role > 0 && eyes.recasting === 0) return;
    const fullLoad = world.phase.roles[role].fullLoad;
    for (let at = 0; at < service.attachedCount; at++) {
      const row = service.attached[at];
      const overload = Math.max(0, loadOf(world, role, row) / fullLoad - 1);
      const apparent = appearanceOf(world, row, eyes);
      appearance[row] = apparent;
      perceivedMotivation[row] = motivationSeen(world, row, apparent, overload, eyes);
    }
  }

  /** Whether clients are screened for the role under way. */
  get screened(): boolean {
    return this.screens;
  }

  /** Whether appeal comes by formula: then nobody can tell what it would be without pressure. */
  byFormula(role: number): boolean {
    return this.appealKernels[role] !== undefined;
  }

  /** What moves the caseworker now. */
  ask(worker: number): Will {
    return this.wills.of(worker);
  }

  /** Appeal of the first `n` claimants to `appeal`, and what it would be without pressure to `ownAppeal`, before noise. */
  weigh(role: number, worker: number, n: number): void {
    const { world } = this;
    const { appeal, ownAppeal } = world.scratch;
    const formula = this.appealKernels[role];
    if (formula !== undefined) {
      this.evaluateOver(formula, n, appeal);
      ownAppeal.set(appeal.subarray(0, n));
      return;
    }
    appealByMotives(world, role, worker, n, this.wills.of(worker), this.briefs);
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
