import type { OptionSpec } from '../options.ts';

/** Options of a scenario of the user's own eight numbers. The form reads the numbers, so that it says what it takes in one voice. */
export const localOptions = {
  ask: {
    kind: 'flag',
    aside: true,
    describe: 'Ask for eight numbers of your own service and write a scenario of them',
  },
  staff: {
    kind: 'text',
    value: 'N',
    describe: 'Caseworkers (full-time posts), for a scenario of your own numbers',
  },
  hours: { kind: 'text', value: 'N', describe: 'Paid hours of one of them a week' },
  referrals: { kind: 'text', value: 'N', describe: 'People referred in a usual week' },
  caseload: { kind: 'text', value: 'N', describe: 'Clients of one caseworker when the service is full' },
  groups: {
    kind: 'text',
    value: 'N',
    describe: 'Of 100 people referred, those in the group that is harder to help',
  },
  fees: { kind: 'text', value: 'POUNDS', describe: 'Paid for each person who gets a job; 0 for no fee' },
  target: {
    kind: 'text',
    value: 'N',
    describe: 'Of 100 people referred, those who are to get a job; 0 for no target',
  },
  cost: { kind: 'text', value: 'POUNDS', describe: 'What one caseworker costs a year' },
} as const satisfies Record<string, OptionSpec>;
