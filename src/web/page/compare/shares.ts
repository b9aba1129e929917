/**
 * Shares of a whole with one of them set: the others keep their proportions to each other, and all sum to what they summed
 * to. Where the others were nothing, they share alike what is left.
 */
export function withPart(
  shares: Readonly<Record<string, number>>,
  name: string,
  share: number,
): Record<string, number> {
  const others = Object.keys(shares).filter((other) => other !== name);
  const rest = 1 - share;
  const before = others.reduce((sum, other) => sum + shares[other], 0);
  const entries = others.map((other): [string, number] => [
    other,
    before > 0 ? (shares[other] / before) * rest : rest / others.length,
  ]);
  const moved = new Map([...entries, [name, share]]);
  return Object.fromEntries(Object.keys(shares).map((key) => [key, moved.get(key)!]));
}
