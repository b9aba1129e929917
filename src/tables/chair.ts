import type { MeasureRow } from './rows.ts';

/** The caseworker's chair as plain data: what a student sees, does, and is told afterwards. Weeks count from 0. */

/** What fixes a sitting: the same settings of the same scenario give everybody the same desk. */
export interface ChairSettings {
  design: string;
  replicate: number;
  /** The first week that is divided by hand; the weeks before are the caseworker's own. */
  from: number;
  /** Weeks that are divided by hand. */
  weeks: number;
  /** Id of the caseworker whose chair it is. */
  caseworker: string;
  /** Whether the desk gives hints. */
  hints: boolean;
  /** Dispositions that are compared with. */
  dispositions: string[];
}

/** A client as this caseworker sees them. Nothing here tells true need, what is hidden, or how trust stands. */
export interface SeenClient {
  id: string;
  group: string;
  stage: string;
  /** Whether the client is attached without outcome: only then weeks count. */
  counts: boolean;
  /** Need as it appears, in [0, 1]. */
  appearance: number;
  /** Motivation as perceived, in [0, 1]. */
  motivation: number;
  /** How hard to deal with, in [0, 1]. */
  awkwardness: number;
  weeksOnCaseload: number;
  /** Weeks since this role last saw the client; null if it never has. */
  weeksSinceContact: number | null;
  contactHours: number;
  /** Whether the client is in a crisis, and calls. */
  crisis: boolean;
  /** Whether the client was passed back by a colleague who screens. */
  passedBack: boolean;
  /** Weeks since a contact was last put on file, and whether one is due by the rule; null without a rule. */
  required: { weeksOnFile: number; due: boolean } | null;
  /** Need as it was scored last for the record; null before the first score. */
  score: number | null;
  sanctioned: boolean;
  /** Events on record. */
  recorded: string[];
  /** Hours of the shortest appointment. */
  shortest: number;
}

/** A duty of the desk that claims hours beside clients: the file, partners, other work. */
export interface DeskDuty {
  name: string;
  kind: string;
  /** Hours that wait. */
  waiting: number;
  /** Hours of one item; only recording takes parts of one. */
  item: number;
  divisible: boolean;
  /** Weeks for which the oldest item has waited, and within which it is due (0: no date). */
  age: number;
  due: number;
}

/** What the manager has on the wall. */
export interface ManagerBoard {
  office: string;
  /** Clients of the office now. */
  attached: number;
  /** Pressure felt by caseworkers, and the most that the scenario lets it be. */
  pressure: number;
  mostPressure: number;
  /** Targets: events counted in the period and asked for in it, and weeks left. */
  targets: { name: string; event: string; counted: number; asked: number; weeksLeft: number }[];
  /** What else the office is behind on, as a share in [0, 1]. */
  behind: { name: string; share: number }[];
  /** Events that the office has on record so far. */
  onRecord: { event: string; count: number }[];
  /** What an event is believed to bring the office now; by group where that differs. */
  prices: { event: string; group: string; money: number }[];
}

/** One week's desk, before hours are divided. */
export interface ChairDesk {
  week: number;
  /** The how-manyth week of the sitting, from 1, and of how many. */
  sitting: number;
  weeks: number;
  /** Paid hours; what administration, a caseload that is not full, and duties taken first leave of them. */
  hours: { paid: number; contact: number; first: { name: string; hours: number }[]; atHand: number };
  /** Hours of a contact in form only; null where no rule asks for contacts. */
  inFormHours: number | null;
  /** Weeks within which a rule asks for contact; 0 without a rule. */
  requiredEvery: number;
  /** Weeks without contact after which a client counts as parked. */
  parkedAfter: number;
  clients: SeenClient[];
  duties: DeskDuty[];
  board: ManagerBoard;
}

/** How one week's hours were divided: hours by client and duty; who and what is not named gets none. */
export interface ChairDivision {
  clients: Record<string, number>;
  /** Clients of whom a contact in form only is put on file. */
  inForm: string[];
  duties: Record<string, number>;
}

/** Whose division of the weeks a figure is about: the student's, or a disposition's. */
export interface DivisionFigures {
  /** Hours at hand in all weeks, and where they went. */
  hours: { atHand: number; clients: number; inForm: number; duties: Record<string, number>; unspent: number };
  /** Measures as in a run, of this caseworker's clients in these weeks. */
  rows: MeasureRow[];
  /** Client-weeks in which somebody called in a crisis, those who got hours, and the hours. */
  calls: { weeks: number; answered: number; hours: number };
  /** Clients of the first week without outcome, and those who got no hour in any of the weeks. */
  caseload: number;
  withoutHour: number;
  /** Their mean trust, in [0, 1], before the first of the weeks and after the last; null without clients. */
  trust: { before: number; after: number } | null;
  /** Events of these clients from the first of the weeks to the end of the run: how many clients had each. */
  events: Record<string, number>;
}

/** What became of one client whom the student gave no hour, in the student's world and others. */
export interface ParkedFate {
  client: string;
  group: string;
  /** Fifth of true need, 1 easiest to 5 hardest. */
  fifth: number;
  /** Events from the first of the weeks to the end of the run, in order; the twin lives without service. */
  here: { event: string; week: number }[];
  twin: { event: string; week: number }[];
  /** Trust before the first of the weeks and after the last. */
  trust: { before: number; after: number };
  /** By disposition: hours that it gave the client in these weeks, trust after them, and what became of the client there. */
  under: Record<string, { hours: number; trustAfter: number; events: string[] }>;
}

/** How far the student's division was from each disposition's at the same desk. */
export interface DispositionDistance {
  disposition: string;
  /** Mean over weeks of half the summed differences between shares of hours, in [0, 1]. */
  distance: number;
  byWeek: number[];
}

/** What the student is told after the last week. */
export interface ChairDebrief {
  mainEvent: string;
  /** Weeks without contact after which a client counts as parked. */
  parkedAfter: number;
  yours: DivisionFigures;
  /** By disposition: the same weeks in the same chair, and everybody else as in the student's world. */
  dispositions: Record<string, DivisionFigures>;
  /** Ascending. */
  distances: DispositionDistance[];
  /** Dispositions that nothing tells apart from the nearest; empty where that holds for most. */
  nearest: string[];
  /** Mean distance between two of the dispositions at these desks: what a distance is to be held against; null for fewer than two. */
  apart: number | null;
  /** The disposition of the caseworker whose chair it was. */
  holder: string;
  parked: ParkedFate[];
}

/** A sitting as a file: plain JSON. The name stands in it only if the student types one. */
export interface ChairResult {
  format: 1;
  kind: 'chair';
  scenario: { name: string; title: string; hash: string; seed: string };
  settings: ChairSettings;
  student?: string;
  /** One a week. */
  divisions: ChairDivision[];
  debrief: Omit<ChairDebrief, 'parked'>;
}

/** A class: what the results have in common, and where they differ. */
export interface ChairClass {
  students: {
    /** The name that was typed, with the file's name where several typed the same; the file's name where none was typed. */
    name: string;
    values: Record<string, number | null>;
    nearest: string[];
    distances: Record<string, number>;
  }[];
  /** By measure key: how the class is spread, and each disposition's own value. */
  measures: {
    key: string;
    lowest: number;
    lowerQuarter: number;
    median: number;
    upperQuarter: number;
    highest: number;
    n: number;
    dispositions: Record<string, number | null>;
  }[];
  /** How many students each disposition is nearest to, alone or with others; `none` for those near none. */
  nearest: { disposition: string; students: number }[];
  none: number;
}
