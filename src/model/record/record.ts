import type { StepColumn } from '../stepColumn.ts';
import { ClaimLog } from './claims.ts';
import { createCounts, type RecordCounts } from './counts.ts';
import { RecordQueue } from './queue.ts';

/** What roles have to write up before it counts, as recording duties say; without any all is on record at once. */
export interface RecordRules {
  /** [role] 1 where contacts wait to be recorded. */
  readonly waits: Uint8Array;
  /** [role] hours of record that an hour of contact, and each contact, leaves. */
  readonly perContactHour: Float64Array;
  readonly perContact: Float64Array;
  /** [event] role that records it, −1 for nobody: it is on record at once. */
  readonly eventRole: Int8Array;
  readonly perEvent: Float64Array;
}

/** The record of a world: what waits, what came on record in this step, what was invented, and how it all stands to the truth. */
export interface ProgrammeRecord {
  readonly rules: RecordRules;
  readonly queue: RecordQueue;
  readonly claims: ClaimLog;
  readonly counts: RecordCounts;
  /** [event][row] step from which an event that did not happen is on record, −1 if never; absent where nobody invents it. */
  readonly inventedAt: (StepColumn | undefined)[];
  /** [event][row] 1 while the record holds an event that has not happened; 2 while one waits to be entered. */
  readonly inventedNow: (Uint8Array | undefined)[];
  /** [role][row] step of the last contact that an audit struck, −1 if none; absent where nothing was struck. */
  readonly struckAt: (StepColumn | undefined)[];
  /** [role][row] 1 where the contact that is claimed now, or was last, was one in form only. */
  readonly token: Uint8Array[];
}

/** An empty record. */
export function createRecord(
  people: number,
  caseworkers: number,
  roles: number,
  events: number,
  offices: number,
  dispositions: number,
): ProgrammeRecord {
  return {
    rules: {
      waits: new Uint8Array(roles),
      perContactHour: new Float64Array(roles),
      perContact: new Float64Array(roles),
      eventRole: new Int8Array(events).fill(-1),
      perEvent: new Float64Array(events),
    },
    queue: new RecordQueue(caseworkers),
    claims: new ClaimLog(),
    counts: createCounts(events, roles, offices, dispositions),
    inventedAt: Array.from({ length: events }, () => undefined),
    inventedNow: Array.from({ length: events }, () => undefined),
    struckAt: Array.from({ length: roles }, () => undefined),
    token: Array.from({ length: roles }, () => new Uint8Array(people)),
  };
}

/** Cell of the counts for an office and a caseworker's disposition; −1 for no caseworker. */
export function cellOf({ counts }: ProgrammeRecord, office: number, disposition: number): number {
  const own = disposition < 0 ? counts.dispositions : disposition;
  return office * (counts.dispositions + 1) + own;
}

/** The disposition of a cell of the counts; the last is for none. */
export function dispositionIn({ dispositions }: RecordCounts, cell: number): number {
  return cell % (dispositions + 1);
}
