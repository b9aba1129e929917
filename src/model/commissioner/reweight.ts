import * as z from 'zod';
import { entry, namedMap, parameter, share } from '../../scenario/kit/index.ts';
import { unknownName, unknownNames } from '../incentives/nameProblems.ts';
import { figuresKept, scaledFigure, seenFigure, shortOfAim } from './aims.ts';
import { aimWords, whenHeld } from './inWords.ts';
import { figureReviewFields, type ReviewKind } from './review.ts';

export const reweightSchema = entry(
  {
    kind: z.literal('reweight'),
    ...figureReviewFields(),
    prices: namedMap(
      parameter({
        doc: 'How far the prices of the instrument follow what is missing: 1 doubles them at a figure of 0; below 0 they fall, so that money moves away.',
        min: -1,
        max: 10,
      }),
      { doc: 'Instruments whose prices move, by name.' },
    ),
    most: share({
      doc: 'Most by which prices move at one review.',
      default: 0.25,
      source: 'assumed: contracts are not turned over at once',
      range: [0, 0.5],
    }),
  },
  { doc: 'Prices are moved towards what is short of its aim, and back when it is above.' },
);

/** Prices × (1 + clip(rate × (aim − figure) / aim, −most, most)), by the figure of all offices. */
export const reweight: ReviewKind<typeof reweightSchema> = {
  kind: 'reweight',
  title: 'Re-weighting',
  does: 'Moves the prices of instruments towards an event that is short of its aim, or away from it.',
  example:
    'yearly:\n  kind: reweight\n  first: 52\n  event: sustained26\n  aim: 0.15\n  prices: { lasting: 1, joining: -0.5 }\n',
  schema: reweightSchema,
  says(terms, tell) {
    const prices = Object.entries(terms.prices).map(
      ([name, rate]) => `${tell.title('instrument', name)} (${tell.number(rate)} times what is missing)`,
    );
    return `${whenHeld(terms, tell)}, ${aimWords(terms, tell)}: prices of ${tell.list(prices)} follow, by at most ${tell.share(terms.most)} at one review.`;
  },
  promises: (terms, findings, world) => figuresKept(terms, findings, world),
  check: (terms, { names, instrumentsWith }) => [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...unknownNames(
      Object.keys(terms.prices),
      instrumentsWith.price,
      'instrument with a price that a review can move',
      (name) => ['prices', name],
    ),
  ],
  decide(terms, findings, world) {
    const figure = seenFigure(terms, findings, findings.offices, world);
    const short = shortOfAim(figure, scaledFigure(terms.per, terms.aim, world));
    const factors = Object.entries(terms.prices).map(([name, rate]): [string, number] => [
      name,
      1 + Math.min(terms.most, Math.max(-terms.most, rate * short)),
    ]);
    return {
      key: `prices ${factors.join(' ')}`,
      carryOut: () => {
        for (const [name, factor] of factors) {
          const instrument = world.instruments.find((each) => each.name === name);
          instrument?.adjust?.({ what: 'price', office: -1, factor });
        }
      },
    };
  },
};
