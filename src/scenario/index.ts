export * from './expressions/index.ts';
export * from './kit/index.ts';
export * from './load/index.ts';
