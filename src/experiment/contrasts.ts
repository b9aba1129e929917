import { contrastFamilies, type MeasuredValues } from '../measures/index.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import type { DesignResult, ReplicateResult } from '../simulation/contract.ts';
import { measureKey } from '../tables/rows.ts';

/**
 * The replicate with its contrast measures: rows computed from a design's rows and the base design's, after all
 * other rows of the design and in the order of the registry. What is handed in stays as it is, and so do companion worlds.
 *
 * @throws Error where the base design is not in the replicate.
 */
export function withContrasts(
  result: ReplicateResult,
  base: string,
  settings: Scenario['measures'],
  yardsticks: Readonly<Record<string, string>> = {},
): ReplicateResult {
  const baseResult = result.designs.find(({ design }) => design === base);
  if (!baseResult) throw new Error(`replicate ${result.replicate} has no design ${base}`);
  const baseValues = valuesOf(baseResult);
  const designs = result.designs.map((design) => {
    if (design.design in yardsticks) return design;
    const own = design === baseResult ? baseValues : valuesOf(design);
    const rows = contrastFamilies.flatMap((family) => family.rows(own, baseValues, settings));
    return rows.length === 0 ? design : { ...design, rows: [...design.rows, ...rows] };
  });
  return { ...result, designs };
}

/** By key. They are looked through for the few that a contrast asks for: a table of all would take longer. */
function valuesOf({ rows }: DesignResult): MeasuredValues {
  return (key) =>
    rows.find(({ measure, slice }) => key.startsWith(measure) && measureKey(measure, slice) === key);
}
