import { parameter, section, share } from '../../scenario/kit/index.ts';

/** How trust grows with contact and goes without. Formulas: MODEL-NOTES §1, docs/model.md. */
export const trustSchema = section(
  {
    start: parameter({
      doc: 'Trust in the service at referral.',
      min: 0,
      max: 1,
      default: 0.3,
      source: 'assumed: low at the start; document 004: clients who know sanctions do not trust the offer',
      range: [0.1, 0.5],
    }),
    growth: parameter({
      doc: 'Growth in a week with real contact: trust += this × (1 − trust).',
      unit: 'per week',
      min: 0,
      max: 1,
      default: 0.18,
      source: 'assumed: set so that three to four weeks of contact change the relation (document 004)',
      range: [0.05, 0.3],
    }),
    perHour: parameter({
      doc: 'Further growth by the hours of real contact of a step: trust += this × hours × (1 − trust), at most to 1.',
      unit: 'per contact hour',
      min: 0,
      default: 0,
      source: 'assumed: that somebody was there counts, not for how long; 0 is in the range',
      range: [0, 0.1],
    }),
    decay: parameter({
      doc: 'Loss in a week of attachment without real contact: trust −= this × trust.',
      unit: 'per week',
      min: 0,
      max: 1,
      default: 0.008,
      source: 'assumed: as in the trial of the model',
      range: [0, 0.03],
    }),
  },
  { doc: 'Trust, between 0 and 1.' },
);

/** What contact and time do to barriers. */
export const changeSchema = section(
  {
    help: parameter({
      doc: 'Fall of a barrier by one contact: this × effect × skill × ln(1 + h/τ) × (½ + ½ trust) × barrier.',
      unit: 'per contact',
      min: 0,
      default: 0.002,
      source: 'assumed: kept small so that service effects stay modest against published trials',
      range: [0.0005, 0.006],
    }),
    hidden: share({
      doc: 'Part of that effect on a latent barrier that has not been found.',
      default: 0.25,
      source: 'assumed: as in the trial of the model',
      range: [0, 0.5],
    }),
    drift: parameter({
      doc: 'Weekly return of a barrier towards the level at referral.',
      unit: 'per week',
      min: 0,
      max: 1,
      default: 0.01,
      source: 'assumed: as in the trial of the model; identified only jointly with help',
      range: [0, 0.03],
    }),
    wear: parameter({
      doc: 'Weekly wear without contact: this / (1 + R/contactScale) × (1 − barrier); it makes prevention possible.',
      unit: 'per week',
      min: 0,
      max: 1,
      default: 0.0003,
      source: 'assumed: as in the trial of the model',
      range: [0, 0.001],
    }),
    contactScale: parameter({
      doc: 'Recent contact at which wear has halved.',
      unit: 'recent hours a week',
      above: 0,
      default: 0.15,
      source: 'assumed: as in the trial of the model',
      range: [0.05, 0.5],
    }),
    contactMemory: parameter({
      doc: 'Recent contact R moves by this share of (hours − R) a week.',
      unit: 'per week',
      min: 0,
      max: 1,
      default: 0.12,
      source: 'assumed: a memory of about five weeks, since appointments are lumps',
      range: [0.05, 0.3],
    }),
  },
  { doc: 'How barriers move with and without help.' },
);
