import type { ClientTrace } from '../../tables/trace.ts';
import { counted } from '../counted.ts';
import { formatNumber, spellName } from '../format.ts';

/** Title that the scenario gives to what is named, or else the name spelled out. */
export function titleIn({ titles }: Pick<ClientTrace, 'titles'>, of: string, name: string): string {
  const known = titles[of];
  return known !== undefined && Object.hasOwn(known, name) ? known[name] : spellName(name);
}

/** A role within a sentence: titles of roles name all who have it. */
export const roleIn = (name: string): string => spellName(name);

/** "a caregiver", "an enforcer". */
export const withArticle = (name: string): string => `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;

/** "once", "twice", "3 times". */
export const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;

export const weeksInWords = (count: number): string => counted(count, 'week', 'weeks', formatWhole(count));

const formatWhole = (count: number): string => formatNumber(count, Number.isInteger(count) ? 0 : 1);

/** "1st", "22nd", "13th". */
export function ordinal(n: number): string {
  const [tens, ones] = [n % 100, n % 10];
  if (tens >= 11 && tens <= 13) return `${n}th`;
  return `${n}${['th', 'st', 'nd', 'rd'][ones] ?? 'th'}`;
}

const MOST_DECIMALS = 8;

/** Draws and chances with as many decimals as it takes to tell those that differ apart, three at least. */
export function chancesInWords(...values: readonly number[]): string[] {
  let decimals = 3;
  const written = () => values.map((value) => value.toFixed(decimals));
  const apart = () => new Set(written()).size === new Set(values).size;
  const none = () => values.some((value, at) => value > 0 && Number(written()[at]) === 0);
  while (decimals < MOST_DECIMALS && (!apart() || none())) decimals++;
  return written();
}

/** When a step is: weeks are counted from 1, and so are the steps of a week where it has more. */
export function whenInWords(week: number, step: number, stepsPerWeek: number): string {
  if (stepsPerWeek === 1) return `Week ${week + 1}`;
  const within = (step % stepsPerWeek) + 1;
  return `Week ${week + 1}, ${stepsPerWeek === 7 ? 'day' : 'step'} ${within}`;
}
