/** Special functions behind distributions and intervals, on our own exp and log: equal on every engine. */
export {
  betaLogits,
  incompleteBeta,
  inverseIncompleteBeta,
  inverseIncompleteBetaLogit,
} from './special/beta.ts';
export {
  incompleteGamma,
  inverseIncompleteGamma,
  logGamma,
  upperIncompleteGamma,
} from './special/gamma.ts';
export { normalCdf, normalDensity, normalQuantile } from './special/normal.ts';
