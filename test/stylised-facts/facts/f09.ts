import type { Fact } from '../fact.ts';
import { contrast, level } from '../statistics.ts';
import { pilot, workProgramme } from './settings.ts';

export const f09: Fact = {
  id: 'F9',
  claim: 'Without incentives time leans to need, and to motivation: incentives work against disposition.',
  source:
    'published evidence, F9; Jilke & Tummers (needed deservingness strongest, earned second), Guul et al. (motivation more than competence)',
  kind: 'hard',
  how: 'partly',
  howSo:
    'The motives of each kind of caseworker are set after the literature, their mix is assumed. That a mixed staff leans to need in the balance, and how far pay turns it, is found.',
  runs: {
    programme: workProgramme('blockGrant', 'outcomesOnly'),
    pilot: pilot('blockGrant'),
    motivation: { ...workProgramme('blockGrant'), reading: 'motivation' },
  },
  parts: [
    {
      says: 'Concentration of hours over need (above 0: to the hard) with a block grant, Work Programme',
      values: level('programme', 'blockGrant', 'creaming.concentration'),
      band: { above: 0 },
    },
    {
      says: 'Concentration of hours over need with a block grant, pilot',
      values: level('pilot', 'blockGrant', 'creaming.concentration'),
      band: { above: 0 },
    },
    {
      says: 'Concentration of hours over motivation (above 0: to the motivated) with a block grant, Work Programme',
      values: level('motivation', 'blockGrant', 'motivation.concentration'),
      band: { above: 0 },
    },
    {
      says: 'Change of the concentration over need when the same staff is paid for outcomes alone, Work Programme',
      values: contrast('programme', 'creaming.concentration', {
        of: 'outcomesOnly',
        less: 'blockGrant',
      }),
      band: { below: 0 },
    },
  ],
};
