import type { MeasureDoc } from './measure.ts';

const WHOLE_RUN = 'It is counted over the whole run, not by cohort.';
const KINDS =
  'running: planned for the start of the scheme or before; planned: later, as planned; accelerated: adopted before its planned week; new: adopted without a plan; local: adopted for local priority, would have come without any reward';

/** The catalogue of what areas and offices took up, and why. */
export const interventionsDocs: MeasureDoc[] = [
  {
    id: 'interventions.count',
    kind: 'world',
    unit: 'interventions',
    definition: 'Interventions that run, or are decided or planned, at the end of the run.',
    formula: `Interventions × those who decide on them, with a plan or a decision, by additionality (${KINDS}).`,
    reading: 'Without a slice it is the denominator that shares of new interventions need.',
    caveat: `What is for several groups counts in each. What is planned for a week after the end counts as planned. ${WHOLE_RUN}`,
    slices: [
      'additionality',
      'area',
      'group',
      'point',
      'intervention',
      'area,additionality',
      'group,additionality',
      'point,additionality',
      'area,group,additionality',
    ],
  },
  {
    id: 'interventions.newShare',
    kind: 'world',
    unit: 'share of interventions',
    definition:
      'Share of interventions that came for the reward alone, of all that run, are decided or planned.',
    formula: 'new / all kinds of additionality.',
    reading: 'How far the reward changed practice, where much ran before.',
    caveat: `A place with few interventions looks more additional than one with many: see interventions.count. ${WHOLE_RUN}`,
    slices: ['area'],
  },
  {
    id: 'interventions.anyNew',
    kind: 'world',
    unit: 'share of areas',
    definition: 'Share of areas in which anything at all came for the reward alone.',
    formula: 'areas with at least one new intervention / areas.',
    reading: '0: the scheme moved nobody to try anything.',
    caveat: `One small practice counts as much as a new system. ${WHOLE_RUN}`,
    slices: ['group'],
  },
  {
    id: 'interventions.weeks',
    kind: 'world',
    unit: 'weeks',
    definition:
      'Weeks for which interventions ran, in the mean of those that run, are decided or planned, or were ended.',
    formula: 'Σ weeks of running / interventions counted.',
    reading: 'Short: decided late, or slow to set up.',
    caveat: `In a short run it is bounded by the length of the run. ${WHOLE_RUN}`,
    slices: ['additionality', 'intervention'],
  },
  {
    id: 'interventions.cost',
    kind: 'world',
    unit: 'money',
    definition: 'Money that offices paid for interventions: set up and running.',
    formula: 'Σ postings of the accounts adoption.<intervention>.',
    reading: 'What has to come back as a reward, or be worth it to local priorities.',
    caveat: `Rewards are not set off, nor what was paid before the run began. ${WHOLE_RUN}`,
    slices: ['additionality', 'area', 'intervention'],
  },
  {
    id: 'interventions.ended',
    kind: 'world',
    unit: 'endings',
    definition: 'How often an intervention was ended that had been adopted.',
    formula: 'Σ endings, over who decides; 0 unless `ends` is stated.',
    reading: 'Above 0: what was built up is gone, whether or not it did its work.',
    caveat: `Endings follow what is believed to be paid, not what is true. ${WHOLE_RUN}`,
    slices: ['area', 'intervention'],
  },
  {
    id: 'interventions.sunk',
    kind: 'world',
    unit: 'money',
    definition: 'Money that was paid at once to set up interventions which were ended later.',
    formula: 'Σ over endings of the set-up money of the adoption before.',
    reading: 'What a change of heart costs beside what is not done any more.',
    caveat: `It is part of interventions.cost. What was paid to run them is not in it. ${WHOLE_RUN}`,
    slices: ['area', 'intervention'],
  },
  {
    id: 'interventions.belief',
    kind: 'world',
    unit: 'share of what is expected',
    definition: 'How far areas believe at the end that an intervention does what is expected of it.',
    formula:
      'Belief by evidence, moved by evaluations where areas learn (`portfolio.learning`); the mean over areas, and each.',
    reading: 'Beside interventions.achieved: what was learnt, and what was luck.',
    caveat: 'Evaluations compare before and after, so that trends and luck are in what is believed.',
    slices: ['intervention', 'area,intervention'],
  },
  {
    id: 'interventions.expected',
    kind: 'world',
    unit: 'events',
    definition:
      'Change of events that interventions beyond the plan were expected to bring, if each did all it was to do.',
    formula:
      'Σ over weeks in which an intervention ran that was not to run yet of expects × people of its groups who are followed.',
    reading: 'Beside interventions.achieved: what business cases promised, and what came.',
    caveat: `Expectations do not know of each other: where one intervention takes another’s inflow they add up all the same. ${WHOLE_RUN}`,
    slices: ['event', 'area,event'],
  },
  {
    id: 'interventions.achieved',
    kind: 'world',
    unit: 'events',
    definition: 'Events of clients less events of their twins, who live under the planned course alone.',
    formula:
      'Σ over everybody referred of (events of the client − events of the twin), for events that are expected to change.',
    reading: 'Nearer 0 than expected: they do less than promised, or take from each other.',
    caveat: `What the service does beside interventions is in it, too. ${WHOLE_RUN}`,
    slices: ['event', 'area,event'],
  },
];
