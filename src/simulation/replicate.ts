import { type Companions, createObservers } from '../measures/index.ts';
import { inSteps } from '../model/inSteps.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { UnrunnableError } from '../model/unrunnable.ts';
import type { LoadedScenario, ResolvedDesign } from '../scenario/index.ts';
import { type BuiltWorld, buildWorld } from './build.ts';
import { companionsDiffer } from './checkArrivals.ts';
import { checkRows } from './checkRows.ts';
import { companionsOf } from './companionsOf.ts';
import type {
  CompanionName,
  DesignResult,
  ReplicateOptions,
  ReplicateResult,
  TakePiece,
} from './contract.ts';
import { beginWorld } from './run.ts';
import { Sharing } from './sharing.ts';
import { caseworkerTable, clientTable, piecesOfTables } from './tables.ts';
import { type ObservedWorld, yardsticks } from './yardsticks.ts';

/**
 * Runs all designs of one replicate on common random numbers, in the order of the file. Pure: the same
 * scenario and replicate number give the same result anywhere. Client-level tables go to `take` piece by piece as soon as
 * their design is done, and are then not in the result.
 */
export function simulateReplicate(
  loaded: LoadedScenario<Scenario>,
  replicate: number,
  options: ReplicateOptions,
  take?: TakePiece,
): ReplicateResult {
  const turns = replicateInTurns(loaded, replicate, options, new Sharing(loaded, replicate), take);
  for (let turn = turns.next(); ; turn = turns.next()) if (turn.done) return turn.value;
}

/**
 * The same in turns of one step of one world each, so that whoever runs it can do something else between them, or leave it.
 * `sharing` may be kept for the next run of the replicate: what both have in common is then not made again.
 */
export function* replicateInTurns(
  loaded: LoadedScenario<Scenario>,
  replicate: number,
  options: ReplicateOptions,
  sharing: Sharing,
  take?: TakePiece,
): Generator<void, ReplicateResult> {
  const designs: DesignResult[] = [];
  for (const design of chosenDesigns(loaded, options))
    designs.push(...(yield* designInTurns(design, sharing, options, take)));
  return { replicate, designs };
}

function chosenDesigns(
  { designs }: LoadedScenario<Scenario>,
  { designs: chosen }: ReplicateOptions,
): readonly ResolvedDesign<Scenario>[] {
  if (chosen === undefined) return designs;
  return chosen.map((id) => {
    const design = designs.find((one) => one.id === id);
    if (design === undefined) throw new RangeError(`there is no design ${id}`);
    return design;
  });
}

function* designInTurns(
  design: ResolvedDesign<Scenario>,
  sharing: Sharing,
  options: ReplicateOptions,
  take: TakePiece | undefined,
): Generator<void, DesignResult[]> {
  const shared = sharing.of(design);
  const scenario = inSteps(design.scenario);
  const wanted = companionsOf(scenario, options.references);
  if (wanted.size > 0 && scenario.clients.arrivals === 'replace') throw new UnrunnableError(companionsDiffer);
  const companions: Partial<Record<CompanionName, ObservedWorld>> = {};
  for (const name of wanted) {
    const known = name === 'noService' ? sharing.noServiceOf(design) : undefined;
    const run = known ?? (yield* observedRun(buildWorld(design, shared, name), scenario));
    if (name === 'noService') sharing.keepNoService(design, run);
    companions[name] = run;
  }
  const { world, observers } = yield* observedRun(buildWorld(design, shared), scenario);
  const { rows, weekly } = observers.finish(world, companions satisfies Companions);
  checkRows(rows, design);
  const result: DesignResult = { design: design.id, rows, weekly };
  if (options.clientTable && take)
    for (const { table, columns } of piecesOfTables(world)) take(design.id, table, columns);
  else if (options.clientTable) {
    result.clients = clientTable(world);
    result.caseworkers = caseworkerTable(world);
  }
  return [result, ...yardsticks(design.id, companions, options.yardsticks ?? [])];
}

/** Runs a world to its end with the scenario's measures looking on. */
function* observedRun(built: BuiltWorld, scenario: Scenario): Generator<void, ObservedWorld> {
  const { world } = built;
  const observers = createObservers(scenario.measures.include, world, scenario);
  world.observers.push((now) => observers.observe(now));
  const course = beginWorld(built);
  while (!course.done) {
    course.step();
    yield;
  }
  course.finish();
  return { world, tallies: observers.tallies, observers };
}
