import type { z } from 'zod';
import type { Formula } from '../../scenario/kit/index.ts';
import type { AreaDemand } from '../areas/areaDemand.ts';
import type { ChangeCourse } from '../areas/areaGain.ts';
import type { AreaTable } from '../areas/areas.ts';
import type { AccountKind, Books } from '../money/books.ts';
import type { Names } from '../names.ts';
import type { People } from '../people/people.ts';
import type { StepColumn } from '../stepColumn.ts';
import type { Tell } from '../tell.ts';

/**
 * What is on record of clients, as live columns over people: all that an instrument may know of them beside groups.
 */
export interface ClientRecord {
  /** Rows of the attached clients; the first `attachedCount()` are valid. */
  readonly attached: Int32Array;
  attachedCount(): number;
  /** Office that each client was referred to. */
  readonly office: Uint8Array;
  /** Step of attachment, −1 if never. */
  readonly attachedAt: StepColumn;
  /** [role][row]: step of the last recorded contact (real or token) with the role; the step before attachment at first. */
  readonly lastRecorded: readonly StepColumn[];
  /** Whether the client is attached and in a stage that counts: the rules of the programme apply. */
  inService(row: number): boolean;
  /** Whether the client is in a crisis now, as contacts of this step record it. */
  inCrisis(row: number): boolean;
  /** Step at which the client's sanction ends, −1 if none was imposed; over when it is not after the step under way. */
  readonly sanctionedUntil: Int32Array;
  /** [row]: need as the caseworker scored it last, in [0, 1]; NaN before the first score. Noisy, and can be gamed. */
  readonly score: Float64Array;
}

/** Shares of referrals, which a scheme may move between offices. */
export interface Market {
  /** Share of each office now. */
  readonly shares: Float64Array;
  /** Moves so much of all referrals (or what is left of them) from one office to another, with the posts that go with it. */
  shift(from: number, to: number, share: number): void;
}

/** What an instrument can know when it is set up, once a world and phase. It never sees true need or hours. */
export interface InstrumentSetup {
  /** Name of the instrument in the file. */
  name: string;
  names: Names;
  /** Everybody who will be referred: instruments may read groups and recorded facts, not needs. */
  people: People;
  /** Share of all referred clients in each group. */
  groupShares: Float64Array;
  /** Share of referrals of each office. */
  officeShares: Float64Array;
  /** Step at which the instrument comes into force: 0, or the first step of the phase that brings it. */
  startStep: number;
  /** Steps in a week: terms come in steps, but for words such as "a week". */
  stepsPerWeek: number;
  /** Steps in the run, and steps in which clients are referred. */
  steps: number;
  referralSteps: number;
  /** The scenario's scale: multiplies fixed money and counts. */
  scale: number;
  books: Books;
  /** What is on record of clients now. */
  record: ClientRecord;
  /** Which offices answer together, and what happens to all who live there; absent where no instrument rewards areas. */
  areas: AreaTable;
  demand: AreaDemand | undefined;
  /** [office] capability of performance management in the phase that brings the instrument. */
  performanceManagement: Float64Array;
  market: Market;
  /**
   * Whether an audit that looks at this share of records looks at this client's contact with the role in this step
   * and finds it to be one in form only. The draw is keyed by client and step: larger audits find the same and more.
   */
  inspect(role: number, client: number, step: number, share: number): boolean;
  /** Opens the account of the instrument, or finds it if an earlier phase opened it. */
  account(kind: AccountKind, category: string): number;
  /** A price formula as one number a client (rows of `people`); constant formulas give the same everywhere. */
  clientAmounts(formula: Formula): ClientAmounts;
}

/** A price that may differ by client through recorded facts only. */
export interface ClientAmounts {
  /** Set when the price is the same for everybody. */
  constant?: number;
  /** Mean over each group; 0 for a group without members. */
  groupMeans: Float64Array;
  of(client: number): number;
}

/** One event of this step that the programme can claim. */
export interface ClaimedEvent {
  step: number;
  event: number;
  client: number;
  group: number;
  office: number;
  /** Whether it is the client's first event of this kind in the programme. */
  first: boolean;
}

/** One recorded contact of this step: real or token, the record does not tell. */
export interface ClaimedContact {
  step: number;
  client: number;
  group: number;
  office: number;
  role: number;
  /** Whether the client was in a crisis when the contact was made: the record says so. */
  inCrisis: boolean;
}

/** Items of one duty that an office's caseworkers did in this step. */
export interface DoneItems {
  step: number;
  /** Name of the duty. */
  duty: string;
  office: number;
  items: number;
}

/** What an instrument needs at the end of a step to settle what does not hang on one event. */
export interface Settlement {
  step: number;
  /** Attached clients by office at the end of the step. */
  attachedByOffice: Float64Array;
}

/** What a commissioner's review changes in an instrument: its threshold (ratchet) or its prices (re-weighting). */
export interface Adjustment {
  what: 'threshold' | 'price';
  /** Office to which it applies, −1 for all. */
  office: number;
  /** Multiplies what is in force. */
  factor: number;
}

/** Events counted in a period, how many are asked for in it, and steps left. */
export interface Standing {
  event: string;
  counted: number;
  asked: number;
  stepsLeft: number;
}

/** Terms on which caseworkers may sanction clients. */
export interface SanctionTerms {
  /** Weekly logit of a sanction at no motive either way. */
  base: number;
  /** What the mandate motive's weight, felt pressure, and perceived lack of motivation add to the logit. */
  mandate: number;
  pressure: number;
  unwillingness: number;
  /** Weeks for which a sanction lasts. */
  weeks: number;
  /** Part of the client's trust that it destroys, in [0, 1]. */
  trustLoss: number;
}

/**
 * One instrument of a scheme. It answers three questions: what it pays for this step's events, what it is
 * believed to pay for a client's next event or contact, and what it holds against the office. No
 * instrument knows another. Where it gives or takes something else than money (hours, powers, free provision)
 * it says so by one of the last methods, and the step of the week that this concerns asks for it.
 */
export interface Instrument {
  readonly name: string;
  readonly kind: string;
  /**
   * Money believed to follow when a client of the group has the event; 0 if it does not pay on it, below 0 if the
   * office would owe money.
   */
  believedPrice(event: number, group: number, office: number, first: boolean): number;
  /** The same where it differs between clients of one group; absent where it does not. */
  believedPriceOf?(event: number, client: number, office: number, first: boolean): number;
  /** Money believed to follow from one recorded contact with the role. */
  believedPerContact?(role: number, group: number, office: number): number;
  /** The same where it differs between clients of one group; absent where it does not. */
  believedPerContactOf?(role: number, client: number, office: number): number;
  /** Money believed to follow from one item of the duty of that name. */
  believedPerItem?(duty: string, office: number): number;
  /**
   * Money believed to follow for a whole area if events changed so, where no price of a single event says
   * it, as with a threshold on the area's demand. What it says here it does not say by `believedPrice`.
   */
  believedForChange?(area: number, course: ChangeCourse): number;
  /**
   * Money believed to follow for the office if a client of the group does not have the event: at least 0. It makes an hour for
   * a client at risk of the event worth as much of it as the event is likely.
   */
  believedAverted?(event: number, group: number, office: number): number;
  /** Money per place that comes whatever the result: what covers a place when offices weigh to refuse it. */
  coveredPerPlace?(group: number, office: number): number;
  /** Pays for one event. */
  onEvent?(event: ClaimedEvent): void;
  /** Pays for one recorded contact. */
  onContact?(contact: ClaimedContact): void;
  /** Pays for items of duties that were done. */
  onItems?(done: DoneItems): void;
  /** Pays or takes back what hangs on the step and not on one event. */
  settle?(settlement: Settlement): void;
  /**
   * Settles what hangs on all that an office earned in the step, such as an advance to be paid back; called once every
   * instrument has settled the rest.
   */
  settleIncome?(settlement: Settlement): void;
  /** Told that the scheme has it no more from this step on: settles what is outstanding. */
  end?(step: number): void;
  /** Money for a fall of a client's recorded score by 1: makes a score worth shifting. */
  progressPrice?(group: number, office: number): number;
  /** What it holds against the office now: shortfall against its target in [0, 1]; adds to pressure. */
  heldAgainst?(office: number): number;
  /** Chance, as the office sees it, that the threshold of the period under way will be missed; absent where there is none. */
  missChance?(office: number): number;
  /** How the office stands in the period under way, as its manager reads it; absent where nothing is counted in periods. */
  standing?(office: number): Standing | undefined;
  /** Changes its terms after a review; absent where there is nothing to change. */
  adjust?(adjustment: Adjustment): void;
  /** Share of contact hours that the office's caseworkers divide as they themselves see fit: no pressure, no required contacts. */
  slackShare?(office: number): number;
  /** Power to sanction clients of the office; absent where there is none. */
  sanctions?(office: number): SanctionTerms | undefined;
  /** Share in [0, 1] of an activity's cost that it bears in the office's place, as far as its places last. */
  bearsCost?(activity: number, office: number): number;
  /** Told of a contact in an activity whose cost it bears. */
  onProvision?(activity: number, office: number, step: number): void;
}

/** What is wrong with an entry that has the right form, such as a name that the scenario does not have. */
export interface InstrumentProblem {
  /** Keys below the entry. */
  path: string[];
  message: string;
  found?: string;
  allowed?: string;
  nearest?: string;
}

/** One kind of instrument: a file of its own and a line in the registry. */
export interface InstrumentKind<S extends z.ZodObject = z.ZodObject> {
  kind: string;
  title: string;
  /** What it pays. */
  pays: string;
  /** What it tempts caseworkers and offices to do. */
  tempts: string;
  /** A runnable example: YAML that may stand under `incentives`. */
  example: string;
  schema: S;
  /** Terms in plain English, a sentence or more: every number of theirs that decides what is paid. */
  says(parameters: z.infer<S>, tell: Tell): string;
  /** What reviews may multiply; nothing if absent. */
  adjusts?: readonly Adjustment['what'][];
  /** Names that the scenario lacks and keys that contradict each other. */
  check(parameters: z.infer<S>, names: Names): InstrumentProblem[];
  /** Sets the instrument up; `previous` is the instrument of that name before a change of phase, whose counts go on. */
  create(parameters: z.infer<S>, setup: InstrumentSetup, previous?: Instrument): Instrument;
}
