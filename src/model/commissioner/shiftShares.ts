import * as z from 'zod';
import { entry, parameter, share } from '../../scenario/kit/index.ts';
import { shiftShare } from '../outside/market.ts';
import { worstAndBest } from './aims.ts';
import { whenHeld } from './inWords.ts';
import { evidenceReviewFields, nothing, type ReviewKind } from './review.ts';

export const shiftSharesSchema = entry(
  {
    kind: z.literal('shiftShares'),
    ...evidenceReviewFields(),
    share: share({
      doc: 'Share of all referrals that moves from the office with the least evidence to the one with the most.',
    }),
    gap: parameter({
      doc: 'How far their evidence must lie apart, in standard deviations.',
      min: 0,
      default: 0,
      source: 'assumed: any difference will do',
      range: [0, 2],
    }),
  },
  {
    doc: 'Shares of the market move from the worst office to the best one, by the evidence of the stage; posts follow.',
  },
);

/** A share of new referrals moves from the office with the least evidence to the one with the most. */
export const shiftShares: ReviewKind<typeof shiftSharesSchema> = {
  kind: 'shiftShares',
  title: 'Market-share shift',
  does: 'Moves a share of new referrals, with the posts that serve them, from the office with the least evidence to the one with the most.',
  example: 'yearly:\n  kind: shiftShares\n  first: 52\n  share: 0.05\n  stage: monitoring\n',
  schema: shiftSharesSchema,
  says: (terms, tell) =>
    `${whenHeld(terms, tell)}, by the evidence of the stage “${terms.stage}”, ${tell.share(terms.share)} of referrals moves from the worst office to the best one${terms.gap === 0 ? '' : ` if they lie ${tell.number(terms.gap)} standard deviations apart`}.`,
  stage: (terms) => terms.stage,
  check: () => [],
  decide(terms, { offices, evidence }, world) {
    const found = worstAndBest(evidence);
    if (found === undefined || evidence[found.best] - evidence[found.worst] < terms.gap) return nothing;
    const [from, to] = [offices[found.worst], offices[found.best]];
    return { key: `share ${from} ${to}`, carryOut: () => shiftShare(world, from, to, terms.share) };
  },
};
