import type { World } from '../model/world.ts';

/** Adds up a column over role × disposition, as those of `dutyHours`: the cells of one role or disposition, or all. */
export function sumCells({ names }: World, cells: Float64Array, role?: number, disposition?: number): number {
  const kinds = names.dispositions.length;
  return cells.reduce(
    (sum, hours, cell) =>
      (role === undefined || Math.floor(cell / kinds) === role) &&
      (disposition === undefined || cell % kinds === disposition)
        ? sum + hours
        : sum,
    0,
  );
}
