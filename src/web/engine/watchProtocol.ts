/** What the page and a worker say to each other about people: plain data, columns handed over without being copied. */
import type { FieldSums } from '../../simulation/index.ts';

/** Which world is watched. */
export interface WatchedWorld {
  design: string;
  replicate: number;
}

/** What does not change in a world. Columns are in order of need at referral, the easiest first. */
export interface WatchedField {
  /** Names the world to the worker. */
  session: number;
  design: string;
  title: string;
  weeks: number;
  clients: string[];
  /** 0 easiest to 4 hardest. */
  fifth: Uint8Array;
  group: Uint8Array;
  groups: string[];
  stages: string[];
  /** [stage] whether it counts: whoever is in another has an outcome. */
  counts: boolean[];
  posts: { caseworker: string; role: string; office: string; disposition: string }[];
  parkedAfter: number;
  currency: string;
}

/** How the field stands at the end of one week, in the order of `WatchedField`. */
export interface Frame {
  week: number;
  /** Hours of late, 0 none to 255: they fade like light in the weeks after. */
  light: Uint8Array;
  /** Hours of this week, in tenths up to 25.5. */
  tenths: Uint8Array;
  /** Values of `ContactShown`, `Status`, `Parked`. */
  contact: Uint8Array;
  status: Uint8Array;
  parked: Uint8Array;
  stage: Uint8Array;
  crisis: Uint8Array;
  /** Weeks without real contact, at most 255; 0 for who is not attached. */
  unseen: Uint8Array;
  caseworker: Int16Array;
  sums: FieldSums;
}
