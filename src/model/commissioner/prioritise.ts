import * as z from 'zod';
import { choice, entry } from '../../scenario/kit/index.ts';
import { unknownName } from '../incentives/nameProblems.ts';
import type { World } from '../world.ts';
import { figuresKept, scaledFigure, seenFigure, shortOfAim } from './aims.ts';
import { aimWords, whenHeld } from './inWords.ts';
import { type Findings, figureReviewFields, type ReviewKind } from './review.ts';
import { outcomeKinds } from './state.ts';

export const prioritiseSchema = entry(
  {
    kind: z.literal('prioritise'),
    ...figureReviewFields(),
    speaksOf: choice(outcomeKinds, {
      doc: 'The kind of outcome of which the indicator speaks; of the others it says nothing.',
      default: 'change',
      source: 'assumed: the usual indicator is a change in people’s lives, such as work or a home',
    }),
  },
  {
    doc: 'A strategy board sets its priorities between service, change and maintenance (document 002), by an indicator and by stories as far as commissioner.coupling lets them through.',
  },
);

export type Prioritise = z.infer<typeof prioritiseSchema>;

/**
 * Lack of a kind = (1 − stories) × what the indicator is short of its aim, for the kind of which it speaks, + stories ×
 * share of the lives heard that tell of that lack. Priorities move towards the shares of the lacks by `strength`; where
 * nothing is lacking they stay.
 */
export const prioritise: ReviewKind<typeof prioritiseSchema> = {
  kind: 'prioritise',
  title: 'Priorities of the board',
  does: 'Moves the board’s priorities between service, change and maintenance towards what an indicator and stories say is lacking.',
  example: 'board:\n  kind: prioritise\n  first: 26\n  every: 26\n  event: jobStart\n  aim: 0.3\n',
  schema: prioritiseSchema,
  says: (terms, tell) =>
    `${whenHeld(terms, tell)}, ${aimWords(terms, tell)}, which speaks of ${terms.speaksOf}: the board moves its priorities between service, change and maintenance towards what is lacking.`,
  listens: true,
  promises: (terms, findings, world) => figuresKept(terms, findings, world),
  check: (terms, { names }) => unknownName('event', terms.event, names.events, 'event'),
  decide(terms, findings, world) {
    const { priority, priorityUnheard } = world.commissioner;
    const next = moved(terms, findings, world, findings.stories === undefined ? priorityUnheard : priority);
    const first = outcomeKinds[next.indexOf(Math.max(...next))];
    return {
      key: `first ${first}`,
      carryOut: () => {
        const unheard = moved(terms, { ...findings, stories: undefined }, world, priorityUnheard);
        priority.set(next);
        priorityUnheard.set(unheard);
      },
    };
  },
};

function moved(terms: Prioritise, findings: Findings, world: World, before: Float64Array): number[] {
  const { coupling } = world.phase.scenario.commissioner;
  const heard = findings.stories === undefined ? 0 : coupling.stories;
  const figure = seenFigure(terms, findings, findings.offices, world);
  const short = Math.max(0, shortOfAim(figure, scaledFigure(terms.per, terms.aim, world)));
  const lacks = outcomeKinds.map(
    (kind, at) =>
      (1 - heard) * (kind === terms.speaksOf ? short : 0) + heard * (findings.stories?.lacks[at] ?? 0),
  );
  const sum = lacks.reduce((a, b) => a + b, 0);
  return lacks.map((lack, at) => before[at] + (sum > 0 ? coupling.strength * (lack / sum - before[at]) : 0));
}
