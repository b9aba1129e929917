import type { ReplicateResult } from '../simulation/contract.ts';
import type { CheckedClaim } from '../tables/claims.ts';
import { measureKey } from '../tables/rows.ts';
import { CLAIMED, type Claim, type ClaimTally, type Condition, YARDSTICK } from './claimTally.ts';
import { conditionHolds, judgeClaim } from './claimVerdict.ts';
import { MomentColumns, type MomentColumnsState } from './momentColumns.ts';

export type ClaimFoldState = Record<
  string,
  { conditions: { moments: MomentColumnsState; why?: string }[]; defined: number; holding: number }
>;

/** A number, or the reason why there is none. */
type Reading = { value: number } | { why: string };

/** Follows the scenario's claims replicate by replicate. Memory does not grow with the number of replicates. */
export class ClaimFold {
  private tallies = new Map<string, ClaimTally>();
  private claims: Readonly<Record<string, Claim>>;
  private base: string;

  constructor(claims: Readonly<Record<string, Claim>>, base: string) {
    this.claims = claims;
    this.base = base;
    for (const [id, claim] of Object.entries(claims)) {
      const named: [string, Condition][] = [['', claim], ...Object.entries(claim.and)];
      this.tallies.set(id, {
        conditions: named.map(([name, condition]) => ({ name, condition, moments: new MomentColumns() })),
        defined: 0,
        holding: 0,
      });
    }
  }

  /** Takes the next replicate, contrasts included. */
  add(result: ReplicateResult): void {
    if (this.tallies.size === 0) return;
    const read = readerOf(result);
    for (const tally of this.tallies.values()) {
      let defined = true;
      let holding = true;
      for (const one of tally.conditions) {
        const found = this.valueOf(one.condition, read);
        if ('why' in found) {
          one.why ??= found.why;
          defined = false;
        } else {
          one.moments.push(CLAIMED, found.value);
          holding &&= conditionHolds(one.condition, found.value);
        }
        const { measure, design, against } = one.condition;
        const yardstick = read(against || design || this.base, measure);
        if ('value' in yardstick) one.moments.push(YARDSTICK, yardstick.value);
      }
      if (!defined) continue;
      tally.defined++;
      if (holding) tally.holding++;
    }
  }

  /** Every claim in the order of the file, judged by the replicates so far. */
  checked(): CheckedClaim[] {
    return [...this.tallies].map(([id, tally]) => judgeClaim(id, this.claims[id], tally, this.base));
  }

  state(): ClaimFoldState {
    return Object.fromEntries(
      [...this.tallies].map(([id, { conditions, defined, holding }]) => [
        id,
        {
          conditions: conditions.map(({ moments, why }) => ({
            moments: moments.state(),
            ...(why !== undefined && { why }),
          })),
          defined,
          holding,
        },
      ]),
    );
  }

  restore(state: ClaimFoldState): void {
    for (const [id, tally] of this.tallies) {
      const stored = state[id];
      tally.defined = stored.defined;
      tally.holding = stored.holding;
      tally.conditions.forEach((one, index) => {
        one.moments = MomentColumns.from(stored.conditions[index].moments);
        if (stored.conditions[index].why !== undefined) one.why = stored.conditions[index].why;
      });
    }
  }

  /** What is claimed of: the sum over measures of one design, less the same of another design. */
  private valueOf(condition: Condition, read: Reader): Reading {
    const { design, against } = condition;
    const own = sumOf(condition, (key) => read(design || this.base, key));
    if (against === '') return own;
    return added(
      own,
      -1,
      sumOf(condition, (key) => read(against, key)),
    );
  }
}

type Reader = (design: string, key: string) => Reading;

/** The measure, what is added to it and what is taken off, in one design. */
function sumOf({ measure, plus, minus, times }: Condition, read: (key: string) => Reading): Reading {
  const more = plus === '' ? read(measure) : added(read(measure), 1, read(plus));
  return minus === '' ? more : added(more, -times, read(minus));
}

/** One number plus some times another; undefined where one of them is. */
function added(to: Reading, times: number, other: Reading): Reading {
  if ('why' in to) return to;
  return 'why' in other ? other : { value: to.value + times * other.value };
}

function readerOf({ designs }: ReplicateResult): Reader {
  const byDesign = new Map<string, Map<string, Reading>>();
  return (design, key) => {
    let values = byDesign.get(design);
    if (!values) {
      const rows = designs.find((each) => each.design === design)?.rows;
      if (!rows) return { why: `design ${design} was not run` };
      values = new Map(
        rows.map(({ measure, slice, value, why }) => [
          measureKey(measure, slice),
          value === null ? { why: why ?? 'undefined' } : { value },
        ]),
      );
      byDesign.set(design, values);
    }
    return values.get(key) ?? { why: `${key} is not measured` };
  };
}
