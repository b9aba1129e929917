import type { Motive } from './motive.ts';

/**
 * Money that the office is believed to get for an hour, over what the hour costs: `week/allocate/payoff.ts` says what is
 * believed, `week/allocate/appeal.ts` adds it once it is known how many compete.
 */
export const payoff: Motive<'payoff'> = { name: 'payoff', says: 'what pays the office' };
