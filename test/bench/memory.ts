import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createObservers } from '../../src/measures/index.ts';
import { runWorld } from '../../src/simulation/run.ts';
import { buildPilot, type Pilot, WEEKS } from './pilot.ts';
import { processorSeconds } from './processorTime.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Bytes in use after forced collections: the heap with what hangs on it outside, and typed arrays alone. One
 * collection is not enough, since arrays of the one before may still wait to be given back.
 */
function memoryNow(): { all: number; arrays: number } {
  for (let times = 0; times < 3; times++) collectGarbage();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return { all: heapUsed + external, arrays: arrayBuffers };
}

export interface Memory {
  /** Bytes of typed arrays of one world at its end, for each client ever referred, twin included. */
  bytesPerClient: number;
  /** Growth of the heap with what hangs on it from week 10 to the end, in bytes. */
  growth: number;
  seconds: number;
}

/** Runs one world with its twins beside and looks at memory; measures look on where they are asked for. */
export function measureMemory(pilot: Pilot, measures: boolean): Memory {
  const before = memoryNow();
  const built = buildPilot(pilot, 0, 'beside');
  const { world } = built;
  const { scenario } = pilot.design;
  const observers = measures ? createObservers(scenario.measures.include, world, scenario) : undefined;
  if (observers) world.observers.push((now) => observers.observe(now));
  let early = 0;
  let end = before;
  let stopped = 0;
  world.observers.push(({ step }) => {
    if (step !== 10 && step !== WEEKS - 1) return;
    const start = processorSeconds();
    end = memoryNow();
    if (step === 10) early = end.all;
    stopped += processorSeconds() - start;
  });
  const start = processorSeconds();
  runWorld(built);
  return {
    bytesPerClient: (end.arrays - before.arrays) / world.people.count,
    growth: end.all - early,
    seconds: processorSeconds() - start - stopped,
  };
}
