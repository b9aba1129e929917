export { measureCatalogue } from '../measures/index.ts';
export { MOST_REPLICATES, type Scenario } from '../model/schema/scenario.ts';
export { UnrunnableError } from '../model/unrunnable.ts';
export { type PlannedStep, weekPlan } from '../model/week/plan.ts';
export { buildWorld } from './build.ts';
export {
  type Chair,
  ChairError,
  type ChairWish,
  type CollectedResult,
  divisionProblems,
  hoursSpent,
  openChair,
  overlayClass,
  readResult,
} from './chair/index.ts';
export { countedDifferently } from './checkDesigns.ts';
export { measureKeyProblems } from './checkMeasures.ts';
export { type Memory, memoryProblem } from './checkSize.ts';
export type {
  CompanionName,
  DesignResult,
  MeasureDoc,
  ReplicateOptions,
  ReplicateResult,
  ScenarioBundle,
  TableColumn,
  TakePiece,
} from './contract.ts';
export { companionNames, yardstickId } from './contract.ts';
export { idleSettings } from './idleSettings.ts';
export { bundleScenario, openScenario } from './open.ts';
export { replicateInTurns, simulateReplicate } from './replicate.ts';
export { beginWorld, type Course, runWorld } from './run.ts';
export { referencesOf, Sharing } from './sharing.ts';
export { type ReplicateSize, replicateSize } from './size.ts';
export { bytesInWords, countInWords, timeInWords } from './sizeInWords.ts';
export { idText, ROWS_PER_PIECE } from './tables.ts';
export { sliceTitles } from './titles.ts';
export { scenarioJsonSchema, vocabulary } from './vocabulary.ts';
export {
  ContactShown,
  type FieldOfPeople,
  type FieldSums,
  Parked,
  type WeekOfField,
} from './watch/field.ts';
export { type WatchedPost, WatchSession, watchDesign } from './watch/session.ts';
export type { Found } from './watch/trace/pick.ts';
export { type TracedPost, Tracer } from './watch/trace/tracer.ts';
