import type { Scenario } from '../model/schema/scenario.ts';
import type { World } from '../model/world.ts';
import { cumulativeIncidence, incidenceAt } from '../statistics/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { RowRange } from './cohort.ts';
import { lastFollowed, NOBODY_ATTACHED, wasAttached } from './follow.ts';
import { FIFTHS, fifthSlice, valueRow } from './slices.ts';

const FOLLOWED = 0;
const OUTCOME = 1;
const LEFT = 2;

/** Steps from attachment until the outcome, leaving or the end of following, and which of them it was. */
export interface OutcomeTimes {
  rows: number[];
  /** The step of attachment is step 1. */
  steps: Int32Array;
  causes: Uint8Array;
}

/** The life-table data of the attached clients of a cohort. */
export function outcomeTimes(scenario: Scenario, cohort: RowRange, world: World): OutcomeTimes {
  const { service, phase } = world;
  const rows: number[] = [];
  for (let row = cohort.from; row < cohort.to; row++) if (wasAttached(world, row)) rows.push(row);
  const steps = new Int32Array(rows.length);
  const causes = new Uint8Array(rows.length);
  rows.forEach((row, at) => {
    const start = service.attachedAt[row];
    const last = lastFollowed(world, scenario.clock.followUp, row);
    const outcome = service.hadFirst[phase.mainEvent][row];
    const ended = service.endedAt[row];
    if (outcome >= 0) {
      steps[at] = outcome - start + 1;
      causes[at] = OUTCOME;
    } else if (ended >= 0 && ended < last) {
      steps[at] = ended - start + 1;
      causes[at] = LEFT;
    } else {
      // Who is completed because following ends was not seen to leave.
      steps[at] = Math.max(0, last - start + 1);
      causes[at] = FOLLOWED;
    }
  });
  return { rows, steps, causes };
}

/** outcome.rate for the whole, each fifth and each group. */
export function outcomeRates(scenario: Scenario, cohort: RowRange, world: World): MeasureRow[] {
  const { people, names } = world;
  const { rows, steps, causes } = outcomeTimes(scenario, cohort, world);
  const horizon = Math.min(scenario.measures.horizon, scenario.clock.followUp);
  const rate = (slice: string, belongs: (row: number) => boolean): MeasureRow => {
    const weights = Float64Array.from(rows, (row) => (belongs(row) ? 1 : 0));
    if (!weights.includes(1)) return valueRow('outcome.rate', slice, null, NOBODY_ATTACHED);
    const table = cumulativeIncidence(steps, causes, 2, horizon, weights);
    const value = incidenceAt(table, OUTCOME, horizon);
    return valueRow(
      'outcome.rate',
      slice,
      value,
      `nobody was followed for ${horizon / world.clock.stepsPerWeek} weeks`,
    );
  };
  return [
    rate('', () => true),
    ...Array.from({ length: FIFTHS }, (_, k) => rate(fifthSlice(k), (row) => people.fifth[row] === k)),
    ...names.groups.map((group, k) => rate(`group=${group}`, (row) => people.group[row] === k)),
  ];
}
