import type { z } from 'zod';
import { namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';
import { missionSchema, spellsSchema } from './provider.ts';

const plannedEvent = section(
  {
    share: parameter({ doc: 'Events planned per attached client.', min: 0 }),
    from: parameter({
      doc: 'Weeks after attachment at which the first are planned.',
      unit: 'weeks',
      min: 0,
      wholeSteps: true,
    }),
    to: parameter({
      doc: 'Weeks after attachment by which all are planned.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
    }),
  },
  { doc: 'Events that the office planned to have, spread evenly over these weeks of attachment.' },
);

/** Offices: who employs the caseworkers and is paid. */
export const officesSchema = namedMap(
  section(
    {
      title: text({ doc: 'Name in charts and reports.', default: '' }),
      share: share({
        doc: 'Share of referrals and posts; shares sum to 1.',
        sumsToOne: { what: 'shares of offices' },
      }),
      area: text({
        doc: 'Area to which it belongs, a name of `areas`; an area of its own if empty.',
        default: '',
      }),
      traits: namedMap(parameter({ doc: 'Value of a named trait of the place.' }), {
        doc: 'Numbers that hazards may use by name, such as whether a shock reached the place. They hold for who lives there, by the shares of the start, and not for whom the office serves once shares have moved.',
        default: {},
      }),
      fixedCost: parameter({
        doc: 'Fixed cost a week.',
        unit: 'money a week',
        min: 0,
        default: 0,
        source: 'assumed: in the weekly cost of posts',
      }),
      plan: namedMap(plannedEvent, {
        doc: 'Planned events by name: income is compared with the plan at the same cohort age, or every start-up would be a panic.',
        default: {},
      }),
      pressure: section(
        {
          base: parameter({
            doc: 'Pressure that does not come from money: talk of targets, comparison of teams.',
            min: 0,
            max: 2,
            default: 0,
            source: 'assumed: none unless stated',
            range: [0, 1],
          }),
          response: parameter({
            doc: 'Pressure per unit of (planned − actual income) / cost.',
            min: 0,
            default: 1,
            source: 'assumed: not identified by any published figure',
            range: [0, 3],
          }),
          cap: parameter({
            doc: 'Highest pressure.',
            min: 0,
            default: 2,
            source: 'assumed: as in the trial of the model',
          }),
          memory: parameter({
            doc: 'Weeks over which the shortfall is averaged (exponential).',
            unit: 'weeks',
            min: 1,
            default: 8,
            source: 'assumed: as in the trial of the model',
            range: [4, 26],
          }),
        },
        { doc: 'Felt pressure.' },
      ),
      manager: section(
        {
          passesOn: parameter({
            doc: 'How much of the pressure on the office its caseworkers feel: 0 shields them, 1 passes all on, more amplifies it.',
            min: 0,
            max: 2,
            default: 1,
            source: 'assumed: passed on as it is',
            range: [0, 1.5],
          }),
        },
        { doc: 'The manager’s style.' },
      ),
      cash: section(
        {
          start: parameter({
            doc: 'Money at hand at the start. Multiplied by `scale`.',
            unit: 'money',
            default: 0,
            source: 'assumed: nothing; it only matters where cash presses, hires or adopts',
          }),
          reserveWeeks: parameter({
            doc: 'Weeks of its costs that the office wants to have at hand.',
            unit: 'weeks',
            min: 0,
            default: 8,
            source: 'assumed: about two months of wages',
            range: [0, 26],
          }),
          response: parameter({
            doc: 'Pressure when nothing is at hand; it grows evenly as cash falls from the reserve, and on below 0.',
            min: 0,
            default: 0,
            source: 'assumed: cash does not press unless stated; 0 is in the range',
            range: [0, 2],
          }),
        },
        { doc: 'Money at hand: what is received less what is paid.' },
      ),
      posts: namedMap(
        parameter({
          doc: 'Posts of the role in this office.',
          unit: 'full-time posts',
          min: 0,
          integer: true,
        }),
        {
          doc: 'Posts by role, where they do not follow the share; the other offices share what is left. Multiplied by `scale`.',
          default: {},
        },
      ),
      mix: namedMap(
        namedMap(
          share({
            doc: 'Share of posts with this disposition.',
            sumsToOne: { what: 'shares of dispositions' },
          }),
          {
            doc: 'Mix of dispositions by name; shares sum to 1. Dealt out by quota within the office.',
          },
        ),
        { doc: 'Dispositions by role, where they differ from the role’s mix.', default: {} },
      ),
      partnerTrust: share({
        doc: 'Trust of partners at the start, which liaison may raise: hazards read it as `partnerTrust`.',
        default: 0.3,
        source: 'assumed: low, as trust of clients',
        range: [0, 0.7],
      }),
      commissionerTrust: share({
        doc: 'Trust of the commissioner in the office at the start. It makes the provider’s own account more exact where a stage weighs it; what else it does is for commissioner.relations to say.',
        default: 0,
        source: 'assumed: strangers; document 003 tells of one provider with the same funder for 13 years',
        range: [0, 0.9],
      }),
      favour: parameter({
        doc: 'How elected members favour the office, in standard deviations: read where a stage weighs politics.',
        default: 0,
        source: 'assumed: no favourites unless stated',
        range: [-1, 1],
      }),
      inHouse: section(
        {
          voice: parameter({
            doc: 'What the vote of its head adds to all evidence for the office, in standard deviations.',
            default: 0,
            source:
              'assumed: no vote; document 003 tells of an in-house head on the board that decides; 0 is in the range',
            range: [0, 2],
          }),
          audit: share({
            doc: 'Part of the share of records that audits look at elsewhere which they look at here.',
            default: 1,
            source: 'assumed: the same scrutiny; document 003 says that in-house data escape it',
            range: [0, 1],
          }),
        },
        {
          doc: 'An in-house provider, which is judge in its own cause and is looked at less (document 003, M34).',
        },
      ),
      spells: spellsSchema,
      mission: missionSchema,
      performanceManagement: share({
        doc: 'Capability of performance management: raises the salience of prices.',
        default: 0.5,
        source: 'assumed: no source measures it',
        range: [0, 1],
      }),
    },
    { doc: 'An office: a provider in an area.' },
  ),
  { doc: 'Offices by name.' },
);

/** Rules that come before appeal. */
export const rulesSchema = namedMap(
  section(
    {
      role: text({ doc: 'Role that must meet it.' }),
      every: parameter({
        doc: 'Weeks within which each attached client must be seen.',
        unit: 'weeks',
        above: 0,
      }),
    },
    { doc: 'A required contact. It is met with the shortest appointment before hours are divided.' },
  ),
  { doc: 'Required contacts by name.', default: {} },
);

export type OfficesSection = z.infer<typeof officesSchema>;
export type RulesSection = z.infer<typeof rulesSchema>;
