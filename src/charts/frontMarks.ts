import type { ChartSpec } from './chart.ts';
import { FRONT_WIDTH } from './frontAxes.ts';
import { colours, SMALL } from './style.ts';
import { textWidth } from './textWidth.ts';

const grey = '#8a8a8a';

/** What is drawn in the plane of two goals, told apart by shape, size and filling as well as by colour. */
const kinds = {
  searched: { label: 'Searched', colour: grey, shape: 'circle', size: 16, filled: true },
  searchedBreaks: { label: 'Searched, breaks a limit', colour: grey, shape: 'cross', size: 26, filled: true },
  breaks: {
    label: 'Breaks a limit',
    colour: colours.ink,
    shape: 'triangle-down',
    size: 55,
    filled: false,
  },
  beaten: { label: 'Beaten', colour: colours.ink, shape: 'circle', size: 45, filled: false },
  front: { label: 'On the front', colour: colours.blue, shape: 'circle', size: 70, filled: true },
  file: {
    label: 'The scenario as it stands',
    colour: colours.vermilion,
    shape: 'diamond',
    size: 120,
    filled: true,
  },
} as const;

export type MarkKind = keyof typeof kinds;

/** What matters most is drawn last. */
export const drawingOrder = Object.keys(kinds) as MarkKind[];

export function markOf(kind: MarkKind): ChartSpec {
  const { colour: color, shape, size, filled } = kinds[kind];
  return { type: 'point', color, shape, size, filled, opacity: 1, strokeWidth: 1.3 };
}

const LINE = 18;
const SYMBOL = 16;
const GAP = 22;

/** The key to the marks, in lines: what matters most first. `told` where the front was told in other luck. */
export function frontKey(present: readonly MarkKind[], told: boolean): ChartSpec {
  const labelOf = (kind: MarkKind) =>
    kinds[kind].label + (told && (kind === 'beaten' || kind === 'breaks') ? ' in other luck' : '');
  let x = SYMBOL / 2;
  let y = LINE / 2;
  const entries = [...drawingOrder].reverse().flatMap((kind) => {
    if (!present.includes(kind)) return [];
    const width = SYMBOL + textWidth(labelOf(kind), SMALL);
    if (x + width > FRONT_WIDTH) {
      x = SYMBOL / 2;
      y += LINE;
    }
    const entry = { kind, x, y, label: labelOf(kind) };
    x += width + GAP;
    return [entry];
  });
  const atPixel = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });
  return {
    width: FRONT_WIDTH,
    height: y + LINE / 2,
    layer: [
      ...entries.map((entry) => ({
        data: { values: [entry] },
        mark: { ...markOf(entry.kind), aria: false },
        encoding: { x: atPixel('x'), y: atPixel('y') },
      })),
      {
        data: { values: entries },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: SYMBOL / 2 + 2, fontSize: SMALL },
        encoding: { x: atPixel('x'), y: atPixel('y'), text: { field: 'label', type: 'nominal' } },
      },
    ],
  };
}
