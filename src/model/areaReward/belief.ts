import type { ChangeCourse } from '../areas/areaGain.ts';
import { partOf, sharesOf } from '../areas/areaShare.ts';
import type { InstrumentSetup } from '../incentives/instrument.ts';
import { type AreaBook, overlap, type Span } from './book.ts';
import type { AreaMetrics } from './metrics.ts';
import { meanOf, withKeptAdvance } from './payout.ts';
import type { AreaRewardTerms } from './terms.ts';

/** What an area expects of one test that is not judged yet, if it does nothing more. */
interface Outlook extends Span {
  /** Cost of the baseline, taken to the length of the test. */
  baseline: number;
  /** Mean and standard deviation of the fall. */
  mean: number;
  sd: number;
  /** Advance that is kept whatever comes, as a share of the baseline. */
  kept: number;
}

/**
 * What an area believes that a change of its demand is worth: the mean reward with the change less the mean without it,
 * where the fall of each test is normal.
 */
export class AreaBelief {
  private readonly understood: number;
  /** [area] outlooks, looked up once a step. */
  private outlooks: (readonly Outlook[] | undefined)[] = [];
  private known = 0;

  constructor(
    private readonly terms: AreaRewardTerms,
    private readonly setup: InstrumentSetup,
    private readonly metrics: AreaMetrics,
    private readonly book: AreaBook,
    private now: number,
  ) {
    const metricsToLearn = Object.values(terms.metrics).filter(({ exceptional }) => !exceptional).length;
    this.understood = 1 / (1 + terms.belief.complexity * Math.max(0, metricsToLearn - 1));
    this.moveTo(now);
  }

  /** The next step to come: figures that are older than the lag are known. */
  moveTo(now: number): void {
    this.now = now;
    this.known = Math.max(0, now - this.terms.lag);
    this.outlooks = [];
  }

  /** Money for an area if so many events came more, or below 0 fewer, a step, each change in its own time. */
  gain(area: number, course: ChangeCourse): number {
    const costs = course.map(({ change, from, to }) => ({
      perStep: this.metrics.costOfChange(area, change, this.known),
      span: { from: this.now + from, to: this.now + to },
    }));
    if (costs.every(({ perStep }) => perStep === 0)) return 0;
    const costIn = (span: Span): number =>
      costs.reduce((sum, each) => sum + each.perStep * overlap(each.span, span), 0);
    const { baseline, pieces } = this.book;
    let gain = 0;
    this.outlooks[area] ??= this.lookAhead(area);
    for (const outlook of this.outlooks[area]) {
      const inTest = costIn(outlook);
      const times = (outlook.to - outlook.from) / (baseline.to - baseline.from);
      const inBaseline = costIn(baseline) * times;
      const changed = outlook.baseline + inBaseline;
      if ((inTest === 0 && inBaseline === 0) || changed <= 0) continue;
      const left = Math.max(0, (1 - outlook.mean) * outlook.baseline + inTest);
      const part = outlook.baseline / changed;
      const net = (times: number) => withKeptAdvance(pieces, outlook.kept * times);
      gain +=
        changed * meanOf(net(part), 1 - left / changed, outlook.sd * part) -
        outlook.baseline * meanOf(net(1), outlook.mean, outlook.sd);
    }
    return this.understood * gain;
  }

  /** Tests that are not judged, of an area whose baseline is known at least in part; nothing is expected without that. */
  private lookAhead(area: number): Outlook[] {
    const { book, metrics, known, terms } = this;
    const { baseline } = book;
    const length = baseline.to - baseline.from;
    const seen = { from: baseline.from, to: Math.min(baseline.to, known) };
    if (seen.to <= seen.from) return [];
    const perStep = metrics.cost('clients', area, seen.from, seen.to) / (seen.to - seen.from);
    if (perStep <= 0) return [];
    const luckPerStep = metrics.variance(area, seen.from, seen.to) / (seen.to - seen.from);
    const attention = terms.belief.attention * this.managed(area);
    /** Fall in a span of known figures, 0 where there are none. */
    const fallIn = ({ from, to }: Span): number =>
      to <= from ? 0 : 1 - metrics.cost('clients', area, from, to) / ((to - from) * perStep);
    // What came after the baseline weighs by its length against one baseline in which all was as believed beforehand.
    const since = { from: baseline.to, to: known };
    const weight = attention * Math.max(0, since.to - since.from);
    const level = (weight * fallIn(since) - length * terms.belief.trend) / (weight + length);
    return book.spans.flatMap((test, number): Outlook[] => {
      if (book.judged(number, area)) return [];
      const weeks = test.to - test.from;
      const past = { from: test.from, to: Math.min(test.to, known) };
      const done = (attention * Math.max(0, past.to - past.from)) / weeks;
      const mean = done * fallIn(past) + (1 - done) * level;
      const cost = perStep * weeks;
      const left = Math.max(0, 1 - level);
      const variance =
        luckPerStep * weeks * left * (1 - done) + (left * left * luckPerStep * weeks * weeks) / length;
      return [
        {
          ...test,
          baseline: cost,
          mean,
          sd: (terms.belief.noise * Math.sqrt(variance)) / cost,
          kept: terms.upfront.returned ? 0 : book.advance(number, area) / cost,
        },
      ];
    });
  }

  /** Performance management of the area's offices, by their parts. */
  private managed(area: number): number {
    const { areas, market, performanceManagement } = this.setup;
    const members = areas.offices[area];
    const size = sharesOf(market.shares, members);
    return members.reduce(
      (sum, office) => sum + partOf(market.shares, members, office, size) * performanceManagement[office],
      0,
    );
  }
}
