import { reachesEverybody } from '../model/adoption/effect.ts';
import { createInterventions } from '../model/adoption/state.ts';
import { createAreaDemand } from '../model/areas/areaDemand.ts';
import { areasOf } from '../model/areas/areas.ts';
import { inspectContact } from '../model/audit.ts';
import { buildCaseworkers } from '../model/build/caseworkers.ts';
import { buildPeople } from '../model/build/people.ts';
import { clockOf } from '../model/clock.ts';
import { scrutinyOf } from '../model/commissioner/relations.ts';
import { createCommissioner } from '../model/commissioner/state.ts';
import { createDutyHours } from '../model/duties/dutyHours.ts';
import { EventLog } from '../model/events.ts';
import { bindKernels, readsOf } from '../model/formulas/bindings.ts';
import { createInstruments, type IncentivesSetup } from '../model/incentives/registry.ts';
import { inSteps } from '../model/inSteps.ts';
import { createLuck } from '../model/luck.ts';
import { Books } from '../model/money/books.ts';
import { createValueAdded, unservedCourse } from '../model/money/valueAdded.ts';
import { collectNames, type Names } from '../model/names.ts';
import { createOffices } from '../model/offices.ts';
import { createMarket, shiftShare } from '../model/outside/market.ts';
import { withOwnArrivals } from '../model/outside/places.ts';
import { createRivalCounts } from '../model/outside/rivals.ts';
import { createPartnership } from '../model/partnership/create.ts';
import { inCrisis } from '../model/people/crisis.ts';
import { createLives, type Lives, livedRows } from '../model/people/lives.ts';
import type { People } from '../model/people/people.ts';
import type { References } from '../model/people/references.ts';
import { compilePhase, type PhaseModel } from '../model/phase.ts';
import { createRecord } from '../model/record/record.ts';
import { Reports } from '../model/reports.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { createScratch } from '../model/scratch.ts';
import { createService, Status } from '../model/service.ts';
import type { PhaseStart } from '../model/week/timeline.ts';
import type { World } from '../model/world.ts';
import type { SeedKey } from '../random/index.ts';
import type { ResolvedDesign } from '../scenario/index.ts';

/** Kernels have at most so many variables: buffers for their inputs. */
const KERNEL_INPUTS = 64;

/** What designs of one replicate can share. */
export interface Shared {
  key: SeedKey;
  replicate: number;
  references: References;
  people?: People;
  twins?: Lives;
}

/** A world before its first week, with the phases that it will go through. */
export interface BuiltWorld {
  world: World;
  phases: PhaseStart[];
}

/** Builds the world of one design in one replicate. People and twins come from `shared` where they are given. */
export function buildWorld(
  design: ResolvedDesign<Scenario>,
  shared: Shared,
  division: World['division'] = 'scenario',
): BuiltWorld {
  const scenario = inSteps(design.scenario);
  const clock = clockOf(scenario);
  const { key, replicate } = shared;
  const names = collectNames(scenario);
  const people = withOwnArrivals(shared.people ?? buildPeople(scenario, key, replicate));
  const models = design.phases.map((phase) => ({
    // A change within a step holds from the next one on.
    from: Math.ceil(phase.from * clock.stepsPerWeek),
    model: compilePhase(inSteps(phase.scenario), names),
  }));
  const first = models[0].model;
  const steps = scenario.clock.referralWeeks + scenario.clock.followUp;
  const offices = Object.values(scenario.offices).map((office) => office.share);
  const books = new Books(offices.length, names.groups.length, steps);
  const duties = Object.keys(scenario.caseworkers.duties);
  const prevents = Object.values(scenario.caseworkers.duties).some(({ kind }) => kind === 'prevention');
  const areas = areasOf(scenario);
  const partnership = createPartnership(scenario, areas, names, key, replicate);
  const phaseScenarios = models.map(({ model }) => model.scenario);
  const demand = createAreaDemand(phaseScenarios, names, areas, steps);
  // Where areas are paid on what happens to everybody, everybody is lived, and twins beside them.
  const sharedTwins = demand === undefined ? shared.twins : undefined;
  const othersAsTwins = sharedTwins !== undefined && !reachesEverybody(scenario);
  const caseworkers = buildCaseworkers(scenario, names, key, replicate);
  const workersByRole = names.roles.map(
    (_, role) => caseworkers.firstOfRole[role + 1] - caseworkers.firstOfRole[role],
  );
  const officeTable = createOffices(scenario, steps);
  const reviewed = models.some(({ model }) => Object.keys(model.scenario.commissioner.reviews).length > 0);
  const lives = () =>
    livesOf(
      people,
      names,
      models.map(({ model }) => model),
    );
  const world: World = {
    key,
    replicate,
    names,
    passedBack: names.events.indexOf('passedBack'),
    clock,
    steps,
    step: 0,
    people,
    windowFrom: 0,
    windowTo: 0,
    clients: lives(),
    clientRows: livedRows(people.count, !othersAsTwins && !prevents),
    twinRows: livedRows(people.count, true),
    twins: sharedTwins ?? lives(),
    twinsShared: sharedTwins !== undefined,
    othersAsTwins,
    service: createService(
      people.count,
      names.roles.length,
      names.events.length,
      people.trustStart,
      people.office,
      models.some(({ model }) => readsOf(model).has('mismatch')),
    ),
    caseworkers,
    offices: officeTable,
    areas,
    demand,
    partnership,
    interventions: createInterventions(scenario, areas, names.offices, key, replicate),
    books,
    events: new EventLog(),
    phase: first,
    instruments: [],
    duties: [],
    dutyHours: createDutyHours(duties, caseworkers.count, names.roles.length, names.dispositions.length),
    record: createRecord(
      people.count,
      caseworkers.count,
      names.roles.length,
      names.events.length,
      names.offices.length,
      names.dispositions.length,
    ),
    luck: createLuck(key, replicate, names, scenario.world, duties),
    references: shared.references,
    bindings: undefined as never,
    scratch: createScratch(
      people.count,
      workersByRole,
      names.offices.length,
      names.activities.length,
      KERNEL_INPUTS,
    ),
    division,
    observers: [],
    shockUntil: new Int32Array(Object.keys(scenario.world.shocks).length),
    rivals: createRivalCounts(first.pools.length),
    market: createMarket(officeTable.share, names.roles.length, caseworkers),
    reports: new Reports(names.offices.length, names.events, steps),
    commissioner: createCommissioner(
      scenario.commissioner.coupling.priority,
      Object.values(scenario.offices).map(({ commissionerTrust }) => commissionerTrust),
    ),
    value: reviewed
      ? createValueAdded(unservedCourse(scenario, steps), people.count, names.offices.length, steps)
      : undefined,
    threshold: new Float64Array(first.pools.length).fill(Number.POSITIVE_INFINITY),
  };
  world.bindings = bindKernels(world);
  const groupShares = shareOfGroups(people, names);
  const phases = models.map(({ from, model }) => ({
    from,
    model,
    instruments: (previous: World['instruments']) =>
      createInstruments(
        model.scenario.incentives,
        {
          names,
          people,
          groupShares,
          officeShares: Float64Array.from(offices),
          startStep: from,
          stepsPerWeek: clock.stepsPerWeek,
          steps,
          referralSteps: scenario.clock.referralWeeks,
          scale: scenario.scale,
          books,
          areas,
          demand,
          performanceManagement: Float64Array.from(
            Object.values(model.scenario.offices),
            (office) => office.performanceManagement,
          ),
          ...recordAndMarket(world),
        },
        previous,
      ),
  }));
  return { world, phases };
}

function livesOf(people: People, names: Names, models: readonly PhaseModel[]): Lives {
  const recent = names.milestones.map((_, m) =>
    models.some(({ milestones }) => milestones[m].rule === 'ofLast'),
  );
  return createLives(people.count, people.barriers, models[0].startStage, names.events.length, recent);
}

/** What instruments may look at and move, bound to the world's columns. */
function recordAndMarket(world: World): Pick<IncentivesSetup, 'record' | 'market' | 'inspect'> {
  const { service, offices } = world;
  const { attached, office, attachedAt, lastRecorded, score, sanctionedUntil } = service;
  return {
    record: {
      attached,
      attachedCount: () => service.attachedCount,
      office,
      attachedAt,
      lastRecorded,
      inService: (row) =>
        service.status[row] === Status.attached && world.phase.stageCounts[world.clients.stage[row]] === 1,
      inCrisis: (row) => inCrisis(world, row),
      score,
      sanctionedUntil,
    },
    market: {
      shares: offices.referralShare,
      shift: (from, to, share) => shiftShare(world, from, to, share),
    },
    inspect: (role, client, step, share) =>
      inspectContact(world, role, client, step, share * scrutinyOf(world, office[client])),
  };
}

function shareOfGroups(people: People, names: Names): Float64Array {
  const shares = new Float64Array(names.groups.length);
  for (let row = 0; row < people.count; row++) shares[people.group[row]] += 1 / people.count;
  return shares;
}
