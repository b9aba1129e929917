import type { Fact } from '../fact.ts';
import { ratio } from '../statistics.ts';
import { workProgramme } from './settings.ts';

const [hard, easy] = ['hours.perClientWeek[group=esaNew]', 'hours.perClientWeek[group=jsaAdult]'];

export const f04: Fact = {
  id: 'F4',
  claim: 'A price exists at which attention turns to the hard group.',
  source: 'published evidence, F4',
  kind: 'soft',
  how: 'partly',
  howSo:
    'Whoever weighs what is paid must turn at some price; that it lies within five times the published one is found (three, five and eight times were tried). It hangs on how far prices are noticed, which is assumed (at none, none is enough). More money is paid here in all: the design parityPrice holds it equal.',
  runs: {
    programme: workProgramme('asRun'),
    dear: {
      ...workProgramme('fiveTimes'),
      set: [
        'designs.fiveTimes={set: {incentives: {outcome: {byGroup: {esaNew: 6000}}, instalments: {byGroup: {esaNew: 1175}}}}}',
      ],
    },
  },
  parts: [
    {
      says: 'Hours a client-week of new ESA over those of JSA 25+ at the prices of the Work Programme',
      values: ratio('programme', 'asRun', hard, easy),
      ratio: true,
      unit: 'times',
      band: { below: 1 },
    },
    {
      says: 'Hours a client-week of new ESA over those of JSA 25+ at five times the prices of new ESA',
      values: ratio('dear', 'fiveTimes', hard, easy),
      ratio: true,
      unit: 'times',
      band: { above: 1 },
    },
  ],
};
