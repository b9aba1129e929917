import type { Scenario } from '../model/schema/scenario.ts';
import type { World } from '../model/world.ts';
import { incidenceAt } from '../statistics/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { RowRange } from './cohort.ts';
import { CENSORED, Fates } from './fates.ts';
import { lastFollowed, NOBODY_ATTACHED } from './follow.ts';
import { sliceEntries, valueRow } from './slices.ts';

const OUTCOME = 1;
const LEFT = 2;

/** Steps from attachment, itself step 1, until the outcome, leaving or the end of following. */
function outcomeFates(scenario: Scenario, { from, to }: RowRange, world: World): Fates {
  const { attachedAt, endedAt, hadFirst } = world.service;
  const outcomeAt = hadFirst[world.phase.mainEvent];
  const { followUp } = scenario.clock;
  const fates = new Fates(world, LEFT);
  for (let row = from; row < to; row++) {
    const start = attachedAt[row];
    if (start < 0) continue;
    const last = lastFollowed(world, followUp, row);
    const outcome = outcomeAt[row];
    const ended = endedAt[row];
    if (outcome >= 0) fates.add(row, outcome - start + 1, OUTCOME);
    else if (ended >= 0 && ended < last) fates.add(row, ended - start + 1, LEFT);
    // Who is completed because following ends was not seen to leave.
    else fates.add(row, Math.max(0, last - start + 1), CENSORED);
  }
  return fates;
}

/** outcome.rate for the whole, each fifth and each group. */
export function outcomeRates(scenario: Scenario, cohort: RowRange, world: World): MeasureRow[] {
  const fates = outcomeFates(scenario, cohort, world);
  const horizon = Math.min(scenario.measures.horizon, scenario.clock.followUp);
  const short = `nobody was followed for ${horizon / world.clock.stepsPerWeek} weeks`;
  return sliceEntries(world.names.groups, { fifth: true, group: true }).map(({ slice, index }) => {
    if (!fates.anybody(index)) return valueRow('outcome.rate', slice, null, NOBODY_ATTACHED);
    return valueRow(
      'outcome.rate',
      slice,
      incidenceAt(fates.incidence(index, horizon), OUTCOME, horizon),
      short,
    );
  });
}
