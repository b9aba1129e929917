import type { Scenario } from '../model/schema/scenario.ts';
import { Contact, Status } from '../model/service.ts';
import { type StepColumn, stepColumn } from '../model/stepColumn.ts';
import type { World } from '../model/world.ts';
import { cohortRows, type RowRange } from './cohort.ts';
import { PeriodEvents } from './periodEvents.ts';
import { FIFTHS } from './slices.ts';
import { StepRows } from './stepRows.ts';
import { UnservedWeeks } from './unservedWeeks.ts';

/** Weeks without real contact whose shares are reported whatever `parkedAfter` is. */
export const GAPS = [8, 13, 26] as const;

/** Weeks after attachment over which hours.first26 is counted. */
export const FIRST_WEEKS = 26;

/** Kinds of contact, `Contact.none` included. */
export const CONTACT_KINDS = 4;

/** Of clients and their weeks what the measures of time and of parking read: a run's tallies, or a part of them. */
export type ClientWeeks = Pick<
  Tallies,
  | 'cohort'
  | 'claimWeeks'
  | 'claimWeeksOf'
  | 'roleHours'
  | 'unseenWeeks'
  | 'holdingWeeks'
  | 'tokenWeeks'
  | 'weeksWithoutContact'
>;

/**
 * What all families need counted step by step, in flat loops over attached clients. Where a step is shorter than a
 * week, what is said of weeks here is counted in steps, parts of a week; families that report hours or lengths by the
 * week divide by `clock.stepsPerWeek`.
 *
 * A claim week is a week at whose end the client is attached and in a stage that counts: a client-week
 * attached and without outcome. A claim week is parked in one of three ways, never two:
 * - token: no real contact for `parkedAfter` weeks, but a contact on record within them;
 * - unseen: no real contact for `parkedAfter` weeks, and none on record either;
 * - holding: real contact within `parkedAfter` weeks, but for as long none that matched a barrier.
 * Contact here means contact of roles whose contact moves barriers. The week in which the count of weeks
 * reaches `parkedAfter` is the first parked one; a new client's count starts at attachment.
 *
 * Columns over people hold everybody; the tables hold the cohort that is measured.
 */
export class Tallies {
  readonly cohort: RowRange;
  /** [row] weeks attached and without outcome. */
  readonly claimWeeks: Uint16Array;
  /** [role][row] hours of real contact in the role's claim weeks; the main role is role 0. */
  readonly roleHours: Float64Array[];
  /** [role] hours of all real contact, also of those whom it moved out of the count in the same step. */
  readonly realHours: Float64Array;
  /** [row] trust when attachment ended; NaN until then. Afterwards trust fades to what it was at referral. */
  readonly trustAtEnd: Float64Array;
  /** [row] hours of the main role in the first 26 weeks from attachment, with or without outcome. */
  readonly firstHours: Float64Array;
  /** [row] claim weeks parked, by kind. */
  readonly unseenWeeks: Uint16Array;
  readonly holdingWeeks: Uint16Array;
  readonly tokenWeeks: Uint16Array;
  /** [row] week of the first real contact, 1 for the week of attachment; 0 while there is none. */
  readonly firstContact: Uint16Array;
  /** [row] weeks of the spell without real contact that is on, or was on when attachment ended; 0 for none. */
  readonly spellWeeks: Uint16Array;
  /** [weeks] spells without real contact that ended while attached, by length. */
  readonly endedSpells: Float64Array;
  /** [steps × 5 + fifth] claim weeks by steps since real contact. */
  private readonly gapCounts: Uint32Array;
  /** [disposition × 5 + fifth] main-role hours and claim weeks by disposition of the client's caseworker. */
  readonly dispositionHours: Float64Array;
  readonly dispositionWeeks: Uint32Array;
  /** [role × 4 + kind] contacts of attached clients, by value of `Contact`. */
  readonly contacts: Float64Array;
  /** What an indicator's rise is taken apart from. */
  readonly periodEvents: PeriodEvents;
  /** Claim weeks after the client was first passed back, and main-role hours in them. */
  passedBackWeeks = 0;
  passedBackHours = 0;
  readonly stepRows: StepRows;
  /** Of the step observed last, everybody: main-role hours, clients in a claim week, clients parked. */
  stepHours = 0;
  stepClaiming = 0;
  stepParked = 0;

  private readonly unserved = new UnservedWeeks();
  private readonly stepsPerWeek: number;
  private readonly parkedAfter: number;
  private anyToken = false;
  /** [row] step of the last contact that matched a barrier, −1 if never. */
  private readonly lastMatched: StepColumn;

  constructor(world: World, settings: Scenario['measures']) {
    const { count } = world.people;
    const { roles, dispositions } = world.names;
    this.stepsPerWeek = world.clock.stepsPerWeek;
    this.parkedAfter = settings.parkedAfter;
    this.stepRows = new StepRows(world);
    this.periodEvents = new PeriodEvents(world, settings.decomposition);
    this.cohort = cohortRows(world.people, settings.cohort, world.clock);
    this.claimWeeks = new Uint16Array(count);
    this.roleHours = roles.map(() => new Float64Array(count));
    this.realHours = new Float64Array(roles.length);
    this.trustAtEnd = new Float64Array(count).fill(Number.NaN);
    this.firstHours = new Float64Array(count);
    this.unseenWeeks = new Uint16Array(count);
    this.holdingWeeks = new Uint16Array(count);
    this.tokenWeeks = new Uint16Array(count);
    this.firstContact = new Uint16Array(count);
    this.spellWeeks = new Uint16Array(count);
    this.lastMatched = stepColumn(count);
    this.endedSpells = new Float64Array(world.steps + 2);
    // A client of the first step, who counts from the step before, can have a gap of all steps.
    this.gapCounts = new Uint32Array((world.steps + 1) * FIFTHS);
    this.dispositionHours = new Float64Array(dispositions.length * FIFTHS);
    this.dispositionWeeks = new Uint32Array(dispositions.length * FIFTHS);
    this.contacts = new Float64Array(roles.length * CONTACT_KINDS);
  }

  /** Counts the step that has just ended. */
  observe(world: World): void {
    this.stepHours = 0;
    this.periodEvents.observe(world);
    this.stepRows.observe(world);
    this.unserved.observe(world);
    // Contacts first: whether a week is spent in a holding pattern hangs on the match of this very week.
    for (let role = 0; role < world.names.roles.length; role++) this.countContacts(world, role);
    this.countWeeks(world);
    const { rows, count } = this.stepRows.left;
    for (let at = 0; at < count; at++) this.trustAtEnd[rows[at]] = world.service.trust[rows[at]];
  }

  /** Trust of an attached client at the end of attachment, or now while it lasts. */
  trustAtLeaving(world: World, row: number): number {
    return Number.isNaN(this.trustAtEnd[row]) ? world.service.trust[row] : this.trustAtEnd[row];
  }

  /** Hours and kinds of contact of one role. */
  private countContacts(world: World, role: number): void {
    const { step, phase, service, people, clients, caseworkers, names } = world;
    const { contacts, lastMatched, firstContact, firstHours, dispositionHours } = this;
    const { status, attachedAt } = service;
    const { from, to } = this.cohort;
    const { stageCounts } = phase;
    const { notServed } = phase.roles[role];
    const { stage } = clients;
    const given = service.hours[role];
    const contact = service.contact[role];
    const workerOf = service.worker[role];
    const total = this.roleHours[role];
    const passedBackAt = service.hadFirst[names.events.indexOf('passedBack')];
    const movesBarriers = phase.contactRole[role] === 1;
    const first = role * CONTACT_KINDS;
    const firstSteps = FIRST_WEEKS * this.stepsPerWeek;
    const { rows, count } = this.stepRows.contacts[role];
    for (let at = 0; at < count; at++) {
      const row = rows[at];
      const kind = contact[row];
      const counted = row >= from && row < to;
      if (counted && kind !== Contact.token) this.realHours[role] += given[row];
      if (status[row] !== Status.attached) continue;
      if (counted) contacts[first + kind]++;
      if (kind === Contact.token) {
        this.anyToken = true;
        continue;
      }
      if (movesBarriers) {
        if (kind === Contact.matched) lastMatched[row] = step;
        if (firstContact[row] === 0) firstContact[row] = step - attachedAt[row] + 1;
      }
      const hours = given[row];
      const claims = stageCounts[stage[row]] === 1 && notServed[stage[row]] === 0;
      if (claims) total[row] += hours;
      if (role !== 0) continue;
      this.stepHours += hours;
      if (step - attachedAt[row] < firstSteps) firstHours[row] += hours;
      if (!claims || !counted) continue;
      const worker = workerOf[row];
      if (worker >= 0)
        dispositionHours[caseworkers.disposition[worker] * FIFTHS + people.fifth[row]] += hours;
      if (passedBackAt[row] >= 0 && passedBackAt[row] < step) this.passedBackHours += hours;
    }
  }

  /** Claim weeks, and how they were spent. */
  private countWeeks(world: World): void {
    const { step, phase, service, people, clients, caseworkers, names } = world;
    const { claimWeeks, lastMatched, spellWeeks, gapCounts, dispositionWeeks, parkedAfter } = this;
    const { attached, attachedCount, attachedAt, lastReal } = service;
    const { from, to } = this.cohort;
    const { stage } = clients;
    const { fifth } = people;
    const { disposition } = caseworkers;
    const workerOf = service.worker[0];
    const passedBackAt = service.hadFirst[names.events.indexOf('passedBack')];
    const { stageCounts } = phase;
    const { notServed } = phase.roles[0];
    let claiming = 0;
    let parked = 0;
    for (let at = 0; at < attachedCount; at++) {
      const row = attached[at];
      const counted = row >= from && row < to;
      if (stageCounts[stage[row]] === 0) {
        if (spellWeeks[row] !== 0) this.endSpell(row, counted);
        continue;
      }
      const gap = step - lastReal[row];
      claiming++;
      claimWeeks[row]++;
      if (gap >= parkedAfter) {
        parked++;
        spellWeeks[row]++;
        // Without token contacts the record says what the true clock says.
        if (this.anyToken && this.onRecord(world, row)) this.tokenWeeks[row]++;
        else this.unseenWeeks[row]++;
      } else {
        if (spellWeeks[row] !== 0) this.endSpell(row, counted);
        const matched = lastMatched[row];
        if (step - matched >= parkedAfter) {
          // Before any match the clock runs from attachment, as that of real contact does.
          const start = attachedAt[row];
          if (matched >= start || step - start + 1 >= parkedAfter) {
            parked++;
            this.holdingWeeks[row]++;
          }
        }
      }
      if (!counted) continue;
      const slice = fifth[row];
      gapCounts[gap * FIFTHS + slice]++;
      if (notServed[stage[row]] === 1) continue;
      const worker = workerOf[row];
      if (worker >= 0) dispositionWeeks[disposition[worker] * FIFTHS + slice]++;
      if (passedBackAt[row] >= 0 && passedBackAt[row] < step) this.passedBackWeeks++;
    }
    this.stepClaiming = claiming;
    this.stepParked = parked;
  }

  /** Clients in a claim week in the step observed last whom the role serves, everybody. */
  stepClaimingOf(role: number): number {
    return this.stepClaiming - this.unserved.stepCount(role);
  }

  /** [row] claim weeks in stages that the role serves. */
  claimWeeksOf(role: number): Uint16Array {
    return this.unserved.taken(role, this.claimWeeks);
  }

  /** Claim weeks of a client without real contact for `parkedAfter` weeks: unseen and token together. */
  weeksWithoutContact(row: number): number {
    return this.unseenWeeks[row] + this.tokenWeeks[row];
  }

  /** Claim weeks of the cohort in a fifth with no real contact for at least so many weeks. */
  weeksOverGap(weeks: number, fifth: number): number {
    let sum = 0;
    for (let at = weeks * this.stepsPerWeek * FIFTHS + fifth; at < this.gapCounts.length; at += FIFTHS)
      sum += this.gapCounts[at];
    return sum;
  }

  /** Spells without real contact of the cohort by length in weeks, with those that attachment or the run cut. */
  spells(): Float64Array {
    const lengths = this.endedSpells.slice();
    for (let row = this.cohort.from; row < this.cohort.to; row++) {
      if (this.spellWeeks[row] !== 0) lengths[this.spellWeeks[row]]++;
    }
    return lengths;
  }

  private endSpell(row: number, counted: boolean): void {
    if (counted) this.endedSpells[this.spellWeeks[row]]++;
    this.spellWeeks[row] = 0;
  }

  /** Whether a role whose contact moves barriers has a contact on record within `parkedAfter` weeks. */
  private onRecord(world: World, row: number): boolean {
    const { contactRole } = world.phase;
    const { lastRecorded, attachedAt } = world.service;
    for (let role = 0; role < lastRecorded.length; role++) {
      if (contactRole[role] === 0) continue;
      const recorded = lastRecorded[role][row];
      // Before attachment nothing is on record, whatever the clock was set to.
      if (recorded >= attachedAt[row] && world.step - recorded < this.parkedAfter) return true;
    }
    return false;
  }
}
