import type { Chart } from './chart.ts';
import { dotPanels, extremesSentence, presentKeys } from './dotPanels.ts';
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

const shown = (tables: ReportTables): string[] => presentKeys(tables, KEYS);

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
      intervals: 'Lines: 95% interval of the mean.',
      view: dotPanels(tables, shown(tables)),
    });
  },
};
