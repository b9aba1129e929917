/** One program for a workload. */
export interface Version {
  name: string;
  /** Runs a replicate, warm, with building apart. */
  run(replicate: number): Run | Promise<Run>;
}

/** What one run gave. */
export interface Run {
  /** Processor time of the weeks alone. */
  seconds: number;
  /** What is counted, by name: the same in every version that draws the same luck. */
  counts: Record<string, number>;
}

/** The runs of one version. */
export interface Timed {
  name: string;
  seconds: number[];
  counts: Record<string, number>[];
}

/**
 * Runs all versions in turn, so that whatever else the machine does falls on all alike: first `warm` rounds that are not
 * counted, then `rounds`. Every round is another replicate.
 */
export async function alternate(
  versions: readonly Version[],
  rounds: number,
  warm: number,
): Promise<Timed[]> {
  const timed = versions.map(({ name }): Timed => ({ name, seconds: [], counts: [] }));
  for (let round = 0; round < warm + rounds; round++) {
    for (const [at, version] of versions.entries()) {
      const { seconds, counts } = await version.run(round);
      if (round < warm) continue;
      timed[at].seconds.push(seconds);
      timed[at].counts.push(counts);
    }
  }
  return timed;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
