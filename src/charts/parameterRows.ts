import type { ChartSpec } from './chart.ts';
import { SMALL } from './style.ts';
import { textWidth } from './textWidth.ts';

/** Pixels that names of parameters take at the left of a panel. */
export const PARAMETER_LABELS = 250;
const ROW = 22;

/** Parameters as the rows of a panel, in the order given; names that are too long for their room are cut. */
export function parameterRows(names: readonly string[]): { height: number; y: ChartSpec } {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, SMALL)));
  return {
    height: names.length * ROW,
    y: {
      field: 'parameter',
      type: 'nominal',
      sort: [...names],
      scale: { domain: [...names] },
      title: null,
      axis: {
        labelLimit: PARAMETER_LABELS,
        // All panels stand level, however long their names are.
        minExtent: PARAMETER_LABELS,
        ticks: false,
        domain: false,
        grid: widest > 0,
        labelPadding: 8,
      },
    },
  };
}
