import { parameter, section, share } from '../../scenario/kit/index.ts';

/** Practice with each group of clients, which comes by doing and goes by not doing (document 003, M17). */
export const practiceSchema = section(
  {
    weight: share({
      doc: 'How far skill hangs on practice with clients of the same group: skill counts times 1 − weight × (1 − practice). 0 switches it off.',
      default: 0,
      source:
        'assumed: off unless stated. Document 003 (8.2a) tells of work that was lost when an indicator changed; what it costs to learn anew is not told',
      range: [0, 0.6],
    }),
    start: share({
      doc: 'Practice of the caseworkers of the start, with every group.',
      default: 0.7,
      source: 'assumed: near what half of a full week with a group keeps up at the growth and decay assumed',
      range: [0, 1],
    }),
    newcomer: share({
      doc: 'Practice that a newcomer brings.',
      default: 0.3,
      source: 'assumed: trained, and new to this work',
      range: [0, 1],
    }),
    growth: parameter({
      doc: 'Growth of practice with a group: each hour of contact with its clients closes this part of what is missing.',
      unit: 'per hour',
      min: 0,
      default: 0.002,
      source: 'assumed: half of what is missing is learnt in about 350 hours of contact',
      range: [0, 0.01],
    }),
    decay: share({
      doc: 'Share of practice that is lost in a week, and made up only by doing.',
      unit: 'per week',
      default: 0.01,
      source: 'assumed: who no longer does it keeps half for about 70 weeks',
      range: [0, 0.05],
    }),
  },
  { doc: 'Practice with each group of clients, which multiplies skill where `weight` is above 0.' },
);
