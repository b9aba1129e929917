import type { Instrument, InstrumentSetup } from './instrument.ts';

/** What has happened so far: kept when the terms change, so that a period under way goes on. */
export interface TargetCounts {
  periodStart: number;
  /** Steps settled in this period, and in all. */
  periodSteps: number;
  allSteps: number;
  /** [office] events that counted in this period, and in all. */
  inPeriod: Float64Array;
  inAll: Float64Array;
  /** [office] sum over the settled steps of this period of attached clients. */
  attachedSteps: Float64Array;
  /** [office] mean number of attached clients in the latest period or part of it. */
  attachedMean: Float64Array;
  /** [office] 1 once the bonus of this period is paid. */
  paid: Uint8Array;
  /** [office] money paid in this period. */
  money: Float64Array;
  /** [office] share of referrals when the period began: its part of what is asked and paid. */
  shares: Float64Array;
}

function newTargetCounts({ startStep, officeShares, market }: InstrumentSetup): TargetCounts {
  const column = () => new Float64Array(officeShares.length);
  return {
    periodStart: startStep,
    periodSteps: 0,
    allSteps: 0,
    inPeriod: column(),
    inAll: column(),
    attachedSteps: column(),
    attachedMean: column(),
    paid: new Uint8Array(officeShares.length),
    money: column(),
    shares: market.shares.slice(),
  };
}

const countsOf = new WeakMap<Instrument, { event: string; counts: TargetCounts }>();

/** Counts to go on with after a change of terms: those of the instrument before, where it counted the same event. */
export function countsAfter(
  previous: Instrument | undefined,
  event: string,
  setup: InstrumentSetup,
): TargetCounts {
  const before = previous && countsOf.get(previous);
  return before?.event === event ? before.counts : newTargetCounts(setup);
}

/** Remembers what an instrument counts, for `countsAfter`. */
export function keepCounts(instrument: Instrument, event: string, counts: TargetCounts): void {
  countsOf.set(instrument, { event, counts });
}
