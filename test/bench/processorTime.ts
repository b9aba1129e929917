/**
 * Seconds of processor time of this process so far, in user and system mode, over all its threads: the collector's
 * helpers count too. On a machine that does other things beside it says more than the clock on the wall.
 */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
