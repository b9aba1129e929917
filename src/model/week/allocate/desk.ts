import { createBatches, type ItemBatches } from '../../allocation/items.ts';
import type { Duty, Standing } from '../../duties/duty.ts';
import { filledShare } from '../../staff/load.ts';
import { MOTIVE, motives } from '../../staff/motives/registry.ts';
import type { World } from '../../world.ts';
import type { JudgementNoise } from './noise.ts';
import type { Will } from './wills.ts';

/** A part of an item smaller than this is rounding. */
const ROUNDING = 1e-9;

/** Which appeal items have: under pressure, of the caseworker's own, how long they have waited, or the need that they meet. */
export type ItemAppeal = 'pressed' | 'own' | 'waited' | 'need';

/**
 * What lies on a caseworker's desk beside clients: the items of all duties, as batches for a division, and the hours that
 * they get. A duty makes up to two batches: its whole items, and what is left of a part of one.
 */
export class DutyDesk {
  /** What takes part in the next division. */
  readonly items: ItemBatches;
  /** [role] its duties. */
  private mine: Duty[][] = [];
  /** Batches of the caseworker under way: duty, items, hours of one, appeals, and what they got so far. */
  private count = 0;
  private readonly duty: Int32Array;
  private readonly waiting: Int32Array;
  private readonly size: Float64Array;
  private readonly appeals: Record<ItemAppeal, Float64Array>;
  private readonly ties: Uint32Array;
  private readonly done: Int32Array;
  /** [batch of `items`] the batch here. */
  private readonly origin: Int32Array;

  constructor(private readonly world: World) {
    const most = 2 * world.dutyHours.names.length;
    const columns = () => new Float64Array(most);
    this.items = createBatches(most);
    this.duty = new Int32Array(most);
    this.waiting = new Int32Array(most);
    this.size = columns();
    this.appeals = { pressed: columns(), own: columns(), waited: columns(), need: columns() };
    this.ties = new Uint32Array(most);
    this.done = new Int32Array(most);
    this.origin = new Int32Array(most);
  }

  /** Takes over the duties of the phase under way. */
  bind(): void {
    const { names, duties } = this.world;
    this.mine = names.roles.map((_, role) => duties.filter((duty) => duty.role === role));
  }

  /** A step begins: nothing is done yet. */
  clear(): void {
    const { step, token, lost } = this.world.dutyHours;
    for (const hours of step) hours.fill(0);
    token.fill(0);
    lost.fill(0);
  }

  hasDuties(role: number): boolean {
    return this.mine[role].length > 0;
  }

  /** What is asked of the caseworker comes in, `factor` times the mean of a step. */
  begin(role: number, worker: number, factor: number): void {
    this.count = 0;
    for (const duty of this.mine[role]) duty.begin(worker, factor);
  }

  /**
   * Hours that are not the caseworker's to divide: as many whole items of duties taken first as fit, in the order of the
   * file, and then those that are kept for a duty, whether it needs them or not.
   */
  takeFirst(role: number, worker: number, hours: number): number {
    let left = hours;
    for (const duty of this.mine[role]) {
      if (duty.standing !== 'first') continue;
      const waiting = duty.waitingHours(worker);
      const fits = Math.floor(Math.min(waiting, left) / duty.item + ROUNDING) * duty.item;
      // The last part of an item is taken if there is time for it.
      const taken = Math.min(left, waiting <= left ? waiting : fits);
      if (taken <= 0) continue;
      this.world.dutyHours.step[duty.index][worker] += taken;
      left -= taken;
    }
    return hours - left + this.takeKept(role, worker, left);
  }

  /** Hours kept for duties out of those left: an item that does not fit goes on in the next step. */
  private takeKept(role: number, worker: number, hours: number): number {
    let kept = 0;
    for (const duty of this.mine[role]) {
      if (duty.standing !== 'kept') continue;
      const own = Math.min(hours - kept, (duty.kept ?? 0) * hours);
      this.world.dutyHours.step[duty.index][worker] += Math.min(duty.waitingHours(worker), own);
      kept += own;
    }
    return kept;
  }

  /** Lays out the items beside clients and on slack, with their appeals to the caseworker; noise is keyed by duty and caseworker. */
  layOut(role: number, worker: number, will: Will, noise: JudgementNoise): void {
    const { caseworkers, luck, references, step } = this.world;
    this.count = 0;
    for (const duty of this.mine[role]) {
      if (duty.standing === 'first' || duty.standing === 'kept') continue;
      const hours = duty.waitingHours(worker);
      const whole = Math.floor(hours / duty.item + ROUNDING);
      const rest = hours - whole * duty.item;
      const draws = luck.dutyNoise[duty.index];
      draws.words(caseworkers.id[worker], step);
      const { w0, w1 } = draws;
      const value = this.payoffOf(duty, role, worker);
      const own = this.motivesOf(duty, worker, will) + will.weights[MOTIVE.payoff] * value;
      const pressed = own + (will.pressedPayoff - will.weights[MOTIVE.payoff]) * value;
      const batch = (items: number, size: number): void => {
        const at = this.count++;
        this.duty[at] = duty.index;
        this.waiting[at] = items;
        this.size[at] = size;
        this.appeals.pressed[at] = noise.on(will.moved ? pressed : 1, w0);
        this.appeals.own[at] = noise.on(will.moved ? own : 1, w0);
        this.appeals.waited[at] = duty.waited(worker);
        this.appeals.need[at] = duty.pull.need * references.means.need;
        this.ties[at] = w1;
        this.done[at] = 0;
      };
      if (whole > 0) batch(whole, duty.item);
      if (rest > ROUNDING * duty.item) batch(1, rest);
    }
  }

  /** Brings what is not done yet of duties of these standings into the next division. */
  bring(appeal: ItemAppeal, ...standings: Standing[]): ItemBatches {
    const { items, world } = this;
    items.count = 0;
    for (let batch = 0; batch < this.count; batch++) {
      const left = this.waiting[batch] - this.done[batch];
      if (left <= 0 || !standings.includes(world.duties[this.duty[batch]].standing)) continue;
      this.put(batch, left, appeal);
    }
    return items;
  }

  /** The items that stood beside clients when hours were divided, for the caseworker's own division. */
  bringAnew(): ItemBatches {
    const { items, world } = this;
    items.count = 0;
    for (let batch = 0; batch < this.count; batch++) {
      if (world.duties[this.duty[batch]].standing === 'beside') this.put(batch, this.waiting[batch], 'own');
    }
    return items;
  }

  private put(batch: number, left: number, appeal: ItemAppeal): void {
    const { items } = this;
    const at = items.count++;
    items.waiting[at] = left;
    items.size[at] = this.size[batch];
    items.appeal[at] = this.appeals[appeal][batch];
    items.ties[at] = this.ties[batch];
    items.served[at] = 0;
    this.origin[at] = batch;
  }

  /** Which duty of the scenario a batch of the last division belongs to. */
  dutyOf(at: number): number {
    return this.duty[this.origin[at]];
  }

  /** Books the items that the last division served, and returns their hours. */
  book(worker: number): number {
    const { items, world } = this;
    let hours = 0;
    for (let at = 0; at < items.count; at++) {
      const batch = this.origin[at];
      this.done[batch] += items.served[at];
      const spent = items.served[at] * items.size[at];
      world.dutyHours.step[this.duty[batch]][worker] += spent;
      hours += spent;
    }
    return hours;
  }

  /** Σ |hours done − hours of the own division| over the duties beside clients, after `bringAnew` and that division. */
  difference(): number {
    const { items } = this;
    let difference = 0;
    for (let at = 0; at < items.count; at++) {
      const batch = this.origin[at];
      difference += Math.abs(this.done[batch] - items.served[at]) * this.size[batch];
    }
    return difference;
  }

  /** The caseworker's hours are divided: duties are told what they got, and what is left undone lapses or waits. */
  end(role: number, worker: number): void {
    const { dutyHours } = this.world;
    for (const duty of this.mine[role]) {
      const hours = dutyHours.step[duty.index][worker];
      if (hours > 0) duty.spend(worker, hours);
      dutyHours.total[duty.index][worker] += hours;
      duty.end(worker);
    }
  }

  /** What the payoff weight looks at: money, and with the part that understands the board's goals what an item does for these. */
  private payoffOf(duty: Duty, role: number, worker: number): number {
    const { understood } = this.world.phase.scenario.commissioner.coupling;
    const value = this.valueOf(duty, role, worker);
    if (understood <= 0) return value;
    const [, toChange, toMaintenance] = this.world.commissioner.priority;
    const goal = toChange * duty.pull.gain + toMaintenance * duty.pull.need;
    return (1 - understood) * value + understood * goal;
  }

  /** Money believed to come from an hour of the duty over what an hour costs, as for contacts. */
  private valueOf(duty: Duty, role: number, worker: number): number {
    const { caseworkers, phase } = this.world;
    const model = phase.roles[role];
    const cost = model.weeklyCost * filledShare(model, caseworkers.caseload[worker]);
    if (cost <= 0) return 0;
    return (
      ((duty.worthOfHour(worker) + this.feesOfHour(duty, worker)) * caseworkers.hoursAvailable[worker]) /
      (caseworkers.hoursFactor[worker] * cost)
    );
  }

  /** What instruments are believed to pay for the items of an hour. */
  private feesOfHour(duty: Duty, worker: number): number {
    const { instruments, caseworkers } = this.world;
    let fees = 0;
    for (const each of instruments)
      fees += each.believedPerItem?.(duty.name, caseworkers.office[worker]) ?? 0;
    return fees / duty.item;
  }

  /** Σ w · V of an item over the motives but payoff. */
  private motivesOf(duty: Duty, worker: number, { weights }: Will): number {
    const { references, phase } = this.world;
    const item = {
      duty,
      age: duty.age(worker),
      means: references.means,
      shapes: phase.scenario.caseworkers.shapes,
    };
    let sum = 0;
    for (let m = 0; m < motives.length; m++) sum += motives[m].ofItem?.(weights[m], item) ?? 0;
    return sum;
  }
}
