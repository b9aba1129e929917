import { expect } from 'vitest';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import { bundleScenario, openScenario, simulateReplicate } from '../../src/simulation/index.ts';
import { tQuantile } from '../../src/statistics/index.ts';
import { measureKey } from '../../src/tables/rows.ts';
import { mean, standardError } from './interval.ts';
import { type Findings, scenarioText } from './pilotExperiment.ts';

/** How a what-if is run: as its file says, but for the number of runs and the size. */
export interface Size {
  replicates: number;
  scale?: number;
}

/** Level of the intervals: a false alarm in a hundred for each condition, were there no effect. */
const LEVEL = 0.99;

/** A bundled scenario with all that it extends, and what stands in `set` changed, as the command would open it. */
export function openBundled(name: string, set: string[] = []): LoadedScenario<Scenario> {
  const bundle = bundleScenario(
    { file: `${name}.yaml`, text: scenarioText(name) },
    (reference) => ({ file: reference, text: scenarioText(reference.replace('bundled:', '')) }),
    set,
  );
  return openScenario(bundle);
}

/**
 * A bundled scenario whose own claims are tested on fewer or smaller runs. Claims of a share of runs are read as claims
 * of the mean: the same direction, which few runs can tell.
 */
export class WhatIf {
  private readonly loaded: LoadedScenario<Scenario>;
  private readonly size: Size;
  private findings?: Findings;

  constructor(name: string, size: Size) {
    this.size = size;
    this.loaded = openBundled(name, size.scale === undefined ? [] : [`scale=${size.scale}`]);
  }

  /** Every design's measures, one number a run; run on first use. */
  get found(): Findings {
    this.findings ??= this.run();
    return this.findings;
  }

  /** Ends of the interval of each condition of a claim, less the number above or below which it is claimed. */
  intervals(id: string): { is: string; ends: [number, number] }[] {
    const { scenario, id: base } = this.loaded.designs[0];
    const claim = scenario.measures.claims[id];
    if (claim === undefined) throw new Error(`there is no claim ${id}`);
    return [claim, ...Object.values(claim.and)].map(
      ({ measure, minus, plus, times, design, against, is, value }) => {
        const of = (name: string): number[] =>
          this.column(name, measure).map(
            (number, at) =>
              number +
              (plus === '' ? 0 : this.column(name, plus)[at]) -
              (minus === '' ? 0 : times * this.column(name, minus)[at]),
          );
        const own = of(design || base);
        const other = against === '' ? undefined : of(against);
        const numbers = own.map((number, at) => number - (other?.[at] ?? 0));
        const defined = numbers.filter((number) => !Number.isNaN(number));
        const half = tQuantile((1 + LEVEL) / 2, defined.length - 1) * standardError(defined);
        const middle = mean(defined) - value;
        return { is, ends: [middle - half, middle + half] };
      },
    );
  }

  /** Expects that claims hold in every condition, at the level above. */
  holds(...claims: string[]): void {
    for (const id of claims)
      for (const { is, ends } of this.intervals(id)) {
        if (is === 'above') expect(ends[0], id).toBeGreaterThan(0);
        else expect(ends[1], id).toBeLessThan(0);
      }
  }

  private column(design: string, key: string): number[] {
    const values = this.found[design]?.[key];
    if (values === undefined) throw new Error(`${design} has no measure ${key}`);
    return values;
  }

  private run(): Findings {
    const findings: Findings = {};
    for (let replicate = 0; replicate < this.size.replicates; replicate++)
      for (const { design, rows } of simulateReplicate(this.loaded, replicate, {
        references: [],
        clientTable: false,
      }).designs) {
        const keys = (findings[design] ??= {});
        for (const { measure, slice, value } of rows)
          (keys[measureKey(measure, slice)] ??= []).push(value ?? Number.NaN);
      }
    return findings;
  }
}
