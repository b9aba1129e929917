import { Tallies } from '../../../measures/index.ts';
import { writeClientId } from '../../../model/build/people.ts';
import { weekOf } from '../../../model/clock.ts';
import { inCrisis } from '../../../model/people/crisis.ts';
import type { Lives } from '../../../model/people/lives.ts';
import { needNow, needWeights } from '../../../model/people/need.ts';
import type { Scenario } from '../../../model/schema/scenario.ts';
import { Status } from '../../../model/service.ts';
import type { World } from '../../../model/world.ts';
import type { ResolvedDesign } from '../../../scenario/index.ts';
import type { ClientTrace, TracedPerson, TracedStep } from '../../../tables/trace.ts';
import type { Shared } from '../../build.ts';
import { beginCopy, scenarioInSteps, type WatchedCopy } from '../copy.ts';
import { Handovers } from '../handovers.ts';
import { eventsOf } from '../life.ts';
import { OwnSteps } from '../ownSteps.ts';
import { ClientPayments } from '../payments.ts';
import { LifeWitness } from './lifeWitness.ts';
import { RoleLooks } from './roleLooks.ts';

/** What a trace of one client tells, apart from what it was asked for. */
export type TracedLife = Pick<ClientTrace, 'client' | 'steps' | 'mainEvent' | 'parkedAfter'>;

/**
 * The life of one client (a row of people) step by step, with all that was decided about it. The world of the design is
 * run once more from its start; that it is looked at changes nothing in it.
 */
export function traceClient(design: ResolvedDesign<Scenario>, shared: Shared, row: number): TracedLife {
  const scenario = scenarioInSteps(design);
  const copy: WatchedCopy = beginCopy(
    design,
    shared,
    (role, worker) => {
      payments.listen();
      const isOwn = own.isOf(role, worker);
      if (isOwn) looks.look(role, copy.allocation);
      return isOwn;
    },
    (role, _, step) => looks.take(role, step),
  );
  const { world } = copy;
  const own = new OwnSteps(world, row);
  const looks = new RoleLooks(world, row);
  const witness = new LifeWitness(copy, row);
  const handovers = new Handovers(world, row);
  let paid: TracedStep['paid'] = [];
  const payments = new ClientPayments(world, row, (account, amount) => paid.push({ account, amount }));
  const parkedNow = parkedOf(new Tallies(world, scenario.measures), row);
  const events = clientEventsOf(copy, row);
  const twinEvents = eventsOf(world, copy.twins, row);
  const life = new LifeNow(copy, row);
  const steps: TracedStep[] = [];
  while (!copy.done) {
    paid = [];
    looks.forget();
    witness.forget();
    copy.step();
    const parked = parkedNow(world);
    const ofTwin = twinEvents();
    const { step, people } = world;
    const isFollowed =
      people.referredAt[row] <= step && step <= people.referredAt[row] + scenario.clock.followUp;
    if (!isFollowed) continue;
    const isPrevented = world.service.status[row] === Status.prevented;
    const asTwin = world.othersAsTwins && world.service.attachedAt[row] < 0 && !isPrevented;
    const { afterHelp, ...decided } = witness.tell(asTwin);
    const wasAttached = attachedInStep(world, row);
    steps.push({
      step,
      week: weekOf(world.clock, step),
      attached: wasAttached,
      asTwin,
      ...life.move(asTwin, afterHelp),
      parked,
      caseworkers: handovers.note(),
      roles: wasAttached ? looks.tell(copy.allocation) : [],
      ...decided,
      events: asTwin ? [...events(), ...ofTwin.map((event) => ({ event, attached: false }))] : events(),
      twinEvents: ofTwin,
      paid,
    });
  }
  copy.finish();
  return {
    mainEvent: scenario.pathway.mainEvent,
    parkedAfter: design.scenario.measures.parkedAfter,
    client: personOf(world, row, steps),
    steps,
  };
}

/** Whether the client was attached when the hours of the step that has just ended were divided. */
function attachedInStep({ service, step }: World, row: number): boolean {
  const { status, attachedAt, endedAt } = service;
  return status[row] === Status.attached || (attachedAt[row] >= 0 && endedAt[row] === step);
}

/** Events of the step in the client's own life. */
function clientEventsOf({ world }: WatchedCopy, row: number): () => TracedStep['events'] {
  const { events, names } = world;
  return () => {
    const own: TracedStep['events'] = [];
    // Who was kept away is told so once, though the model has no event of it.
    if (world.service.status[row] === Status.prevented && world.people.referredAt[row] === world.step)
      own.push({ event: 'prevented', attached: false });
    for (let at = 0; at < events.count; at++)
      if (events.client[at] === row)
        own.push({ event: names.events[events.event[at]], attached: events.attached[at] === 1 });
    return own;
  };
}

/** In which way a step was spent parked, by the definitions of the family `parking`; to be asked in every step. */
function parkedOf(tallies: Tallies, row: number): (world: World) => TracedStep['parked'] {
  return (world) => {
    const { unseenWeeks, holdingWeeks, tokenWeeks } = tallies;
    const before = [unseenWeeks[row], holdingWeeks[row], tokenWeeks[row]];
    tallies.observe(world);
    if (unseenWeeks[row] > before[0]) return 'unseen';
    if (holdingWeeks[row] > before[1]) return 'holding';
    return tokenWeeks[row] > before[2] ? 'token' : 'no';
  };
}

/** What changes in a life from step to step. */
class LifeNow {
  private readonly weights: number[];
  /** At the end of the last step that was told. */
  private barriers: number[];
  private stage: string;
  private twinStage: string;
  private wasInCrisis = false;
  private wasFound = true;

  constructor(
    private readonly copy: WatchedCopy,
    private readonly row: number,
  ) {
    const { world } = copy;
    this.weights = needWeights(world.phase.scenario);
    this.barriers = world.people.barriers.map((column) => column[row]);
    this.stage = world.names.stages[world.phase.startStage];
    this.twinStage = this.stage;
    this.wasFound = world.people.latent[row] === 0;
  }

  /** How the life stands at the end of a step, and how it came there from the one before. */
  move(asTwin: boolean, afterHelp: number[] | undefined) {
    const { copy, row, barriers: before } = this;
    const { world, twins } = copy;
    const { names, service, people } = world;
    const lives = asTwin ? twins : world.clients;
    const now = (of: Lives): number[] => of.barriers.map((column) => column[row]);
    const named = (values: readonly number[]): Record<string, number> =>
      Object.fromEntries(names.barriers.map((name, k) => [name, values[k]]));
    const own = now(lives);
    const helped = afterHelp ?? before;
    const crisis = inCrisis(world, row);
    const found = service.found[row] === 1;
    const stageAfter = names.stages[lives.stage[row]];
    const twinStageAfter = names.stages[twins.stage[row]];
    const told = {
      stage: this.stage,
      stageAfter,
      twinStage: this.twinStage,
      twinStageAfter,
      crisis,
      crisisBegan: crisis && !this.wasInCrisis ? this.crisisDraw() : null,
      found: found && !this.wasFound,
      need: needNow(lives, this.weights, row),
      twinNeed: needNow(twins, this.weights, row),
      barriers: named(own),
      twinBarriers: named(now(twins)),
      helped: named(helped.map((each, k) => each - before[k])),
      drifted: named(own.map((each, k) => each - helped[k])),
      trust: asTwin ? people.trustStart[row] : service.trust[row],
      weeksUnseen:
        service.status[row] === Status.attached
          ? (world.step - service.lastReal[row]) / world.clock.stepsPerWeek
          : null,
    };
    this.barriers = own;
    this.stage = stageAfter;
    this.twinStage = twinStageAfter;
    this.wasInCrisis = crisis;
    this.wasFound = found;
    return told;
  }

  /** A crisis is drawn by who and when; in the step of referral the group's share counts where it is greater. */
  private crisisDraw(): { draw: number; chance: number } {
    const { world } = this.copy;
    const { people, luck, phase, step } = world;
    const { onset } = phase.scenario.clients.crisis;
    const share = people.referredAt[this.row] === step ? phase.groupInCrisis[people.group[this.row]] : 0;
    return { draw: luck.crisis.uniform(people.id[this.row], step), chance: Math.max(onset, share) };
  }
}

function personOf(world: World, row: number, steps: readonly TracedStep[]): TracedPerson {
  const { people, names, phase, service, clock } = world;
  const { latent, groups } = phase.scenario.clients;
  const weights = needWeights(phase.scenario);
  return {
    id: writeClientId(people.id[row]),
    group: names.groups[people.group[row]],
    office: names.offices[service.office[row]],
    fifth: people.fifth[row] + 1,
    referredWeek: weekOf(clock, people.referredAt[row]),
    followedTo: steps.at(-1)?.week ?? weekOf(clock, people.referredAt[row]),
    need: people.need[row],
    motivation: people.motivation[row],
    trust: people.trustStart[row],
    awkwardness: people.awkwardness[row],
    appearanceError: people.appearanceError[row],
    groupBias: Object.values(groups)[people.group[row]].bias,
    motivationError: people.motivationError[row],
    barriers: names.barriers.map((name, k) => ({
      name,
      weight: weights[k],
      level: people.barriers[k][row],
      hidden: name === latent.barrier && people.latent[row] === 1,
    })),
  };
}
