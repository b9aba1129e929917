import { needNow, needWeights } from '../model/people/need.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { NOBODY_ATTACHED, wasAttached } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { ratioRows, SliceCounts, SliceSums } from './slices.ts';

const measures: MeasureDoc[] = [
  {
    id: 'outcomes.service',
    kind: 'world',
    unit: 'trust, index from 0 to 1',
    better: 'higher',
    definition: 'Mean trust of attached clients in the service when they leave, or at the end.',
    formula: 'Mean over attached clients of trust at the end of attachment.',
    reading: 'High: clients were met well, whatever came of it.',
    caveat: 'Trust is a state of the model, not an answer to a survey.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'outcomes.contact',
    kind: 'world',
    unit: 'hours a client',
    definition: 'Mean hours of real contact that an attached client had in all.',
    formula: 'Hours with roles whose contact moves barriers, whole attachment / attached clients.',
    reading: 'The service as received, beside outcomes.service.',
    caveat: 'Long stays have more hours.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'outcomes.change',
    kind: 'world',
    unit: 'share of need at referral',
    better: 'higher',
    definition: 'Fall of need from referral to the end of attachment, as a share of need at referral.',
    formula:
      'Σ (need at referral − need at the end of attachment) / Σ need at referral, over attached clients.',
    reading: 'Above 0: barriers fell. Below 0: they rose.',
    caveat: 'Not net of the twins; barriers drift back after the service.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'outcomes.maintenance',
    kind: 'world',
    unit: 'need, index from 0 to 1',
    better: 'higher',
    definition:
      'Deterioration prevented: how much lower a client’s need ends than the twin’s, where the twin got worse.',
    formula:
      'Mean of (twin’s need − client’s need) at the end of follow-up, over attached clients whose twin’s need rose since referral.',
    reading: 'Above 0: the service keeps people from getting worse.',
    caveat: 'Undefined where no twin gets worse, as without wear in the scenario.',
    slices: ['fifth', 'group'],
  },
];

/** The three kinds of outcome: how people were served, what changed, what was kept from getting worse. */
export const kinds: MeasureFamily = {
  id: 'kinds',
  measures,
  create: (setup) => new KindsObserver(setup),
};

class KindsObserver implements MeasureObserver {
  private readonly setup: MeasureSetup;
  private readonly weights: number[];
  /** [row] need at the end of attachment; NaN until then. */
  private readonly needAtEnd: Float64Array;

  constructor(setup: MeasureSetup) {
    this.setup = setup;
    this.weights = needWeights(setup.scenario);
    this.needAtEnd = new Float64Array(setup.world.people.count).fill(Number.NaN);
  }

  observe(world: World): void {
    const { rows, count } = this.setup.tallies.stepRows.left;
    for (let at = 0; at < count; at++)
      this.needAtEnd[rows[at]] = needNow(world.clients, this.weights, rows[at]);
  }

  finish(world: World): MeasureRow[] {
    const { people, service, clients, twins } = world;
    const { tallies } = this.setup;
    const { from, to } = tallies.cohort;
    const [attached, worse] = [new SliceCounts(world), new SliceCounts(world)];
    const sums = () => new SliceSums(world);
    const [trust, contact, start, fall, prevented] = Array.from({ length: 5 }, sums);
    for (let row = from; row < to; row++) {
      if (!wasAttached(world, row)) continue;
      attached.add(row);
      trust.add(row, tallies.trustAtLeaving(world, row));
      contact.add(row, service.contactHours[row]);
      const needEnd = needNow(clients, this.weights, row);
      // Who left the window while attached stopped changing then, so that need now is need at the end.
      const atEnd = Number.isNaN(this.needAtEnd[row]) ? needEnd : this.needAtEnd[row];
      start.add(row, people.need[row]);
      fall.add(row, people.need[row] - atEnd);
      const twinEnd = needNow(twins, this.weights, row);
      if (twinEnd <= people.need[row]) continue;
      worse.add(row);
      prevented.add(row, twinEnd - needEnd);
    }
    const byClient = { fifth: true, group: true };
    return [
      ...ratioRows('outcomes.service', trust, attached, byClient, NOBODY_ATTACHED),
      ...ratioRows('outcomes.contact', contact, attached, byClient, NOBODY_ATTACHED),
      ...ratioRows('outcomes.change', fall, start, byClient, NOBODY_ATTACHED),
      ...ratioRows('outcomes.maintenance', prevented, worse, byClient, 'no twin got worse'),
    ];
  }
}
