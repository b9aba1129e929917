import type { Fact } from '../fact.ts';
import { workProgramme } from './settings.ts';

export const f08: Fact = {
  id: 'F8',
  claim: 'Returns to contact diminish.',
  source: 'published evidence, F8',
  kind: 'hard',
  how: 'set',
  howSo:
    'Contact enters every hazard as a logarithm. What could fail is that trust, barriers and who gets the hours bend it back.',
  runs: {
    programme: workProgramme('asRun'),
    staffed: {
      ...workProgramme('thrice'),
      set: ['designs.thrice={set: {caseworkers: {roles: {adviser: {posts: 96, fullLoad: 48}}}}}'],
    },
  },
  parts: [
    {
      says: 'Outcomes that the service adds for each hour a client-week: from the hours as they were to three times the advisers, over the same from no hours to those as they were',
      values: ({ programme, staffed }) => {
        const read = (key: string) => [programme('asRun', key), staffed('thrice', key)];
        const [added, moreAdded] = read('additional.rate');
        const [hours, moreHours] = read('hours.perClientWeek');
        return added.map((first, at) => {
          const early = first / hours[at];
          return (moreAdded[at] - first) / (moreHours[at] - hours[at]) / early;
        });
      },
      ratio: true,
      unit: 'times',
      band: { below: 1 },
    },
  ],
};
