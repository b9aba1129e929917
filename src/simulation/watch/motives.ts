import { MOTIVE, motiveNames } from '../../model/staff/motives/registry.ts';
import { BRIEF, BRIEF_SIZE } from '../../model/week/allocate/briefs.ts';
import { Judgement } from '../../model/week/allocate/judgement.ts';
import type { World } from '../../model/world.ts';

/** What an appeal is made of where no motive pulls, and where it comes by a formula of the scenario. */
const EQUAL = 'equal';
const FORMULA = 'formula';

/** The names of the parts of an appeal, in their order. */
export const partNames = (byFormula: boolean): string[] => (byFormula ? [FORMULA] : [...motiveNames, EQUAL]);

/**
 * Takes appeals apart by motive. Each motive is asked alone, by the model's own judgement of a world that is this one in
 * all but that the other motives count nothing; what is left of the appeal beside them is payoff.
 */
export class MotiveLens {
  private phase: World['phase'] | undefined;
  /** [motive] the judgement of whoever that motive alone moves; none of payoff. */
  private readonly alone: (Judgement | undefined)[];

  constructor(
    private readonly world: World,
    private readonly judgement: Judgement,
  ) {
    this.alone = motiveNames.map((_, motive) =>
      motive === MOTIVE.payoff ? undefined : new Judgement(movedBy(world, motive), judgement.seen),
    );
  }

  /**
   * [claimant][part] of the first `n` claimants of a caseworker, whose members stand from `from` to `to`; each sums up to
   * `judged`, the appeal before noise. To be asked right after the division.
   */
  partsOf(
    role: number,
    worker: number,
    from: number,
    to: number,
    n: number,
    judged: Float64Array,
  ): number[][] {
    const { scratch } = this.world;
    if (this.judgement.byFormula(role)) return Array.from({ length: n }, (_, i) => [judged[i]]);
    const { weights } = this.judgement.ask(worker);
    const parts = Array.from({ length: n }, () => new Array<number>(motiveNames.length + 1).fill(0));
    // A judgement writes to the scratch columns: what the next caseworker needs of them is made anew.
    for (let motive = 0; motive < motiveNames.length; motive++) {
      const alone = this.alone[motive];
      if (alone === undefined || weights[motive] === 0) continue;
      const restOf = this.look(alone, role, worker, from, to);
      for (let i = 0; i < n; i++) parts[i][motive] = restOf(scratch.places[i]);
    }
    const all = this.judgement.briefs.numbers;
    const numbers = (i: number, at: number): number => all[scratch.places[i] * BRIEF_SIZE + at];
    // Who is moved by nothing, or by what nobody has, lets everybody claim alike.
    let alike = true;
    for (let i = 0; i < n; i++)
      if (numbers(i, BRIEF.rest) > 0 || judged[i] !== numbers(i, BRIEF.claim)) alike = false;
    for (let i = 0; i < n; i++) {
      if (!alike) parts[i][MOTIVE.payoff] = judged[i] - numbers(i, BRIEF.rest);
      else {
        parts[i].fill(0);
        parts[i][motiveNames.length] = judged[i];
      }
    }
    return parts;
  }

  /** Lets one judgement look at the members; returns how to read what it makes of the one at a place. */
  private look(
    alone: Judgement,
    role: number,
    worker: number,
    from: number,
    to: number,
  ): (place: number) => number {
    if (this.phase !== this.world.phase) {
      this.phase = this.world.phase;
      for (const each of this.alone) each?.bind();
    }
    alone.look(role, false);
    alone.turnTo(role, worker, from, to);
    const { numbers } = alone.briefs;
    return (place) => numbers[place * BRIEF_SIZE + BRIEF.rest];
  }
}

/** A world in which one motive counts as much as here and all others nothing. Everything else is read through to this one. */
function movedBy(world: World, motive: number): World {
  let known: { of: World['phase']; alone: World['phase'] } | undefined;
  const phase = (): World['phase'] => {
    if (known?.of !== world.phase) {
      const motiveScale = world.phase.motiveScale.map((scale, m) => (m === motive ? scale : 0));
      known = { of: world.phase, alone: { ...world.phase, motiveScale } };
    }
    return known.alone;
  };
  return Object.create(world, { phase: { get: phase } }) as World;
}
