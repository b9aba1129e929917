import type { Fact } from './fact.ts';

/** Settings that turn from the best division of hours to appointments of one length for those of the greatest appeal. */
export const appointments: readonly string[] = ['caseworkers.allocation.rule=priority'];

/** The facts asked again with further settings in every run; what they expect stays what they expect as bundled. */
export const withSettings = (facts: readonly Fact[], set: readonly string[]): Fact[] =>
  facts.map((fact) => ({
    ...fact,
    runs: Object.fromEntries(
      Object.entries(fact.runs).map(([name, runs]) => [
        name,
        { ...runs, set: [...(runs.set ?? []), ...set] },
      ]),
    ),
  }));
