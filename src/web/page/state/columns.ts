import type { Column, LeverValue } from '../../engine/protocol.ts';

/** A design with one lever moved. */
export const withLever =
  (lever: string, value: LeverValue) =>
  (column: Column): Column => ({ ...column, levers: { ...column.levers, [lever]: value } });

/** A design with one lever, or all of them, where the scenario has them. */
export const withoutLevers =
  (lever?: string) =>
  (column: Column): Column => ({
    ...column,
    levers:
      lever === undefined
        ? {}
        : Object.fromEntries(Object.entries(column.levers).filter(([id]) => id !== lever)),
  });
