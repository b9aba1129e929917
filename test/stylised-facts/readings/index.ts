import type { LoadedScenario } from '../../../src/scenario/index.ts';
import type { Scenario } from '../../../src/simulation/index.ts';
import type { Replicate, Runs } from '../runs.ts';
import { emptiedPosts } from './emptiedPosts.ts';
import { gains } from './gains.ts';
import { measures } from './measures.ts';
import { motivation } from './motivation.ts';
import { prediction } from './prediction.ts';
import { targetPeriods } from './targetPeriods.ts';

/** Reads one replicate of some designs. Pure, so that it can be done in any thread and in any order. */
export type Reading = (loaded: LoadedScenario<Scenario>, replicate: number, runs: Runs) => Replicate;

/** All readings by name. Those beside `measures` look into worlds for what no measure tells. */
export const readings = {
  measures,
  emptiedPosts,
  gains,
  motivation,
  prediction,
  targetPeriods,
} satisfies Record<string, Reading>;
