import type { Fact } from '../fact.ts';
import { f01 } from './f01.ts';
import { f02 } from './f02.ts';
import { f05 } from './f05.ts';

/** All facts in their order: one file each, and one line here. */
export const facts: readonly Fact[] = [f01, f02, f05];
