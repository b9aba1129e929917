import { tabulateBelief } from '../../src/model/beliefs.ts';
import { exp } from '../../src/random/index.ts';
import { keysOf, whole, writeColumns } from './columnFile.ts';
import { buildPilot, type Pilot } from './pilot.ts';

/** Quantiles at which the engine tabulates the noise of judgement. */
const NOISE_STEPS = 4096;

/** Writes a replicate's people, caseworkers and keys of draws for pilot.c, in the order in which it reads them. */
export function writePilot(path: string, pilot: Pilot, replicate: number): void {
  const { world, phases } = buildPilot(pilot, replicate, 'beside');
  world.phase = phases[0].model;
  const { people, caseworkers, luck, phase } = world;
  const belief = tabulateBelief(world, phase.transitions[0]);
  if (belief === undefined) throw new Error('pilot.c reads what is believed of a start from a table');
  const streams = [
    ...luck.assignment,
    ...luck.noise,
    ...luck.transition,
    luck.quality,
    luck.discovery,
    luck.activity[0],
    luck.activityEvent[0],
  ];
  const noise = Float64Array.from({ length: NOISE_STEPS }, (_, step) =>
    exp(phase.noise.quantile((step + 0.5) / NOISE_STEPS)),
  );
  const columns = [
    noise,
    people.id,
    people.group,
    people.office,
    people.latent,
    people.fifth,
    ...people.barriers,
    people.motivation,
    people.motivationError,
    people.appearanceError,
    people.awkwardness,
    caseworkers.office,
    caseworkers.disposition,
    ...caseworkers.weights,
    caseworkers.skill,
    caseworkers.chemistry,
    ...world.names.groups.map((_, group, { length }) => {
      const size = belief.worth.length / length;
      return belief.worth.subarray(group * size, (group + 1) * size);
    }),
  ];
  writeColumns(path, [keysOf(streams), ...columns.map(whole)]);
}
