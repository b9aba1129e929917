/** Sentences and figures computed from tables: the one voice of reports, charts and the page. */
export * from './caseworkerWeek.ts';
export * from './chair.ts';
export * from './claims.ts';
export * from './comparison.ts';
export * from './format.ts';
export * from './hinges.ts';
export * from './indicator.ts';
export * from './intervals.ts';
export * from './lifeStory.ts';
export * from './names.ts';
export * from './paragraphs.ts';
export * from './ranking.ts';
export * from './read.ts';
export * from './sensitivity.ts';
export * from './sentences.ts';
export type * from './tables.ts';
export * from './titles.ts';
export * from './worlds.ts';
