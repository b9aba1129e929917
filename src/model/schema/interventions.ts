import type { z } from 'zod';
import { choice, flag, namedMap, parameter, section, text } from '../../scenario/kit/index.ts';
import { decisionTerms } from './adoption.ts';

const pools = 'a larger area pools the fixed part';

/** An amount of money with a part that every decider has and a part that grows with size. */
const sized = (what: string, unit: string, none: string, min?: number) => ({
  fixed: parameter({
    doc: `${what}, whatever the size of who decides: ${pools}. Multiplied by \`scale\`.`,
    unit,
    min,
    default: 0,
    source: `assumed: ${none}`,
  }),
  perShare: parameter({
    doc: `${what} for all referrals; who decides has the part of its own share of referrals. Multiplied by \`scale\`.`,
    unit,
    min,
    default: 0,
    source: `assumed: ${none}`,
  }),
});

const intervention = section(
  {
    title: text({ doc: 'Name in charts and reports.', default: '' }),
    point: text({
      doc: 'Where on the way it stands, such as arrest, sentence or release: for tables.',
      default: '',
    }),
    level: choice(['area', 'office'], {
      doc: 'Who decides: the partners of an area together, or each office alone.',
      default: 'area',
      source: 'assumed: who answers together decides together',
    }),
    evidence: choice(['proven', 'promising', 'unknown'], {
      doc: 'What is known of its effect: how far `expects` is believed, by `portfolio.belief`.',
      default: 'unknown',
      source: 'assumed: no evaluation known unless stated',
    }),
    setUp: section(sized('Money paid at once on adopting it', 'money', 'nothing to set up', 0), {
      doc: 'What adoption costs upfront. Who has not the money at hand cannot adopt.',
    }),
    running: section(sized('Money paid for it while it runs', 'money a week', 'nothing to run', 0), {
      doc: 'What it costs while it runs.',
    }),
    expects: namedMap(
      parameter({
        doc: 'Believed change in a year per 100 people who are followed, below 0 for a fall.',
        unit: 'events per 100 people',
      }),
      {
        doc: 'What it is believed to change, by event, whether or not it does, and whatever other interventions do to its inflow.',
        default: {},
      },
    ),
    groups: namedMap(
      flag({ doc: 'Whether it is for them.', default: true, source: 'assumed: named to be for them' }),
      {
        doc: 'Groups whose events it is believed to change: those that are true, or all but those that are false.',
        default: {},
      },
    ),
    needs: namedMap(
      parameter({ doc: 'Weight of what this partner has to contribute.', unit: 'weight', min: 0 }),
      {
        doc: 'Partners whose contribution it needs: they bear its costs by these weights, and it works as far as they deliver. Without any, who decides needs nobody else and gains in full.',
        default: {},
      },
    ),
    priority: section(
      {
        ...sized('What local priority makes it worth', 'money a week', 'no local priority unless stated'),
        spread: parameter({
          doc: 'How far priority differs between places: standard deviation over mean of a normal distribution, drawn once for each place and intervention, the same in every design.',
          min: 0,
          default: 0,
          source: 'assumed: the same everywhere; 0 is in the range',
          range: [0, 1],
        }),
      },
      { doc: 'Local priority: what it is worth while it runs whatever is paid.' },
    ),
    offered: section(
      {
        from: parameter({
          doc: 'First week in which it may be adopted.',
          unit: 'weeks',
          min: 0,
          default: 0,
          source: 'assumed: from the start',
        }),
        until: parameter({
          doc: 'First week in which it may be adopted no more; what runs goes on.',
          unit: 'weeks',
          min: 0,
          default: 10000,
          source: 'assumed: to the end',
        }),
      },
      { doc: 'When it is on offer.' },
    ),
    ends: flag({
      doc: 'Whether who adopted it ends it again, at a review at which going on for `portfolio.horizon` is believed to bring less than it costs to run. What was paid to set it up is then lost, and taking it up again costs it anew. What runs as planned goes on.',
      default: false,
      source:
        'assumed: what is adopted stays unless stated; document 003 (M17) tells of projects that ended when an indicator changed',
    }),
    planned: namedMap(
      parameter({
        doc: 'Week from which it was to run anyway; 0 where it ran before.',
        unit: 'weeks',
        min: 0,
        wholeSteps: true,
      }),
      {
        doc: 'By area, or office where `level` says so: what was to run whatever is paid. Twins live under this course.',
        default: {},
      },
    ),
    ...decisionTerms,
  },
  {
    doc: 'A practice that changes hazards where it runs. Formulas of hazards read its name: 0 where it does not run, 1 where it runs and all deliver.',
  },
);

/** Interventions by name: what areas or offices may adopt. */
export const interventionsSchema = namedMap(intervention, {
  doc: 'Interventions by name: practices of areas or offices, which they adopt or not. Hazards read each by its name.',
  default: {},
});

export type InterventionSection = z.infer<typeof intervention>;
