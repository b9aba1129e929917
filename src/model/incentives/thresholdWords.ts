import type { Tell } from '../tell.ts';

/** What a threshold in a period asks for, as `of` says: `240 “job start” in all`, `25% of attached clients …`. */
export function thresholdWords(
  { of, event, once }: { of: 'count' | 'attached' | 'expected'; event: string; once: boolean },
  threshold: number,
  tell: Tell,
): string {
  const what = `${once ? 'first ' : ''}${tell.event(event)}`;
  if (of === 'count') return `${tell.number(threshold)} ${what} of clients of all offices together`;
  const whom = of === 'attached' ? 'clients who are attached' : 'clients expected to be referred';
  return `${what} of ${tell.share(threshold)} of ${whom}`;
}
