import { parameter, section, share } from '../../scenario/kit/index.ts';

/** What caseworkers know of the place, and how they come to know more (document 003, M6 and M12). */
export const knowledgeSchema = section(
  {
    byTime: share({
      doc: 'Local knowledge that time in post alone gives: what caseworkers of the start have and newcomers reach. 1 is all there is.',
      default: 1,
      source:
        'assumed: time teaches everything unless stated; 1 switches the growth by hours off but for newcomers',
      range: [0.3, 1],
    }),
    growth: parameter({
      doc: 'Growth of local knowledge beyond that: each hour of liaison, or with clients in hours that a scheme leaves free, closes this part of what is missing.',
      unit: 'per hour',
      min: 0,
      default: 0,
      source: 'assumed: off unless stated; document 003 (8.3) says that autonomy brought it, not how much',
      range: [0, 0.1],
    }),
    decay: share({
      doc: 'Share of what such hours have taught that is forgotten.',
      unit: 'per week',
      default: 0,
      source: 'assumed: it stays unless stated',
      range: [0, 0.02],
    }),
  },
  { doc: 'Local knowledge, which multiplies skill and may help to find what is hidden.' },
);
