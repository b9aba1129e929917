import type { Fact } from '../fact.ts';
import { gap } from '../statistics.ts';
import { workProgramme } from './settings.ts';

const [easiest, hardest] = ['parking.unseen[fifth=1]', 'parking.unseen[fifth=5]'];

export const f03: Fact = {
  id: 'F3',
  claim:
    'Price differences between groups that are too small leave parking in place: with the fees of the Work Programme the costliest group is expected to bring less outcome money than JSA 25+.',
  source: 'published evidence, F3',
  kind: 'hard',
  how: 'emerges',
  howSo:
    'Fees are the published ones (those of groups 6 and 7 recalled), and who is parked is not set. That prices are half noticed at the front line is assumed; it widens what the price differences leave.',
  runs: {
    programme: workProgramme('asRun', 'flatPrice'),
    outcomeMoney: {
      ...workProgramme('asRun'),
      scale: 0.5,
      replicates: 8,
      set: ['timeline=null', 'incentives.attachment.amount=0', 'incentives.attachment.byGroup=null'],
    },
  },
  parts: [
    {
      says: 'Share of weeks unseen of the hardest fifth less that of the easiest, with the prices as they were',
      values: gap('programme', 'asRun', hardest, easiest),
      unit: 'points',
      band: { above: 0 },
    },
    {
      says: 'That difference as it was over the same at one price for all groups',
      values: ({ programme }) => {
        const difference = (design: string): number[] => {
          const least = programme(design, easiest);
          return programme(design, hardest).map((value, at) => value - least[at]);
        };
        const flat = difference('flatPrice');
        return difference('asRun').map((value, at) => value / flat[at]);
      },
      ratio: true,
      unit: 'times',
      band: { above: 0.5 },
      bandFrom: 'left in place is read as more than half of it',
    },
    {
      says: 'Outcome money a client of ESA ex-incapacity, the costliest group, over that of JSA 25+',
      values: ({ outcomeMoney }) => {
        const each = (group: string): number[] => {
          const clients = outcomeMoney('asRun', `referred[group=${group}]`);
          return outcomeMoney('asRun', `paid.by.group[group=${group}]`).map((paid, at) => paid / clients[at]);
        };
        const adults = each('jsaAdult');
        return each('esaExIncapacity').map((paid, at) => paid / adults[at]);
      },
      ratio: true,
      unit: 'times',
      band: { below: 1 },
    },
  ],
};
