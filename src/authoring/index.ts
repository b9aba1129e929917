/** Scenarios written for the user: from a few numbers of their own. */
export * from './localAnswers.ts';
export * from './localNumbers.ts';
export * from './localScenario.ts';
export * from './localSums.ts';
export { checksOf } from './localWords.ts';
