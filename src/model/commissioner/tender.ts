import * as z from 'zod';
import { entry, parameter } from '../../scenario/kit/index.ts';
import { worstAndBest } from './aims.ts';
import { checkSuccessor, endOne } from './endOne.ts';
import { successorWords, whenHeld } from './inWords.ts';
import { entryBar } from './relations.ts';
import { endingFields, evidenceReviewFields, nothing, type ReviewKind } from './review.ts';

export const tenderSchema = entry(
  {
    kind: z.literal('tender'),
    ...evidenceReviewFields(),
    benchmark: parameter({
      doc: 'What a rival’s bid from outside is worth, in standard deviations of evidence; without it only the other offices compete. It takes the office that `successor` names.',
    }).optional(),
    advantage: parameter({
      doc: 'By how much a rival must be better than the office that has the contract, in standard deviations.',
      min: 0,
      default: 0.5,
      source: 'assumed: a change has costs of its own, and the incumbent is known',
      range: [0, 2],
    }),
    ...endingFields(),
  },
  {
    doc: 'A tender: the office with the least evidence must hold its contract against the best other office and a rival’s bid.',
  },
);

export type Tender = z.infer<typeof tenderSchema>;

/** The office with the least evidence holds its contract against the best other one and a bid from outside. */
export const tender: ReviewKind<typeof tenderSchema> = {
  kind: 'tender',
  title: 'Tender',
  does: 'Ends the contract of the office with the least evidence if the best other office, or a rival’s bid, is better by a margin.',
  example: 'retender:\n  kind: tender\n  first: 104\n  every: 0\n  stage: monitoring\n  advantage: 1\n',
  schema: tenderSchema,
  says: (terms, tell) =>
    `${whenHeld(terms, tell)}, by the evidence of the stage “${terms.stage}”, the worst office loses its contract if ${terms.benchmark === undefined ? 'the best other one' : `the best other one, or a bid from outside worth ${tell.number(terms.benchmark)} standard deviations,`} is better by ${tell.number(terms.advantage)} standard deviations${successorWords(terms, tell)}.`,
  stage: (terms) => terms.stage,
  promises: (terms, { evidence }) => {
    const best = Math.max(...evidence.filter((value) => !Number.isNaN(value)), terms.benchmark ?? -Infinity);
    return evidence.map((value) => (Number.isNaN(value) ? undefined : value + terms.advantage >= best));
  },
  check: (terms, look) => [
    ...checkSuccessor(terms, look),
    ...(terms.benchmark !== undefined && terms.successor === ''
      ? [
          {
            path: ['successor'],
            message: 'a rival from outside who wins needs an office to work in',
            found: 'none',
            allowed: 'an office, which may have a share of 0',
          },
        ]
      : []),
  ],
  decide(terms, findings, world) {
    const { evidence } = findings;
    const found = worstAndBest(evidence);
    const worst = found?.worst ?? evidence.findIndex((value) => !Number.isNaN(value));
    if (worst < 0) return nothing;
    const others = found === undefined ? Number.NEGATIVE_INFINITY : evidence[found.best];
    const rival = Math.max(others, terms.benchmark ?? Number.NEGATIVE_INFINITY);
    const bar = evidence[worst] + terms.advantage + entryBar(world, findings.offices[worst]);
    return rival <= bar ? nothing : endOne(terms, findings, worst, world);
  },
};
