import type { MeasureDoc } from './measure.ts';

const WHOLE_RUN = 'It is counted over the whole run, not by cohort.';

/** The catalogue of staff that comes and goes, of cash, and of what offices took into use. */
export const organisationDocs: MeasureDoc[] = [
  {
    id: 'staff.turnover',
    kind: 'world',
    unit: 'leavers per filled post and period of turnover',
    definition: 'Caseworkers who left, per filled post and year (or other period of turnover.base).',
    formula: 'leavers · period / Σ filled post-weeks.',
    reading: 'Published for a year: 0.1 to 0.12 healthy, 0.2 to 0.4 usual in child welfare.',
    caveat: `With long vacancies the same number of posts has fewer leavers: see staff.vacancy. ${WHOLE_RUN}`,
    slices: ['role', 'office'],
  },
  {
    id: 'staff.vacancy',
    kind: 'world',
    unit: 'share of post-weeks',
    better: 'lower',
    definition: 'Share of post-weeks in which the post was vacant.',
    formula: 'Σ vacant post-weeks / Σ post-weeks.',
    reading: 'High: clients wait, or colleagues carry more.',
    caveat: `Posts are whole; nobody works part-time. ${WHOLE_RUN}`,
    slices: ['role', 'office'],
  },
  {
    id: 'staff.tenure',
    kind: 'world',
    unit: 'weeks',
    definition: 'Weeks for which caseworkers have held their posts, in the weeks in which they have clients.',
    formula:
      'Σ weeks in post so far / caseworker-weeks with at least one client; who is there at the start counts from then.',
    reading: 'Low: few know the place.',
    caveat: `In a short run it is bounded by the length of the run. ${WHOLE_RUN}`,
    slices: ['role'],
  },
  {
    id: 'staff.handovers',
    kind: 'world',
    unit: 'handovers a client and period of turnover',
    definition:
      'Changes of a client’s caseworker per client attached for a year (or other period of turnover.base).',
    formula:
      'changes of a caseworker of the role · period / Σ client-weeks attached; over all roles without a slice.',
    reading: 'Each costs a part of the client’s trust where contact moves barriers.',
    caveat: `Evening out caseloads for a newcomer counts, too. ${WHOLE_RUN}`,
    slices: ['role'],
  },
  {
    id: 'unassigned.share',
    kind: 'world',
    unit: 'share of client-weeks',
    better: 'lower',
    definition:
      'Share of attached client-weeks without a caseworker of the role, the main role without a slice.',
    formula: 'Σ client-weeks without caseworker / Σ client-weeks attached.',
    reading: 'Above 0: there are weeks in which nobody of the office is in post.',
    caveat: `A client with a caseworker may wait as long: see parking. ${WHOLE_RUN}`,
    slices: ['role'],
  },
  {
    id: 'office.cash',
    kind: 'world',
    unit: 'money',
    definition: 'Money at hand at the end of the run.',
    formula: 'start + all received − all paid.',
    reading: 'Below 0: the office lived on credit.',
    caveat: 'An office may go into the red without limit unless hiring or adoption asks for cash.',
    slices: ['office'],
  },
  {
    id: 'office.lowestCash',
    kind: 'world',
    unit: 'money',
    definition: 'The least money at hand at the end of any week.',
    formula: 'min over weeks of start + received − paid so far; the lowest office without a slice.',
    reading: 'How much money upfront the scheme asks for.',
    caveat: 'Costs and fees of one week are set off against each other.',
    slices: ['office'],
  },
  {
    id: 'adopted.share',
    kind: 'world',
    unit: 'share of offices',
    definition: 'Share of offices that took an activity into use that has to be adopted.',
    formula: 'adoptions / (activities with adoption × offices).',
    reading: '0: the scheme moved nobody to try anything.',
    caveat: 'An adopted activity may still hardly be chosen: habit stands against it.',
    slices: ['activity', 'activity,office'],
  },
  {
    id: 'adoption.week',
    kind: 'world',
    unit: 'week',
    definition: 'Week in which the activity was adopted, in the mean of the offices that did.',
    formula: 'mean over adoptions of the week of the decision, counted from 0.',
    reading: 'Early: a strong reward, or money at hand.',
    caveat: 'Undefined where nobody adopted it, so a mean over runs holds those with adoption only.',
    slices: ['activity', 'activity,office'],
  },
];
