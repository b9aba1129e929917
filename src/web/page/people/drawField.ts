import { fifthName, formatNumber, formatPercent, sentenceCase } from '../../../words/index.ts';
import type { Frame, WatchedField } from '../../engine/watchProtocol.ts';
import { type CellLook, kindOf, SKY, SKY_INK } from './cells.ts';
import { cellAt, HEADING, type Layout } from './layout.ts';
import { keyOf, Sprites } from './sprites.ts';

function lookOf({ counts }: WatchedField, frame: Frame, place: number): CellLook {
  const kind = kindOf(frame, place);
  return {
    kind,
    light: frame.light[place],
    hasOutcome: kind !== 'future' && !counts[frame.stage[place]],
    inCrisis: frame.crisis[place] === 1,
  };
}

/** What a field is drawn on, and how large. */
export interface Sheet {
  pen: CanvasRenderingContext2D;
  /** In CSS pixels, and pixels of the screen to one of them. */
  width: number;
  scale: number;
  layout: Layout;
  /** Place of the client that the keyboard is at, −1 for none. */
  marked: number;
  /** Whether the canvas is empty. */
  isNew: boolean;
}

/** Draws a field as it stands at the end of one week after the other: only what has changed is drawn anew. */
export class FieldPainter {
  private keys = new Int16Array(0);
  private headings: string[] = [];
  private drawn: { field: WatchedField; layout: Layout; marked: number } | undefined;
  private sprites = new Sprites(1, 1);
  private image = new ImageData(1, 1);

  draw(sheet: Sheet, field: WatchedField, frame: Frame): void {
    const { layout, marked, isNew } = sheet;
    const { drawn } = this;
    if (isNew || drawn?.field !== field || drawn.layout !== layout || drawn.marked !== marked)
      this.beginAnew(sheet, field);
    this.drawn = { field, layout, marked };
    for (let fifth = 0; fifth < 5; fifth++) {
      this.drawCells(sheet, field, frame, fifth);
      this.drawHeading(sheet, frame, fifth);
    }
    if (marked >= 0) drawMark(sheet.pen, layout, marked);
  }

  private beginAnew({ pen, width, scale, layout }: Sheet, field: WatchedField): void {
    this.keys = new Int16Array(field.fifth.length).fill(-1);
    this.headings = [];
    pen.fillStyle = SKY;
    pen.fillRect(0, 0, width, layout.height);
    const side = Math.floor(layout.cell * scale);
    if (this.sprites.cell !== layout.cell || this.sprites.side !== side)
      this.sprites = new Sprites(layout.cell, side);
    const { canvas } = pen;
    if (this.image.width !== canvas.width || this.image.height !== canvas.height)
      this.image = new ImageData(canvas.width, canvas.height);
    new Uint32Array(this.image.data.buffer).fill(this.sprites.sky);
  }

  /** The cells of a fifth are copied into one picture, of which the rows that changed go to the canvas in one call. */
  private drawCells({ pen, scale, layout }: Sheet, field: WatchedField, frame: Frame, fifth: number): void {
    const { image, sprites, keys } = this;
    const { side } = sprites;
    const pixels = new Uint32Array(image.data.buffer);
    let [from, to] = [image.height, 0];
    for (let place = layout.first[fifth]; place < layout.first[fifth + 1]; place++) {
      const look = lookOf(field, frame, place);
      const key = keyOf(look);
      if (key === keys[place]) continue;
      keys[place] = key;
      const sprite = sprites.of(look, key);
      const { x, y } = cellAt(layout, place);
      const [left, top] = [Math.round(x * scale), Math.round(y * scale)];
      for (let row = 0; row < side; row++)
        pixels.set(sprite.subarray(row * side, (row + 1) * side), (top + row) * image.width + left);
      from = Math.min(from, top);
      to = Math.max(to, top + side);
    }
    if (from < to) pen.putImageData(image, 0, 0, 0, from, image.width, to - from);
  }

  private drawHeading({ pen, width, layout }: Sheet, { sums }: Frame, fifth: number): void {
    const text = bandText(sums.hours[fifth], sums.parked[fifth], sums.claiming[fifth], width);
    if (text === this.headings[fifth]) return;
    this.headings[fifth] = text;
    pen.fillStyle = SKY;
    pen.fillRect(0, layout.top[fifth], width, HEADING);
    const y = layout.top[fifth] + HEADING / 2;
    pen.textBaseline = 'middle';
    pen.font = '13px system-ui, sans-serif';
    pen.fillStyle = SKY_INK;
    pen.textAlign = 'left';
    pen.fillText(sentenceCase(fifthName(fifth + 1)), 4, y);
    pen.textAlign = 'right';
    pen.fillText(text, width - 4, y);
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
