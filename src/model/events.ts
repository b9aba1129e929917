import { doubled } from './growing.ts';

/**
 * The events of the step under way: what instruments are paid on and measures count. Columns that grow
 * by doubling and are emptied at each step, so that a week allocates nothing.
 */
export class EventLog {
  count = 0;
  event: Uint8Array;
  client: Int32Array;
  office: Uint8Array;
  /** 1 where it is the client's first event of this kind that the programme could claim. */
  first: Uint8Array;
  /**
   * Of the record, that it belongs to where the programme claims it in this step: the client was attached, and it is on record at
   * once. It says whose client it was then, who may have left by it. −1 where it is not claimed.
   */
  cell: Int32Array;
  /** 1 where the client was attached when it happened. */
  attached: Uint8Array;

  constructor(capacity = 1024) {
    this.event = new Uint8Array(capacity);
    this.client = new Int32Array(capacity);
    this.office = new Uint8Array(capacity);
    this.first = new Uint8Array(capacity);
    this.cell = new Int32Array(capacity);
    this.attached = new Uint8Array(capacity);
  }

  clear(): void {
    this.count = 0;
  }

  /** `cell`: of the record, where the programme claims it in this step; −1 where it does not. */
  push(event: number, client: number, office: number, first: boolean, cell: number, attached: boolean): void {
    const at = this.count++;
    if (at === this.event.length) this.grow();
    this.event[at] = event;
    this.client[at] = client;
    this.office[at] = office;
    this.first[at] = first ? 1 : 0;
    this.cell[at] = cell;
    this.attached[at] = attached ? 1 : 0;
  }

  private grow(): void {
    this.event = doubled(this.event);
    this.client = doubled(this.client);
    this.office = doubled(this.office);
    this.first = doubled(this.first);
    this.cell = doubled(this.cell);
    this.attached = doubled(this.attached);
  }
}
