/** Traces in plain English. */
export { caseworkerStory } from './caseworkerStory.ts';
export { clientStory, type Telling, type ToldPart, type ToldTrace } from './clientStory.ts';
