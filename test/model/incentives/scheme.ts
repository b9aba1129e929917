import { type AreaDemand, DemandCounts } from '../../../src/model/areas/areaDemand.ts';
import type { ClaimedContact, ClaimedEvent, Instrument } from '../../../src/model/incentives/instrument.ts';
import {
  createInstruments,
  type IncentivesSetup,
  incentivesSchema,
} from '../../../src/model/incentives/registry.ts';
import { Books, COMMISSIONER, officeParty } from '../../../src/model/money/books.ts';
import type { Names } from '../../../src/model/names.ts';
import type { People } from '../../../src/model/people/people.ts';

export const names: Names = {
  groups: ['jsa', 'esa', 'empty'],
  barriers: [],
  roles: ['keyWorker', 'coordinator'],
  offices: ['a', 'b'],
  areas: ['a', 'b'],
  stages: [],
  transitions: [],
  milestones: [],
  activities: ['therapy'],
  duties: ['partners'],
  events: ['attached', 'declined', 'jobStart', 'sustained26', 'training', 'jobLoss'],
  dispositions: [],
};

export const eventOf = (name: string): number => names.events.indexOf(name);

/** Eight clients: jsa and esa in turn, two offices in blocks of two, predicted need 0, 1/8 … 7/8; nobody in `empty`. */
export function eightPeople(): People {
  const count = 8;
  const column = (of: (row: number) => number) => Float64Array.from({ length: count }, (_, row) => of(row));
  const nothing = new Float64Array(count);
  return {
    count,
    id: Uint32Array.from({ length: count }, (_, row) => row),
    referredAt: new Int16Array(count),
    firstOfStep: new Int32Array(1),
    group: Uint8Array.from({ length: count }, (_, row) => row % 2),
    office: Uint8Array.from({ length: count }, (_, row) => (row >> 1) % 2),
    barriers: [],
    latent: new Uint8Array(count),
    need: nothing,
    fifth: new Uint8Array(count),
    needRank: nothing,
    motivation: nothing,
    motivationError: nothing,
    appearanceError: nothing,
    awkwardness: nothing,
    trustStart: nothing,
    predictedNeed: column((row) => row / 8),
  };
}

/** A scheme of the eight people's programme: 20 steps, 10 with referrals, offices of 75% and 25%. */
export function testSetup(changes: Partial<IncentivesSetup> = {}): IncentivesSetup {
  return {
    names,
    people: eightPeople(),
    groupShares: Float64Array.of(0.5, 0.5, 0),
    officeShares: Float64Array.of(0.75, 0.25),
    startStep: 0,
    stepsPerWeek: 1,
    steps: 20,
    referralSteps: 10,
    scale: 1,
    books: new Books(changes.officeShares?.length ?? 2, names.groups.length, changes.steps ?? 20),
    areas: { names: ['a', 'b'], ofOffice: Uint8Array.of(0, 1), offices: [[0], [1]] },
    demand: countsOfAll(),
    performanceManagement: Float64Array.of(0.5, 0.5),
    ...recordOf(changes.people ?? eightPeople()),
    ...changes,
  };
}

/** Counts of every event in the two areas of a scheme of 20 steps. */
function countsOfAll(): AreaDemand {
  const { events, stages, groups } = names;
  const counts = () => new DemandCounts(events.length, 20, 2, groups.length);
  const none = () => new Int16Array(stages.length).fill(-1);
  return {
    ofEvent: Int16Array.from(events, (_, at) => at),
    ofStage: none(),
    intoStage: none(),
    clients: counts(),
    twins: counts(),
    rewards: new Map(),
  };
}

/** A record on which everybody is attached since step 0 and nobody was seen; a market that shifts and tells nobody. */
export function recordOf(people: People): Pick<IncentivesSetup, 'record' | 'market' | 'inspect'> {
  const { count } = people;
  const shares = Float64Array.of(0.75, 0.25);
  return {
    record: {
      attached: Int32Array.from({ length: count }, (_, row) => row),
      attachedCount: () => count,
      office: people.office,
      attachedAt: new Int16Array(count),
      lastRecorded: names.roles.map(() => new Int16Array(count).fill(-1)),
      inService: () => true,
      inCrisis: () => false,
      score: new Float64Array(count).fill(Number.NaN),
      sanctionedUntil: new Int32Array(count).fill(-1),
    },
    market: {
      shares,
      shift(from, to, share) {
        const moved = Math.min(shares[from], share);
        shares[from] -= moved;
        shares[to] += moved;
      },
    },
    inspect: () => false,
  };
}

/** The instruments of a scheme written as in a file. */
export function scheme(
  entries: Record<string, unknown>,
  setup: IncentivesSetup,
  previous: readonly Instrument[] = [],
): Instrument[] {
  return createInstruments(incentivesSchema.parse(entries), setup, previous);
}

/** One instrument, with the setup that it posts to. */
export function instrumentOf(
  entry: Record<string, unknown>,
  changes: Partial<IncentivesSetup> = {},
  previous?: Instrument,
): { instrument: Instrument; setup: IncentivesSetup; paid(office?: number): number } {
  const setup = testSetup(changes);
  const [instrument] = scheme({ fee: entry }, setup, previous && [previous]);
  const paid = (office?: number): number =>
    office === undefined
      ? setup.books.paidBy(COMMISSIONER)
      : setup.books.receivedBy(officeParty(office)) - setup.books.paidBy(officeParty(office));
  return { instrument, setup, paid };
}

const people = eightPeople();

/** A claimed event of one of the eight people. */
export function claimed(event: string, client: number, step = 0, first = true): ClaimedEvent {
  return {
    step,
    event: eventOf(event),
    client,
    group: people.group[client],
    office: people.office[client],
    first,
  };
}

/** A recorded contact of one of the eight people. */
export function contact(role: string, client: number, step = 0, inCrisis = false): ClaimedContact {
  return {
    step,
    client,
    group: people.group[client],
    office: people.office[client],
    role: names.roles.indexOf(role),
    inCrisis,
  };
}

export const attachedNow = (a = 4, b = 4): Float64Array => Float64Array.of(a, b);
