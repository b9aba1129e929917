import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WEEKS } from './caseload.ts';
import { caseloadArrays, caseloadEngine, caseloadInC } from './caseloadVersions.ts';
import { findCompiler } from './compiler.ts';
import { benchLarge } from './large.ts';
import { measureMemory } from './memory.ts';
import { page } from './page.ts';
import { peerVersions } from './peers.ts';
import { openPilot, runPilot } from './pilot.ts';
import { pilotEngine, pilotInC } from './pilotVersions.ts';
import { printMachine, printTimes } from './print.ts';
import { startUp } from './startup.ts';
import { threads } from './threads.ts';
import { alternate, median, type Version } from './versions.ts';

/**
 * How fast the engine is, beside programs written for one workload alone. Times are those of the weeks, warm, with the
 * versions in alternation in one run; starting processes, reading files, compiling and building worlds are left out.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    warm: { type: 'string', default: '8' },
    only: { type: 'string' },
    peers: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    startup: { type: 'boolean', default: false },
    threads: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const warm = Number(values.warm);
const compiler = findCompiler();
const folder = mkdtempSync(join(tmpdir(), 'streetlevel-bench-'));

/** 100 caseworkers with 100 clients each, and they themselves. */
const AGENT_WEEKS = (100 + 100 * 100) * WEEKS;

async function benchCaseload(): Promise<void> {
  console.log(
    `\nThe caseload workload: 100 caseworkers, 10,000 clients, ${WEEKS} weeks (median of ${rounds} rounds)`,
  );
  const program = compiler === undefined ? undefined : caseloadInC(folder);
  const versions: Version[] = [caseloadEngine, caseloadArrays, ...(program ? [program.version] : [])];
  printTimes(await alternate(versions, rounds, warm), 'an agent-week', () => AGENT_WEEKS);
  program?.close();
}

async function benchPilot(): Promise<void> {
  const pilot = openPilot(100);
  console.log(
    `\nThe full model: the activation pilot, 100 key workers, 10,000 clients, ${WEEKS} weeks (median of ${rounds} rounds)`,
  );
  const program = compiler === undefined ? undefined : pilotInC(folder, pilot);
  const versions: Version[] = [
    pilotEngine(pilot),
    {
      name: 'the same without measures',
      run: (replicate) => runPilot(pilot, replicate, { twins: 'beside', measures: false }),
    },
    {
      name: 'the same, twins lived before',
      run: (replicate) => runPilot(pilot, replicate, { twins: 'before', measures: false }),
    },
    ...(program ? [program.version] : []),
  ];
  printTimes(await alternate(versions, rounds, warm), 'a client-week', (counts) => counts['client-weeks']);
  program?.close();
}

/** The workload on agent libraries, in alternation with the engine. Peers are slow: a third of the rounds. */
async function benchPeers(): Promise<void> {
  console.log(
    `\nThe caseload workload on agent libraries from npm (median of ${Math.ceil(rounds / 3)} rounds)`,
  );
  const timed = await alternate([...(await peerVersions()), caseloadEngine], Math.ceil(rounds / 3), warm);
  printTimes(timed, 'an agent-week', () => AGENT_WEEKS);
  for (const { name, counts } of timed) {
    const starts = counts.map((each) => each['about job starts'] ?? each['job starts']);
    console.log(`${name}: ${median(starts).toFixed(0)} job starts a run`);
  }
}

function benchMemory(): void {
  console.log('\nMemory of the full model, one world of 10,000 clients with their twins');
  const pilot = openPilot(100);
  for (const measures of [false, true]) {
    const { bytesPerClient, growth } = measureMemory(pilot, measures);
    console.log(
      `${measures ? 'with measures' : 'the world alone'}: ${bytesPerClient.toFixed(0)} bytes of typed arrays a client; heap growth from week 10 to the end ${(growth / 1024).toFixed(0)} KiB`,
    );
  }
}

printMachine(compiler);
if (values.startup) startUp();
else if (values.threads) await threads();
else if (values.page) await page(folder);
else if (values.large) benchLarge();
else if (values.peers) await benchPeers();
else {
  if (values.only === undefined || values.only === 'caseload') await benchCaseload();
  if (values.only === undefined || values.only === 'pilot') await benchPilot();
  if (values.only === undefined || values.only === 'memory') benchMemory();
}
rmSync(folder, { recursive: true });
