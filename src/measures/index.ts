export type { ContrastFamily, MeasuredValues } from './contrast.ts';
export { leaningRows } from './creaming.ts';
export { hoursPerWeek } from './hours.ts';
export type {
  Companions,
  FinishedWorld,
  MeasureDoc,
  MeasureFamily,
  MeasureObserver,
  MeasureSetup,
} from './measure.ts';
export { parkedRows } from './parking.ts';
export {
  contrastFamilies,
  createObservers,
  measureCatalogue,
  measureFamilies,
  type WorldObservers,
} from './registry.ts';
export { FIFTHS } from './slices.ts';
export { type ClientWeeks, Tallies } from './tallies.ts';
