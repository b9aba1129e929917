/**
 * The shares of places of numbers, the largest first: `[i][k]` is the share of place k + 1 that the i-th number takes. Equal
 * numbers share their places evenly, so that every row and every column adds up to 1.
 */
export function placesOf(values: readonly number[]): number[][] {
  const count = values.length;
  return values.map((value) => {
    const above = values.filter((other) => other > value).length;
    const equal = values.filter((other) => other === value).length;
    return Array.from({ length: count }, (_, place) =>
      place >= above && place < above + equal ? 1 / equal : 0,
    );
  });
}

/** The middle of the places that the i-th number takes, 1 for the largest. */
export function middlePlace(values: readonly number[], i: number): number {
  const above = values.filter((other) => other > values[i]).length;
  const equal = values.filter((other) => other === values[i]).length;
  return above + (equal + 1) / 2;
}
