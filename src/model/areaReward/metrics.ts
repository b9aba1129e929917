import { expm1 } from '../../random/index.ts';
import type { AreaDemand, DemandCounts } from '../areas/areaDemand.ts';
import type { EventChange } from '../areas/areaGain.ts';
import { chosen } from '../chosen.ts';
import type { Names } from '../names.ts';
import type { AreaRewardTerms } from './terms.ts';

/** One metric as what is counted and its price by the count. */
interface Priced {
  counted: number;
  /** Money for each count: an event, or a step in the stage. */
  price: number;
  /** Event whose change changes it, −1 for none. */
  event: number;
  /** Of a stage: the count of those who enter it; −1 for an event. */
  entries: number;
}

/** Cost of demand by the metrics of a reward, those aside that an agreement leaves out. */
export class AreaMetrics {
  private readonly priced: Priced[];
  private readonly groups: Uint8Array;

  constructor(
    terms: AreaRewardTerms,
    private readonly demand: AreaDemand,
    names: Names,
    stepsPerWeek: number,
  ) {
    const counting = Object.values(terms.metrics).filter(({ exceptional }) => !(exceptional && terms.adjust));
    this.priced = counting.map(({ event, stage, entry, price }) => {
      if (stage === '') {
        const at = names.events.indexOf(event);
        return { counted: demand.ofEvent[at], price, event: at, entries: -1 };
      }
      const at = names.stages.indexOf(stage);
      return {
        counted: demand.ofStage[at],
        price: price / stepsPerWeek,
        event: entry === '' ? -1 : names.events.indexOf(entry),
        entries: demand.intoStage[at],
      };
    });
    this.groups = Uint8Array.from(chosen(terms.groups, names.groups), Number);
  }

  /** Cost of an area's demand over steps from `from` (included) to `to` (excluded). */
  cost(side: 'clients' | 'twins', area: number, from: number, to: number): number {
    const counts = this.demand[side];
    let cost = 0;
    for (const { counted, price } of this.priced)
      cost += price * counts.sum(counted, area, this.groups, from, to);
    return cost;
  }

  /**
   * Variance of that cost by luck, on the clients' side, where every event comes by itself (Poisson) and stays have geometric
   * lengths: Σ price² · count for events, price² · time · (2ℓw − 1) for stages with stays of ℓ steps on average, and for a stay
   * with the event that begins it twice the product of what both cost · w. As stays reach over the ends of W steps, a part
   * w = 1 − ℓ/W · (1 − exp(−W/ℓ)) of them lies within.
   */
  variance(area: number, from: number, to: number): number {
    const counts = this.demand.clients;
    let variance = 0;
    for (const { counted, price, event, entries } of this.priced) {
      const count = counts.sum(counted, area, this.groups, from, to);
      if (entries < 0) {
        variance += price * price * count;
        continue;
      }
      const stay = this.meanStay(counts, counted, entries, area, from, to);
      const within = 1 + (stay / (to - from)) * expm1(-(to - from) / stay);
      variance += price * price * count * Math.max(1, 2 * stay * within - 1);
      const begins = this.priced.find((other) => other.entries < 0 && other.event === event);
      if (begins !== undefined) variance += 2 * begins.price * price * count * within;
    }
    return variance;
  }

  /** Money a step by which an area's demand changes with its events: so many a step more, or fewer below 0. */
  costOfChange(area: number, change: EventChange, known: number): number {
    let cost = 0;
    for (const { counted, price, event, entries } of this.priced) {
      if (event < 0) continue;
      let events = 0;
      for (let group = 0; group < this.groups.length; group++)
        if (this.groups[group] === 1) events += change[event * this.groups.length + group];
      if (events === 0) continue;
      const each =
        entries < 0 ? 1 : this.meanStay(this.demand.clients, counted, entries, area, 0, Math.max(0, known));
      cost += events * each * price;
    }
    return cost;
  }

  /** Whether an event of somebody of the group is believed to change what demand costs. */
  counts(event: number, group: number): boolean {
    return this.groups[group] === 1 && this.priced.some((each) => each.event === event && each.price > 0);
  }

  /** Mean length of a stay in steps; 1 where nobody has entered. */
  private meanStay(
    counts: DemandCounts,
    counted: number,
    entries: number,
    area: number,
    from: number,
    to: number,
  ): number {
    const entered = counts.sum(entries, area, this.groups, from, to);
    return entered > 0 ? Math.max(1, counts.sum(counted, area, this.groups, from, to) / entered) : 1;
  }
}
