import type { Spread, Tell } from '../tell.ts';

/** How many items come in, how long one takes, and what becomes of those that are not done. */
export function askedWords(
  { ask, item, waits, worth }: { ask: Spread; item: number; waits: boolean; worth: number },
  tell: Tell,
): string {
  const left = waits ? 'what is not done waits' : 'what is not done lapses';
  const money = worth === 0 ? '' : `, and one is thought to be worth ${tell.money(worth)}`;
  return `${tell.sentence(tell.spread(ask, 'item'))} a caseworker and week of ${tell.counted(item, 'hour')} each; ${left}${money}.`;
}
