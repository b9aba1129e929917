import { type CellLook, drawCell, kinds, SKY } from './cells.ts';

/** The look of a cell as one number, to see whether it has changed. */
export const keyOf = ({ kind, light, hasOutcome, inCrisis }: CellLook): number =>
  (kinds.indexOf(kind) << 7) | ((light >> 3) << 2) | (hasOutcome ? 2 : 0) | (inCrisis ? 1 : 0);

/** Pixels of the looks of a cell at one size, each drawn once: thousands of cells a frame are copies of some dozens of looks. */
export class Sprites {
  /** A pixel of the sky. */
  readonly sky: number;
  private readonly pen: CanvasRenderingContext2D;
  private readonly byKey = new Map<number, Uint32Array>();

  /** `cell` is the side in CSS pixels, `side` in pixels of the screen. */
  constructor(
    readonly cell: number,
    readonly side: number,
  ) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    this.pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;
    this.pen.scale(side / cell, side / cell);
    this.pen.fillStyle = SKY;
    this.pen.fillRect(0, 0, cell, cell);
    this.sky = this.pixels()[0];
  }

  /** Row after row. */
  of(look: CellLook, key = keyOf(look)): Uint32Array {
    const known = this.byKey.get(key);
    if (known) return known;
    this.pen.fillStyle = SKY;
    this.pen.fillRect(0, 0, this.cell, this.cell);
    drawCell(this.pen, 0, 0, this.cell, look);
    const pixels = this.pixels();
    this.byKey.set(key, pixels);
    return pixels;
  }

  private pixels(): Uint32Array {
    return new Uint32Array(this.pen.getImageData(0, 0, this.side, this.side).data.buffer);
  }
}
