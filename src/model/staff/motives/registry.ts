import { deserving } from './deserving.ts';
import { ease } from './ease.ts';
import { gain } from './gain.ts';
import { mandate } from './mandate.ts';
import type { Motive } from './motive.ts';
import { need } from './need.ts';
import { payoff } from './payoff.ts';
import { turn } from './turn.ts';
import { voice } from './voice.ts';

/**
 * The motives for which a caseworker gives time, in the order of the weight columns, in which they are added up: another
 * order rounds otherwise. A new one is a file and a line at the end. The literature behind each stands in docs/model.md.
 */
const all = [payoff, need, gain, deserving, ease, turn, voice, mandate] as const;

export type MotiveName = (typeof all)[number]['name'];

export const motives: readonly Motive<MotiveName>[] = all;

export const motiveNames: readonly MotiveName[] = all.map(({ name }) => name);

/** One value for each motive, by name. */
export const byMotive = <T>(of: (motive: Motive<MotiveName>) => T): Record<MotiveName, T> =>
  Object.fromEntries(motives.map((motive) => [motive.name, of(motive)])) as Record<MotiveName, T>;

/** Index of each motive in columns of weights. */
export const MOTIVE: Readonly<Record<MotiveName, number>> = byMotive(({ name }) => motiveNames.indexOf(name));
