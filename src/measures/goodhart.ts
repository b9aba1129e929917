import type { MeasureDoc } from '../tables/measureDoc.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { ContrastFamily, MeasuredValues } from './contrast.ts';
import { valueRow } from './slices.ts';

const UNIT = 'share of the base design’s value';
const CAVEAT = 'Undefined where the base design’s value is 0; a small base makes large changes.';

const measures: MeasureDoc[] = [
  {
    id: 'goodhart.paid',
    kind: 'contrast',
    unit: UNIT,
    definition: 'Change of the paid measure, `measures.goodhart.paid`, from the base design.',
    formula: '(design − base) / |base|, replicate by replicate.',
    reading: 'Above 0: the design has more of what is paid for.',
    caveat: CAVEAT,
    slices: [],
  },
  {
    id: 'goodhart.goal',
    kind: 'contrast',
    unit: UNIT,
    definition: 'Change of the goal, `measures.goodhart.goal`, from the base design; a gain counts upwards.',
    formula: '(design − base) / |base|, replicate by replicate; the sign turned where lower is better.',
    reading: 'Above 0: the design serves the goal better than the base.',
    caveat: CAVEAT,
    slices: [],
  },
  {
    id: 'goodhart.gap',
    kind: 'contrast',
    unit: UNIT,
    definition: 'How much farther the paid measure rose than the goal, against the base design.',
    formula: 'goodhart.paid − goodhart.goal.',
    reading: 'Above 0: the number that is paid for looks better than the thing it stands for.',
    caveat:
      'Two measures of different kinds: it says that they part, not why. The same event reported and true is reported.gap.',
    slices: [],
  },
];

/** When a measure becomes a target: the change of what is paid for against the change of what it is for. */
export const goodhart: ContrastFamily = {
  id: 'goodhart',
  measures,
  rows(own, base, { goodhart: { paid, goal, better } }) {
    if (paid === '' || goal === '') return [];
    const paidRow = changeRow('goodhart.paid', paid, own, base, 1);
    const goalRow = changeRow('goodhart.goal', goal, own, base, better === 'lower' ? -1 : 1);
    const undefinedOne = [paidRow, goalRow].find((row) => row.value === null);
    return [
      paidRow,
      goalRow,
      undefinedOne === undefined
        ? valueRow('goodhart.gap', '', paidRow.value! - goalRow.value!, 'too large a change')
        : { measure: 'goodhart.gap', slice: '', value: null, why: undefinedOne.why },
    ];
  },
};

function changeRow(
  measure: string,
  key: string,
  own: MeasuredValues,
  base: MeasuredValues,
  sign: 1 | -1,
): MeasureRow {
  const without = (why: string): MeasureRow => ({ measure, slice: '', value: null, why });
  const [ownRow, baseRow] = [own(key), base(key)];
  if (baseRow === undefined || ownRow === undefined) return without(`${key} is not measured`);
  if (baseRow.value === null) return without(`${key} is undefined in the base design: ${baseRow.why}`);
  if (ownRow.value === null) return without(`${key} is undefined: ${ownRow.why}`);
  if (baseRow.value === 0) return without(`${key} is 0 in the base design`);
  const change = (sign * (ownRow.value - baseRow.value)) / Math.abs(baseRow.value);
  // Without this the base design's own change could come out as −0.
  return valueRow(measure, '', change === 0 ? 0 : change, 'too large a change');
}
