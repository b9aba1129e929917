import { doubled } from './growing.ts';

/** Most entries before the first growth. */
const AT_FIRST = 1024;

/** Who is ready to move in this step, at most one transition a person; the columns grow as they are needed. */
export class ReadyList {
  count = 0;
  row = new Int32Array(AT_FIRST);
  transition = new Uint8Array(AT_FIRST);
  /** When, within the step, by the draw: the smallest come first where openings are scarce. */
  clock = new Float64Array(AT_FIRST);

  add(row: number, transition: number, clock: number): void {
    if (this.count === this.row.length) this.grow();
    this.row[this.count] = row;
    this.transition[this.count] = transition;
    this.clock[this.count++] = clock;
  }

  private grow(): void {
    this.row = doubled(this.row);
    this.transition = doubled(this.transition);
    this.clock = doubled(this.clock);
  }
}
