import { measureMemory } from './memory.ts';
import { openPilot, WEEKS } from './pilot.ts';

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
    const best = all.reduce((least, one) => (one.seconds < least.seconds ? one : least));
    // A line as soon as it is known: the last one takes minutes.
    console.log(
      `${clients.toLocaleString('en').padStart(9)} clients: ${best.seconds.toFixed(2)} s of processor time, ` +
        `${((best.seconds * 1e9) / (clients * WEEKS)).toFixed(0)} ns a client-week, ` +
        `${best.bytesPerClient.toFixed(0)} bytes of typed arrays a client, ` +
        `heap growth from week 10 to the end ${(best.growth / 1024).toFixed(0)} KiB, ` +
        `peak of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
    );
    return { clients, ...best };
  });
  for (const from of [0, 1]) {
    const chosen = runs.slice(from);
    const power = slope(
      chosen.map(({ clients }) => Math.log(clients)),
      chosen.map(({ seconds }) => Math.log(seconds)),
    );
    console.log(
      `From ${chosen[0].clients.toLocaleString('en')} clients on time goes with their number to the power of ${power.toFixed(3)}.`,
    );
  }
}

/** Slope of the straight line of least squares. */
function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const top = x.reduce((sum, value, at) => sum + (value - mx) * (y[at] - my), 0);
  return top / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}
