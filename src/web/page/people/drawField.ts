import { fifthName, formatNumber, formatPercent, sentenceCase } from '../../../words/index.ts';
import type { Frame, WatchedField } from '../../engine/watchProtocol.ts';
import { type CellLook, drawCell, kindOf, kinds, SKY, SKY_INK } from './cells.ts';
import { cellAt, HEADING, type Layout } from './layout.ts';

export function lookOf({ counts }: WatchedField, frame: Frame, place: number): CellLook {
  const kind = kindOf(frame, place);
  return {
    kind,
    light: frame.light[place],
    hasOutcome: kind !== 'future' && !counts[frame.stage[place]],
    inCrisis: frame.crisis[place] === 1,
  };
}

/** The look of a cell as one number, to see whether it has changed. */
const keyOf = ({ kind, light, hasOutcome, inCrisis }: CellLook): number =>
  (kinds.indexOf(kind) << 7) | ((light >> 3) << 2) | (hasOutcome ? 2 : 0) | (inCrisis ? 1 : 0);

/** Draws a field as it stands at the end of one week after the other: only what has changed is drawn anew. */
export class FieldPainter {
  private keys = new Int16Array(0);
  private drawn: { field: WatchedField; layout: Layout; marked: number } | undefined;

  /** `marked` is the place of the client that the keyboard is at, −1 for none; `isNew` says that the canvas is empty. */
  draw(
    pen: CanvasRenderingContext2D,
    width: number,
    layout: Layout,
    field: WatchedField,
    frame: Frame,
    marked: number,
    isNew: boolean,
  ): void {
    const { drawn } = this;
    if (isNew || drawn?.field !== field || drawn.layout !== layout || drawn.marked !== marked) {
      this.keys = new Int16Array(field.fifth.length).fill(-1);
      pen.fillStyle = SKY;
      pen.fillRect(0, 0, width, layout.height);
    }
    this.drawn = { field, layout, marked };
    drawHeadings(pen, width, layout, frame);
    for (let place = 0; place < field.fifth.length; place++) {
      const look = lookOf(field, frame, place);
      const key = keyOf(look);
      if (key === this.keys[place]) continue;
      this.keys[place] = key;
      const { x, y } = cellAt(layout, place);
      pen.fillStyle = SKY;
      pen.fillRect(x, y, layout.cell, layout.cell);
      drawCell(pen, x, y, layout.cell, look);
    }
    if (marked >= 0) drawMark(pen, layout, marked);
  }
}

function drawHeadings(pen: CanvasRenderingContext2D, width: number, layout: Layout, { sums }: Frame): void {
  pen.textBaseline = 'middle';
  pen.font = '13px system-ui, sans-serif';
  for (let k = 0; k < 5; k++) {
    pen.fillStyle = SKY;
    pen.fillRect(0, layout.top[k], width, HEADING);
    const y = layout.top[k] + HEADING / 2;
    pen.fillStyle = SKY_INK;
    pen.textAlign = 'left';
    pen.fillText(sentenceCase(fifthName(k + 1)), 4, y);
    pen.textAlign = 'right';
    pen.fillText(bandText(sums.hours[k], sums.parked[k], sums.claiming[k], width), width - 4, y);
  }
}

function drawMark(pen: CanvasRenderingContext2D, layout: Layout, marked: number): void {
  const { x, y } = cellAt(layout, marked);
  pen.lineWidth = 2;
  pen.strokeStyle = '#000000';
  pen.strokeRect(x - 2, y - 2, layout.cell + 4, layout.cell + 4);
  pen.strokeStyle = '#ffffff';
  pen.strokeRect(x - 1, y - 1, layout.cell + 2, layout.cell + 2);
}

function bandText(hours: number, parked: number, claiming: number, width: number): string {
  if (claiming === 0) return 'nobody waits';
  const share = `${formatPercent(parked / claiming, 0)} parked`;
  return width < 420 ? share : `${formatNumber(hours)} h a client-week · ${share}`;
}
