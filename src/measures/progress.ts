import { needNow, needWeights } from '../model/people/need.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { wasAttached } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { ratioRows, SliceCounts, SliceSums } from './slices.ts';

const WHO = 'attached clients whose need was scored at least twice';

const measures: MeasureDoc[] = [
  {
    id: 'progress.scored',
    kind: 'world',
    unit: 'need, index from 0 to 1',
    definition: 'Fall of need from the first score on record to the last.',
    formula: `Mean over ${WHO} of first score − last score.`,
    reading: 'What a progress payment looks at. Hold it beside progress.true.',
    caveat: 'Scores are noisy and can be gamed. A payment is made on the lowest score, not the last.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'progress.true',
    kind: 'world',
    unit: 'need, index from 0 to 1',
    better: 'higher',
    definition: 'Fall of true need between the same two weeks.',
    formula: `Mean over ${WHO} of true need when first scored − true need when last scored.`,
    reading: 'Scored progress far above it: the record travels, the client does not.',
    caveat: 'Not net of the twins. Who was scored only once, such as early leavers, is not in it.',
    slices: ['fifth', 'group'],
  },
];

/** The distance travelled on record beside the true one. */
export const progress: MeasureFamily = {
  id: 'progress',
  measures,
  create: (setup) => new ProgressObserver(setup),
};

class ProgressObserver implements MeasureObserver {
  private readonly weights: number[];
  /** [row] at the first and the last score; NaN before. */
  private readonly firstScore: Float64Array;
  private readonly firstNeed: Float64Array;
  private readonly lastNeed: Float64Array;
  private readonly scores: Uint16Array;

  constructor(private readonly setup: MeasureSetup) {
    const { count } = setup.world.people;
    this.weights = needWeights(setup.scenario);
    this.firstScore = new Float64Array(count).fill(Number.NaN);
    this.firstNeed = new Float64Array(count).fill(Number.NaN);
    this.lastNeed = new Float64Array(count).fill(Number.NaN);
    this.scores = new Uint16Array(count);
  }

  observe(world: World): void {
    const { score, scoredAt } = world.service;
    for (let row = world.windowFrom; row < world.windowTo; row++) {
      if (scoredAt[row] !== world.step) continue;
      const need = needNow(world.clients, this.weights, row);
      if (this.scores[row]++ === 0) {
        this.firstScore[row] = score[row];
        this.firstNeed[row] = need;
      }
      this.lastNeed[row] = need;
    }
  }

  finish(world: World): MeasureRow[] {
    const scored = new SliceCounts(world);
    const [onRecord, inTruth] = [new SliceSums(world), new SliceSums(world)];
    const { from, to } = this.setup.tallies.cohort;
    for (let row = from; row < to; row++) {
      if (!wasAttached(world, row) || this.scores[row] < 2) continue;
      scored.add(row);
      onRecord.add(row, this.firstScore[row] - world.service.score[row]);
      inTruth.add(row, this.firstNeed[row] - this.lastNeed[row]);
    }
    const slicing = { fifth: true, group: true };
    const why = 'nobody was scored twice';
    return [
      ...ratioRows('progress.scored', onRecord, scored, slicing, why),
      ...ratioRows('progress.true', inTruth, scored, slicing, why),
    ];
  }
}
