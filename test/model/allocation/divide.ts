import { divideByPriority } from '../../../src/model/allocation/priority.ts';
import { divideByWaterline, type Line } from '../../../src/model/allocation/waterline.ts';

export interface Division {
  hours: number[];
  line: Line;
  /** The served claimants, in no order. */
  served: number[];
}

interface WaterlineCase {
  appeal: readonly number[];
  hours: number;
  tau?: number;
  shortest?: number;
  ties?: readonly number[];
}

/** The waterline as the model calls it. Ties are by position unless given. */
export function waterline({ appeal, hours, tau = 0.25, shortest = 0.5, ties }: WaterlineCase): Division {
  const n = appeal.length;
  const out = new Float64Array(n).fill(99);
  const order = new Int32Array(n);
  const line: Line = { served: -1, lambda: -1 };
  const keys = Uint32Array.from(ties ?? appeal.map((_, i) => i));
  divideByWaterline(Float64Array.from(appeal), keys, n, hours, tau, shortest, out, order, line);
  return { hours: [...out], line, served: [...order.subarray(0, line.served)] };
}

/** The priority rule as the model calls it. */
export function priority(
  appeal: readonly number[],
  needed: readonly number[],
  hours: number,
  ties: readonly number[] = appeal.map((_, i) => i),
): Division {
  const n = appeal.length;
  const out = new Float64Array(n).fill(99);
  const order = new Int32Array(n);
  const line: Line = { served: -1, lambda: -1 };
  divideByPriority(
    Float64Array.from(appeal),
    Uint32Array.from(ties),
    n,
    hours,
    Float64Array.from(needed),
    out,
    order,
    line,
  );
  return { hours: [...out], line, served: [...order.subarray(0, line.served)] };
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
