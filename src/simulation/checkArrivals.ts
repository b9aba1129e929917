import type { Scenario } from '../model/schema/scenario.ts';
import type { MeaningProblem } from './meaningProblem.ts';

/** Why a world whose arrivals replace who has left has no companions. */
export const companionsDiffer =
  'with clients.arrivals: replace people come at other times in every world, and companion worlds cannot be held against it';

/** What cannot be had where arrivals replace who has left: all that needs to know beforehand who comes when. */
export function checkArrivals(scenario: Scenario): MeaningProblem[] {
  const { clients, clock, incentives, measures } = scenario;
  if (clients.arrivals === 'stated') return [];
  const problems: MeaningProblem[] = [];
  const refuse = (path: string[], found: string, allowed: string, message: string): void => {
    problems.push({ path, message, found, allowed });
  };
  const unknown = 'with clients.arrivals: replace it is not known beforehand how many will come';
  if (clients.reserve === 0)
    refuse(['clients', 'reserve'], '0', 'at least 1', 'arrivals that replace need people in reserve');
  if (clients.growth !== 0)
    refuse(['clients', 'growth'], String(clients.growth), '0', 'places do not grow where arrivals replace');
  if (measures.references.length > 0)
    refuse(['measures', 'references'], measures.references.join(', '), 'none', companionsDiffer);
  if (measures.decomposition.event !== '')
    refuse(['measures', 'decomposition', 'event'], measures.decomposition.event, 'none', companionsDiffer);
  if (measures.cohort.from > 0)
    refuse(['measures', 'cohort', 'from'], String(measures.cohort.from), '0', `${unknown} each week`);
  if (measures.cohort.to < clock.referralWeeks)
    refuse(['measures', 'cohort', 'to'], String(measures.cohort.to), 'nothing', `${unknown} each week`);
  for (const [name, instrument] of Object.entries(incentives)) {
    if (instrument.kind === 'blockGrant' && instrument.places === undefined)
      refuse(['incentives', name, 'places'], 'nothing', 'a number of places', unknown);
    if (instrument.kind === 'target' && instrument.of === 'expected')
      refuse(['incentives', name, 'of'], 'expected', 'count or attached', unknown);
  }
  return problems;
}
