import { simulateReplicate } from '../../../src/simulation/index.ts';
import { measureKey } from '../../../src/tables/rows.ts';
import type { Numbers } from '../runs.ts';
import { clientNumbers } from './clients.ts';
import { halfYears } from './halfYears.ts';
import type { Reading } from './index.ts';

/**
 * All measures of the designs, and of their companion worlds where some are asked for, undefined ones as NaN; beside them
 * what {@link clientNumbers} and {@link halfYears} count, which a user can count from clients' tables and weekly.csv.
 */
export const measures: Reading = (loaded, replicate, { only, reference }) => {
  const worlds = reference === undefined ? [] : [reference];
  const { designs } = simulateReplicate(loaded, replicate, {
    references: worlds,
    yardsticks: worlds,
    clientTable: true,
    designs: only,
  });
  const found: Record<string, Numbers> = {};
  for (const { design, rows, clients, weekly } of designs)
    found[design] = {
      ...Object.fromEntries(
        rows.map(({ measure, slice, value }) => [measureKey(measure, slice), value ?? Number.NaN]),
      ),
      ...(clients && clientNumbers(clients)),
      ...halfYears(weekly),
    };
  return found;
};
