import { designIds, readMean } from '../words/read.ts';
import type { Chart } from './chart.ts';
import { dotIntervals, dotPanels, extremesSentence } from './dotPanels.ts';
import { frame } from './frame.ts';

const KEYS = ['service', 'change', 'maintenance'].map((kind) => `board.priority[kind=${kind}]`);

/** What a strategy board asks for at the end, between the three kinds of outcome. */
export const boardPriorities: Chart = {
  id: 'boardPriorities',
  title: () => 'What does the board put first?',
  needs: (tables) => designIds(tables).some((design) => readMean(tables, design, KEYS[0]) !== null),
  finding: (tables) => extremesSentence(tables, KEYS),
  spec(tables) {
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Dots: mean priority of a kind of outcome at the end; the three of a design sum to 100%. Not defined where no board sets priorities.',
      intervals: dotIntervals(tables, KEYS),
      view: dotPanels(tables, KEYS),
    });
  },
};
