import type { Part } from './fact.ts';

type Values = Part['values'];

/** A number of one design. */
export const level =
  (runs: string, design: string, key: string): Values =>
  (found) =>
    found[runs](design, key);

/** A number of one design less that of another, in the same replicate and so on the same luck. */
export const contrast =
  (runs: string, key: string, { of, less }: { of: string; less: string }): Values =>
  (found) => {
    const base = found[runs](less, key);
    return found[runs](of, key).map((value, at) => value - base[at]);
  };

/** One number of a design less another of the same design and replicate. */
export const gap =
  (runs: string, design: string, key: string, less: string): Values =>
  (found) => {
    const base = found[runs](design, less);
    return found[runs](design, key).map((value, at) => value - base[at]);
  };

/** One number of a design over another of the same design and replicate. */
export const ratio =
  (runs: string, design: string, key: string, over: string): Values =>
  (found) => {
    const base = found[runs](design, over);
    return found[runs](design, key).map((value, at) => value / base[at]);
  };
