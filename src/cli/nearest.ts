import { nearestName } from '../scenario/kit/nearest.ts';

/** ` Did you mean …?`, or nothing where no name is near enough. */
export function didYouMean(found: string, allowed: readonly string[]): string {
  const nearest = nearestName(found, allowed);
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}
