import { measureMemory } from './memory.ts';
import { openPilot, WEEKS } from './pilot.ts';
import { printTable } from './print.ts';

/** Clients of the runs, each ten times the one before. */
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** Small runs are repeated until this many clients were lived, and the fastest counts. */
const ENOUGH = 50_000;

/**
 * How time and memory grow with the number of clients, on one core, twins beside, without measures: the largest run
 * is a million clients for two years.
 */
export function benchLarge(): void {
  console.log(
    `\nThe full model by size: a hundred clients a key worker, ${WEEKS} weeks, twins beside, one core`,
  );
  measureMemory(openPilot(100), false);
  const runs = SIZES.map((clients) => {
    const pilot = openPilot(clients / 100);
    const repeats = Math.max(1, Math.ceil(ENOUGH / clients));
    const all = Array.from({ length: repeats }, () => measureMemory(pilot, false));
    return { clients, ...all.reduce((best, one) => (one.seconds < best.seconds ? one : best)) };
  });
  printTable(
    ['clients', 'seconds', 'ns a client-week', 'bytes a client', 'heap growth, KiB'],
    runs.map(({ clients, seconds, bytesPerClient, growth }) => [
      clients.toLocaleString('en'),
      seconds.toFixed(2),
      ((seconds * 1e9) / (clients * WEEKS)).toFixed(0),
      bytesPerClient.toFixed(0),
      (growth / 1024).toFixed(0),
    ]),
  );
  const exponent = slope(
    runs.map(({ clients }) => Math.log(clients)),
    runs.map(({ seconds }) => Math.log(seconds)),
  );
  console.log(
    `Growth: time goes with clients to the power of ${exponent.toFixed(3)} (least squares of logarithms).`,
  );
  console.log(`Peak memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB.`);
}

/** Slope of the straight line of least squares. */
function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const top = x.reduce((sum, value, at) => sum + (value - mx) * (y[at] - my), 0);
  return top / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}
