import type { ScenarioBundle } from '../../simulation/contract.ts';

/**
 * A study runs one scenario at many points. A point is a setting of some of its parameters: what `--set` would say,
 * path by path. Numbers are written in their shortest form that reads back as the same number; texts are YAML.
 */
export type Settings = Readonly<Record<string, number | string>>;

/** The scenario at a point: settings come after those of the command line, and so win. */
export function bundleAt(
  bundle: ScenarioBundle,
  { settings, seed }: Pick<PointRequest, 'settings' | 'seed'>,
): ScenarioBundle {
  const patches = Object.entries(settings).map(([path, value]) => `${path}=${value}`);
  if (seed !== undefined) patches.push(`seed=${JSON.stringify(seed)}`);
  return { ...bundle, set: [...bundle.set, ...patches] };
}

/** The values of one design at one point: measure key to one value a replicate, null where it was undefined. */
export type DesignValues = Record<string, (number | null)[]>;

/** What became of a point. */
export type PointOutcome =
  | { state: 'done'; designs: Record<string, DesignValues> }
  /** It cannot be run: its settings are no sound scenario, or a replicate failed. */
  | { state: 'failed'; why: string }
  /** Not reached before an interrupt. */
  | { state: 'missing' };

/** A request to run the scenario at a point. */
export interface PointRequest {
  /** Its number in the study, or `stated`: the scenario as it stands. */
  id: number | 'stated';
  settings: Settings;
  replicates: number;
  /** Another seed than the scenario's: other luck, for results that must not hang on the luck they were chosen by. */
  seed?: string;
}

/** The seed of a check: results that were chosen by one luck are told in this other one. */
export const otherLuck = (seed: string): string => `${seed}, other luck`;

/**
 * Runs points and hands back what became of each, in the order asked. Points that a study ran before it was stopped
 * are not run again. After an interrupt all that is left is `missing`.
 */
export type Evaluate = (points: readonly PointRequest[]) => Promise<PointOutcome[]>;
