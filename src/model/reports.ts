/** Per what a reported figure is given. */
export const figureBases = ['attached', 'referred', 'caseload', 'count'] as const;
export type FigureBasis = (typeof figureBases)[number];

/**
 * What offices have reported, by office and step: the only place from which the commissioner reads figures. A report
 * is what was recorded and claimed, and can differ from what happened.
 */
export class Reports {
  /** [event][office × steps + step] */
  private readonly events: Float64Array[];
  private readonly referred: Float64Array;
  private readonly caseload: Float64Array;

  constructor(
    offices: number,
    private readonly eventNames: readonly string[],
    private readonly steps: number,
  ) {
    const column = () => new Float64Array(offices * steps);
    this.events = eventNames.map(column);
    this.referred = column();
    this.caseload = column();
  }

  reportEvent(office: number, event: number, step: number): void {
    this.events[event][office * this.steps + step]++;
  }

  reportReferral(office: number, step: number): void {
    this.referred[office * this.steps + step]++;
  }

  reportCaseload(office: number, step: number, clients: number): void {
    this.caseload[office * this.steps + step] = clients;
  }

  /** Events that the offices reported from one step (included) to another (excluded). */
  count(event: number, offices: readonly number[], from: number, to: number): number {
    return this.sum(this.events[event], offices, from, to);
  }

  /** Clients attached in the offices in a mean step. */
  meanCaseload(offices: readonly number[], from: number, to: number): number {
    return to > from ? this.sum(this.caseload, offices, from, to) / (to - from) : 0;
  }

  /**
   * A figure: reported events, or those per client attached or referred in the same steps, or per client attached in
   * a mean step. Not a number where there is nothing to divide by.
   */
  figure(event: number, per: FigureBasis, offices: readonly number[], from: number, to: number): number {
    const count = this.count(event, offices, from, to);
    switch (per) {
      case 'count':
        return count;
      case 'attached':
        return ratio(count, this.count(this.eventNames.indexOf('attached'), offices, from, to));
      case 'referred':
        return ratio(count, this.sum(this.referred, offices, from, to));
      case 'caseload':
        return ratio(count, this.meanCaseload(offices, from, to));
    }
  }

  private sum(column: Float64Array, offices: readonly number[], from: number, to: number): number {
    let sum = 0;
    for (const office of offices) {
      for (let step = Math.max(0, from); step < to; step++) sum += column[office * this.steps + step];
    }
    return sum;
  }
}

function ratio(top: number, bottom: number): number {
  return bottom > 0 ? top / bottom : Number.NaN;
}
