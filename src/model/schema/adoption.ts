import { entry, namedMap, parameter, share } from '../../scenario/kit/index.ts';

/** What decisions on activities and on interventions have in common. */
export const decisionTerms = {
  managementNeeded: share({
    doc: 'Capability of performance management from which an office sees expected rewards in full; below it, in proportion.',
    default: 0,
    source:
      'assumed: every office sees them in full; document 001 asks for a minimum of performance management',
    range: [0, 1],
  }),
  delay: parameter({
    doc: 'Weeks from adoption to the first use.',
    unit: 'weeks',
    min: 0,
    default: 13,
    source: 'assumed: a quarter to hire, train and agree',
    range: [0, 52],
  }),
  review: parameter({
    doc: 'Weeks between decisions.',
    unit: 'weeks',
    above: 0,
    wholeSteps: true,
    default: 13,
    source: 'assumed: decided by the quarter',
    range: [4, 52],
  }),
};

/** What it takes an office to take an activity into use. */
export const adoptionSchema = entry(
  {
    cost: parameter({
      doc: 'Money that an office pays at once on adopting it. Multiplied by `scale`.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: nothing to buy or to set up',
    }),
    running: parameter({
      doc: 'Money that an office pays for it from its opening on. Multiplied by `scale`.',
      unit: 'money a week',
      min: 0,
      default: 0,
      source: 'assumed: nothing but time and what each contact costs',
    }),
    expects: namedMap(
      parameter({
        doc: 'Extra events within `horizon` per 100 attached clients, as the office believes.',
        min: 0,
      }),
      { doc: 'What the office expects of it, by event.', default: {} },
    ),
    belief: share({
      doc: 'How far the office believes that what it expects comes true and is paid.',
      default: 1,
      source:
        'assumed: taken at its word unless stated; complex or shared rewards are believed less (document 001)',
      range: [0, 1],
    }),
    priority: parameter({
      doc: 'What local priority makes it worth within `horizon` whatever is paid. Multiplied by `scale`.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: no local priority unless stated',
    }),
    horizon: parameter({
      doc: 'Weeks over which an office weighs what it brings and what it costs.',
      unit: 'weeks',
      above: 0,
      default: 52,
      source: 'assumed: the year of the budget',
      range: [13, 156],
    }),
    ...decisionTerms,
  },
  {
    doc: 'Adoption: until an office has adopted it, its caseworkers cannot choose it. In use everywhere from the start if absent.',
  },
);
