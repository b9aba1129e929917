/** The life of one client in one run, with the twin's beside it, as plain data for pages, words and the command line. */

/** What came of a client's claim on hours in a step without real contact. */
export type NoContactReason =
  /** Other claimants of the caseworker stood above the line. */
  | 'underLine'
  /** Did not pass the screening and was passed back. */
  | 'notReady'
  /** Nobody has the post, or the caseworker had no hours. */
  | 'noCaseworker'
  /** The stage of life claims no hours of the role. */
  | 'noClaim'
  /** On record as seen, in form only. */
  | 'token';

/** A stretch of weeks: first and last week, both counted from 0 and included. */
export interface Weeks {
  week: number;
  until: number;
}

/** Weeks in which a role saw the client now and then. */
export interface SeenSpell extends Weeks {
  kind: 'seen';
  role: string;
  caseworker: string | null;
  /** Steps with real contact, hours in all, and steps that a rule asked for. */
  contacts: number;
  hours: number;
  required: number;
  /** Contacts that touched no barrier, and contacts in form only. */
  holding: number;
  token: number;
  /** Activities of the contacts, most frequent first. */
  activities: string[];
}

/** Weeks without real contact with a role, at least as many as it takes to be parked. */
export interface UnseenSpell extends Weeks {
  kind: 'unseen';
  role: string;
  caseworker: string | null;
  /** Steps by reason. */
  reasons: Partial<Record<NoContactReason, number>>;
  /** Where the client lay under the line: means over those steps. Null where that never was so. */
  underLine: UnderLine | null;
}

/** How far a client lay under the line, and which motive was missing. */
export interface UnderLine {
  /** Appeal with noise, and the least that got any hours: λ × (τ + shortest appointment). */
  appeal: number;
  least: number;
  /** The motive in which the client fell furthest behind the caseworker's served clients; null where none did. */
  missing: string | null;
  /** What that motive made of the client's appeal, and on average of the appeal of those served. */
  own: number;
  served: number;
  /** Money that the client was believed to bring, and those served on average. */
  money: number;
  servedMoney: number;
}

export type LifeEntry =
  | (Weeks & { kind: 'referred'; inCrisis: boolean })
  | (Weeks & { kind: 'event'; event: string; attached: boolean; asTwin: boolean })
  | (Weeks & { kind: 'caseworker'; role: string; from: string | null; to: string | null })
  | (Weeks & { kind: 'crisis' })
  | (Weeks & { kind: 'found'; barrier: string })
  | (Weeks & { kind: 'paid'; account: string; amount: number })
  | (Weeks & { kind: 'followedTo' })
  | SeenSpell
  | UnseenSpell;

/** What happened to the twin, who had the same luck and no service. */
export interface TwinEvent extends Weeks {
  event: string;
}

export interface Life {
  client: string;
  design: string;
  /** ISO 4217 code of amounts. */
  currency: string;
  /** Steps of a week: contacts are counted in steps. */
  stepsPerWeek: number;
  weeks: number;
  /** The outcome that measures are about. */
  mainEvent: string;
  /** Weeks parked, by the definitions of the family `parking`. */
  weeksParked: number;
  person: {
    group: string;
    office: string;
    /** 1 easiest to 5 hardest. */
    fifth: number;
    need: number;
    motivation: number;
    trust: number;
    /** At referral, in [0, 1]; `hidden` where a part is not seen until it is found. */
    barriers: { name: string; level: number; hidden: boolean }[];
  };
  /** In order of time. */
  entries: LifeEntry[];
  twin: TwinEvent[];
  /** [week] hours of real contact with roles whose contact moves barriers. */
  hours: number[];
  /** [week] stage of life at its end, of client and twin; empty before referral. */
  stages: string[];
  twinStages: string[];
  /** Titles that the scenario gives, by what they name: `group`, `office`, `activity`. */
  titles: Record<string, Record<string, string>>;
}
