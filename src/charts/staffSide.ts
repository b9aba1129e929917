import { isRounding } from '../tables/rounding.ts';
import { designIds, readMean } from '../words/read.ts';
import type { Chart } from './chart.ts';
import { dotIntervals, dotPanels, extremesSentence, presentKeys } from './dotPanels.ts';
import { frame } from './frame.ts';
import type { ReportTables } from './tables.ts';

const KEYS = [
  'staff.burnout',
  'staff.goalStrain',
  'staff.recordingShare',
  'staff.turnover',
  'staff.vacancy',
  'staff.caseload',
];

/** What has a value other than 0 in some design, and more than adding up leaves: of what a scenario does not follow there is nothing to see. */
const shown = (tables: ReportTables): string[] =>
  presentKeys(tables, KEYS).filter((key) =>
    designIds(tables).some((design) => !isRounding(readMean(tables, design, key) ?? 0)),
  );

/** The caseworkers' side of a design: what it wears out, and what it makes them do. */
export const staffSide: Chart = {
  id: 'staffSide',
  title: () => 'What does each design do to the caseworkers?',
  needs: (tables) => shown(tables).length > 1,
  finding: (tables) => extremesSentence(tables, shown(tables), 2) || 'Nothing of the staff is defined.',
  spec(tables) {
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: 'Dots: mean of each design.',
      intervals: dotIntervals(tables, shown(tables)),
      view: dotPanels(tables, shown(tables)),
    });
  },
};
