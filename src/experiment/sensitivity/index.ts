/** Which assumptions matter: designs of points, indices of them, and what the ranking of designs hangs on. */
export type { Bootstrap } from './bootstrap.ts';
export { type MorrisDesign, type Move, morrisDesign } from './morrisDesign.ts';
export { type MovedOutputs, morrisIndices } from './morrisIndices.ts';
export type { SensitivityPlan } from './planSensitivity.ts';
export { leadOfFirst, type RankedPoints, rankingHinges } from './rankingHinges.ts';
export { type SobolDesign, sobolDesign } from './sobolDesign.ts';
export { type SobolAnalysis, sobolIndices } from './sobolIndices.ts';
