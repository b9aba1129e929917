import { Tallies } from '../../measures/index.ts';
import { writeClientId } from '../../model/build/people.ts';
import { weekOf } from '../../model/clock.ts';
import { inCrisis } from '../../model/people/crisis.ts';
import type { Lives } from '../../model/people/lives.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import { Status } from '../../model/service.ts';
import type { World } from '../../model/world.ts';
import type { ResolvedDesign } from '../../scenario/index.ts';
import type { Life, LifeEntry, TwinEvent } from '../../tables/life.ts';
import type { Shared } from '../build.ts';
import { sliceTitles } from '../titles.ts';
import { beginCopy, scenarioInSteps, type WatchedCopy } from './copy.ts';
import { Handovers } from './handovers.ts';
import { OwnSteps } from './ownSteps.ts';
import { ClientPayments } from './payments.ts';
import { spellsOf } from './spells.ts';

/**
 * The life of one client (a row of people) in the world of a design: the world is run once more from its start with
 * somebody who looks at this client alone, which changes nothing.
 */
export function lifeOf(design: ResolvedDesign<Scenario>, shared: Shared, row: number): Life {
  const scenario = scenarioInSteps(design);
  const copy: WatchedCopy = beginCopy(
    design,
    shared,
    (role, worker) => {
      payments.listen();
      return own.isOf(role, worker);
    },
    (role, _, step) => own.take(role, step),
  );
  const { world } = copy;
  const own = new OwnSteps(world, row);
  const entries: LifeEntry[] = [];
  const payments = new ClientPayments(world, row, (account, amount) =>
    entries.push({ kind: 'paid', ...now(world), account, amount }),
  );
  const tallies = new Tallies(world, scenario.measures);
  const ledger = new Ledger(copy, row, entries);
  const hours: number[] = [];
  const stages: string[] = [];
  const twinStages: string[] = [];
  const twin: TwinEvent[] = [];
  const twinEvents = eventsOf(world, copy.twins, row);
  while (!copy.done) {
    const before = ledger.stage;
    copy.step();
    tallies.observe(world);
    ledger.note();
    for (const event of twinEvents()) twin.push({ ...now(world), event });
    const { week } = now(world);
    const here = world.people.referredAt[row] <= world.step && world.service.status[row] !== Status.prevented;
    if (ledger.wasAttached) own.note(copy.allocation, ledger.handovers.workers, before);
    hours[week] = (hours[week] ?? 0) + hoursNow(world, row);
    stages[week] = here ? world.names.stages[ledger.stage] : '';
    twinStages[week] = here ? world.names.stages[copy.twins.stage[row]] : '';
  }
  copy.finish();
  // Whoever never had a place lives as the twin does.
  if (world.othersAsTwins && world.service.attachedAt[row] < 0)
    for (const each of twin) entries.push({ kind: 'event', ...each, attached: false, asTwin: true });
  own.ofRole.forEach((steps, role) => {
    const { clock, names } = world;
    const { parkedAfter } = scenario.measures;
    const parts = own.parts[role];
    const setup = { role: names.roles[role], clock, parkedAfter, activities: names.activities, parts };
    entries.push(...spellsOf(steps, setup));
  });
  ledger.close(scenario.clock.followUp);
  return {
    client: writeClientId(world.people.id[row]),
    design: design.id,
    currency: scenario.currency,
    stepsPerWeek: world.clock.stepsPerWeek,
    weeks: world.steps / world.clock.stepsPerWeek,
    mainEvent: scenario.pathway.mainEvent,
    weeksParked:
      (tallies.unseenWeeks[row] + tallies.holdingWeeks[row] + tallies.tokenWeeks[row]) /
      world.clock.stepsPerWeek,
    person: personOf(world, row),
    entries: inOrder(entries),
    twin,
    hours,
    stages,
    twinStages,
    titles: sliceTitles([design.scenario]),
  };
}

const now = ({ clock, step }: World) => ({ week: weekOf(clock, step), until: weekOf(clock, step) });

function hoursNow({ service, phase, step }: World, row: number): number {
  let hours = 0;
  for (let role = 0; role < service.hours.length; role++)
    if (phase.contactRole[role] === 1 && service.lastRealOfRole[role][row] === step)
      hours += service.hours[role][row];
  return hours;
}

function personOf({ people, names, phase, service }: World, row: number): Life['person'] {
  const hidden = names.barriers.indexOf(phase.scenario.clients.latent.barrier);
  return {
    group: names.groups[people.group[row]],
    office: names.offices[service.office[row]],
    fifth: people.fifth[row] + 1,
    need: people.need[row],
    motivation: people.motivation[row],
    trust: people.trustStart[row],
    barriers: names.barriers.map((name, k) => ({
      name,
      level: people.barriers[k][row],
      hidden: k === hidden && people.latent[row] === 1,
    })),
  };
}

/** Names of the events that a life has had since the last call. */
export function eventsOf(world: World, lives: Lives, row: number): () => string[] {
  const counted = lives.eventCount.map((column) => column[row]);
  return () =>
    world.names.events.filter((_, event) => {
      const happened = lives.eventCount[event][row] > counted[event];
      counted[event] = lives.eventCount[event][row];
      return happened;
    });
}

/** Notes what happens to one client beside contacts. */
class Ledger {
  readonly handovers: Handovers;
  /** Whether the client was attached when the last step's hours were divided. */
  wasAttached = false;
  private known = false;
  private found = 1;
  private crisis = false;

  constructor(
    private readonly copy: WatchedCopy,
    private readonly row: number,
    private readonly entries: LifeEntry[],
  ) {
    this.handovers = new Handovers(copy.world, row);
  }

  /** Stage of life; of whoever lives as the twin, the twin's. */
  get stage(): number {
    const { world, twins } = this.copy;
    const asTwin = world.othersAsTwins && world.service.attachedAt[this.row] < 0;
    return (asTwin ? twins : world.clients).stage[this.row];
  }

  /** Notes the step that has just ended. */
  note(): void {
    const { entries, row } = this;
    const { world } = this.copy;
    const { people, service, names, events, step } = world;
    if (people.referredAt[row] > step) return;
    if (!this.known) {
      this.known = true;
      this.found = service.found[row];
      if (service.status[row] === Status.prevented)
        entries.push({ kind: 'event', ...now(world), event: 'prevented', attached: false, asTwin: false });
      else entries.push({ kind: 'referred', ...now(world), inCrisis: inCrisis(world, row) });
    }
    this.wasAttached =
      service.status[row] === Status.attached ||
      (service.attachedAt[row] >= 0 && service.endedAt[row] === step);
    for (let at = 0; at < events.count; at++)
      if (events.client[at] === row)
        entries.push({
          kind: 'event',
          ...now(world),
          event: names.events[events.event[at]],
          attached: events.attached[at] === 1,
          asTwin: false,
        });
    this.noteCrisis();
    for (const change of this.handovers.note())
      entries.push({ kind: 'caseworker', ...now(world), ...change });
    if (service.found[row] !== this.found) {
      this.found = service.found[row];
      entries.push({ kind: 'found', ...now(world), barrier: world.phase.scenario.clients.latent.barrier });
    }
  }

  private noteCrisis(): void {
    const { world } = this.copy;
    const on = inCrisis(world, this.row) && world.step < world.steps;
    if (on && !this.crisis) {
      const last = Math.min(world.steps, world.service.crisisUntil[this.row]) - 1;
      this.entries.push({ kind: 'crisis', week: now(world).week, until: weekOf(world.clock, last) });
    }
    this.crisis = on;
  }

  /** The end of following. */
  close(followUp: number): void {
    const { world } = this.copy;
    if (!this.known || world.service.status[this.row] === Status.prevented) return;
    const last = Math.min(world.steps - 1, world.people.referredAt[this.row] + followUp);
    const week = weekOf(world.clock, last);
    this.entries.push({ kind: 'followedTo', week, until: week });
  }
}

/** What comes first within one week. */
const rank: Record<LifeEntry['kind'], number> = {
  referred: 0,
  crisis: 1,
  event: 2,
  caseworker: 3,
  seen: 4,
  unseen: 5,
  found: 6,
  paid: 7,
  followedTo: 8,
};

const inOrder = (entries: readonly LifeEntry[]): LifeEntry[] =>
  entries.toSorted((a, b) => a.week - b.week || rank[a.kind] - rank[b.kind]);
