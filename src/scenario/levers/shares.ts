type Shares = Readonly<Record<string, number>>;

/** Shares are told and set to a millionth. */
const round = (share: number): number => Number(share.toFixed(6));

/**
 * The shares when one of them is another: the rest is divided among the others as it was, or evenly where they had nothing.
 * They sum to 1 to the last digit that is told. Throws RangeError for a share that is none, or of a name that is not there.
 */
export function withShare(shares: Shares, name: string, share: number): Record<string, number> {
  if (!(name in shares)) throw new RangeError(`There is no share "${name}".`);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies between 0 and 1: ${share}.`);
  const others = Object.keys(shares).filter((other) => other !== name);
  if (others.length === 0) return { [name]: 1 };
  const rest = others.reduce((sum, other) => sum + shares[other], 0);
  const moved = Object.fromEntries(
    Object.entries(shares).map(([other, old]) => [
      other,
      other === name ? share : ((1 - share) * (rest > 0 ? old : 1)) / (rest > 0 ? rest : others.length),
    ]),
  );
  return wholeShares(moved);
}

/** Shares, rounded so that they sum to 1: the largest takes what rounding leaves. */
export function wholeShares(shares: Shares): Record<string, number> {
  const sum = Object.values(shares).reduce((all, share) => all + share, 0);
  const rounded = Object.fromEntries(
    Object.entries(shares).map(([name, share]) => [name, round(share / sum)]),
  );
  const [largest] = Object.keys(rounded).sort((a, b) => rounded[b] - rounded[a]);
  const others = Object.entries(rounded).reduce(
    (all, [name, share]) => (name === largest ? all : all + share),
    0,
  );
  return { ...rounded, [largest]: round(1 - others) };
}
