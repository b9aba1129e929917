import * as z from 'zod';
import { choice, entry, parameter } from '../../scenario/kit/index.ts';
import { unknownName } from '../incentives/nameProblems.ts';
import { figuresKept, scaledFigure, seenFigure, shortOfAim } from './aims.ts';
import { aimWords, whenHeld } from './inWords.ts';
import { figureReviewFields, type ReviewKind } from './review.ts';

export const pushSchema = entry(
  {
    kind: z.literal('push'),
    ...figureReviewFields(),
    of: choice(['all', 'each'], {
      doc: 'Whether one figure of all offices together decides for all, or each office’s own for itself.',
      default: 'all',
      source: 'assumed: a strategy board looks at an aggregate (document 002)',
    }),
    response: parameter({
      doc: 'Pressure added at a figure of 0; in proportion to what is missing, and taken back when the figure is above its aim.',
      min: 0,
      default: 0.5,
      source: 'assumed: at most half of the weight of payoff is added at one review',
      range: [0, 2],
    }),
    most: parameter({
      doc: 'Most pressure that the board puts on.',
      min: 0,
      default: 1,
      source: 'assumed: half of the highest pressure',
      range: [0, 2],
    }),
  },
  {
    doc: 'The board pushes: it puts pressure on offices while the figure is below its aim, and takes it off above.',
  },
);

export type Push = z.infer<typeof pushSchema>;

/** Pressure of the board ← clip(pressure + response × (aim − figure) / aim, 0, most). */
export const push: ReviewKind<typeof pushSchema> = {
  kind: 'push',
  title: 'Push',
  does: 'Raises the pressure on offices when a figure is below its aim, and lowers it when it is above.',
  example: 'quarterly:\n  kind: push\n  first: 26\n  every: 13\n  event: jobStart\n  aim: 0.3\n',
  schema: pushSchema,
  says: (terms, tell) =>
    `${whenHeld(terms, tell)}, ${aimWords(terms, tell)}: while ${terms.of === 'all' ? 'the figure of all offices' : 'the figure of an office'} is short of it, pressure rises by up to ${tell.number(terms.response)} at one review (at most ${tell.number(terms.most)}), and falls when it is above.`,
  promises: (terms, findings, world) => figuresKept(terms, findings, world),
  check: (terms, { names }) => unknownName('event', terms.event, names.events, 'event'),
  decide(terms, findings, world) {
    const { press } = world.offices;
    const aim = scaledFigure(terms.per, terms.aim, world);
    const next = findings.offices.map((office) => {
      const figure = seenFigure(terms, findings, terms.of === 'all' ? findings.offices : [office], world);
      return Math.min(terms.most, Math.max(0, press[office] + terms.response * shortOfAim(figure, aim)));
    });
    return {
      key: `press ${next.join(' ')}`,
      carryOut: () => {
        findings.offices.forEach((office, place) => {
          press[office] = next[place];
        });
      },
    };
  },
};
