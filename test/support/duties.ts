import type { Patch } from './smallScenario.ts';

/** Duties of every kind on the small programme: the adviser's and the broker's. */
export const everyDuty: Record<string, Patch> = {
  file: {
    kind: 'recording',
    role: 'adviser',
    perContactHour: 0.5,
    perContact: 0.1,
    perEvent: { jobStart: 1, attached: 0.4 },
    expires: 6,
    misreport: { rate: 0.05, events: { jobStart: true, sustained: true } },
  },
  partners: { kind: 'liaison', role: 'adviser', item: 0.5, ask: 2 },
  outreach: {
    kind: 'prevention',
    role: 'broker',
    item: 0.5,
    ask: 'poisson(1)',
    most: 0.4,
    scale: 2,
    delay: 1,
  },
  court: { kind: 'otherWork', role: 'adviser', item: 0.5, ask: 'poisson(0.7)', first: true },
  triage: { kind: 'otherWork', role: 'broker', ask: 3, onSlack: true, waits: true },
};

/** Prevention that keeps up to six in ten away, done before clients are seen. */
export const outreach: Patch = {
  kind: 'prevention',
  role: 'broker',
  item: 0.5,
  ask: 4,
  first: true,
  most: 0.6,
  scale: 3,
  delay: 2,
};

/** Prospecting, on a small programme with the pool `jobs`. */
export const prospecting: Patch = {
  kind: 'prospecting',
  role: 'broker',
  item: 0.5,
  ask: 2,
  pool: 'jobs',
  yield: 0.1,
  reputation: { lost: 'jobLoss', memory: 0.3, probation: 3 },
};

/** Duties under `caseworkers.duties`. */
export const withDuties = (duties: Record<string, Patch>, more: Patch = {}): Patch => ({
  ...more,
  caseworkers: { ...((more.caseworkers as Patch | undefined) ?? {}), duties },
});
