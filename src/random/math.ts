/**
 * exp, log and their kin from + − × ÷ and square root only: the engines' own differ in the last bit,
 * these give the same bits everywhere. Every result is within one unit in the last place of the truth.
 */
export { exp, expm1 } from './math/exp.ts';
export { log, log1p } from './math/log.ts';
export { logistic } from './math/logistic.ts';
export { pow } from './math/pow.ts';
