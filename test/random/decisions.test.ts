import { describe, expect, it } from 'vitest';
import { decisions } from '../../src/random/decisions.ts';

/** The table as it was given out: add lines at the end, never change one, or all luck moves. */
const givenOut = [
  'arrivals',
  'group',
  'barrierCommon',
  'barrierOwn',
  'latentBarrier',
  'motivation',
  'motivationError',
  'appearanceError',
  'awkwardness',
  'trustStart',
  'office',
  'uptake',
  'acceptance',
  'assignment',
  'dispositionDeal',
  'skill',
  'chemistry',
  'allocationNoise',
  'tieBreak',
  'compliance',
  'formOnly',
  'activityChoice',
  'transition',
  'dropOut',
  'jobQuality',
  'openingsNoise',
  'crisisOnset',
  'crisisLength',
  'discovery',
  'qualification',
  'referenceSample',
  'audit',
  'claimReporting',
  'turnover',
  'shock',
  'contactOutcome',
  'predictedNeed',
  'dutyNoise',
  'misreport',
  'hireDisposition',
  'hireDelay',
  'storySample',
  'prevention',
  'rivals',
  'sanction',
  'scoreNoise',
  'auditInsight',
  'teamOrder',
  'dutyAsk',
  'dutyAskRounding',
];

describe('the table of decisions', () => {
  it('has the numbers 1, 2, 3 … in the order in which they were given out', () => {
    expect(Object.entries(decisions)).toEqual(givenOut.map((name, i) => [name, i + 1]));
  });
});
