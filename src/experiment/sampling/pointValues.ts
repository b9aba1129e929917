import { type Scenario, scenarioSchema } from '../../model/schema/scenario.ts';
import { sharesInSums } from '../../scenario/index.ts';
import { sharesThatSumToOne } from './sharesThatSumToOne.ts';

/**
 * All values to set for a point, by path: the sampled ones, and where some of them must sum to 1 with others (shares of
 * groups and offices, mixes, weights of barriers) those others as well, as `sharesThatSumToOne` has it. Sampled shares
 * are then no longer those that were drawn if there is nothing else that could make up the sum.
 *
 * @param scenario the base design, whose shares the others are kept in proportion to
 */
export function pointValues(scenario: Scenario, sampled: ReadonlyMap<string, number>): Map<string, number> {
  const values = new Map(sampled);
  if (sampled.size === 0) return values;
  for (const { shares } of sharesInSums(scenarioSchema, scenario)) {
    const drawn = shares.flatMap(({ name, path }): [string, number][] => {
      const value = sampled.get(path.join('.'));
      return value === undefined ? [] : [[name, value]];
    });
    if (drawn.length === 0) continue;
    const base = Object.fromEntries(shares.map(({ name, value }) => [name, value]));
    const news = sharesThatSumToOne(base, Object.fromEntries(drawn));
    for (const { name, path } of shares) values.set(path.join('.'), news[name]);
  }
  return values;
}

/** The same as texts for `--set`, `path=value`; numbers in the shortest form that reads back as the same number. */
export function pointSettings(scenario: Scenario, sampled: ReadonlyMap<string, number>): string[] {
  return [...pointValues(scenario, sampled)].map(([path, value]) => `${path}=${value}`);
}
