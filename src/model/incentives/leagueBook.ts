import { exp } from '../../random/index.ts';
import type { Factors } from './adjustments.ts';
import type { InstrumentSetup } from './instrument.ts';

/** The terms of a league table that decide who gets what. */
export interface LeagueTerms {
  period: number;
  bonus: number;
  bonusTo: 'top' | 'ranks';
  shareMoved: number;
  endAfter?: number;
  referralsWorth: number;
}

/** What has happened so far: kept when the terms change. All columns are by office. */
export interface LeagueCounts {
  /** Steps settled since the latest table. */
  periodSteps: number;
  /** Events and client-steps since the latest table. */
  events: Float64Array;
  attachedSteps: Float64Array;
  /** Tables in a row at the bottom. */
  atBottom: Float64Array;
  /** Distance from the top in the latest table, as a share of the top rate. */
  distance: Float64Array;
  /** What one more event was worth after the latest table, at prices before reviews. */
  worth: Float64Array;
}

export function newLeagueCounts({ officeShares }: InstrumentSetup): LeagueCounts {
  const column = () => new Float64Array(officeShares.length);
  return {
    periodSteps: 0,
    events: column(),
    attachedSteps: column(),
    atBottom: column(),
    distance: column(),
    worth: column(),
  };
}

/** Rates nearer than this are equal. */
const SLACK = 1e-12;

/** Makes the tables: who stands where, who gets which prize, which referrals move. */
export class LeagueBook {
  constructor(
    private readonly terms: LeagueTerms,
    private readonly setup: InstrumentSetup,
    private readonly counts: LeagueCounts,
    private readonly factors: Factors,
  ) {}

  /** What one more event is believed to bring the office now; 0 before the first table. */
  worth(office: number): number {
    return this.counts.worth[office] * this.factors.price[office];
  }

  /** Ends a step and, at the end of a period, makes a table. */
  settle(step: number, attachedByOffice: Float64Array, pay: (office: number, prize: number) => void): void {
    const { counts, setup } = this;
    if (step >= setup.referralSteps) {
      counts.worth.fill(0);
      counts.distance.fill(0);
      return;
    }
    counts.periodSteps++;
    for (let office = 0; office < attachedByOffice.length; office++)
      counts.attachedSteps[office] += attachedByOffice[office];
    if (counts.periodSteps < this.terms.period) return;
    this.makeTable(pay);
    counts.periodSteps = 0;
    counts.events.fill(0);
    counts.attachedSteps.fill(0);
  }

  private rate(office: number): number {
    return this.counts.events[office] / this.counts.attachedSteps[office];
  }

  private makeTable(pay: (office: number, prize: number) => void): void {
    const { counts, setup, factors } = this;
    const { shares } = setup.market;
    const ranked: number[] = [];
    for (let office = 0; office < shares.length; office++)
      if (counts.attachedSteps[office] > 0 && shares[office] > 0) ranked.push(office);
    ranked.sort((a, b) => this.rate(b) - this.rate(a) || a - b);
    counts.worth.fill(0);
    counts.distance.fill(0);
    if (ranked.length < 2) return;
    const top = this.rate(ranked[0]);
    const bottom = this.rate(ranked[ranked.length - 1]);
    const count = ranked.length;
    for (let place = 0; place < count; place++) {
      const office = ranked[place];
      // Offices of equal rate share what their places bring.
      let [from, to] = [place, place];
      while (from > 0 && this.rate(ranked[from - 1]) - this.rate(office) < SLACK) from--;
      while (to < count - 1 && this.rate(office) - this.rate(ranked[to + 1]) < SLACK) to++;
      let prize = 0;
      for (let each = from; each <= to; each++) prize += this.prizeOf(each, count);
      if (prize > 0) pay(office, (prize / (to - from + 1)) * factors.price[office]);
      counts.distance[office] = top > 0 ? (top - this.rate(office)) / top : 0;
    }
    if (top - bottom >= SLACK) this.moveShares(ranked, top, bottom);
    else counts.atBottom.fill(0);
    ranked.forEach((office, place) => {
      counts.worth[office] = this.stake(ranked, place) * this.chance(ranked, place);
    });
  }

  private prizeOf(place: number, count: number): number {
    const { bonus, bonusTo } = this.terms;
    const all = bonus * this.setup.scale;
    if (bonusTo === 'top') return place === 0 ? all : 0;
    return (all * (count - 1 - place)) / ((count * (count - 1)) / 2);
  }

  /** Moves referrals from those at the bottom to those at the top, in equal parts. */
  private moveShares(ranked: readonly number[], top: number, bottom: number): void {
    const { counts, terms, setup } = this;
    const best = ranked.filter((office) => top - this.rate(office) < SLACK);
    const worst = ranked.filter((office) => this.rate(office) - bottom < SLACK);
    for (let office = 0; office < counts.atBottom.length; office++)
      counts.atBottom[office] = worst.includes(office) ? counts.atBottom[office] + 1 : 0;
    for (const from of worst) {
      const ends = terms.endAfter !== undefined && counts.atBottom[from] >= terms.endAfter;
      const share = ends ? setup.market.shares[from] : terms.shareMoved / worst.length;
      for (const to of best) setup.market.shift(from, to, share / best.length);
    }
  }

  /** What changes for an office by one place against its neighbour above (the top: below). */
  private stake(ranked: readonly number[], place: number): number {
    const { terms, setup, counts } = this;
    const upper = Math.max(0, place - 1);
    const lower = upper + 1;
    const count = ranked.length;
    let stake = this.prizeOf(upper, count) - this.prizeOf(lower, count);
    const worth = terms.referralsWorth * setup.scale;
    if (upper === 0) stake += terms.shareMoved * worth;
    if (lower === count - 1) {
      const office = ranked[lower];
      const ends = terms.endAfter !== undefined && counts.atBottom[office] + 1 >= terms.endAfter;
      stake += (ends ? setup.market.shares[office] : terms.shareMoved) * worth;
    }
    return stake;
  }

  private chance(ranked: readonly number[], place: number): number {
    const office = ranked[place];
    const neighbour = ranked[place === 0 ? 1 : place - 1];
    const gap = (this.rate(office) - this.rate(neighbour)) * this.counts.attachedSteps[office];
    const events = Math.max(1, this.counts.events[office]);
    return Math.min(1, exp((-gap * gap) / (4 * events)) / Math.sqrt(4 * Math.PI * events));
  }
}
