import type { MeasureDoc } from './measure.ts';

const WHILE_REFERRED =
  'It is counted while clients are referred, and areas count alike whatever their size. No rows without partners.';
const EVERYWHERE = ['partner', 'area', 'area,partner'];

/** The catalogue of what partners do together. */
export const partnershipDocs: MeasureDoc[] = [
  {
    id: 'partnership.jointShare',
    kind: 'world',
    unit: 'share of full effort',
    definition: 'Effort on joint work that partners delivered, in the mean over weeks and areas.',
    formula:
      'Mean over area-weeks of Σ influence · delivered effort; of one partner its own delivered effort.',
    reading:
      'Low beside partnership.promised: partners fell back into their own agencies. Low as that is: nobody has a reason to work.',
    caveat: WHILE_REFERRED,
    slices: EVERYWHERE,
  },
  {
    id: 'partnership.promised',
    kind: 'world',
    unit: 'share of full effort',
    definition: 'Effort on joint work that partners promised, in the mean over weeks and areas.',
    formula: 'Mean over area-weeks of Σ influence · promised effort; of one partner its own promise.',
    reading:
      'What local priority and the partner’s own share of the stake are reason for. It falls where more share the same.',
    caveat: `Promises are made at reviews and hold until the next. ${WHILE_REFERRED}`,
    slices: EVERYWHERE,
  },
  {
    id: 'partnership.stake',
    kind: 'world',
    unit: 'money',
    definition:
      'Money that an area believes to be at stake within the horizon if all partners gave full effort.',
    formula: 'Mean over area-weeks of what was believed at the last review; 0 before the first.',
    reading: '0: no instrument pays, or is believed to pay, for what joint work may change.',
    caveat: `A belief, and no money that was paid. ${WHILE_REFERRED}`,
    slices: ['area'],
  },
  {
    id: 'partnership.trust',
    kind: 'world',
    unit: 'trust, index from 0 to 1',
    definition:
      'Trust of partners in one another, in the mean over weeks, areas and pairs; of a partner, the trust of the others in it.',
    formula: 'Mean over area-weeks and pairs of T_ij.',
    reading: 'High: promises were kept, and leaders stayed.',
    caveat: `Trust between leaders; what liaison at the front line builds is partnerTrust of offices. ${WHILE_REFERRED}`,
    slices: EVERYWHERE,
  },
  {
    id: 'partnership.trustEnd',
    kind: 'world',
    unit: 'trust, index from 0 to 1',
    definition:
      'Trust of partners in one another at the end of the last week in which clients are referred, in the mean over areas and pairs; of a partner, the trust of the others in it.',
    formula: 'Mean over areas and pairs of T_ij.',
    reading: 'Beside partnership.trust: whether it grows or falls.',
    caveat: WHILE_REFERRED,
    slices: EVERYWHERE,
  },
  {
    id: 'partnership.kept',
    kind: 'world',
    unit: 'share of promises',
    definition: 'Share of promises that were kept.',
    formula:
      'Promises of which at least `partnership.trust.keptFrom` was delivered until the review / promises judged.',
    reading: 'Low: inspections or own targets pull partners away, and trust goes.',
    caveat: `Who promised nothing is not judged. ${WHILE_REFERRED}`,
    slices: EVERYWHERE,
  },
  {
    id: 'partnership.leadersLeft',
    kind: 'world',
    unit: 'leaders a partner and year',
    definition: 'Leaders who left, per partner of an area and year.',
    formula: 'Leaders who left / (partners · areas · weeks / 52).',
    reading: 'The same in every design that leaves turnover alone.',
    caveat: WHILE_REFERRED,
    slices: EVERYWHERE,
  },
  {
    id: 'partnership.pooled',
    kind: 'world',
    unit: 'share of area-weeks',
    definition: 'Share of area-weeks in which budgets were pooled.',
    formula: 'Area-weeks pooled / area-weeks.',
    reading: 'With free budgets: how far partners wanted a pool and kept it.',
    caveat: WHILE_REFERRED,
    slices: ['area'],
  },
  {
    id: 'partnership.budgets',
    kind: 'world',
    unit: 'share of area-weeks',
    definition: 'Share of area-weeks in which budgets were separate, aligned or pooled.',
    formula: 'Area-weeks in the state / area-weeks; the three sum to 1.',
    reading: 'Where pools fall, alignment often takes their place.',
    caveat: WHILE_REFERRED,
    slices: ['state'],
  },
  {
    id: 'partnership.collapses',
    kind: 'world',
    unit: 'pools',
    definition: 'Pools that fell.',
    formula: 'How often free budgets of an area ceased to be pooled.',
    reading: 'Above 0: a leader left, trust went, or a pool elsewhere had fallen.',
    caveat: `An area may fall and pool again. ${WHILE_REFERRED}`,
    slices: ['area'],
  },
  {
    id: 'partnership.spanRatio',
    kind: 'world',
    unit: 'answerable for / in control of',
    definition: 'What partners answer for over what they control, in the mean over partners.',
    formula: 'Mean of `span`.',
    reading: 'Above 1: responsibility without power, which makes partners keep control of what they have.',
    caveat: 'As the scenario states it in the last phase of the run. No rows without partners.',
    slices: ['partner'],
  },
  {
    id: 'partnership.cost',
    kind: 'world',
    unit: 'money',
    definition: 'What offices paid for the joint work of their areas, and for the legal form of pools.',
    formula: 'Σ postings of the account jointWork.',
    reading:
      'Beside interventions.cost: what a reward has to bring back. Part of it comes without any reward, by priority.',
    caveat: 'It is counted over the whole run, not by cohort. No rows without partners.',
    slices: ['area'],
  },
];
