export { ChairError } from './chairError.ts';
export { divisionProblems, hoursSpent } from './division.ts';
export { type Chair, openChair } from './open.ts';
export { type CollectedResult, overlayClass } from './overlay.ts';
export { readResult } from './result.ts';
export type { ChairWish } from './room.ts';
