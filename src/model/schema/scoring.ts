import { parameter, section, share, text } from '../../scenario/kit/index.ts';

/** Scores of need for the record, off unless a role is named. */
export const scoringSchema = section(
  {
    role: text({
      doc: 'Role whose caseworkers score need at recorded contacts; empty where need is not scored.',
      default: '',
    }),
    every: parameter({
      doc: 'Weeks after which a client is scored anew, at the next contact.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 13,
      source: 'assumed: a quarter, the rhythm of reporting',
      range: [4, 26],
    }),
    noise: parameter({
      doc: 'Standard deviation of a score around apparent need.',
      min: 0,
      default: 0.1,
      source: 'assumed: about as noisy as first appearance',
      range: [0, 0.3],
    }),
    gaming: share({
      doc: 'How far a caseworker without integrity shifts a score at no pressure where its fall is paid: the first one up, later ones down.',
      default: 0,
      source: 'assumed: honest scores unless stated; 0 is in the range',
      range: [0, 0.3],
    }),
  },
  { doc: 'Scores of need that caseworkers put on record.' },
);
