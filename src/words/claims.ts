import type { CheckedClaim, ClaimVerdict } from '../tables/claims.ts';
import { listInWords } from './format.ts';
import type { ReportTables } from './tables.ts';

/** "4 of 6 hold, 1 does not and 1 cannot be told". */
export function claimsInWords(claims: readonly CheckedClaim[]): string {
  const counted = (verdict: ClaimVerdict) => claims.filter((claim) => claim.verdict === verdict).length;
  const [holding, failing, untold] = [counted('holds'), counted('fails'), counted('untold')];
  return listInWords([
    `${holding} of ${claims.length} ${holding === 1 ? 'holds' : 'hold'}`,
    ...(failing > 0 ? [`${failing} ${failing === 1 ? 'does' : 'do'} not`] : []),
    ...(untold > 0 ? [`${untold} cannot be told`] : []),
  ]);
}

/** What became of the scenario's claims. Empty where it makes none. */
export function claimsSentence({ claims = [] }: ReportTables): string {
  return claims.length === 0
    ? ''
    : `Of the claims that the scenario makes beforehand ${claimsInWords(claims)}.`;
}
