export {
  type ConcentrationCurve,
  type ConcentrationSplit,
  concentrationCurve,
  concentrationIndex,
  erreygers,
  splitConcentration,
  weightedMidRanks,
} from './concentration.ts';
export {
  cumulativeIncidence,
  type Incidence,
  incidenceAt,
  incidenceOfCounts,
} from './cumulativeIncidence.ts';
export {
  kaplanMeier,
  type SurvivalCurve,
  survivalAt,
  survivalOfCounts,
  survivalQuantile,
} from './kaplanMeier.ts';
export { type LifeTableRow, lifeTable } from './lifeTable.ts';
export { type Interval, interval, Moments, type Summary, spread } from './moments.ts';
export { ascendingOrder } from './order.ts';
export { LogRatios, logInterval, PairedDifferences, type RatioInterval } from './paired.ts';
export { ratioOfSpreads, type SpreadRatio } from './pairedSpread.ts';
export { clusteredShare, differenceOfShares, type Proportion, wilson } from './proportion.ts';
export { median, weightedMean, weightedQuantile } from './quantile.ts';
export { tCdf, tQuantile } from './student.ts';
