import type { DesignResult, ReplicateResult } from '../simulation/contract.ts';
import type { CheckedClaim } from '../tables/claims.ts';
import type { DifferenceRow, MeasureRow, MeasureSummary, WeeklyRow } from '../tables/rows.ts';
import { measureKey } from '../tables/rows.ts';
import { ClaimFold, type ClaimFoldState } from './claimFold.ts';
import type { FoldPlan } from './foldPlan.ts';
import { isSame, MeasureFold, type MeasureFoldState } from './measureFold.ts';
import { WeeklyFold, type WeeklyFoldState } from './weeklyFold.ts';

/** Everything that a fold has learnt, as plain data: a fold restored from it goes on to the same last digit. */
export interface FoldState {
  replicates: number;
  designs: Record<
    string,
    { measures: MeasureFoldState[]; differences: MeasureFoldState[]; weekly: WeeklyFoldState[] }
  >;
  claims: ClaimFoldState;
}

/** A result that no table may hold; a fault of the model, not of the scenario's author. */
class ReplicateResultError extends Error {
  override name = 'ReplicateResultError';
}

/**
 * Folds replicates, one after the other from replicate 0, into means with intervals, paired differences from the
 * base design and weekly means. Memory does not grow with the number of replicates.
 */
export class ReplicateFold {
  private replicates = 0;
  private plan: FoldPlan;
  private measures = new Map<string, MeasureFold>();
  private differenceFolds = new Map<string, MeasureFold>();
  private weeklyFolds = new Map<string, WeeklyFold>();
  private claimFold: ClaimFold;
  private lastRows = new Map<string, readonly MeasureRow[]>();

  constructor(plan: FoldPlan) {
    this.plan = plan;
    this.claimFold = new ClaimFold(plan.settings?.claims ?? {}, plan.base);
    for (const design of plan.designs) {
      this.measures.set(design, new MeasureFold(plan.isLogScaled));
      this.weeklyFolds.set(design, new WeeklyFold());
      if (design !== plan.base) this.differenceFolds.set(design, new MeasureFold());
    }
  }

  /** Replicates folded so far; they are 0 to this minus one. */
  get count(): number {
    return this.replicates;
  }

  /** Takes the next replicate. Throws {@link ReplicateResultError} where it is not the next or not sound. */
  add(result: ReplicateResult): void {
    this.check(result);
    const byDesign = new Map(result.designs.map((one) => [one.design, one.rows]));
    for (const { design, rows, weekly } of result.designs) {
      this.measures.get(design)!.addAll(rows);
      const weeklyFold = this.weeklyFolds.get(design)!;
      for (const series of weekly) weeklyFold.add(series);
      this.differenceFolds.get(design)?.addDifferences(rows, byDesign.get(this.comparedWith(design))!);
    }
    this.claimFold.add(result);
    this.replicates++;
  }

  /** Design → measure key → summary. */
  summaries(): Record<string, Record<string, MeasureSummary>> {
    const summaries: Record<string, Record<string, MeasureSummary>> = {};
    for (const [design, fold] of this.measures) summaries[design] = fold.summaries(this.replicates);
    return summaries;
  }

  /**
   * Differences from the base, paired by replicate; plain differences also for log-scaled measures. Of a design with other
   * people nothing is paired: its rows compare the means.
   */
  differences(): DifferenceRow[] {
    const others = this.plan.otherPeople ?? [];
    return [...this.differenceFolds].flatMap(([design, fold]) => {
      const base = this.comparedWith(design);
      return others.includes(design)
        ? this.measures.get(design)!.unpairedFrom(this.measures.get(base)!, design, base)
        : fold.differences(design, base);
    });
  }

  private comparedWith(design: string): string {
    return this.plan.yardsticks?.[design] ?? this.plan.base;
  }

  /** The scenario's claims, judged by the replicates so far. */
  claims(): CheckedClaim[] {
    return this.claimFold.checked();
  }

  weekly(): WeeklyRow[] {
    return [...this.weeklyFolds].flatMap(([design, fold]) => [...fold.rows(design)]);
  }

  state(): FoldState {
    const designs: FoldState['designs'] = {};
    for (const design of this.plan.designs) {
      designs[design] = {
        measures: this.measures.get(design)!.state(),
        differences: this.differenceFolds.get(design)?.state() ?? [],
        weekly: this.weeklyFolds.get(design)!.state(),
      };
    }
    return { replicates: this.replicates, designs, claims: this.claimFold.state() };
  }

  /** A fold that goes on where `state` was taken. The plan must be the one under which it was taken. */
  static restore(plan: FoldPlan, state: FoldState): ReplicateFold {
    const fold = new ReplicateFold(plan);
    for (const design of plan.designs) {
      const stored = state.designs[design];
      fold.measures.get(design)!.restore(stored.measures);
      fold.differenceFolds.get(design)?.restore(stored.differences);
      fold.weeklyFolds.get(design)!.restore(stored.weekly);
    }
    fold.claimFold.restore(state.claims);
    fold.replicates = state.replicates;
    return fold;
  }

  private check({ replicate, designs }: ReplicateResult): void {
    if (replicate !== this.replicates) {
      throw new ReplicateResultError(`replicate ${replicate} came where ${this.replicates} is the next`);
    }
    const ids = designs.map(({ design }) => design);
    if (ids.join() !== this.plan.designs.join()) {
      throw new ReplicateResultError(
        `replicate ${replicate} has the designs ${ids.join(', ')}; expected ${this.plan.designs.join(', ')}`,
      );
    }
    for (const design of designs) {
      checkRows(replicate, design, this.lastRows.get(design.design));
      this.lastRows.set(design.design, design.rows);
    }
  }
}

/** Rows of which the last replicate had the same, one by one, are not looked through for doubles again. */
function checkRows(
  replicate: number,
  { design, rows }: DesignResult,
  last: readonly MeasureRow[] | undefined,
): void {
  const hasSameKeys = last?.length === rows.length && rows.every((row, i) => isSame(row, last[i]));
  const seen = new Set<string>();
  for (const { measure, slice, value } of rows) {
    if (!hasSameKeys) {
      const key = measureKey(measure, slice);
      if (seen.has(key)) {
        throw new ReplicateResultError(`replicate ${replicate}, design ${design}: ${key} is given twice`);
      }
      seen.add(key);
    }
    if (value !== null && !Number.isFinite(value)) {
      throw new ReplicateResultError(
        `replicate ${replicate}, design ${design}: ${measureKey(measure, slice)} is ${value}; an undefined measure is null and says why`,
      );
    }
  }
}
