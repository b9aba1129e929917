import { type Clock, weekOf } from '../model/clock.ts';
import { meanTrust } from '../model/partnership/trust.ts';
import type { World } from '../model/world.ts';
import type { WeeklySeries } from '../tables/rows.ts';

/** Names of the weekly series of partners with what each holds; only where there are partners. */
export const partnershipSeries: Record<string, string> = {
  jointEffort:
    'delivered joint effort of partners at the end of the week, in the mean over areas and in each; only with partners',
  leaderTrust:
    'trust of partners in one another at the end of the week, in the mean over areas and in each; only with partners',
};

/** Follows joint effort and trust of every area, as they stand at the end of each week. */
export class WeeklyPartnership {
  private readonly clock: Clock;
  /** [area][week] */
  private readonly effort: Float64Array[];
  private readonly trust: Float64Array[];

  constructor({ areas, clock, partnership, steps }: World) {
    this.clock = clock;
    const weeks = weekOf(clock, steps - 1) + 1;
    const each = () => (partnership === undefined ? [] : areas.names.map(() => new Float64Array(weeks)));
    this.effort = each();
    this.trust = each();
  }

  observe({ partnership, step }: World): void {
    if (partnership === undefined) return;
    const week = weekOf(this.clock, step);
    this.effort.forEach((weeks, area) => {
      weeks[week] = partnership.jointEffort[area];
      this.trust[area][week] = meanTrust(partnership.trust[area], partnership.names.length);
    });
  }

  finish({ areas }: World): WeeklySeries[] {
    const of = (series: string, byArea: readonly Float64Array[]): WeeklySeries[] => {
      if (byArea.length === 0) return [];
      const mean = byArea[0].map(
        (_, week) => byArea.reduce((sum, weeks) => sum + weeks[week], 0) / byArea.length,
      );
      return [
        { series, slice: '', values: mean },
        ...byArea.map((values, area) => ({ series, slice: `area=${areas.names[area]}`, values })),
      ];
    };
    return [...of('jointEffort', this.effort), ...of('leaderTrust', this.trust)];
  }
}
