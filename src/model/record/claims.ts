import { doubled } from '../growing.ts';

/** What came on record in this step after it happened: claimed now. Columns that grow by doubling, emptied at each step. */
export class ClaimLog {
  count = 0;
  /** 1 for an event, 0 for a contact. */
  isEvent = new Uint8Array(256);
  /** Event, or role of a contact. */
  what = new Uint8Array(256);
  client = new Int32Array(256);
  office = new Uint8Array(256);
  cell = new Uint16Array(256);
  /** 1 where it is the first event of its kind on record for the client. */
  first = new Uint8Array(256);
  /** 1 for a contact in form only. */
  token = new Uint8Array(256);
  /** 1 for a contact with a client who was in a crisis. */
  inCrisis = new Uint8Array(256);

  clear(): void {
    this.count = 0;
  }

  /** Adds a claim; `flag` is `first` of an event, `token` of a contact. */
  push(
    isEvent: boolean,
    what: number,
    client: number,
    office: number,
    cell: number,
    flag: boolean,
    inCrisis = false,
  ): void {
    if (this.count === this.client.length) this.grow();
    const at = this.count++;
    this.isEvent[at] = isEvent ? 1 : 0;
    this.what[at] = what;
    this.client[at] = client;
    this.office[at] = office;
    this.cell[at] = cell;
    this.first[at] = isEvent && flag ? 1 : 0;
    this.token[at] = !isEvent && flag ? 1 : 0;
    this.inCrisis[at] = inCrisis ? 1 : 0;
  }

  private grow(): void {
    this.isEvent = doubled(this.isEvent);
    this.what = doubled(this.what);
    this.client = doubled(this.client);
    this.office = doubled(this.office);
    this.cell = doubled(this.cell);
    this.first = doubled(this.first);
    this.token = doubled(this.token);
    this.inCrisis = doubled(this.inCrisis);
  }
}
