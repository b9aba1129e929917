export type { ContrastFamily, MeasuredValues } from './contrast.ts';
export type {
  Companions,
  FinishedWorld,
  MeasureDoc,
  MeasureFamily,
  MeasureObserver,
  MeasureSetup,
} from './measure.ts';
export {
  contrastFamilies,
  createObservers,
  measureCatalogue,
  measureFamilies,
  measureFamilyIds,
  type WorldObservers,
} from './registry.ts';
export { Tallies } from './tallies.ts';
export { WeeklyObserver, weeklyDocs } from './weekly.ts';
