import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFile } from '../../src/backends/packageFiles.ts';

const ROUNDS = 3;
const MILLISECONDS_BETWEEN_LOOKS = 50;

/** Replicates so small that everything around them counts, the small scenario as it stands, and many points of it. */
const tiny = ['clients.referrals=2', 'caseworkers.roles.adviser.posts=3', 'clock.referralWeeks=13'];
const short = ['clock.followUp=26', 'measures.horizon=26', 'measures.window=26'];
const fees = 'incentives.startFee.amount=1000:5000:41';
const workloads: Record<string, string[]> = {
  '2,000 tiny replicates': ['run', 'first', '--replicates', '2000', ...settings([...tiny, ...short])],
  '41 points of `first` × 2 replicates': ['sweep', 'first', '--vary', fees, '--replicates', '2'],
  '20 replicates of the pilot at a tenth': [
    'run',
    'activation-pilot',
    '--scale',
    '0.1',
    '--replicates',
    '20',
  ],
};

function settings(all: readonly string[]): string[] {
  return all.flatMap((one) => ['--set', one]);
}

/** Seconds from the first task to the last, and processor time in it: of the main thread, the workers and V8's helpers. */
interface Used {
  wall: number;
  main: number;
  workers: number;
  helpers: number;
  /** Share of the wall time in which workers neither worked nor waited for a processor. */
  idle: number;
}

/** Processor time of each thread, and time in which it was ready and had no processor, in seconds; Linux alone tells. */
function threadsOf(pid: number): Map<number, { busy: number; ready: number }> {
  const found = new Map<number, { busy: number; ready: number }>();
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [busy, ready] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
      found.set(Number(thread), { busy: Number(busy) / 1e9, ready: Number(ready) / 1e9 });
    }
  } catch {
    // A thread or the process has ended between two lines.
  }
  return found;
}

async function measure(words: readonly string[], threads: number, folder: string): Promise<Used> {
  const line = [...words, '--threads', String(threads), '--out', join(folder, 'out'), '--force'];
  const child = spawn(process.execPath, [builtFile('streetlevel.js'), ...line], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const born = new Map<number, number>();
  // What was last seen of each thread: workers have ended when the command says that it draws.
  const seen: ReturnType<typeof threadsOf> = new Map();
  const look = () => {
    for (const [thread, used] of threadsOf(child.pid!)) {
      if (!born.has(thread)) born.set(thread, performance.now());
      seen.set(thread, used);
    }
  };
  const timer = setInterval(look, MILLISECONDS_BETWEEN_LOOKS);
  const began = await said(child, 'Running');
  const ended = await said(child, 'Drawing');
  look();
  clearInterval(timer);
  await new Promise((resolve) => child.on('exit', resolve));
  const main = seen.get(child.pid!)!.busy;
  const others = [...seen].filter(([thread]) => thread !== child.pid).sort(([, a], [, b]) => b.busy - a.busy);
  const workers = others.slice(0, threads);
  const sum = (list: typeof others) => list.reduce((total, [, { busy }]) => total + busy, 0);
  const idle = workers.map(([thread, { busy, ready }]) =>
    Math.max(0, 1 - (busy + ready) / ((ended - born.get(thread)!) / 1000)),
  );
  return {
    wall: (ended - began) / 1000,
    main,
    workers: sum(workers),
    helpers: sum(others.slice(threads)),
    idle: idle.reduce((total, one) => total + one, 0) / threads,
  };
}

/** When the command says so. */
function said(child: ChildProcess, word: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stderr!.on('data', (text) => String(text).includes(word) && resolve(performance.now()));
    child.on('exit', () => reject(new Error(`the command ended without "${word}"`)));
  });
}

/** One and two threads in alternation, the least of each figure over the rounds: other programs only ever add to them. */
export async function threads(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-threads-'));
  for (const [name, words] of Object.entries(workloads)) {
    const least = new Map<number, Used>();
    for (let round = 0; round < ROUNDS; round++)
      for (const count of [1, 2]) {
        const used = await measure(words, count, folder);
        const before = least.get(count) ?? used;
        for (const key of Object.keys(used) as (keyof Used)[]) used[key] = Math.min(used[key], before[key]);
        least.set(count, used);
      }
    console.log(`\n${name} (least of ${ROUNDS})`);
    for (const [count, { wall, main, workers, helpers, idle }] of least)
      console.log(
        `threads ${count}: ${wall.toFixed(1)} s; processor: workers ${workers.toFixed(2)}, V8's helpers ${helpers.toFixed(2)}, main ${main.toFixed(2)} s; workers idle ${(100 * idle).toFixed(1)}%`,
      );
    const [one, two] = [least.get(1)!, least.get(2)!];
    const all = ({ main, workers, helpers }: Used) => main + workers + helpers;
    console.log(
      `efficiency by the clock ${percent(one.wall / two.wall / 2)}; processor time of workers, 1 thread over 2: ${percent(one.workers / two.workers)}; of all threads: ${percent(all(one) / all(two))}`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
}

const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
