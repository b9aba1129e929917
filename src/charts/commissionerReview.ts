import { designIds, readMean, sliceValues } from '../words/read.ts';
import type { Chart } from './chart.ts';
import { dotIntervals, dotPanels, extremesSentence, presentKeys } from './dotPanels.ts';
import { frame } from './frame.ts';
import type { ReportTables } from './tables.ts';

const KEYS = [
  'commissioner.falseEnd',
  'commissioner.rankAgreement',
  'commissioner.ended',
  'commissioner.bestEnded',
];

/** With more offices than this only the largest share is shown. */
const MOST_OFFICES = 3;

/** The chart answers nothing where reviews neither compare providers nor end contracts. */
function compares(tables: ReportTables): boolean {
  return designIds(tables).some(
    (design) =>
      readMean(tables, design, 'commissioner.rankAgreement') !== null ||
      (readMean(tables, design, 'commissioner.ended') ?? 0) > 0,
  );
}

function shown(tables: ReportTables): string[] {
  const offices = sliceValues(tables, 'commissioner.share', 'office');
  const shares =
    offices.length > 0 && offices.length <= MOST_OFFICES
      ? // Of two offices the second has the rest.
        offices
          .slice(0, offices.length === 2 ? 1 : MOST_OFFICES)
          .map((office) => `commissioner.share[office=${office}]`)
      : ['commissioner.share'];
  return presentKeys(tables, [...KEYS, ...shares]).filter((key) =>
    designIds(tables).some((design) => readMean(tables, design, key) !== null),
  );
}

/** Whether evidence finds the better providers, and what reviews make of it. */
export const commissionerReview: Chart = {
  id: 'commissionerReview',
  title: () => 'Does the commissioner keep the better providers?',
  needs: compares,
  finding: (tables) =>
    extremesSentence(tables, presentKeys(tables, KEYS), 2) || 'No review decided anything about a provider.',
  spec(tables) {
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Dots: mean of each design. Agreement of 1: evidence ranks offices as their true value does; 0: not at all. A false end takes the contract from a provider who was truly better.',
      intervals: dotIntervals(tables, shown(tables)),
      view: dotPanels(tables, shown(tables)),
    });
  },
};
