import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse, stringify } from 'yaml';
import { scenariosFolder } from '../../src/backends/packageFiles.ts';
import { buildPeople } from '../../src/model/build/people.ts';
import { drawReferences } from '../../src/model/people/references.ts';
import { seedKey } from '../../src/random/index.ts';
import { buildWorld, type Shared } from '../../src/simulation/build.ts';
import { bundleScenario, openScenario } from '../../src/simulation/index.ts';
import { runTwins, runWorld } from '../../src/simulation/run.ts';

/**
 * Speed of the full engine on one core: 100 caseworkers × 100 clients × 104 weeks of the activation pilot's
 * model, everybody attached in the first week, nobody leaving before the end. Prints nanoseconds a
 * client-week (median of several runs in one process, process start and building apart) and how the heap grew
 * between week 10 and the end of a run.
 */
const CASEWORKERS = 100;
const CLIENTS_EACH = 100;
const WEEKS = 104;
const RUNS = 7;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const scenario = parse(readFileSync(join(scenariosFolder, 'activation-pilot.yaml'), 'utf8'));
delete scenario.designs;
delete scenario.timeline;
scenario.clock = { referralWeeks: 1, followUp: WEEKS - 1 };
scenario.clients.referrals = CASEWORKERS * CLIENTS_EACH;
scenario.caseworkers.roles.keyWorker.posts = CASEWORKERS;
scenario.pathway.programme = { uptake: 1, dropOut: 0, stay: WEEKS, refusal: { on: false } };
scenario.measures = { horizon: 52, window: 52 };
const bundle = bundleScenario({ file: 'bench.yaml', text: stringify(scenario) }, () => ({
  problem: 'not extended',
}));
const design = openScenario(bundle).designs[0];
const key = seedKey(design.scenario.seed);
const references = drawReferences(design.scenario, key);

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
const memory = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** One run; clients and, where they are not shared, twins. Returns seconds and client-weeks attached. */
function run(twins: 'shared' | 'own', replicate: number, watch?: (step: number) => void) {
  const shared: Shared = { key, replicate, references, people: buildPeople(design.scenario, key, replicate) };
  if (twins === 'shared') {
    const lived = buildWorld(design, shared);
    runTwins(lived);
    shared.twins = lived.world.twins;
  }
  const built = buildWorld(design, shared);
  let clientWeeks = 0;
  built.world.observers.push((world) => {
    clientWeeks += world.service.attachedCount;
    watch?.(world.step);
  });
  const start = process.hrtime.bigint();
  runWorld(built);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, clientWeeks };
}

for (const twins of ['shared', 'own'] as const) {
  run(twins, 0);
  const nanoseconds = Array.from({ length: RUNS }, (_, replicate) => {
    const { seconds, clientWeeks } = run(twins, replicate);
    return (seconds * 1e9) / clientWeeks;
  });
  const what = twins === 'shared' ? 'clients, twins lived before' : 'clients and twins';
  console.log(
    `${what}: ${median(nanoseconds).toFixed(0)} ns a client-week (median of ${RUNS}; ${Math.min(...nanoseconds).toFixed(0)} to ${Math.max(...nanoseconds).toFixed(0)})`,
  );
}

let early = 0;
let late = 0;
run('own', 0, (step) => {
  if (step === 10) early = memory();
  if (step === WEEKS - 1) late = memory();
});
console.log(`heap growth from week 10 to the end: ${((late - early) / 1024).toFixed(0)} KiB`);
