import { doubled } from '../model/growing.ts';
import type { World } from '../model/world.ts';

/** Rows of people, in order; the first `count` are valid. */
export interface RowList {
  rows: Int32Array;
  count: number;
}

/**
 * Of the step observed last, who had contact with each role and who left. Of those followed these are few, so that what
 * is to be counted of them need not go through everybody.
 */
export class StepRows {
  /** [role] who had contact of any kind, also who left afterwards. */
  readonly contacts: readonly RowList[];
  /** Whose attachment ended. */
  readonly left: RowList = emptyList();

  constructor({ names }: World) {
    this.contacts = names.roles.map(emptyList);
  }

  observe({ service, step, windowFrom, windowTo }: World): void {
    for (let role = 0; role < this.contacts.length; role++)
      listNonzero(this.contacts[role], service.contact[role], windowFrom, windowTo);
    const { endedAt } = service;
    this.left.count = 0;
    for (let row = windowFrom; row < windowTo; row++) if (endedAt[row] === step) append(this.left, row);
  }
}

const emptyList = (): RowList => ({ rows: new Int32Array(64), count: 0 });

/** Lists the rows whose kind of contact is not `Contact.none`, which is 0; kinds are below 4. */
function listNonzero(list: RowList, kinds: Uint8Array, from: number, to: number): void {
  let { rows } = list;
  let count = 0;
  for (let row = from; row < to; row++) {
    if (count === rows.length) rows = doubled(rows);
    rows[count] = row;
    // No branch: who has contact this week is as good as random to the processor.
    count += (kinds[row] + 3) >> 2;
  }
  list.rows = rows;
  list.count = count;
}

function append(list: RowList, row: number): void {
  if (list.count === list.rows.length) list.rows = doubled(list.rows);
  list.rows[list.count++] = row;
}
