import { flag, parameter, section, share } from '../../scenario/kit/index.ts';

const turnover = section(
  {
    base: parameter({
      doc: 'Leavers per filled post within `period`, from a post without wage gap whose holder has no burnout and no goal strain; 0 switches turnover off.',
      min: 0,
      default: 0,
      source:
        'assumed: nobody leaves unless stated. Published for a year: 0.1 to 0.12 healthy, 0.2 to 0.4 usual in child welfare, 0.42 in Australian employment services (published evidence)',
      range: [0, 0.42],
    }),
    period: parameter({
      doc: 'Weeks to which `base` refers.',
      unit: 'weeks',
      above: 0,
      default: 52,
      source: 'assumed: a year, as turnover is published',
    }),
    burnoutEffect: parameter({
      doc: 'Full burnout multiplies the rate of leaving by exp of this.',
      min: 0,
      default: 1.5,
      source: 'assumed: no source gives a size; 0 cuts the loop from burnout to exits',
      range: [0, 3],
    }),
    wageEffect: parameter({
      doc: 'A wage gap of 1 would multiply the rate of leaving by exp of this.',
      min: 0,
      default: 1,
      source: 'assumed: a gap of a fifth then brings a fifth more leavers',
      range: [0, 3],
    }),
    strainEffect: parameter({
      doc: 'Goal strain of 1, that is all hours divided as others want, multiplies the rate of leaving by exp of this.',
      min: 0,
      default: 0,
      source: 'assumed: policy alienation is said to drive people out, not how strongly; off unless stated',
      range: [0, 2],
    }),
  },
  { doc: 'Who leaves.' },
);

const hiring = section(
  {
    lag: parameter({
      doc: 'Weeks for which a post stays vacant, before spread and wage gap.',
      unit: 'weeks',
      min: 0,
      default: 12,
      source: 'assumed: notice, advertisement and checks take about a quarter',
      range: [0, 26],
    }),
    spread: share({
      doc: 'Spread of the lag: it lies evenly between lag × (1 − spread) and lag × (1 + spread).',
      default: 0.5,
      source: 'assumed: some posts are filled at once, some are advertised twice',
      range: [0, 1],
    }),
    wageEffect: parameter({
      doc: 'The lag is multiplied by 1 + this × wage gap.',
      min: 0,
      default: 2,
      source: 'assumed: document 004 says that worse paid key workers were hard to recruit, not how hard',
      range: [0, 5],
    }),
    needsCash: flag({
      doc: 'Whether a post is filled only while the cash of the office is not below 0.',
      default: false,
      source: 'assumed: posts are filled whatever the balance unless stated',
    }),
  },
  { doc: 'How posts are filled again.' },
);

const newcomer = section(
  {
    knowledge: share({
      doc: 'Local knowledge of a newcomer; it multiplies skill.',
      default: 0.6,
      source: 'assumed: a newcomer knows the work, but not the clients, colleagues and services of the place',
      range: [0.3, 1],
    }),
    learning: parameter({
      doc: 'Weeks in which local knowledge grows to 1, evenly.',
      unit: 'weeks',
      min: 0,
      default: 26,
      source: 'assumed: half a year',
      range: [4, 52],
    }),
  },
  { doc: 'What a newly hired caseworker does not know yet.' },
);

const handover = section(
  {
    trustLoss: share({
      doc: 'Share of trust that a client loses with a caseworker whose contact moves barriers.',
      default: 0.3,
      source: 'assumed: trust is in the person in part; 0 is in the range',
      range: [0, 1],
    }),
    redistribute: flag({
      doc: 'Whether a new caseworker takes clients over from the most loaded colleagues until caseloads are even; if not, only new and waiting clients come.',
      default: true,
      source: 'assumed: managers even out caseloads',
    }),
  },
  { doc: 'What a handover does.' },
);

/** Who leaves, who comes, and what a change of caseworker costs the clients. */
export const staffingSchema = section(
  { turnover, hiring, newcomer, handover },
  { doc: 'Staff that comes and goes.' },
);
