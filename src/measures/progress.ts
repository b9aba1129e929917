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

/** [row] scores so far, and score and true need at the first, true need at the last; what never was is not read. */
interface Scored {
  scores: Uint16Array;
  firstScore: Float64Array;
  firstNeed: Float64Array;
  lastNeed: Float64Array;
}

const scoredNever = (count: number): Scored => ({
  scores: new Uint16Array(count),
  firstScore: new Float64Array(count),
  firstNeed: new Float64Array(count),
  lastNeed: new Float64Array(count),
});

class ProgressObserver implements MeasureObserver {
  private readonly weights: number[];
  /** Absent until somebody is scored, as in most scenarios nobody ever is. */
  private scored: Scored | undefined;

  constructor(private readonly setup: MeasureSetup) {
    this.weights = needWeights(setup.scenario);
  }

  observe(world: World): void {
    const { score, scoredAt } = world.service;
    const { step, windowFrom, windowTo } = world;
    for (let row = windowFrom; row < windowTo; row++) {
      if (scoredAt[row] !== step) continue;
      this.scored ??= scoredNever(world.people.count);
      const { scores, firstScore, firstNeed, lastNeed } = this.scored;
      const need = needNow(world.clients, this.weights, row);
      if (scores[row]++ === 0) {
        firstScore[row] = score[row];
        firstNeed[row] = need;
      }
      lastNeed[row] = need;
    }
  }

  finish(world: World): MeasureRow[] {
    const scored = new SliceCounts(world);
    const [onRecord, inTruth] = [new SliceSums(world), new SliceSums(world)];
    const { from, to } = this.setup.tallies.cohort;
    if (this.scored !== undefined) {
      const { scores, firstScore, firstNeed, lastNeed } = this.scored;
      for (let row = from; row < to; row++) {
        if (!wasAttached(world, row) || scores[row] < 2) continue;
        scored.add(row);
        onRecord.add(row, firstScore[row] - world.service.score[row]);
        inTruth.add(row, firstNeed[row] - lastNeed[row]);
      }
    }
    const slicing = { fifth: true, group: true };
    const why = 'nobody was scored twice';
    return [
      ...ratioRows('progress.scored', onRecord, scored, slicing, why),
      ...ratioRows('progress.true', inTruth, scored, slicing, why),
    ];
  }
}
