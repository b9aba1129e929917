import type { ReplicateResult } from '../simulation/contract.ts';
import { csvField, csvLine } from '../tables/csv.ts';

export const measuresHeader = csvLine(['design', 'replicate', 'measure', 'slice', 'value', 'why']);

/** What a row is of, as its line has it. */
interface Written {
  measure: string;
  slice: string;
  text: string;
}

/** Lines of `measures.csv`. Replicates have mostly the same rows, of which only the values are written anew. */
export class MeasureLines {
  private byDesign = new Map<string, Written[]>();

  of({ replicate, designs }: ReplicateResult): string {
    let lines = '';
    for (const { design, rows } of designs) {
      const start = `${csvField(design)},${replicate},`;
      const written = this.byDesign.get(design) ?? [];
      this.byDesign.set(design, written);
      for (let i = 0; i < rows.length; i++) {
        const { measure, slice, value, why } = rows[i];
        if (written[i]?.measure !== measure || written[i].slice !== slice)
          written[i] = { measure, slice, text: `${csvField(measure)},${csvField(slice)},` };
        lines += `${start}${written[i].text}${csvField(value)},${csvField(value === null ? why : '')}\n`;
      }
    }
    return lines;
  }
}
