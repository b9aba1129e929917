/**
 * New values of shares that must sum to 1, when some of them were sampled. The sampled ones stay as drawn and the
 * others share what is left in the proportions that they had, or equally if all were 0. Where nothing is left, or no
 * other is there to take it, the sampled ones are scaled to sum to 1 and the others become 0. With all sampled as 0
 * the base values stand.
 *
 * @param base the shares as the file has them, by name; they sum to 1
 * @param sampled what was drawn for some of these names, each at least 0
 */
export function sharesThatSumToOne(
  base: Readonly<Record<string, number>>,
  sampled: Readonly<Record<string, number>>,
): Record<string, number> {
  const names = Object.keys(base);
  const others = names.filter((name) => !Object.hasOwn(sampled, name));
  const drawn = Object.values(sampled).reduce((sum, share) => sum + share, 0);
  const left = 1 - drawn;
  if (others.length > 0 && left >= 0) {
    const before = others.reduce((sum, name) => sum + base[name], 0);
    const part = (name: string) => (before > 0 ? base[name] / before : 1 / others.length);
    return byName(names, (name) => sampled[name] ?? left * part(name));
  }
  if (drawn === 0) return { ...base };
  return byName(names, (name) => (sampled[name] ?? 0) / drawn);
}

const byName = (names: readonly string[], value: (name: string) => number): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, value(name)]));
