import * as z from 'zod';
import { entry, parameter } from '../../scenario/kit/index.ts';
import { worstAndBest } from './aims.ts';
import { checkSuccessor, endOne } from './endOne.ts';
import { successorWords, whenHeld } from './inWords.ts';
import { endingFields, evidenceReviewFields, nothing, type ReviewKind } from './review.ts';

export const renewSchema = entry(
  {
    kind: z.literal('renew'),
    ...evidenceReviewFields(),
    bar: parameter({
      doc: 'Evidence below which the office with the least of it loses its contract, in standard deviations.',
      default: -1,
      source: 'assumed: one standard deviation below the mean of the offices',
      range: [-2, 0],
    }),
    ...endingFields(),
  },
  { doc: 'Renewal: contracts go on, but for the worst office’s if its evidence lies below a bar.' },
);

/** Contracts go on, but for that of the office with the least evidence where this lies below the bar. */
export const renew: ReviewKind<typeof renewSchema> = {
  kind: 'renew',
  title: 'Renewal',
  does: 'Ends the contract of the office with the least evidence if that lies below a bar; its referrals, posts and clients go to a successor.',
  example: 'renewal:\n  kind: renew\n  first: 104\n  every: 104\n  stage: monitoring\n  bar: -0.8\n',
  schema: renewSchema,
  says: (terms, tell) =>
    `${whenHeld(terms, tell)}, by the evidence of the stage “${terms.stage}”, the worst office loses its contract if it lies below ${tell.number(terms.bar)} standard deviations${successorWords(terms, tell)}.`,
  stage: (terms) => terms.stage,
  promises: (terms, { evidence }) =>
    evidence.map((value) => (Number.isNaN(value) ? undefined : value >= terms.bar)),
  check: checkSuccessor,
  decide(terms, findings, world) {
    const { evidence } = findings;
    // A single office can be below the bar, too, where the evidence has a usual value of its own.
    const worst = worstAndBest(evidence)?.worst ?? evidence.findIndex((value) => !Number.isNaN(value));
    return worst < 0 || evidence[worst] >= terms.bar ? nothing : endOne(terms, findings, worst, world);
  },
};
