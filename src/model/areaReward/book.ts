import type { AreaResult, RewardState } from '../areas/areaDemand.ts';
import { partOf, sharesOf } from '../areas/areaShare.ts';
import { chosen } from '../chosen.ts';
import { feePoster } from '../incentives/eventFee.ts';
import type { InstrumentSetup } from '../incentives/instrument.ts';
import { COMMISSIONER, officeParty } from '../money/books.ts';
import type { AreaMetrics } from './metrics.ts';
import { type Piece, payout, valueAt, withKeptAdvance } from './payout.ts';
import type { AreaRewardTerms } from './terms.ts';

/** Steps from `from` (included) to `to` (excluded). */
export interface Span {
  from: number;
  to: number;
}

/** Falls are compared with this slack, since sums of prices carry rounding. */
const SLACK = 1e-12;

const spansOf = ({ from, weeks, number }: AreaRewardTerms['tests']): Span[] =>
  Array.from({ length: number }, (_, test) => ({ from: from + test * weeks, to: from + (test + 1) * weeks }));

/** Length of what two spans have in common. */
export const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/**
 * Tests of all areas: pays advances when a test begins, and what was earned when its figures are known, and remembers
 * both over changes of phase. Money of an area goes to its offices by their shares of referrals now.
 */
export class AreaBook {
  readonly baseline: Span;
  readonly pieces: Piece[];
  /** Tests that the run completes, by number. */
  readonly spans: readonly Span[];
  private readonly pay: ReturnType<typeof feePoster>;
  /** [area] whether it is rewarded. */
  private readonly rewarded: readonly boolean[];

  constructor(
    private readonly terms: AreaRewardTerms,
    private readonly setup: InstrumentSetup,
    private readonly metrics: AreaMetrics,
    private readonly state: RewardState,
  ) {
    const { from, weeks } = terms.baseline;
    this.baseline = { from, to: from + weeks };
    this.pieces = payout(terms);
    this.spans = spansOf(terms.tests).filter(({ to }) => to <= setup.steps);
    this.pay = feePoster(setup, terms.category);
    this.rewarded = chosen(terms.areas, setup.areas.names);
  }

  /** Whether the test is judged already, or never will be, since the area is not rewarded. */
  judged(test: number, area: number): boolean {
    return (
      !this.rewarded[area] ||
      this.state.results.some((result) => result.test === test && result.area === area)
    );
  }

  /** Advance of a test that is paid and not settled; 0 without one. */
  advance(test: number, area: number): number {
    return this.state.advances[test]?.[area] ?? 0;
  }

  /** Ends a step: pays what begins, and what has come to be known; at the end of the run all that is over. */
  settle(step: number): void {
    const { lag } = this.terms;
    this.spans.forEach((span, test) => {
      const known = step + 1 - lag >= span.to || (step === this.setup.steps - 1 && step + 1 >= span.to);
      for (let area = 0; area < this.setup.areas.names.length; area++) {
        if (this.judged(test, area)) continue;
        if (known) this.judge(step, test, area);
        else if (step >= span.from) this.payAdvance(step, test, area);
      }
    });
  }

  /** The scheme has it no more: judges tests that are over, and takes back advances of the others where they return. */
  end(step: number): void {
    this.spans.forEach((span, test) => {
      for (let area = 0; area < this.setup.areas.names.length; area++) {
        if (this.judged(test, area)) continue;
        if (span.to <= step) this.judge(step, test, area);
        else if (this.terms.upfront.returned) this.settleAdvance(step, test, area, this.advance(test, area));
      }
    });
  }

  private payAdvance(step: number, test: number, area: number): void {
    const { share, fall } = this.terms.upfront;
    if (share <= 0 || this.state.advances[test]?.[area] !== undefined) return;
    const known = { from: this.baseline.from, to: Math.min(this.baseline.to, step + 1 - this.terms.lag) };
    if (known.to <= known.from) return;
    const perStep = this.metrics.cost('clients', area, known.from, known.to) / (known.to - known.from);
    const amount = share * valueAt(this.pieces, fall) * perStep * this.terms.tests.weeks;
    this.state.advances[test] ??= [];
    this.state.advances[test][area] = amount;
    this.share(area, (office, part) => this.payFinance(step, office, part * amount));
  }

  /** Takes back so much of an advance, after which it is settled. */
  private settleAdvance(step: number, test: number, area: number, back: number): void {
    const advances = this.state.advances[test];
    if (advances !== undefined) advances[area] = undefined;
    this.share(area, (office, part) => this.payFinance(step, office, -part * back));
  }

  private judge(step: number, test: number, area: number): void {
    const result = this.resultOf(test, area);
    const advance = this.advance(test, area);
    const earned = this.earned(this.pieces, result.baseline, result.demand);
    this.share(area, (office, part) => this.pay(step, office, -1, part * earned));
    const back = this.terms.upfront.returned ? advance : Math.min(advance, Math.max(0, earned));
    this.settleAdvance(step, test, area, back);
    this.state.results.push({ ...result, paid: earned + advance - back });
  }

  private resultOf(test: number, area: number): AreaResult {
    const { terms, metrics, baseline } = this;
    const { from, to } = this.spans[test];
    const times = (to - from) / (baseline.to - baseline.from);
    const baselineOf = (side: 'clients' | 'twins') =>
      times * metrics.cost(side, area, baseline.from, baseline.to);
    const [own, twin] = [baselineOf('clients'), baselineOf('twins')];
    const [demand, twinDemand] = [
      metrics.cost('clients', area, from, to),
      metrics.cost('twins', area, from, to),
    ];
    const kept = terms.upfront.returned ? 0 : this.advance(test, area);
    const twinPieces = withKeptAdvance(this.pieces, twin > 0 ? kept / twin : 0);
    return {
      area,
      test,
      baseline: own,
      demand,
      twinBaseline: twin,
      twinDemand,
      passed: this.passes(own, demand),
      twinPassed: this.passes(twin, twinDemand),
      paid: 0,
      twinPaid: twin > 0 ? this.earned(twinPieces, twin, twinDemand) : kept,
      threshold: terms.threshold,
      luck: own > 0 ? Math.sqrt(this.luckVariance(area, times)) / own : Number.NaN,
    };
  }

  private passes(baseline: number, demand: number): boolean {
    return baseline > 0 && 1 - demand / baseline >= this.terms.threshold - SLACK;
  }

  /** What demand earns by the terms; nothing against a baseline without demand. */
  private earned(pieces: readonly Piece[], baseline: number, demand: number): number {
    if (baseline <= 0) return 0;
    const fall = 1 - demand / baseline;
    // Rounding must not take from an area at the threshold what it has passed for.
    const counted = this.passes(baseline, demand) ? Math.max(fall, this.terms.threshold) : fall;
    return baseline * valueAt(pieces, counted);
  }

  /**
   * Variance of test − (1 − θ) · baseline with no true change, whose sign decides: r·V + (1 − θ)²·r²·V of a baseline of
   * variance V and a test r times as long.
   */
  private luckVariance(area: number, times: number): number {
    const { from, to } = this.baseline;
    const left = 1 - this.terms.threshold;
    return this.metrics.variance(area, from, to) * times * (1 + left * left * times);
  }

  /** Divides an area's money among its offices: parts sum to 1. */
  private share(area: number, give: (office: number, part: number) => void): void {
    const members = this.setup.areas.offices[area];
    const size = sharesOf(this.setup.market.shares, members);
    for (const office of members) give(office, partOf(this.setup.market.shares, members, office, size));
  }

  /** Money that is not earned yet has an account of its own, `<name>.upfront`. */
  private payFinance(step: number, office: number, amount: number): void {
    if (amount === 0) return;
    const { books, name } = this.setup;
    const account = books.open(`${name}.upfront`, 'fee', this.terms.category, 'finance');
    books.post(step, COMMISSIONER, officeParty(office), account, -1, amount);
  }
}
