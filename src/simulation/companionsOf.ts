import type { Scenario } from '../model/schema/scenario.ts';
import type { CompanionName } from './contract.ts';

/** Companion worlds of a design, by what its measures ask and what is asked beside. */
export function companionsOf(
  { measures }: Scenario,
  references: readonly CompanionName[],
): Set<CompanionName> {
  const wanted = new Set<CompanionName>([...measures.references, ...references]);
  if (measures.decomposition.event !== '') wanted.add('noService');
  return wanted;
}
