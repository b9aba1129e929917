import { type LocalNumbers, stayOf } from './localNumbers.ts';

/** Share of paid hours that goes to everything but contact, as the schema has it. */
const ADMIN = 0.4;
/** Shortest appointment in hours, as the schema has it. */
const APPOINTMENT = 0.5;
const WEEKS_A_YEAR = 52;
/** Weeks between contacts that a rule asks for where hours allow it. */
const USUAL_GAP = 4;

/** What follows from the eight numbers: for the scenario, and for its words. */
export interface LocalSums {
  /** Weeks a place lasts. */
  stay: number;
  /** Weeks over which outcomes are counted, and for which people are referred: a year, or a stay where that is longer. */
  span: number;
  /** Pounds a week that a post costs. */
  weeklyCost: number;
  /** Pounds a week that all posts cost. */
  grant: number;
  /** Bonus a quarter for the target. */
  bonus: number;
  /** Contact hours a week for each client where caseloads are full. */
  contactHours: number;
  /** Weeks within which the rule of the third design asks for a contact. */
  seenEvery: number;
  /** Pounds a year: what fees bring if the target is just met, and what the posts cost. */
  feesAtTarget: number;
  costAYear: number;
  /** Of 100 referred, those who must get a job for fees to pay the posts; undefined without a fee. */
  breakEven: number | undefined;
}

export function localSums(numbers: LocalNumbers): LocalSums {
  const { staff, hours, referrals, caseload, fees, target, cost } = numbers;
  const stay = Math.max(1, Math.round(stayOf(numbers)));
  const weeklyCost = Math.round((cost / WEEKS_A_YEAR) * 100) / 100;
  const grant = Math.round((staff * cost) / WEEKS_A_YEAR);
  const contact = hours * (1 - ADMIN);
  const referred = referrals * WEEKS_A_YEAR;
  return {
    stay,
    span: Math.max(WEEKS_A_YEAR, stay),
    weeklyCost,
    grant,
    // A twentieth of what a quarter costs, in whole pounds.
    bonus: Math.round((grant * 13) / 20),
    contactHours: contact / caseload,
    // Half of the contact hours at most, so that something is left to divide.
    seenEvery: Math.max(USUAL_GAP, Math.ceil((caseload * APPOINTMENT) / (contact / 2))),
    feesAtTarget: (fees * referred * target) / 100,
    costAYear: staff * cost,
    breakEven: fees > 0 ? (100 * staff * cost) / (fees * referred) : undefined,
  };
}
