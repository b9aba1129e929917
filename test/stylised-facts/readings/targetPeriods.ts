import { runSmall } from '../../support/smallScenario.ts';
import type { Reading } from './index.ts';

/** A period counts as just above its threshold up to a tenth beyond it. */
const JUST_ABOVE = 1.1;
/** Of the main event, in periods of so many weeks, for each office: what the target of the runs asks. */
const [PERIOD_WEEKS, THRESHOLD] = [4, 130];

/**
 * What offices report of the main event, period by period of four weeks, against a threshold of 130 each, whether or not anything hangs on it:
 * `target.above`, the share of periods that end above the threshold and by a tenth at most; `target.beyond`, the share that end higher; and
 * `target.before` and `target.after`, reports a step before the threshold is reached and after it, of periods in which it is; `target.mean`, reports a step in all
 * periods. The first quarter is left out, and periods that are not whole.
 */
export const targetPeriods: Reading = (loaded, replicate, { only }) =>
  Object.fromEntries(
    only.map((id) => {
      const design = loaded.designs.findIndex((each) => each.id === id);
      const { reports, phase, offices, clock } = runSmall(loaded, { design, replicate });
      const length = PERIOD_WEEKS * clock.stepsPerWeek;
      const referralSteps = phase.scenario.clock.referralWeeks;
      const counts = { periods: 0, events: 0, above: 0, beyond: 0 };
      const before = { events: 0, steps: 0 };
      const after = { events: 0, steps: 0 };
      for (let office = 0; office < offices.attached.length; office++)
        for (let from = 3 * length; from + length <= referralSteps; from += length) {
          let [sum, reachedAt] = [0, length];
          for (let step = 0; step < length; step++) {
            sum += reports.count(phase.mainEvent, [office], from + step, from + step + 1);
            if (sum >= THRESHOLD && reachedAt === length) reachedAt = step + 1;
          }
          counts.periods++;
          counts.events += sum;
          if (sum < THRESHOLD) continue;
          if (sum < THRESHOLD * JUST_ABOVE) counts.above++;
          else counts.beyond++;
          const until = reports.count(phase.mainEvent, [office], from, from + reachedAt);
          before.events += until;
          before.steps += reachedAt;
          after.events += sum - until;
          after.steps += length - reachedAt;
        }
      return [
        id,
        {
          'target.above': counts.above / counts.periods,
          'target.beyond': counts.beyond / counts.periods,
          'target.before': before.events / before.steps,
          'target.after': after.events / after.steps,
          'target.mean': counts.events / (counts.periods * length),
        },
      ];
    }),
  );
