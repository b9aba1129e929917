import type { MeasureFamily, MeasureObserver, MeasureSetup } from '../../src/measures/measure.ts';
import { Tallies } from '../../src/measures/tallies.ts';
import { clockOf } from '../../src/model/clock.ts';
import { createCommissioner } from '../../src/model/commissioner/state.ts';
import { createDutyHours } from '../../src/model/duties/dutyHours.ts';
import { EventLog } from '../../src/model/events.ts';
import { Books } from '../../src/model/money/books.ts';
import { createValueAdded, unservedCourse } from '../../src/model/money/valueAdded.ts';
import { type Names, programmeEvents } from '../../src/model/names.ts';
import type { OfficeTable } from '../../src/model/offices.ts';
import { createRivalCounts } from '../../src/model/outside/rivals.ts';
import { createPartnership } from '../../src/model/partnership/create.ts';
import { createLives } from '../../src/model/people/lives.ts';
import type { People } from '../../src/model/people/people.ts';
import type { PhaseModel } from '../../src/model/phase.ts';
import { createRecord } from '../../src/model/record/record.ts';
import { Reports } from '../../src/model/reports.ts';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import { Contact, createService, Status } from '../../src/model/service.ts';
import type { CaseworkerTable } from '../../src/model/staff/caseworkers.ts';
import { motiveNames } from '../../src/model/staff/motives/registry.ts';
import { dispositionWeights } from '../../src/model/staff/weights.ts';
import type { World } from '../../src/model/world.ts';
import { seedKey } from '../../src/random/index.ts';
import { type MeasureRow, measureKey } from '../../src/tables/rows.ts';

export interface HandMadeClient {
  /** True need at referral; both barriers start there. */
  need: number;
  /** 0 easiest … 4 hardest. */
  fifth?: number;
  /** 0 is jsa, 1 is esa. */
  group?: number;
  referredAt?: number;
}

export interface HandMadeSettings {
  steps?: number;
  followUp?: number;
  measures?: Partial<Scenario['measures']>;
  returns?: Record<string, number>;
  /** Whether the activity has to be adopted. */
  adoption?: boolean;
  /** Duties by name, as far as measures read them. */
  duties?: Record<string, { kind: string; role: string; onSlack: boolean }>;
  /** Whether police and probation work together, in two areas. */
  partners?: boolean;
  /** Whether the pathway states a chance of good quality. */
  quality?: boolean;
}

/** Stages, roles and caseworkers of the worlds made here. */
const SEARCHING = 0;
export const WORKING = 1;
export const KEY_WORKER = 0;
export const COORDINATOR = 1;
/** Caseworkers 0 (caregiver) and 1 (bureaucrat) are key workers, 2 is a coordinator (bureaucrat). */
const CAREGIVER = 0;
export const BUREAUCRAT = 1;
export const JOB_START = programmeEvents.length;
export const SUSTAINED = JOB_START + 1;

const names: Names = {
  groups: ['jsa', 'esa'],
  barriers: ['health', 'skills'],
  roles: ['keyWorker', 'coordinator'],
  offices: ['north', 'south'],
  areas: ['north', 'south'],
  stages: ['searching', 'working'],
  transitions: ['start'],
  milestones: [],
  activities: ['interview'],
  duties: [],
  events: [...programmeEvents, 'jobStart', 'sustained26'],
  dispositions: ['caregiver', 'bureaucrat'],
};

const partner = {
  effortCost: 10,
  fixedCost: 0,
  priority: 0.2,
  turnover: 0,
  ownTarget: 0,
  inspection: { chance: 0, weeks: 26, pressure: 1 },
  controlLoss: 0,
  legalCost: 0,
  contagion: 0,
  span: 1,
};

/** A contact of one client with one role in one week. */
export interface HandMadeContact {
  row: number;
  role?: number;
  hours?: number;
  kind?: number;
}

/** A world whose columns are filled by hand, to which weeks are added one by one. */
export class HandMadeWorld {
  readonly world: World;
  readonly setup: MeasureSetup;
  readonly tallies: Tallies;
  private readonly observers: MeasureObserver[] = [];

  constructor(clients: readonly HandMadeClient[], settings: HandMadeSettings = {}) {
    const steps = settings.steps ?? 20;
    const scenario = {
      clock: { step: 'week', referralWeeks: steps, followUp: settings.followUp ?? 100 },
      clients: {
        barriers: { health: { weight: 0.5 }, skills: { weight: 0.5 } },
        change: { drift: 0, wear: 0 },
      },
      caseworkers: {
        staffing: { turnover: { period: 52 } },
        practice: { weight: 0 },
        duties: settings.duties ?? {},
        dispositions: {},
      },
      activities: { interview: { adoption: settings.adoption ? {} : undefined } },
      commissioner: { weeklyCost: 0, returns: settings.returns ?? {} },
      areas: {},
      world: { openings: {} },
      partners: settings.partners
        ? { police: { ...partner, share: 0.6 }, probation: { ...partner, share: 0.4 } }
        : {},
      partnership: {
        trust: { start: 0.4 },
        delivery: { base: 40, trust: 0, sharedTargets: 0, inspection: 0, ownTarget: 0 },
      },
      measures: {
        references: [],
        horizon: 100,
        window: 100,
        parkedAfter: 3,
        matchFrom: 0.5,
        cohort: { from: 0, to: 100000 },
        priceEvent: '',
        published: {},
        claims: {},
        goodhart: { paid: '', goal: '', better: 'higher' },
        condition: { barrier: '', from: 0.5, groups: {} },
        decomposition: {
          event: '',
          before: { from: 0, to: 1 },
          after: { from: 1, to: 2 },
          recordOf: 'everybody',
        },
        ...settings.measures,
      },
    } as unknown as Scenario;
    this.world = makeWorld(makePeople(clients, steps), steps, scenario, settings.quality ?? false);
    this.tallies = new Tallies(this.world, scenario.measures);
    this.setup = { world: this.world, scenario, settings: scenario.measures, tallies: this.tallies };
  }

  /** Attaches a client at a step, with the key worker given and the coordinator. */
  attach(row: number, step = 0, worker = CAREGIVER): this {
    const { service, people } = this.world;
    service.status[row] = Status.attached;
    service.attachedAt[row] = step;
    service.lastReal[row] = step - 1;
    service.worker[KEY_WORKER][row] = worker;
    service.worker[COORDINATOR][row] = 2;
    for (const role of [KEY_WORKER, COORDINATOR]) service.lastRecorded[role][row] = step - 1;
    service.attachedCount = 0;
    for (let each = 0; each < people.count; each++) {
      if (service.status[each] === Status.attached) service.attached[service.attachedCount++] = each;
    }
    return this;
  }

  attachAll(): this {
    for (let row = 0; row < this.world.people.count; row++) this.attach(row);
    return this;
  }

  /** Ends a client's attachment in the step under way; call before the week is closed. */
  leave(row: number, step: number, status: number = Status.droppedOut): this {
    const { service } = this.world;
    service.status[row] = status;
    service.endedAt[row] = step;
    service.attachedCount = 0;
    for (let each = 0; each < this.world.people.count; each++) {
      if (service.status[each] === Status.attached) service.attached[service.attachedCount++] = each;
    }
    return this;
  }

  /** An event in a client's life, claimed by the programme unless said otherwise. */
  event(row: number, event: number, step: number, claimed = true): this {
    const { clients, service } = this.world;
    clients.firstEvent[event][row] = step;
    if (!claimed) return this;
    service.hadFirst[event][row] = step;
    service.claimedFirst[event][row] = step;
    return this;
  }

  twinEvent(row: number, event: number, step: number): this {
    this.world.twins.firstEvent[event][row] = step;
    return this;
  }

  /** Follows the weeks with the families' observers from now on. */
  follow(family: MeasureFamily): MeasureObserver {
    const observer = family.create(this.setup);
    this.observers.push(observer);
    return observer;
  }

  /** One week with the contacts given, as the week's steps would leave it, and then observed. */
  week(step: number, contacts: readonly HandMadeContact[] = []): this {
    const { world } = this;
    const { service } = world;
    world.step = step;
    world.windowFrom = 0;
    world.windowTo = world.people.firstOfStep[step + 1];
    for (const column of service.hours) column.fill(0);
    for (const column of service.contact) column.fill(Contact.none);
    for (const { row, role = KEY_WORKER, hours = 1, kind = Contact.matched } of contacts) {
      service.contact[role][row] = kind;
      service.lastRecorded[role][row] = step;
      if (kind === Contact.token) continue;
      service.hours[role][row] = hours;
      service.lastRealOfRole[role][row] = step;
      if (world.phase.contactRole[role] === 0) continue;
      service.lastReal[row] = step;
      service.contactHours[row] += hours;
    }
    this.tallies.observe(world);
    for (const observer of this.observers) observer.observe?.(world);
    return this;
  }

  /** Weeks `from` to `to` − 1 with the same contacts each. */
  weeks(from: number, to: number, contacts: readonly HandMadeContact[] = []): this {
    for (let step = from; step < to; step++) this.week(step, contacts);
    return this;
  }
}

function makePeople(clients: readonly HandMadeClient[], steps: number): People {
  const count = clients.length;
  const column = (read: (client: HandMadeClient) => number) => Float64Array.from(clients, read);
  const referredAt = Int16Array.from(clients, (client) => client.referredAt ?? 0);
  const firstOfStep = new Int32Array(steps + 1);
  for (let step = 0; step <= steps; step++) firstOfStep[step] = referredAt.filter((at) => at < step).length;
  const need = column((client) => client.need);
  const zero = new Float64Array(count);
  return {
    count,
    id: Uint32Array.from(clients, (_, row) => row),
    referredAt,
    firstOfStep,
    group: Uint8Array.from(clients, (client) => client.group ?? 0),
    office: new Uint8Array(count),
    barriers: [need.slice(), need.slice()],
    latent: new Uint8Array(count),
    need,
    fifth: Uint8Array.from(clients, (client) => client.fifth ?? Math.min(4, Math.floor(client.need * 5))),
    needRank: zero,
    motivation: zero,
    motivationError: zero,
    appearanceError: zero,
    awkwardness: zero,
    trustStart: new Float64Array(count).fill(0.3),
    predictedNeed: zero,
  };
}

function makeWorld(people: People, steps: number, scenario: Scenario, quality: boolean): World {
  const phase = {
    scenario,
    mainEvent: JOB_START,
    sustainedEvent: SUSTAINED,
    stageCounts: Uint8Array.of(1, 0),
    contactRole: Uint8Array.of(1, 0),
    roles: [{ notServed: new Uint8Array(2) }, { notServed: new Uint8Array(2) }],
    transitions: [{ event: JOB_START, quality: { constant: quality ? undefined : 0 } }],
    matchFrom: 0.5,
  } as unknown as PhaseModel;
  const lives = () => createLives(people.count, people.barriers, SEARCHING, names.events.length, []);
  const offices = {
    count: 2,
    share: Float64Array.of(0.7, 0.3),
    referralShare: Float64Array.of(0.7, 0.3),
    press: new Float64Array(2),
    pressure: new Float64Array(2),
    felt: new Float64Array(2),
    attached: new Float64Array(2),
    cash: new Float64Array(2),
    lowestCash: new Float64Array(2),
    adoptedAt: [new Int32Array(2).fill(-1)],
  } as unknown as OfficeTable;
  const areas = { names: names.offices, ofOffice: Uint8Array.of(0, 1), offices: [[0], [1]] };
  const caseworkers = {
    count: 3,
    id: Uint32Array.of(0, 1, 2),
    role: Uint8Array.of(KEY_WORKER, KEY_WORKER, COORDINATOR),
    disposition: Uint8Array.of(CAREGIVER, BUREAUCRAT, BUREAUCRAT),
    weights: motiveNames.map((motive) =>
      Float64Array.from(
        [CAREGIVER, BUREAUCRAT, BUREAUCRAT],
        (own) => dispositionWeights(names.dispositions[own], {})[motive],
      ),
    ),
    caseload: new Float64Array(3),
    burnout: new Float64Array(3),
    strain: new Float64Array(3),
    strainHours: new Float64Array(3),
    waiting: new Float64Array(names.roles.length * names.offices.length),
    atWork: new Float64Array(names.roles.length * names.offices.length),
    formerStrain: new Float64Array(4),
    formerStrainHours: new Float64Array(4),
    office: new Uint8Array(3),
    present: new Uint8Array(3).fill(1),
    since: new Int32Array(3),
    leavers: new Float64Array(4),
    handovers: new Float64Array(2),
  } as unknown as CaseworkerTable;
  return {
    names,
    clock: clockOf(scenario),
    steps,
    step: 0,
    people,
    windowFrom: 0,
    windowTo: people.count,
    clients: lives(),
    twins: lives(),
    service: createService(
      people.count,
      names.roles.length,
      names.events.length,
      people.trustStart,
      people.office,
    ),
    caseworkers,
    offices,
    areas,
    partnership: createPartnership(scenario, areas, names, seedKey('by hand'), 0),
    rivals: createRivalCounts(0),
    commissioner: createCommissioner({ service: 1, change: 1, maintenance: 1 }, [0, 0]),
    value: createValueAdded(unservedCourse(scenario, steps), people.count, 2, steps),
    duties: [],
    books: new Books(2, names.groups.length, steps),
    events: new EventLog(),
    reports: new Reports(2, names.events, steps),
    record: createRecord(
      people.count,
      3,
      names.roles.length,
      names.events.length,
      2,
      names.dispositions.length,
    ),
    dutyHours: createDutyHours(
      Object.keys(scenario.caseworkers.duties),
      3,
      names.roles.length,
      names.dispositions.length,
    ),
    phase,
  } as unknown as World;
}

/** The rows by key, as `summary.json` names them. */
export function byKey(rows: readonly MeasureRow[]): Record<string, number | null> {
  return Object.fromEntries(rows.map((row) => [measureKey(row.measure, row.slice), row.value]));
}

/** The reason given with an undefined value. */
export function whyOf(rows: readonly MeasureRow[], key: string): string | undefined {
  return rows.find((row) => measureKey(row.measure, row.slice) === key)?.why;
}

/** The values of one family at the end of the world. */
export function measure(family: MeasureFamily, hand: HandMadeWorld): Record<string, number | null> {
  return byKey(family.create(hand.setup).finish(hand.world, {}));
}
