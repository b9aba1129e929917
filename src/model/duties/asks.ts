import { buildDistribution, type Distribution } from '../../random/index.ts';
import type { DistributionSpec } from '../../scenario/kit/index.ts';
import type { World } from '../world.ts';

/**
 * Items asked of caseworkers, waiting by age. Each step brings a draw of its distribution × the caseworker's hours of the
 * step, keyed by duty, caseworker and step; broken numbers are rounded up or down by chance.
 */
export class Asks {
  /** [caseworker] items that wait. */
  private readonly waiting: Float64Array;
  /** [caseworker × steps + step] items asked in the step that still wait. */
  private readonly askedAt: Uint16Array;
  /** [caseworker] no older step than this has items waiting. */
  private readonly oldestAt: Int32Array;
  /** [caseworker] step in which an item was last done; −1 if never. */
  private readonly lastDone: Int32Array;
  private readonly ask: Distribution;
  private readonly steps: number;

  constructor(
    private readonly world: World,
    private readonly duty: number,
    spec: DistributionSpec,
    private readonly waits: boolean,
    before?: Asks,
  ) {
    const { count } = world.caseworkers;
    this.steps = world.steps;
    this.ask = buildDistribution(spec);
    this.waiting = before?.waiting ?? new Float64Array(count);
    this.askedAt = before?.askedAt ?? new Uint16Array(count * world.steps);
    this.oldestAt = before?.oldestAt ?? new Int32Array(count);
    this.lastDone = before?.lastDone ?? new Int32Array(count).fill(-1);
  }

  /** What is asked of the caseworker in this step comes in. */
  begin(worker: number, factor: number): void {
    const { caseworkers, luck, step, dutyHours } = this.world;
    if (factor <= 0 || caseworkers.present[worker] === 0) return;
    const draws = luck.dutyAsk[this.duty];
    const id = caseworkers.id[worker];
    const mean = Math.max(0, this.ask.quantile(draws.uniform(id, step))) * factor;
    const items = Math.floor(mean + luck.dutyAskRounding[this.duty].uniform(id, step));
    if (items <= 0) return;
    if (this.waiting[worker] === 0) this.oldestAt[worker] = step;
    this.waiting[worker] += items;
    this.askedAt[worker * this.steps + step] += items;
    dutyHours.asked[this.duty] += items;
    dutyHours.unmet[this.duty] += items;
  }

  count(worker: number): number {
    return this.waiting[worker];
  }

  /** Steps for which the oldest has waited. */
  age(worker: number): number {
    return this.waiting[worker] > 0 ? this.world.step - this.oldestAt[worker] : 0;
  }

  /** Steps since the oldest was asked or, where they lapse, since one was done: else what lapses would always be the last. */
  waited(worker: number): number {
    return this.waits ? this.age(worker) + 1 : this.world.step - this.lastDone[worker];
  }

  /** So many items are done, oldest first. */
  done(worker: number, items: number): void {
    if (items > 0) this.lastDone[worker] = this.world.step;
    this.world.dutyHours.unmet[this.duty] -= Math.min(items, this.waiting[worker]);
    this.take(worker, items);
  }

  /** What is not done lapses, unless it waits. */
  end(worker: number): void {
    if (!this.waits) this.take(worker, this.waiting[worker]);
  }

  private take(worker: number, items: number): void {
    let left = Math.min(items, this.waiting[worker]);
    this.waiting[worker] -= left;
    const first = worker * this.steps;
    let at = this.oldestAt[worker];
    while (left > 0) {
      const part = Math.min(left, this.askedAt[first + at]);
      this.askedAt[first + at] -= part;
      left -= part;
      if (this.askedAt[first + at] === 0) at++;
    }
    if (this.waiting[worker] > 0) while (this.askedAt[first + at] === 0) at++;
    this.oldestAt[worker] = at;
  }
}
