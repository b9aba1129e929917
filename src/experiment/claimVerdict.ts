import type { CheckedClaim, CheckedCondition, ClaimVerdict } from '../tables/claims.ts';
import { CLAIMED, type Claim, type ClaimTally, type Condition, YARDSTICK } from './claimTally.ts';

/** Whether one number lies where the condition claims; the ends belong to `between` and not to the others. */
export function conditionHolds({ is, value, to }: Condition, found: number): boolean {
  if (is === 'above') return found > value;
  if (is === 'below') return found < value;
  return value <= found && found <= to;
}

/**
 * Judges a claim. Claimed of the mean, it holds where the whole 95% interval of every condition lies where it is
 * claimed, and fails where the whole interval of one lies elsewhere. Claimed of a share of replicates, it holds
 * where all conditions hold together in at least that share of those in which all are defined; with fewer than
 * 1 / (1 − share) of these a single one would decide, so that nothing is told.
 */
export function judgeClaim(id: string, claim: Claim, tally: ClaimTally, base: string): CheckedClaim {
  const conditions = tally.conditions.map(({ name, condition, moments, why }): CheckedCondition => {
    const { mean, lo, hi, n } = moments.summary(CLAIMED);
    const { measure, plus, minus, times, design, against, is } = condition;
    const luck = condition.countedIn === 'luck' ? moments.summary(YARDSTICK).sd : 1;
    const from = luck === null ? null : condition.value * luck;
    const to = luck === null ? null : condition.to * luck;
    const isRange = is === 'between';
    return {
      name,
      measure,
      ...(plus !== '' && { plus }),
      ...(minus !== '' && { minus, ...(times !== 1 && { times }) }),
      design: design || base,
      ...(against !== '' && { against }),
      is,
      from,
      ...(isRange && { to }),
      ...(condition.countedIn === 'luck' && {
        inLuck: { value: condition.value, ...(isRange && { to: condition.to }) },
      }),
      mean,
      lo,
      hi,
      n,
      verdict: from === null || to === null ? 'untold' : intervalVerdict(is, from, to, lo, hi),
      ...(why !== undefined && { why }),
    };
  });
  const shared = claim.inShare > 0;
  // One run tells nothing of luck.
  const inRuns = conditions.every(({ inLuck }) => inLuck === undefined);
  return {
    id,
    title: claim.title || id,
    verdict: shared ? shareVerdict(claim.inShare, tally) : together(conditions.map(({ verdict }) => verdict)),
    ...(inRuns && {
      runs: {
        holding: tally.holding,
        defined: tally.defined,
        ...(shared && { claimed: claim.inShare }),
      },
    }),
    conditions,
    ...(claim.source !== '' && { source: claim.source }),
    ...(claim.note !== '' && { note: claim.note }),
  };
}

function intervalVerdict(
  is: Condition['is'],
  from: number,
  to: number,
  lo: number | null,
  hi: number | null,
): ClaimVerdict {
  if (lo === null || hi === null) return 'untold';
  if (is === 'above') return lo > from ? 'holds' : hi <= from ? 'fails' : 'untold';
  if (is === 'below') return hi < from ? 'holds' : lo >= from ? 'fails' : 'untold';
  if (from <= lo && hi <= to) return 'holds';
  return hi < from || lo > to ? 'fails' : 'untold';
}

/** Slack for shares such as 0.9 of 10, which binary fractions miss by a hair. */
const ROUNDING = 1e-9;

function shareVerdict(claimed: number, { holding, defined }: ClaimTally): ClaimVerdict {
  const fewest = claimed < 1 ? 1 / (1 - claimed) : 1;
  if (defined < fewest - ROUNDING) return 'untold';
  return holding >= claimed * defined - ROUNDING ? 'holds' : 'fails';
}

function together(verdicts: readonly ClaimVerdict[]): ClaimVerdict {
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.every((verdict) => verdict === 'holds') ? 'holds' : 'untold';
}
