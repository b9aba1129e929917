import { handOverOf } from '../../../src/model/week/staff/handOver.ts';
import type { World } from '../../../src/model/world.ts';
import { runSmall } from '../../support/smallScenario.ts';
import type { Numbers } from '../runs.ts';
import type { Reading } from './index.ts';

const HALF_YEAR = 26;
/** The half-year, counted from 1, at whose start posts fall vacant and in which they stay so. */
const EMPTY_HALF = 4;
const SHOCK = (EMPTY_HALF - 1) * HALF_YEAR;

/**
 * Standards of a programme by half-year, `standard.hours[half=5]` (contact hours a client-week), `standard.burnout` (mean of who is in
 * post) and `standard.vacancy` (share of posts), as a design runs and, as `<design>@emptied`, where every third post falls vacant
 * after a year and a half and can be filled again half a year later. No setting of a scenario can do that. Steps are weeks.
 */
export const emptiedPosts: Reading = (loaded, replicate, { only }) =>
  Object.fromEntries(
    only.flatMap((id) => {
      const design = loaded.designs.findIndex((each) => each.id === id);
      const run = (shocked: boolean) =>
        standards((look) => runSmall(loaded, { design, replicate, look }), shocked);
      return [
        [id, run(false)],
        [`${id}@emptied`, run(true)],
      ];
    }),
  );

function standards(run: (look: (world: World) => void) => void, shocked: boolean): Numbers {
  const halves: { hours: number; weeks: number; burnout: number; present: number; posts: number }[] = [];
  run((world) => {
    const { step, caseworkers, service } = world;
    const half = (halves[Math.floor(step / HALF_YEAR)] ??= {
      hours: 0,
      weeks: 0,
      burnout: 0,
      present: 0,
      posts: 0,
    });
    half.weeks += service.attachedCount;
    for (let row = 0; row < caseworkers.count; row++) {
      half.hours += caseworkers.hoursGiven[row];
      half.burnout += caseworkers.present[row] * caseworkers.burnout[row];
      half.present += caseworkers.present[row];
      half.posts++;
    }
    // At the end of the last week before.
    if (shocked && step === SHOCK - 1) emptyThird(world, HALF_YEAR);
  });
  const numbers: Record<string, number> = {};
  halves.forEach(({ hours, weeks, burnout, present, posts }, at) => {
    numbers[`standard.hours[half=${at + 1}]`] = hours / weeks;
    numbers[`standard.burnout[half=${at + 1}]`] = burnout / present;
    numbers[`standard.vacancy[half=${at + 1}]`] = 1 - present / posts;
  });
  return numbers;
}

/** Every third post of those at the start falls vacant at once, for so many weeks. */
export function emptyThird(world: World, weeks: number): void {
  const { caseworkers, step } = world;
  for (let row = 0; row < caseworkers.count; row += 3) {
    caseworkers.present[row] = 0;
    caseworkers.vacantUntil[row] = step + weeks;
  }
  caseworkers.roster.stale = true;
  handOverOf(world, 0, (worker) => caseworkers.present[worker] === 0);
}
