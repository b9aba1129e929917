import { costDocs, costRows } from './costs.ts';
import type { MeasureFamily } from './measure.ts';
import { paymentDocs, paymentRows } from './payments.ts';

/** Who was paid what, and what an outcome cost. */
export const money: MeasureFamily = {
  id: 'money',
  measures: [...paymentDocs, ...costDocs],
  create: (setup) => ({ finish: (world) => [...paymentRows(world), ...costRows(setup, world)] }),
};
