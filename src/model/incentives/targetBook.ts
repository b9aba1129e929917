import type { Factors } from './adjustments.ts';
import type { InstrumentSetup } from './instrument.ts';
import { neededChance, pivotalChance } from './pivotalChance.ts';
import type { TargetCounts } from './targetCounts.ts';

/** The terms of a target that decide when it is reached. */
export interface TargetTerms {
  period: number;
  of: 'count' | 'attached' | 'expected';
  threshold: number;
  bonus: number;
  cap?: number;
  /** Most money a period for all offices together, times the scale. */
  mostMoney?: number;
  /** Money that each event missing from the threshold costs when the period ends; 0 if absent. */
  perMissing?: number;
  during: 'referrals' | 'run';
}

/** Counts and thresholds are compared with this slack, since scaled thresholds carry rounding. */
const SLACK = 1e-9;

/**
 * Who has reached how much of which threshold in the period under way. All numbers are by office. Where shares of
 * referrals move, thresholds, caps and bonus follow from the next period on.
 */
export class TargetBook {
  private readonly shadow: Float64Array;
  private readonly missed: Float64Array;

  constructor(
    private readonly terms: TargetTerms,
    private readonly setup: InstrumentSetup,
    private readonly counts: TargetCounts,
    private readonly factors: Factors,
  ) {
    this.shadow = new Float64Array(setup.officeShares.length);
    this.missed = new Float64Array(setup.officeShares.length);
    // Weeks between two schemes belong to neither: a period that nobody has counted in begins now.
    if (counts.periodSteps === 0) counts.periodStart = Math.max(counts.periodStart, setup.startStep);
    this.review();
  }

  /** Works out anew where offices stand: after a change of terms. */
  review(): void {
    if (this.counts.periodSteps > 0) this.lookBack();
    this.lookAhead();
  }

  /** Where the office stands in the period under way; undefined outside any. */
  standing(office: number): { counted: number; asked: number; stepsLeft: number } | undefined {
    if (!this.underWay()) return undefined;
    const { counts } = this;
    const stepsLeft = this.periodEnd() - counts.periodStart - counts.periodSteps;
    return { counted: counts.inPeriod[office], asked: this.threshold(office), stepsLeft };
  }

  /** What bonus and charge make one more event worth to the office now: 0 once the threshold is reached. */
  shadowPrice(office: number): number {
    return this.shadow[office];
  }

  /** What the office lacks of its pro-rata target, as a share of the whole period's target, in [0, 1]. */
  shortfall(office: number): number {
    return this.missed[office];
  }

  /** Chance that the events still to come do not reach the threshold; 0 where it is reached or asks nothing. */
  missChance(office: number): number {
    const threshold = this.threshold(office);
    if (!this.underWay() || threshold <= SLACK || this.reached(office)) return 0;
    const { missing, mean } = this.ahead(office, threshold);
    return neededChance(missing, mean);
  }

  /** Whether the next event of the office is paid the price: a period is under way and the cap is not reached. */
  pricePaidNext(office: number): boolean {
    if (!this.underWay()) return false;
    const { cap } = this.terms;
    if (cap === undefined) return true;
    const most = cap * this.setup.scale * this.counts.shares[office] * this.part();
    return this.counts.inPeriod[office] + 1 <= most + SLACK;
  }

  /** So much of an amount as the limit on money leaves room for, which is then used up; the amount without a limit. */
  draw(office: number, amount: number): number {
    const paid = Math.min(amount, this.room(office));
    this.counts.money[office] += paid;
    return paid;
  }

  /** Money that the office can still be paid in this period. */
  room(office: number): number {
    const { mostMoney } = this.terms;
    if (mostMoney === undefined) return Infinity;
    const most = mostMoney * this.setup.scale * this.counts.shares[office] * this.part();
    return Math.max(0, most - this.counts.money[office]);
  }

  /** Counts one event; events outside any period do not count. */
  count(office: number): void {
    if (!this.underWay()) return;
    this.counts.inPeriod[office]++;
    this.counts.inAll[office]++;
  }

  /**
   * Ends a step: pays bonuses that are due and, at the end of a period, charges for what is missing and begins the
   * next. `pay` is told money for the office, negative where the office owes it.
   */
  settle(step: number, attachedByOffice: Float64Array, pay: (office: number, money: number) => void): void {
    if (!this.underWay()) return;
    const { counts, terms } = this;
    counts.periodSteps++;
    counts.allSteps++;
    for (let office = 0; office < counts.paid.length; office++) {
      counts.attachedSteps[office] += attachedByOffice[office];
      counts.attachedMean[office] = counts.attachedSteps[office] / counts.periodSteps;
    }
    const ends = step + 1 >= this.periodEnd();
    for (let office = 0; office < counts.paid.length; office++) {
      if (counts.paid[office] || (terms.of === 'attached' && !ends) || !this.reached(office)) continue;
      counts.paid[office] = 1;
      const bonus = this.draw(office, this.bonusOf(office));
      if (bonus > 0) pay(office, bonus);
    }
    if (ends) this.charge(pay);
    this.lookBack();
    if (ends) this.beginPeriod(step + 1);
    this.lookAhead();
  }

  private charge(pay: (office: number, money: number) => void): void {
    const { counts } = this;
    for (let office = 0; office < counts.paid.length; office++) {
      const missing = this.threshold(office) - counts.inPeriod[office];
      const owed = this.perMissing(office);
      if (missing > SLACK && owed > 0) pay(office, -missing * owed);
    }
  }

  private perMissing(office: number): number {
    return (this.terms.perMissing ?? 0) * this.factors.price[office];
  }

  private beginPeriod(step: number): void {
    const { counts } = this;
    counts.periodStart = step;
    counts.periodSteps = 0;
    counts.inPeriod.fill(0);
    counts.attachedSteps.fill(0);
    counts.paid.fill(0);
    counts.money.fill(0);
    counts.shares.set(this.setup.market.shares);
  }

  private underWay(): boolean {
    const { steps, referralSteps } = this.setup;
    return this.counts.periodStart < (this.terms.during === 'run' ? steps : Math.min(steps, referralSteps));
  }

  private periodEnd(): number {
    return Math.min(this.counts.periodStart + this.terms.period, this.setup.steps);
  }

  /** Length of this period against a whole one. */
  private part(): number {
    return (this.periodEnd() - this.counts.periodStart) / this.terms.period;
  }

  private bonusOf(office: number): number {
    const { terms, setup, counts, factors } = this;
    return terms.bonus * setup.scale * counts.shares[office] * this.part() * factors.price[office];
  }

  /** Events that the office needs in this period, as far as is known now; may be a fraction. */
  private threshold(office: number): number {
    return this.stated(office) * this.factors.threshold[office];
  }

  /** The threshold by the terms, before reviews. */
  private stated(office: number): number {
    const { terms, setup, counts } = this;
    switch (terms.of) {
      case 'count':
        return terms.threshold * setup.scale * counts.shares[office] * this.part();
      case 'attached':
        return terms.threshold * counts.attachedMean[office] * this.part();
      case 'expected': {
        const weeks = Math.max(0, Math.min(this.periodEnd(), setup.referralSteps) - counts.periodStart);
        const perWeek = setup.referralSteps > 0 ? setup.people.count / setup.referralSteps : 0;
        return terms.threshold * perWeek * counts.shares[office] * weeks;
      }
    }
  }

  private reached(office: number): boolean {
    const threshold = this.threshold(office);
    return threshold > SLACK && this.counts.inPeriod[office] >= threshold - SLACK;
  }

  /** Shortfalls at the end of a step. Divided by the whole target, so that a first quiet week is no panic. */
  private lookBack(): void {
    const { counts } = this;
    const elapsed = counts.periodSteps / Math.max(1, this.periodEnd() - counts.periodStart);
    for (let office = 0; office < this.missed.length; office++) {
      const threshold = this.threshold(office);
      this.missed[office] =
        threshold > SLACK ? Math.min(1, Math.max(0, elapsed - counts.inPeriod[office] / threshold)) : 0;
    }
  }

  /**
   * Events that are missing from a threshold, and how many are expected in the weeks that are left: at the rate seen so
   * far, to which one period exactly on target is added: who begins believes that the target is about right.
   */
  private ahead(office: number, threshold: number): { missing: number; mean: number } {
    const { counts, terms } = this;
    const length = this.periodEnd() - counts.periodStart;
    const perStep =
      (counts.inAll[office] + (threshold * terms.period) / length) / (counts.allSteps + terms.period);
    return {
      missing: Math.ceil(threshold - counts.inPeriod[office] - SLACK),
      mean: perStep * (length - counts.periodSteps),
    };
  }

  /** Worth of one more event in the weeks that are left. */
  private lookAhead(): void {
    const { counts } = this;
    this.shadow.fill(0);
    if (!this.underWay()) {
      this.missed.fill(0);
      return;
    }
    for (let office = 0; office < this.shadow.length; office++) {
      const threshold = this.threshold(office);
      if (threshold <= SLACK || counts.paid[office]) continue;
      const { missing, mean } = this.ahead(office, threshold);
      const bonus = Math.min(this.bonusOf(office), this.room(office));
      if (bonus > 0) this.shadow[office] = bonus * pivotalChance(missing, mean);
      const owed = this.perMissing(office);
      if (owed > 0) this.shadow[office] += owed * neededChance(missing, mean);
    }
  }
}
