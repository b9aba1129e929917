import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { ratioRow, valueRow } from './slices.ts';

const measures: MeasureDoc[] = [
  {
    id: 'openings.short',
    kind: 'world',
    unit: 'share of weeks',
    definition: 'Share of weeks in which somebody who was ready found no opening.',
    formula:
      'steps in which more people were ready than the pool had openings / steps of the run; people of the programme and rivals from outside alike. The whole is the pool in which it happened most often.',
    reading:
      'At 0 openings never ran out, and nobody’s outcome cost anybody else one. Above: what is added to one may be taken from another.',
    caveat:
      'It does not say how many found none, nor whose place they would have had: see displacement.share.',
    slices: ['pool'],
  },
];

/** Whether openings ran out. */
export const openings: MeasureFamily = {
  id: 'openings',
  measures,
  create: (setup) => new OpeningsObserver(setup),
};

class OpeningsObserver implements MeasureObserver {
  private readonly pools: readonly string[];
  /** [pool] steps in which somebody found none. */
  private readonly short: Float64Array;

  constructor({ scenario }: MeasureSetup) {
    this.pools = Object.keys(scenario.world.openings);
    this.short = new Float64Array(this.pools.length);
  }

  observe({ threshold }: World): void {
    for (let pool = 0; pool < this.short.length; pool++)
      if (threshold[pool] < Number.POSITIVE_INFINITY) this.short[pool]++;
  }

  finish({ steps }: World): MeasureRow[] {
    if (this.pools.length === 0) return [valueRow('openings.short', '', null, 'openings are unlimited')];
    const none = 'there is no week';
    return [
      ratioRow('openings.short', '', Math.max(...this.short), steps, none),
      ...this.pools.map((pool, at) =>
        ratioRow('openings.short', `pool=${pool}`, this.short[at], steps, none),
      ),
    ];
  }
}
