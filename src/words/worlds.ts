import type { CompanionName } from '../tables/measureDoc.ts';

/** Companion worlds by the names under which tables and charts show them. */
export const worldNames: Readonly<Record<CompanionName, string>> = {
  noService: 'no service',
  equalTime: 'equal time',
  needFirst: 'need first',
};

/** What each of them is, for readers who meet it for the first time. */
export const worldMeanings: Readonly<Record<CompanionName, string>> = {
  noService: 'the same people with the same luck where nobody gets a place',
  equalTime:
    'the same caseworkers, hours and required contacts, where the rest goes in equal appointments to those who have waited longest',
  needFirst:
    'the same caseworkers, hours and required contacts, where the rest goes in equal appointments to those who seem to be in the greatest need',
};
