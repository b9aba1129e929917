import { simulateReplicate } from '../../../src/simulation/index.ts';
import { measureKey } from '../../../src/tables/rows.ts';
import type { Numbers } from '../runs.ts';
import type { Reading } from './index.ts';

/** All measures of the designs, and of their companion worlds where some are asked for; undefined ones are NaN. */
export const measures: Reading = (loaded, replicate, { only, reference }) => {
  const worlds = reference === undefined ? [] : [reference];
  const { designs } = simulateReplicate(loaded, replicate, {
    references: worlds,
    yardsticks: worlds,
    clientTable: false,
    designs: only,
  });
  const found: Record<string, Numbers> = {};
  for (const { design, rows } of designs)
    found[design] = Object.fromEntries(
      rows.map(({ measure, slice, value }) => [measureKey(measure, slice), value ?? Number.NaN]),
    );
  return found;
};
