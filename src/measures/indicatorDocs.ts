import type { MeasureDoc } from '../tables/measureDoc.ts';

const UNIT = 'events a person and period';
const OWN = 'The split is our own: no source takes an indicator apart in this way.';
const RATE = 'events of the period / mean number of people in follow-up in it';

const own = (doc: Omit<MeasureDoc, 'kind' | 'unit' | 'slices'>): MeasureDoc => ({
  kind: 'world',
  unit: UNIT,
  slices: [],
  ...doc,
});

const besideNoService = (doc: Omit<MeasureDoc, 'kind' | 'companion' | 'unit' | 'slices'>): MeasureDoc => ({
  ...own(doc),
  kind: 'companion',
  companion: 'noService',
});

/** The indicator, its rise, and the four parts that sum to it. */
export const indicatorDocs: MeasureDoc[] = [
  own({
    id: 'indicator.before',
    definition: 'The indicator in the period before: reported events of `measures.decomposition.event`.',
    formula: `reported ${RATE}.`,
    reading: 'The level from which it rises.',
    caveat: 'As reported; with `recordOf: everybody` people whom no office has count with their true events.',
  }),
  own({
    id: 'indicator.after',
    definition: 'The indicator in the period after.',
    formula: `reported ${RATE}.`,
    reading: 'The level to which it rises. Its spread of runs is its luck.',
    caveat: 'As indicator.before.',
  }),
  own({
    id: 'indicator.rise',
    definition: 'Rise of the indicator from the period before to the period after.',
    formula: 'indicator.after − indicator.before = trend + served + substitution + reporting.',
    reading: 'What a board sees.',
    caveat: 'It says nothing of where the rise comes from: its four parts do.',
  }),
  besideNoService({
    id: 'indicator.trend',
    definition: 'Rise that there is without any service: trend and luck.',
    formula: `Rise of true ${RATE} in the world without service.`,
    reading: 'High: the indicator would have risen anyway.',
    caveat: `Trend and luck are one number in one run; the spread of runs tells luck. ${OWN}`,
  }),
  besideNoService({
    id: 'indicator.served',
    definition: 'Rise by the gain of those who were served.',
    formula:
      'Rise of (true events in this world − in the world without service) of people attached by then in this world, per person in follow-up.',
    reading: 'The real gain of the service, before what others lose by it.',
    caveat: OWN,
  }),
  besideNoService({
    id: 'indicator.substitution',
    definition: 'Rise by what happened to those who were not served, mostly their loss.',
    formula:
      'Rise of (true events in this world − in the world without service) of all others, per person in follow-up.',
    reading: 'Below 0: what the served gained, others lost. 0 where openings are unlimited.',
    caveat: `Among the people of the scenario only; rivals from outside lose or gain unseen. ${OWN}`,
  }),
  own({
    id: 'indicator.reporting',
    definition: 'Rise by what is reported and did not happen, less what happened and is not reported.',
    formula: 'Rise of (reported − true) events per person in follow-up.',
    reading: 'Above 0: the record ran ahead of life.',
    caveat: `Late records count in the period in which they are made. ${OWN}`,
  }),
  {
    ...besideNoService({
      id: 'indicator.servedShare',
      definition: 'Share of the rise that is gain of the served.',
      formula: 'indicator.served / indicator.rise.',
      reading: 'Below 0.5: less than half of what a board sees is real gain.',
      caveat: 'Undefined where the indicator did not rise; a small rise gives shares of any size.',
    }),
    unit: 'share of the rise',
  },
];
