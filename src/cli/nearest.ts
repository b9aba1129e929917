import { nearestName } from '../scenario/kit/nearest.ts';

/** ` Did you mean …?`, or nothing where no name is near enough. Letters that changed places count as near. */
export function didYouMean(found: string, allowed: readonly string[]): string {
  const nearest = nearestName(found, allowed) ?? allowed.find((name) => letters(name) === letters(found));
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}

const letters = (word: string) => [...word.toLowerCase()].sort().join('');
