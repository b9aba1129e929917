import { flag, parameter, section, share } from '../../scenario/kit/index.ts';

/** Audits of records by the commissioner. */
export const auditSchema = section(
  {
    share: share({
      doc: 'Share of records that are looked at. A larger share looks at the same ones and more.',
      default: 0,
      source: 'assumed: records are believed',
      range: [0, 0.5],
    }),
    insight: share({
      doc: 'Chance that a false record or a contact in form only is seen through when it is looked at.',
      default: 1,
      source: 'assumed: who looks sees',
      range: [0.2, 1],
    }),
    penalty: parameter({
      doc: 'What an office pays for each record that is found.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: it is struck, and costs nothing more',
    }),
    strike: flag({
      doc: 'Whether a record that is found is struck: it is not paid and counts for nothing.',
      default: true,
      source: 'assumed: what is found does not count',
    }),
  },
  { doc: 'Audit of records.' },
);
