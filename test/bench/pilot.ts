import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { scenariosFolder } from '../../src/backends/packageFiles.ts';
import { createObservers } from '../../src/measures/index.ts';
import { buildPeople } from '../../src/model/build/people.ts';
import { collectNames } from '../../src/model/names.ts';
import { drawReferences } from '../../src/model/people/references.ts';
import type { World } from '../../src/model/world.ts';
import { seedKey } from '../../src/random/index.ts';
import { type BuiltWorld, buildWorld, type Shared } from '../../src/simulation/build.ts';
import { bundleScenario, openScenario } from '../../src/simulation/index.ts';
import { runTwins, runWorld } from '../../src/simulation/run.ts';
import { processorSeconds } from './processorTime.ts';
import type { Run } from './versions.ts';

export const WEEKS = 104;
const CLIENTS_EACH = 100;

/**
 * The activation pilot's model at a size of choice: a hundred clients a key worker, all of whom join in the first week,
 * nobody leaving but who is sustained, 104 weeks, the base design without a change of fees on the way.
 */
export function openPilot(keyWorkers: number) {
  const scenario = parse(readFileSync(join(scenariosFolder, 'activation-pilot.yaml'), 'utf8'));
  delete scenario.designs;
  delete scenario.timeline;
  // Levers name settings of designs and phases that are gone.
  delete scenario.levers;
  scenario.clock = { referralWeeks: 1, followUp: WEEKS - 1 };
  scenario.clients.referrals = keyWorkers * CLIENTS_EACH;
  // Coordinators keep their number to a key worker.
  const posts = scenario.caseworkers.roles.coordinator.posts;
  posts.value = Math.max(2, Math.round((posts.value * keyWorkers) / 100));
  scenario.caseworkers.roles.keyWorker.posts = keyWorkers;
  scenario.pathway.programme = { uptake: 1, dropOut: 0, stay: WEEKS, refusal: { on: false } };
  scenario.measures = { horizon: 52, window: 52 };
  const bundle = bundleScenario({ file: 'pilot.yaml', text: stringify(scenario) }, () => ({
    problem: 'not extended',
  }));
  const [design] = openScenario(bundle).designs;
  const key = seedKey(design.scenario.seed);
  return { design, key, references: drawReferences(design.scenario, key) };
}

export type Pilot = ReturnType<typeof openPilot>;

/** Whether twins live beside their clients or have lived before, as they do where designs share them. */
export type Twins = 'beside' | 'before';

/** A world before its first week. */
export function buildPilot({ design, key, references }: Pilot, replicate: number, twins: Twins): BuiltWorld {
  const shared: Shared = { key, replicate, references, people: buildPeople(design.scenario, key, replicate) };
  if (twins === 'before') {
    const lived = buildWorld(design, shared);
    runTwins(lived);
    shared.twins = lived.world.twins;
  }
  return buildWorld(design, shared);
}

export interface PilotOptions {
  twins: Twins;
  measures: boolean;
  /** Looks at the world after every week. */
  watch?: (step: number) => void;
}

/** Runs a world's weeks, with or without the scenario's measures looking on. */
export function runPilot(pilot: Pilot, replicate: number, { twins, measures, watch }: PilotOptions): Run {
  const built = buildPilot(pilot, replicate, twins);
  const { world } = built;
  const { scenario } = pilot.design;
  const observers = measures ? createObservers(scenario.measures.include, world, scenario) : undefined;
  if (observers) world.observers.push((now) => observers.observe(now));
  let clientWeeks = 0;
  world.observers.push(({ service, step }) => {
    clientWeeks += service.attachedCount;
    watch?.(step);
  });
  const start = processorSeconds();
  runWorld(built);
  const seconds = processorSeconds() - start;
  const counts = { 'client-weeks': clientWeeks, ...countsOf(world) };
  if (!observers) return { seconds, counts };
  const { claimWeeks, unseenWeeks, holdingWeeks } = observers.tallies;
  return {
    seconds,
    counts: {
      ...counts,
      'claim weeks': sum(claimWeeks),
      'unseen weeks': sum(unseenWeeks),
      'holding weeks': sum(holdingWeeks),
    },
  };
}

const sum = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0);

/** What the engine and the C program are compared by, in the order in which the program prints it. */
export function countNames({ design }: Pilot): string[] {
  const { events, roles } = collectNames(design.scenario);
  return [
    'client-weeks',
    ...events,
    ...events.map((name) => `twin ${name}`),
    ...roles.map((name) => `hours of ${name}`),
    ...['fees', 'provision', 'wages', 'strain', 'claim weeks', 'unseen weeks', 'holding weeks'],
  ];
}

function countsOf({ clients, twins, names, caseworkers, dutyHours, books }: World): Run['counts'] {
  const kinds = names.dispositions.length;
  const paid = (kind: string): number =>
    books.accounts.reduce(
      (total, account, at) =>
        account.kind !== kind && account.category !== kind
          ? total
          : total +
            Array.from({ length: WEEKS }, (_, step) => books.stepFlow(at, step)).reduce((a, b) => a + b, 0),
      0,
    );
  return {
    ...Object.fromEntries(names.events.map((name, event) => [name, sum(clients.eventCount[event])])),
    ...Object.fromEntries(names.events.map((name, event) => [`twin ${name}`, sum(twins.eventCount[event])])),
    ...Object.fromEntries(
      names.roles.map((name, role) => [
        `hours of ${name}`,
        sum(dutyHours.sums.contact.subarray(role * kinds, (role + 1) * kinds)),
      ]),
    ),
    fees: paid('fee'),
    provision: paid('provision'),
    wages: paid('wages'),
    strain: sum(caseworkers.strain),
  };
}
