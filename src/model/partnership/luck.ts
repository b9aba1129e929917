import { type DrawStream, decisions, drawStream, nameIndex, type SeedKey } from '../../random/index.ts';

/** What befalls partners, the same in every design: by partner, with the area and the step as the draw’s own key. */
export interface PartnershipLuck {
  /** [partner] whether its leader leaves, and whether an inspection of it fails. */
  readonly turnover: readonly DrawStream[];
  readonly inspection: readonly DrawStream[];
  /** Whether a pool outside falls. */
  readonly elsewhere: DrawStream;
  /** [area] the number by which its draws are keyed, from its name, so that order in the file moves no luck. */
  readonly areas: readonly number[];
}

export function createPartnershipLuck(
  key: SeedKey,
  replicate: number,
  partners: readonly string[],
  areas: readonly string[],
): PartnershipLuck {
  const each = (decision: Parameters<typeof drawStream>[2]) =>
    partners.map((name) => drawStream(key, replicate, decision, nameIndex(name)));
  return {
    turnover: each(decisions.leaderTurnover),
    inspection: each(decisions.inspection),
    elsewhere: drawStream(key, replicate, decisions.poolElsewhere),
    areas: areas.map(nameIndex),
  };
}
