import { namedMap, parameter, section, share } from '../../scenario/kit/index.ts';
import { learningSchema } from './learning.ts';

const evidenceSource =
  'assumed: the order alone is given (document 001: proven, promising, and a lack of robust evidence as a barrier)';

const believed = (what: string, value: number) =>
  share({
    doc: `How far what an intervention with ${what} is expected to change is believed.`,
    default: value,
    source: evidenceSource,
    range: [0, 1],
  });

/** How whole portfolios of interventions are decided on. */
export const portfolioSchema = section(
  {
    belief: section(
      {
        proven: believed('proven effect', 0.9),
        promising: believed('promising evidence', 0.5),
        unknown: believed('no evidence', 0.2),
      },
      { doc: 'Belief by evidence.' },
    ),
    local: namedMap(
      namedMap(share({ doc: 'Belief in interventions with evidence of this kind.' }), {
        doc: 'Beliefs by evidence.',
      }),
      {
        doc: 'Beliefs of single areas, where they differ: document 001 has one site that used promising evidence pragmatically.',
        default: {},
      },
    ),
    horizon: parameter({
      doc: 'Weeks from the decision over which rewards, priority and costs are weighed; the delay is part of them.',
      unit: 'weeks',
      above: 0,
      default: 52,
      source: 'assumed: the year of the budget',
      range: [13, 156],
    }),
    shownAfter: parameter({
      doc: 'Weeks from the start of an intervention until figures show what it changes. Until then who decides on another adds what it is expected to change; later that is in the figures.',
      unit: 'weeks',
      min: 0,
      default: 26,
      source: 'assumed: figures are months late and gather slowly (document 001: 3.5 months late)',
      range: [0, 104],
    }),
    learning: learningSchema,
    schemeStart: parameter({
      doc: 'Week of the start of the scheme: what was planned for it or before, or adopted before it, counts as running before.',
      unit: 'weeks',
      min: 0,
      default: 0,
      source: 'assumed: the scheme starts with the run',
    }),
  },
  { doc: 'How areas and offices decide on interventions.' },
);
