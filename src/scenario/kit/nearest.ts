import { distance } from 'fastest-levenshtein';

/** The allowed name most like the one found, if it is near enough to be a slip: at most 3 edits and half its length. */
export function nearestName(found: string, allowed: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestEdits = Math.min(3, Math.max(1, Math.floor(found.length / 2))) + 1;
  for (const name of allowed) {
    const edits = distance(found.toLowerCase(), name.toLowerCase());
    if (edits < bestEdits) {
      best = name;
      bestEdits = edits;
    }
  }
  return best;
}

/** The names that may stand somewhere, for messages; says so where there is not one. */
export function listNames(allowed: readonly string[]): string {
  return allowed.length > 0 ? allowed.join(', ') : 'none: the file has none';
}
