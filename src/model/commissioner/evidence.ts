import type { World } from '../world.ts';
import { combine } from './evidence/combine.ts';
import { evidenceKinds } from './evidence/registry.ts';

/**
 * Evidence for offices, in standard deviations, by place in `offices`: with all that was looked at, without the stories,
 * and without politics and the voice of in-house providers.
 */
export interface Evidence {
  all: number[];
  withoutStories: number[];
  withoutFavour: number[];
}

/**
 * What the commissioner holds for the offices at a review of a stage: the mean of its kinds of evidence by their weights,
 * each in standard deviations, + the voice of an office that sits on the board which decides. Where all are equal a
 * kind says 0. It says nothing of an office of which it knows nothing, or of one that it knows alone without a usual
 * value; not a number where no kind says anything.
 */
export function weighEvidence(
  world: World,
  stage: string,
  offices: readonly number[],
  from: number,
  to: number,
): Evidence {
  const { evidence } = world.phase.scenario.commissioner;
  const weights = evidence[stage] as (typeof evidence)[string] | undefined;
  if (weights === undefined) return unknown(offices);
  const look = { world, offices, from, to, stage: weights };
  const kinds = evidenceKinds.map((kind) => ({ kind, lines: kind.lines(look) }));
  const without = (leftOut?: 'stories' | 'favour'): number[] =>
    combine(
      kinds.flatMap(({ kind, lines }) => (leftOut !== undefined && kind.leftOut === leftOut ? [] : lines)),
      offices.length,
    );
  const sections = Object.values(world.phase.scenario.offices);
  const heard = (values: number[]): number[] =>
    values.map((value, place) => value + sections[offices[place]].inHouse.voice);
  return {
    all: heard(without()),
    withoutStories: heard(without('stories')),
    withoutFavour: without('favour'),
  };
}

/** Evidence where nothing is looked at. */
export function unknown(offices: readonly number[]): Evidence {
  const none = offices.map(() => Number.NaN);
  return { all: none, withoutStories: none, withoutFavour: none };
}
