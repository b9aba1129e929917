import { createHash } from 'node:crypto';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import type { DesignResult } from '../../src/simulation/contract.ts';
import { type Scenario, simulateReplicate } from '../../src/simulation/index.ts';

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(
      JSON.stringify(value, (_, held) =>
        ArrayBuffer.isView(held) ? Array.from(held as never, String) : held,
      ),
    )
    .digest('hex')
    .slice(0, 16);

/** What one design came to, as digests: every row with its slices, every week, every client and caseworker. */
function digests({ rows, weekly, clients, caseworkers }: DesignResult): string {
  return `rows ${digest(rows)} weekly ${digest(weekly)} clients ${digest(clients)} caseworkers ${digest(caseworkers)}`;
}

/** Replicate 0 of all designs with the companions that measures ask for and two more. */
const replicate = (loaded: LoadedScenario<Scenario>) =>
  simulateReplicate(loaded, 0, { references: ['equalTime', 'noService'], clientTable: true }).designs;

const linesOf = (designs: readonly DesignResult[]): string =>
  designs.map((result) => `${result.design}: ${digests(result)}\n`).join('');

/** A line of digests for each design. */
export const digestLines = (loaded: LoadedScenario<Scenario>): string => linesOf(replicate(loaded));

/**
 * The measures of the first design that are not sliced, each to the last digit, so that a reader sees what moved; and
 * a line of digests for each design, so that nothing moves unseen.
 */
export function replicateLines(loaded: LoadedScenario<Scenario>): string {
  const designs = replicate(loaded);
  const whole = designs[0].rows.filter(({ slice }) => slice === '');
  const measures = whole.map(({ measure, value }) => `${measure} ${value ?? 'undefined'}\n`);
  return `${measures.join('')}\n${linesOf(designs)}`;
}
