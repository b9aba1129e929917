/** What caseworkers' hours went to beside real contact: columns over caseworkers. */
export interface DutyHours {
  /** Names of the duties, in the order of the file. */
  readonly names: readonly string[];
  /** [duty][caseworker] hours in this step, and over the run. */
  readonly step: Float64Array[];
  readonly total: Float64Array[];
  /** [duty] items that were asked so far, and those that lapsed undone or still wait. Recording has neither. */
  readonly asked: Float64Array;
  readonly unmet: Float64Array;
  /** Hours of contacts in form only in this step; hours that nobody claimed. */
  readonly token: Float64Array;
  readonly lost: Float64Array;
  /** [role × dispositions + disposition] over the run, of who held the post then: hours at hand, of contact, of contacts in form only, lost. */
  readonly sums: Record<'available' | 'contact' | 'token' | 'lost', Float64Array>;
  /** [duty][role × dispositions + disposition] hours over the run. */
  readonly sumOfDuty: Float64Array[];
}

export function createDutyHours(
  names: readonly string[],
  caseworkers: number,
  roles: number,
  dispositions: number,
): DutyHours {
  const workers = () => new Float64Array(caseworkers);
  const cells = () => new Float64Array(roles * dispositions);
  return {
    names,
    step: names.map(workers),
    total: names.map(workers),
    asked: new Float64Array(names.length),
    unmet: new Float64Array(names.length),
    token: workers(),
    lost: workers(),
    sums: { available: cells(), contact: cells(), token: cells(), lost: cells() },
    sumOfDuty: names.map(cells),
  };
}
