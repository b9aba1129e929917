/** Money of one step added up by office and group, so that it takes one posting each and not one a client. */
export class OfficeGroupSums {
  private readonly sums: Float64Array;

  constructor(
    private readonly offices: number,
    private readonly groups: number,
  ) {
    this.sums = new Float64Array(offices * groups);
  }

  add(office: number, group: number, amount: number): void {
    this.sums[office * this.groups + group] += amount;
  }

  /** Hands over every sum that is not 0, and begins anew. */
  flush(post: (office: number, group: number, sum: number) => void): void {
    for (let office = 0; office < this.offices; office++) {
      for (let group = 0; group < this.groups; group++) {
        const sum = this.sums[office * this.groups + group];
        if (sum !== 0) post(office, group, sum);
      }
    }
    this.sums.fill(0);
  }
}
