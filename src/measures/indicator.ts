import type { StepColumn } from '../model/stepColumn.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { indicatorDocs } from './indicatorDocs.ts';
import type { Companions, MeasureFamily, MeasureSetup } from './measure.ts';
import { AFTER, BEFORE, type PeriodEvents } from './periodEvents.ts';
import { valueRow } from './slices.ts';

const NO_PEOPLE = 'nobody was in follow-up in a period';

/**
 * An indicator's rise taken apart: what would have risen anyway, what the served gained, what the others lost, and
 * what is only on paper. Our own split, exact by construction; no rows where the scenario does not ask for it.
 */
export const indicator: MeasureFamily = {
  id: 'indicator',
  measures: indicatorDocs,
  create: (setup) => ({ finish: (world, companions) => indicatorRows(setup, world, companions) }),
};

function indicatorRows(setup: MeasureSetup, world: World, { noService }: Companions): MeasureRow[] {
  const { event, recordOf } = setup.settings.decomposition;
  if (event === '') return [];
  const own = setup.tallies.periodEvents;
  const { attachedAt } = world.service;
  const row = (measure: string, value: number): MeasureRow => valueRow(measure, '', value, NO_PEOPLE);
  const reported = (period: number) =>
    own.reported(period, world, recordOf) / own.sums(period, attachedAt).people;
  // Counts are compared as whole numbers, so that a record that is true in every event adds exactly nothing.
  const beyondTruth = (period: number) => {
    const { people, served, others } = own.sums(period, attachedAt);
    return (own.reported(period, world, recordOf) - (served + others)) / people;
  };
  const now = trueRates(own, attachedAt);
  const rise = reported(AFTER) - reported(BEFORE);
  const rows = [
    row('indicator.before', reported(BEFORE)),
    row('indicator.after', reported(AFTER)),
    row('indicator.rise', rise),
  ];
  const reporting = row('indicator.reporting', beyondTruth(AFTER) - beyondTruth(BEFORE));
  if (noService === undefined) return [...rows, reporting];
  const without = trueRates(noService.tallies.periodEvents, attachedAt);
  const served = now.served - without.served;
  return [
    ...rows,
    row('indicator.trend', without.served + without.others),
    row('indicator.served', served),
    row('indicator.substitution', now.others - without.others),
    reporting,
    valueRow('indicator.servedShare', '', rise > 0 ? served / rise : null, 'the indicator did not rise'),
  ];
}

/** How far the true rates rose, split by who was served. */
function trueRates(events: PeriodEvents, attachedAt: StepColumn): { served: number; others: number } {
  const before = events.sums(BEFORE, attachedAt);
  const after = events.sums(AFTER, attachedAt);
  return {
    served: after.served / after.people - before.served / before.people,
    others: after.others / after.people - before.others / before.people,
  };
}
