import type { Lever, LeverValue, SplitLever } from './lever.ts';
import { wholeShares } from './shares.ts';

/**
 * The `path=value` texts by which one design alone has another value of a lever, as `--set` and a bundle take them. Throws
 * RangeError where the design has nothing to set, or the value is none that the lever can take.
 */
export function settingsOfLever(lever: Lever, design: string, value: LeverValue): string[] {
  const before = lever.ofFile ? '' : `designs.${design}.set.`;
  return assignments(lever, design, value).map(([path, written]) => `${before}${path}=${written}`);
}

function assignments(lever: Lever, design: string, value: LeverValue): [path: string, written: string][] {
  const here = lever.designs[design];
  if (here === undefined) throw new RangeError(`The lever "${lever.id}" moves nothing in "${design}".`);
  const refuse = (): never => {
    throw new RangeError(`The lever "${lever.id}" cannot take ${JSON.stringify(value)} in "${design}".`);
  };
  switch (lever.kind) {
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return refuse();
      return lever.designs[design].paths.map((path) => [path, String(value)]);
    }
    case 'choice': {
      if (!lever.options.some((option) => option.value === value)) return refuse();
      // A word is quoted, so that it stays one; a switch is none.
      const written = value === 'true' || value === 'false' ? value : JSON.stringify(value);
      return lever.designs[design].paths.map((path) => [path, written]);
    }
    case 'mix': {
      const shares = sharesOf(value, Object.keys(lever.designs[design].value)) ?? refuse();
      return Object.entries(lever.designs[design].paths).map(([name, path]) => [path, String(shares[name])]);
    }
    case 'split': {
      const shares = sharesOf(value, Object.keys(lever.designs[design].value)) ?? refuse();
      return lever.designs[design].sums.flatMap((sum) => splitAmounts(sum, shares));
    }
  }
}

/** Shares that sum to 1, of exactly these names; undefined where the value is none. */
function sharesOf(value: LeverValue, names: readonly string[]): Record<string, number> | undefined {
  if (typeof value !== 'object') return undefined;
  const shares = Object.values(value);
  const sum = shares.reduce((all, share) => all + share, 0);
  const fits = Object.keys(value).length === names.length && names.every((name) => name in value);
  if (!fits || !shares.every((share) => share >= 0) || !(Math.abs(sum - 1) < 1e-3)) return undefined;
  return wholeShares(Object.fromEntries(names.map((name) => [name, value[name]])));
}

/** Amounts in these shares of a sum, told to six digits; the largest takes what rounding leaves, so that the sum stays. */
function splitAmounts(
  { sum, paths }: SplitLever['designs'][string]['sums'][number],
  shares: Readonly<Record<string, number>>,
): [path: string, written: string][] {
  const names = Object.keys(paths).filter((name) => name in shares);
  const all = names.reduce((total, name) => total + shares[name], 0);
  // A sum of which the shares say nothing stays as it is.
  if (all === 0) return [];
  const amounts = new Map(names.map((name) => [name, Number(((shares[name] / all) * sum).toPrecision(6))]));
  const largest = names.reduce((most, name) => (shares[name] > shares[most] ? name : most));
  const others = names.reduce((total, name) => (name === largest ? total : total + amounts.get(name)!), 0);
  amounts.set(largest, Number((sum - others).toPrecision(12)));
  return names.map((name) => [paths[name], String(amounts.get(name))]);
}
