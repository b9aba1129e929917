/** Height of the heading over the cells of a fifth, in CSS pixels. */
export const HEADING = 22;

/** Sizes of a cell between which it is chosen, in CSS pixels. */
const SMALLEST = 6;
const LARGEST = 24;

/** Where the cells of a field lie: five bands below each other, the easiest fifth first, in reading order. */
export interface Layout {
  cell: number;
  columns: number;
  height: number;
  /** [fifth] first place of its clients, one more at the end; and where its heading and its cells begin. */
  first: number[];
  top: number[];
}

/** Lays a field out over a width so that, if it can, it is not much higher than `height`. */
export function layoutOf(fifth: Uint8Array, width: number, height: number): Layout {
  const first = Array.from({ length: 6 }, (_, k) => {
    const at = fifth.findIndex((each) => each >= k);
    return at < 0 ? fifth.length : at;
  });
  const room = Math.max(1, width * Math.max(100, height - 5 * HEADING));
  const ideal = Math.floor(Math.sqrt(room / Math.max(1, fifth.length)));
  const cell = Math.max(SMALLEST, Math.min(LARGEST, ideal));
  const columns = Math.max(1, Math.floor(width / cell));
  const top: number[] = [];
  let y = 0;
  for (let k = 0; k < 5; k++) {
    top.push(y);
    y += HEADING + Math.ceil((first[k + 1] - first[k]) / columns) * cell;
  }
  return { cell, columns, height: y, first, top };
}

/** Where the cell of a place begins. */
export function cellAt(layout: Layout, place: number): { x: number; y: number } {
  const fifth = fifthOf(layout, place);
  const nth = place - layout.first[fifth];
  return {
    x: (nth % layout.columns) * layout.cell,
    y: layout.top[fifth] + HEADING + Math.floor(nth / layout.columns) * layout.cell,
  };
}

/** The place whose cell a point lies in; −1 for none. */
export function placeAt(layout: Layout, x: number, y: number): number {
  const column = Math.floor(x / layout.cell);
  if (column < 0 || column >= layout.columns) return -1;
  for (let k = 0; k < 5; k++) {
    const row = Math.floor((y - layout.top[k] - HEADING) / layout.cell);
    const place = layout.first[k] + row * layout.columns + column;
    if (row >= 0 && place < layout.first[k + 1]) return place;
  }
  return -1;
}

const fifthOf = (layout: Layout, place: number): number => {
  let fifth = 4;
  while (fifth > 0 && place < layout.first[fifth]) fifth--;
  return fifth;
};

/** Where a key leads from a place: to neighbours, over rows and bands, or to another fifth; undefined for other keys. */
export function placeByKey(layout: Layout, place: number, key: string): number | undefined {
  const last = layout.first[5] - 1;
  const fifth = fifthOf(layout, place);
  const within = (to: number): number => Math.max(0, Math.min(last, to));
  switch (key) {
    case 'ArrowRight':
      return within(place + 1);
    case 'ArrowLeft':
      return within(place - 1);
    case 'ArrowDown':
      return inColumn(layout, place, 1);
    case 'ArrowUp':
      return inColumn(layout, place, -1);
    case 'PageDown':
      return within(layout.first[Math.min(4, fifth + 1)]);
    case 'PageUp':
      return within(layout.first[place === layout.first[fifth] ? Math.max(0, fifth - 1) : fifth]);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** The cell below or above, that of the next band where this one ends; the same place where there is none. */
function inColumn(layout: Layout, place: number, direction: 1 | -1): number {
  const { x, y } = cellAt(layout, place);
  const half = layout.cell / 2;
  for (let to = y + half + direction * layout.cell; to > 0 && to < layout.height; to += direction * half) {
    const found = placeAt(layout, x + half, to);
    if (found >= 0 && found !== place) return found;
  }
  return place;
}
