import { doubled } from '../growing.ts';

/** What a waiting record is of. */
export const Entry = {
  /** A real contact. */
  contact: 0,
  /** A contact in form only. */
  token: 1,
  /** An event that happened. */
  event: 2,
  /** An event that did not. */
  invented: 3,
} as const;

const NONE = -1;

/** Hours may be missed by so much of an hour, since sums carry rounding. */
const ROUNDING = 1e-9;

/**
 * The records that wait to be written, one queue for each caseworker, oldest first. Entries live in columns that grow
 * by doubling and are used again, so that a step allocates nothing.
 */
export class RecordQueue {
  kind = new Uint8Array(256);
  /** Role of a contact, event of an event. */
  what = new Uint8Array(256);
  client = new Int32Array(256);
  office = new Uint8Array(256);
  /** Where the entry is counted: a cell of the record's counts. */
  cell = new Uint16Array(256);
  /** Step in which it happened, or was made up. */
  madeAt = new Int32Array(256);
  /** 1 for a contact with a client who was in a crisis. */
  inCrisis = new Uint8Array(256);
  /** Hours of record left. */
  hoursLeft = new Float64Array(256);
  /** Money that an hour of it is believed to bring. */
  worth = new Float64Array(256);
  private next = new Int32Array(256);
  private free = NONE;
  private used = 0;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** [caseworker] hours that wait, and the money believed to come from them. */
  readonly hours: Float64Array;
  readonly worthWaiting: Float64Array;
  /** Records that wait, of everybody. */
  count = 0;

  constructor(caseworkers: number) {
    this.head = new Int32Array(caseworkers).fill(NONE);
    this.tail = new Int32Array(caseworkers).fill(NONE);
    this.hours = new Float64Array(caseworkers);
    this.worthWaiting = new Float64Array(caseworkers);
  }

  /** Puts a record at the end of a caseworker's queue. `worth` is the money that it is believed to bring in all. */
  push(
    worker: number,
    kind: number,
    what: number,
    client: number,
    office: number,
    cell: number,
    madeAt: number,
    hours: number,
    worth: number,
    inCrisis = false,
  ): void {
    const entry = this.take();
    this.inCrisis[entry] = inCrisis ? 1 : 0;
    this.kind[entry] = kind;
    this.what[entry] = what;
    this.client[entry] = client;
    this.office[entry] = office;
    this.cell[entry] = cell;
    this.madeAt[entry] = madeAt;
    this.hoursLeft[entry] = hours;
    this.worth[entry] = worth / hours;
    this.hours[worker] += hours;
    this.worthWaiting[worker] += worth;
    this.append(worker, entry);
    this.count++;
  }

  /** Step in which the oldest was made; −1 where nothing waits. */
  oldest(worker: number): number {
    const entry = this.head[worker];
    return entry === NONE ? NONE : this.madeAt[entry];
  }

  /** Spends hours on the queue, oldest first, and tells of each record that is finished before it goes. */
  spend(worker: number, hours: number, finished: (entry: number) => void): void {
    let left = hours;
    let entry = this.head[worker];
    while (entry !== NONE) {
      const part = Math.min(left, this.hoursLeft[entry]);
      this.hours[worker] -= part;
      this.worthWaiting[worker] -= part * this.worth[entry];
      this.hoursLeft[entry] -= part;
      left -= part;
      if (this.hoursLeft[entry] > ROUNDING) break;
      this.dropHead(worker);
      finished(entry);
      this.release(entry);
      entry = this.head[worker];
    }
  }

  /** Drops what was made before a step, oldest first, and tells of each. */
  expire(worker: number, before: number, lost: (entry: number) => void): void {
    for (let entry = this.head[worker]; entry !== NONE; entry = this.head[worker]) {
      if (this.madeAt[entry] >= before) return;
      this.dropHead(worker);
      lost(entry);
      this.release(entry);
    }
  }

  /** Moves each of a caseworker's records to the queue of whom `to` names, by age; it stays where that is −1. */
  handOver(from: number, to: (entry: number) => number): void {
    let entry = this.head[from];
    this.empty(from);
    while (entry !== NONE) {
      const following = this.next[entry];
      const named = to(entry);
      const keeper = named < 0 ? from : named;
      this.hours[keeper] += this.hoursLeft[entry];
      this.worthWaiting[keeper] += this.hoursLeft[entry] * this.worth[entry];
      this.insert(keeper, entry);
      entry = following;
    }
  }

  /** Puts a record in its place by age, after those of the same step. */
  private insert(worker: number, entry: number): void {
    let before = NONE;
    let after = this.head[worker];
    while (after !== NONE && this.madeAt[after] <= this.madeAt[entry]) {
      before = after;
      after = this.next[after];
    }
    this.next[entry] = after;
    if (before === NONE) this.head[worker] = entry;
    else this.next[before] = entry;
    if (after === NONE) this.tail[worker] = entry;
  }

  private append(worker: number, entry: number): void {
    this.next[entry] = NONE;
    if (this.tail[worker] === NONE) this.head[worker] = entry;
    else this.next[this.tail[worker]] = entry;
    this.tail[worker] = entry;
  }

  private dropHead(worker: number): void {
    const entry = this.head[worker];
    this.hours[worker] -= this.hoursLeft[entry];
    this.worthWaiting[worker] -= this.hoursLeft[entry] * this.worth[entry];
    this.head[worker] = this.next[entry];
    this.count--;
    // Nothing waits: what rounding has left of the sums goes, too.
    if (this.head[worker] === NONE) this.empty(worker);
  }

  private empty(worker: number): void {
    this.head[worker] = NONE;
    this.tail[worker] = NONE;
    this.hours[worker] = 0;
    this.worthWaiting[worker] = 0;
  }

  private release(entry: number): void {
    this.next[entry] = this.free;
    this.free = entry;
  }

  private take(): number {
    if (this.free !== NONE) {
      const entry = this.free;
      this.free = this.next[entry];
      return entry;
    }
    if (this.used === this.kind.length) this.grow();
    return this.used++;
  }

  private grow(): void {
    this.kind = doubled(this.kind);
    this.what = doubled(this.what);
    this.client = doubled(this.client);
    this.office = doubled(this.office);
    this.cell = doubled(this.cell);
    this.madeAt = doubled(this.madeAt);
    this.inCrisis = doubled(this.inCrisis);
    this.hoursLeft = doubled(this.hoursLeft);
    this.worth = doubled(this.worth);
    this.next = doubled(this.next);
  }
}
