import type { LoadedScenario } from '../../../src/scenario/index.ts';
import type { Scenario } from '../../../src/simulation/index.ts';
import type { Replicate, Runs } from '../runs.ts';
import { measures } from './measures.ts';

/** Reads one replicate of some designs. Pure, so that it can be done in any thread and in any order. */
export type Reading = (loaded: LoadedScenario<Scenario>, replicate: number, runs: Runs) => Replicate;

/** All readings by name. Those beside `measures` look into worlds for what no measure tells. */
export const readings = { measures } satisfies Record<string, Reading>;
