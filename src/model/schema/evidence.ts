import { choice, namedMap, parameter, section, share } from '../../scenario/kit/index.ts';
import { figureBases } from '../reports.ts';

const weight = (doc: string, source: string) => parameter({ doc, min: 0, default: 0, source, range: [0, 2] });

/** What a kind of evidence is judged from, where not from the offices looked at themselves. */
const usualFields = (what: string) => ({
  usual: parameter({ doc: `The usual ${what}; the mean of the offices looked at if absent.` }).optional(),
  spread: parameter({
    doc: 'What counts as one standard deviation of it; that of the offices looked at if absent.',
    above: 0,
  }).optional(),
});

const figure = section(
  {
    weight: parameter({
      doc: 'Weight of the figure; below 0 where less is better.',
      default: 1,
      source: 'assumed: one figure as much as another',
    }),
    per: choice(figureBases, {
      doc: 'Per what: clients attached in the weeks looked at, clients referred in them, clients attached in a mean week, or the count alone.',
      default: 'attached',
      source: 'assumed: the rate that contracts state',
    }),
    usual: parameter({
      doc: 'The usual figure, from which it is judged; the mean of the offices looked at if absent.',
    }).optional(),
    spread: parameter({
      doc: 'What counts as one standard deviation of it; that of the offices looked at if absent.',
      above: 0,
    }).optional(),
  },
  { doc: 'A reported figure as evidence.' },
);

/** Weights of kinds of evidence at one stage. */
export const stageSchema = section(
  {
    figures: namedMap(figure, { doc: 'Reported figures by event.', default: {} }),
    stories: parameter({
      doc: 'Weight of stories: what the commissioner hears of some lives.',
      min: 0,
      default: 0,
      source:
        'document 003: numbers rule reviews, and local knowledge counts mainly when services are designed; no size is given',
      range: [0, 2],
    }),
    money: parameter({
      doc: 'Weight of money: what the office was paid per attached client; less is better.',
      min: 0,
      default: 0,
      source: 'assumed: not looked at unless stated',
      range: [0, 2],
    }),
    provider: weight(
      'Weight of the provider’s own account of what it adds.',
      'document 003: local knowledge counts mainly in service design; no size is given, and it is off unless stated',
    ),
    user: weight(
      'Weight of what users say when they are asked.',
      'document 003: users are heard where they fit what is planned; no size is given, and it is off unless stated',
    ),
    research: weight(
      'Weight of what research says of what the office does.',
      'document 003: research evidence counts hardly anywhere',
    ),
    politics: weight(
      'Weight of what elected members want.',
      'document 003: members may override the partnership’s evidence; no size is given, and it is off unless stated',
    ),
  },
  { doc: 'How kinds of evidence are weighed at a stage, each in standard deviations.' },
);

/** Settings of stories. */
export const storiesSchema = section(
  {
    lives: parameter({
      doc: 'How many lives are heard of at a review: of each office where offices are compared, of all where a board sets priorities.',
      min: 1,
      integer: true,
      default: 5,
      source: 'assumed: a handful of cases; few, so that stories are noisy',
      range: [2, 30],
    }),
    trust: parameter({
      doc: 'Weight of trust gained beside the share of need taken off, in the worth of a story.',
      min: 0,
      default: 1,
      source: 'assumed: front-line outcomes are built on relations (document 002), the weight is ours',
      range: [0, 3],
    }),
    noticed: share({
      doc: 'Change of need, as a share of need at referral, from which it is told as a change for the better or worse.',
      default: 0.05,
      source: 'assumed: what people notice of themselves',
      range: [0.02, 0.15],
    }),
    usual: parameter({
      doc: 'The usual worth of stories; the mean of the offices looked at if absent.',
    }).optional(),
    spread: parameter({
      doc: 'What counts as one standard deviation of it; that of the offices looked at if absent.',
      above: 0,
    }).optional(),
  },
  { doc: 'Stories that travel from the front line.' },
);

/** The provider's own account. */
export const providerSchema = section(
  {
    optimism: parameter({
      doc: 'How much better than it is a provider says its work is, in standard deviations, without pressure; × (1 + pressure).',
      default: 0,
      source:
        'assumed: nobody boasts unless stated; document 003 reports that providers choose what suits the funder, not by how much',
      range: [0, 1],
    }),
    noise: parameter({
      doc: 'How far the account lies from the truth by chance where there is no trust, in standard deviations; × (1 − trust).',
      min: 0,
      default: 1,
      source: 'assumed: as much noise as providers differ; 0 is in the range',
      range: [0, 2],
    }),
    ...usualFields('need taken off in the time looked at, per person referred'),
  },
  { doc: 'The provider’s own account of what it adds: the true value added with optimism and noise.' },
);

/** What users say. */
export const userSchema = section(
  {
    asked: parameter({
      doc: 'How many attached clients of each office are asked.',
      min: 1,
      integer: true,
      default: 30,
      source: 'assumed: a survey that a small service can afford',
      range: [10, 200],
    }),
    expectation: share({
      doc: 'Service that people expect at the start, from 0 to 1: who gets at least so much is satisfied.',
      default: 0.4,
      source: 'assumed: a little above trust at referral',
      range: [0, 0.8],
    }),
    adapts: share({
      doc: 'How far the expectation moves at a review to what the clients of the office got.',
      default: 0,
      source:
        'assumed: expectations stay; document 003 says that people without comparison expect what they are used to; 0 is in the range',
      range: [0, 1],
    }),
    contact: share({
      doc: 'Part of service that is recent contact; the rest is trust.',
      default: 0.5,
      source: 'assumed: half and half; 0 is in the range',
      range: [0, 1],
    }),
    due: parameter({
      doc: 'Recent contact that people think is due to them.',
      unit: 'recent hours a week',
      above: 0,
      default: 0.5,
      source: 'assumed: an hour a fortnight',
      range: [0.1, 2],
    }),
    ...usualFields('share of satisfied users'),
  },
  { doc: 'Satisfaction of users: who is served as well as expected.' },
);

/** What research says. */
export const researchSchema = section(
  {
    published: namedMap(parameter({ doc: 'Effect that research found elsewhere.', min: 0 }), {
      doc: 'Published effects by activity; the effects of the file by the weights of barriers for others.',
      default: {},
    }),
    ...usualFields('published effect'),
  },
  { doc: 'Research: what activities are known to do elsewhere, whether or not they fit here.' },
);

/** What elected members want. */
export const politicsSchema = section(
  {
    shock: parameter({
      doc: 'How far the mood at a review moves members, in standard deviations.',
      min: 0,
      default: 0,
      source: 'assumed: members want what they always want; 0 is in the range',
      range: [0, 1],
    }),
  },
  { doc: 'Politics: the favour of each office (`offices.<name>.favour`) and the mood at the review.' },
);
