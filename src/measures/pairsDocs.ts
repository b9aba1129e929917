import type { MeasureDoc } from './measure.ts';

const WINDOW = 'within `measures.window` weeks of referral, or the follow-up if that is shorter';
const HORIZON = 'within `measures.horizon` weeks of attachment';
const BY_CLIENT = ['fifth', 'group'];

/** Catalogue entries of the family of pairs. */
export const pairsDocs: MeasureDoc[] = [
  {
    id: 'population.rate',
    kind: 'world',
    unit: 'share of referred people',
    better: 'higher',
    definition: 'Share of everybody referred, served or not, whose life has the main event in the window.',
    formula: `people with the main event ${WINDOW} / referred.`,
    reading: 'What a target on an area’s rate looks at; beside it served.rate is that of the cohort.',
    caveat:
      'The population is who is referred: people whom nobody refers, or whom prevention kept away, are in no rate.',
    slices: [...BY_CLIENT, 'area'],
  },
  {
    id: 'population.effect',
    kind: 'world',
    unit: 'share of referred people',
    better: 'higher',
    definition: 'How much the service changes the rate of everybody referred.',
    formula: `(people with the main event whose twins have none − twins with it whose people have none) / referred; the event counts ${WINDOW}.`,
    reading:
      'Beside additional.rate, the effect on those served: deep help for few moves the one and hardly the other.',
    caveat:
      'Where openings are scarce it holds what those who are not served lose to those who are, as twins stand in the same market.',
    slices: [...BY_CLIENT, 'area'],
  },
  {
    id: 'short.rate',
    kind: 'world',
    unit: 'share of attached clients',
    better: 'higher',
    definition: 'Share of attached clients who have the main event by the horizon of the scheme.',
    formula: `clients with the main event ${HORIZON}, in the programme or not / attached.`,
    reading: 'What a contract or a term of office can still see: beside it long.rate.',
    caveat: 'outcome.rate counts events in the programme alone, and allows for who is followed less long.',
    slices: BY_CLIENT,
  },
  {
    id: 'long.rate',
    kind: 'world',
    unit: 'share of attached clients',
    better: 'higher',
    definition: 'Share of attached clients who have the main event by the end of follow-up.',
    formula: 'clients with the main event at any time in which they are followed / attached.',
    reading: 'Far above short.rate: most of what comes, comes after anybody looks.',
    caveat: 'Follow-up ends, too. Where `measures.horizon` is as long as it, the pair says nothing.',
    slices: BY_CLIENT,
  },
  {
    id: 'short.added',
    kind: 'world',
    unit: 'share of attached clients',
    better: 'higher',
    definition: 'Outcomes that the service added by the horizon, net.',
    formula: `short.rate − the share of twins with the main event by the same step.`,
    reading: 'Above long.added: the service brings forward what would have come later.',
    caveat: 'A small difference of small numbers: read it with its interval.',
    slices: BY_CLIENT,
  },
  {
    id: 'long.added',
    kind: 'world',
    unit: 'share of attached clients',
    better: 'higher',
    definition: 'Outcomes that the service added by the end of follow-up, net.',
    formula: 'long.rate − the share of twins with the main event by the end of follow-up.',
    reading: 'Beside short.added: what of the benefit lasts, or comes late.',
    caveat: 'Barriers drift back after the service, and twins catch up.',
    slices: BY_CLIENT,
  },
  {
    id: 'late.hoursShare',
    kind: 'world',
    unit: 'share of hours',
    definition:
      'Share of contact hours that went to clients whose main event came only after the horizon, of the hours of clients who had it.',
    formula: `contact hours of clients with their first main event later than ${HORIZON} / contact hours of clients with a main event at all.`,
    reading:
      'Low: time goes where the result comes soon. Early intervention is work whose result comes late.',
    caveat: 'Help itself brings results forward: compare designs in one group, or with long.rate.',
    slices: BY_CLIENT,
  },
];
