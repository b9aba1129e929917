/** Levers: what a scenario lets people move, and the settings that move it in one design. */
export {
  type ChoiceLever,
  type Lever,
  type LeverPart,
  type LeverValue,
  leverPaths,
  type MixLever,
  type NumberLever,
  type SplitLever,
} from './lever.ts';
export { leversOf } from './leversOf.ts';
export { rangedLevers } from './ranged.ts';
export { settingsOfLever } from './settings.ts';
export { withShare } from './shares.ts';
