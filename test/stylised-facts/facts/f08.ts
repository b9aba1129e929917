import type { Fact } from '../fact.ts';
import { workProgramme } from './settings.ts';

export const f08: Fact = {
  id: 'F8',
  claim: 'Returns to contact diminish.',
  source: 'EVIDENCE F8',
  kind: 'hard',
  how: 'set',
  howSo:
    'Contact enters every hazard as a logarithm. What could fail is that trust, barriers and who gets the hours bend it back.',
  runs: {
    programme: {
      ...workProgramme('asRun', 'thrice'),
      set: ['designs.thrice={set: {caseworkers: {roles: {adviser: {posts: 96, fullLoad: 48}}}}}'],
    },
  },
  parts: [
    {
      says: 'Outcomes that the service adds for each hour a client-week: from the hours as they were to three times the advisers, over the same from no hours to those as they were',
      values: ({ programme }) => {
        const [added, hours] = ['additional.rate', 'hours.perClientWeek'].map((key) =>
          ['asRun', 'thrice'].map((design) => programme(design, key)),
        );
        return added[0].map((first, at) => {
          const early = first / hours[0][at];
          return (added[1][at] - first) / (hours[1][at] - hours[0][at]) / early;
        });
      },
      ratio: true,
      unit: 'times',
      band: { below: 1 },
    },
  ],
};
