import type { MeasureValues } from '../../experiment/ranking/rankExperiment.ts';
import type { ReplicateResult } from '../../simulation/contract.ts';
import { type MeasureRow, measureKey } from '../../tables/rows.ts';

/** All rows of a question’s replicates: a ranking, `measures.csv` and what changed need each run. */
export class KeptValues {
  private readonly results: ReplicateResult[] = [];

  add(result: ReplicateResult): void {
    this.results.push(result);
  }

  get replicates(): readonly ReplicateResult[] {
    return this.results;
  }

  /** Values of measures by key and design. */
  of(keys: readonly string[]): Map<string, Map<string, MeasureValues>> {
    const found = new Map(keys.map((key) => [key, new Map<string, MeasureValues>()]));
    for (const { designs } of this.results)
      for (const { design, rows } of designs)
        for (const row of rows) {
          const byDesign = found.get(measureKey(row.measure, row.slice));
          if (byDesign) push(byDesign, design, row);
        }
    return found;
  }
}

function push(byDesign: Map<string, MeasureValues>, design: string, { value, why }: MeasureRow): void {
  const known = byDesign.get(design) ?? { values: [] };
  byDesign.set(design, known);
  known.values.push(value);
  if (value === null) known.why ??= why;
}
