export * from './expressions/index.ts';
export * from './kit/index.ts';
export * from './levers/index.ts';
export * from './load/index.ts';
