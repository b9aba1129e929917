import { exp } from '../../random/index.ts';

/** What a partner weighs when it says how much effort it will give. */
export interface Considered {
  /** Effort that it gives whatever is paid, in [0, 1]. */
  priority: number;
  /** Mean trust in the others, in [0, 1]; 1 where there are none. */
  trust: number;
  /** Its share of what is earned, and how much hangs on it. */
  share: number;
  influence: number;
  /** Weight of the others’ share, in [0, 1]. */
  coordination: number;
  /** Money believed at stake if all gave full effort, and what its own full effort costs, over the same time. */
  stake: number;
  cost: number;
  response: number;
}

/**
 * Effort that a partner promises, in [0, 1]:
 * e = 1 − (1 − priority) · exp(−response · x), x = max(0, trust · (s + κ(1 − s)) · ν · stake / cost).
 * It counts only its own share s of what its own part ν brings, and of the others’ share what coordination κ makes it
 * count: so the more partners share, the less each gives. Effort that costs nothing is given in full as soon as
 * anything is at stake for it.
 */
export function promisedEffort(c: Considered): number {
  const worth = c.trust * (c.share + c.coordination * (1 - c.share)) * c.influence * c.stake;
  if (worth <= 0 || c.response === 0) return c.priority;
  if (c.cost <= 0) return 1;
  return 1 - (1 - c.priority) * exp((-c.response * worth) / c.cost);
}
