import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { trialTable } from '../../../docs/generator/trials.ts';
import { walkNames } from '../../../src/random/walkNames.ts';
import { commandOf, origin } from '../../support/trialFile.ts';
import { refusesConstants, smallBattery, testU01 } from './batteries.ts';
import { CRUSH_TESTS } from './places.ts';
import { type StreamRecord, type Trial, writeCrush, writeSmallCrush } from './record.ts';
import { mixed, nameOf, type Stream, streams } from './streams.ts';
import { findTools } from './tools.ts';
import { doneFile, inParallel, tryByTest, tryStream } from './trial.ts';

/** What makes the words. */
const TRIED = ['src/random', 'src/cli/commands/draws.ts'];
/** A quick test of each battery, to see first that it refuses what it should. */
const CONTROL = { testU01: 10, dieharder: 100 };

const USAGE = `npm run randomness -- [--only WALK | --crush WALK,WALK [--tests 1,2,5]] [--jobs N] [--write]

Without options SmallCrush over every walk, either word and both, straight and with bits turned round.
--only WALK   SmallCrush over both words of one walk
--crush WALK,WALK  Crush over both words of walks, test by test; what is finished is not run again after a stop
--jobs N      so many at once (default: all cores)
--write       puts the result into test/random/testU01/results.json; then run: npm run docs -- --code
Walks: ${walkNames.join(', ')}`;

/** Tests the raw words of draws with TestU01 and prints a table. Gives the exit code: 1 where a stream does not pass. */
export async function main(words: readonly string[], root: string): Promise<number> {
  const asked = readOptions(words);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const tools = findTools(root);
  if ('none' in tools || (asked.crush && !('testU01' in tools))) {
    const why = 'none' in tools ? tools.none : 'TestU01 cannot be had';
    console.error(`!! ${why}: THE TESTS OF RANDOMNESS ARE LEFT OUT`);
    return process.env.CI || asked.crush ? 1 : 0;
  }
  if ('dieharder' in tools) console.error(`!! no TestU01 (${tools.why}): dieharder stands in for it`);

  if (
    !(await refusesConstants(
      smallBattery(root, tools),
      CONTROL['testU01' in tools ? 'testU01' : 'dieharder'],
    ))
  )
    throw new Error('words that are all alike pass: nothing would be shown');

  const records: StreamRecord[] = [];
  const from = origin(root, TRIED);
  const trialOf = (battery: string, seconds: number): Trial => ({
    battery,
    ...from,
    command: commandOf('randomness', words),
    seconds: Math.round(seconds),
    jobs: asked.jobs,
    streams: records,
  });
  const written = (file: string): void => console.error(`wrote ${file}; now run npm run docs -- --code`);
  const told = (record: StreamRecord): StreamRecord => {
    console.error(`${nameOf(record)}: ${record.passed ? 'passed' : 'FAILED'} (${record.seconds} s)`);
    return record;
  };

  if (asked.crush && 'testU01' in tools) {
    const battery = testU01(root, tools.testU01, 'crush');
    const tests = asked.tests ?? Array.from({ length: battery.tests }, (_, at) => at + 1);
    let seconds = 0;
    for (const walk of asked.crush) {
      const began = performance.now();
      const done = doneFile(root, `crush-${walk}`, from.commit);
      records.push(
        told(await tryByTest(battery, { ...mixed, walk }, tests, asked.jobs, done, console.error)),
      );
      // Tests that an earlier call has run took their time then, so many at once.
      seconds += Math.max((performance.now() - began) / 1000, records.at(-1)!.seconds / asked.jobs);
      // After each stream, so that a stop loses none.
      if (asked.write) written(writeCrush(root, trialOf(battery.name, seconds)));
    }
    console.log(trialTable(trialOf(battery.name, seconds)));
  } else {
    const battery = smallBattery(root, tools);
    const began = performance.now();
    const chosen: readonly Stream[] = asked.only ? [{ ...mixed, walk: asked.only }] : streams;
    records.push(
      ...(await inParallel(chosen, asked.jobs, async (stream) => told(await tryStream(battery, stream)))),
    );
    const trial = trialOf(battery.name, (performance.now() - began) / 1000);
    console.log(trialTable(trial));
    if (asked.write) written(writeSmallCrush(root, trial));
  }
  return records.every(({ passed }) => passed) ? 0 : 1;
}

interface Asked {
  only?: string;
  crush?: string[];
  tests?: number[];
  jobs: number;
  write: boolean;
}

/** Undefined where the words cannot be used. */
function readOptions(words: readonly string[]): Asked | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        only: { type: 'string' },
        crush: { type: 'string' },
        tests: { type: 'string' },
        jobs: { type: 'string', default: String(availableParallelism()) },
        write: { type: 'boolean', default: false },
      },
    });
    const crush = values.crush?.split(',');
    const walks = [...(values.only === undefined ? [] : [values.only]), ...(crush ?? [])];
    const tests = values.tests?.split(',').map(Number);
    const jobs = Number(values.jobs);
    const sound =
      (values.only === undefined || crush === undefined) &&
      new Set(walks).size === walks.length &&
      walks.every((walk) => (walkNames as readonly string[]).includes(walk)) &&
      (tests === undefined ||
        (crush !== undefined && tests.every((test) => test >= 1 && test <= CRUSH_TESTS))) &&
      // A part of a trial is none that a page could tell.
      !(values.write && (values.only !== undefined || tests !== undefined)) &&
      Number.isInteger(jobs) &&
      jobs > 0;
    return sound ? { only: values.only, crush, tests, jobs, write: values.write } : undefined;
  } catch {
    return undefined;
  }
}
