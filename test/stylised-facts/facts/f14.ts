import type { Fact } from '../fact.ts';
import { contrast } from '../statistics.ts';
import { pilot } from './settings.ts';

const staff = (mix: string): string =>
  `{set: {incentives: {power: {kind: sanctions}}, caseworkers: {roles: {keyWorker: {mix: {entrepreneur: 0, bureaucrat: 0, indifferent: 0, ${mix}}}}}}}`;
const kinds = { of: 'enforcers', less: 'caregivers' };

export const f14: Fact = {
  id: 'F14',
  claim:
    'Where caseworkers are enforcers, more clients leave, jobs are worse and shorter, and more people are in neither work nor benefit.',
  source: 'published evidence, F14; Zacka (the enforcer)',
  kind: 'soft',
  how: 'partly',
  howSo:
    'That enforcers sanction more, and that a sanction destroys trust, is set. That trust lost makes clients leave, and what becomes of them, is found.',
  runs: {
    pilot: {
      ...pilot('caregivers', 'enforcers'),
      set: [
        `designs.caregivers=${staff('caregiver: 1')}`,
        `designs.enforcers=${staff('caregiver: 0, enforcer: 1')}`,
      ],
    },
  },
  parts: [
    {
      says: 'Clients who drop out under enforcers less those under caregivers',
      values: contrast('pilot', 'event.rate[event=droppedOut]', kinds),
      unit: 'points',
      band: { above: 0 },
    },
    {
      says: 'Change of the share of good jobs',
      values: contrast('pilot', 'quality.share', kinds),
      unit: 'points',
      band: { below: 0 },
      expects: 'cannot be told',
    },
    {
      says: 'Change of the share of first jobs that last half a year',
      values: contrast('pilot', 'jobs.lasting', kinds),
      unit: 'points',
      band: { below: 0 },
      expects: 'cannot be told',
    },
    {
      says: 'Change of the share of clients who left before their time and never had a job',
      values: contrast('pilot', 'jobs.neither', kinds),
      unit: 'points',
      band: { above: 0 },
    },
  ],
  reason:
    'Clients leave, and more end in neither. But nothing in the model makes anybody take a worse job to escape a sanction: a start is a good one by a fixed chance, and how long it lasts hangs on need. So there is nothing that these two statistics could find; more runs would only narrow them around a change that comes from who stays.',
};
