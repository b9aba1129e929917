/** Loading: text in, one frozen scenario with all its designs out. */
export type { Vocabulary } from './check.ts';
export { type CheckedFile, type CheckedFileProblem, readCheckedFile } from './checkedFile.ts';
export { copyOfDesign, settingsOfCopy, type WrittenDesign } from './copyOfDesign.ts';
export {
  changesInTime,
  type DesignDifference,
  type DesignOf,
  type DifferingValue,
  designDifferences,
} from './differences.ts';
export { scenarioJsonSchema } from './envelope.ts';

export { canonicalJson, hashOf } from './hash.ts';
export type { Resolve } from './inherit.ts';
export {
  type LoadedScenario,
  type LoadOptions,
  loadScenario,
  type Phase,
  type ResolvedDesign,
  readScenario,
  type WrittenScenario,
} from './loadScenario.ts';
export { parameterField } from './parameterField.ts';
export { changeAt, type Place, placeIn } from './places.ts';
export { formatProblems, ScenarioError, type ScenarioProblem } from './problems.ts';
export type { SourceText } from './readText.ts';
export type { ParameterRecord } from './records.ts';
export { resolvedYaml } from './resolvedYaml.ts';
export { sha256 } from './sha256.ts';
