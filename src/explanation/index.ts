/** A scenario in plain English, computed from what it resolves to: nothing is written for one scenario alone. */
import type { Scenario } from '../model/schema/scenario.ts';
import { beliefPart } from './belief.ts';
import { clientsPart } from './clients.ts';
import { commissionerPart } from './commissioner.ts';
import { measuredPart } from './measured.ts';
import { moneyPart } from './money.ts';
import { outsidePart } from './outside.ts';
import { pathwayPart } from './pathway.ts';
import { rulesPart } from './rules.ts';
import { staffPart } from './staff.ts';
import { tellerOf } from './teller.ts';
import type { Telling, ToldPart } from './telling.ts';

export { datedChanges, differencesBetween } from './designDifferences.ts';
export { datedPart, designsPart, type ToldDesign } from './designs.ts';
export { type ComparedDesign, readerTexts, type ToldDifference, tellDifferences } from './difference.ts';
export { tellerOf } from './teller.ts';
export { opening, type ToldPart } from './telling.ts';
export { partsOfStep, type StepParts } from './week.ts';

/** What holds at the start of a design, part by part. `most` bounds how many things of a kind are named. */
export function explainScenario(scenario: Scenario, most: number): ToldPart[] {
  const telling: Telling = { scenario, tell: tellerOf(scenario), most };
  return [
    clientsPart,
    staffPart,
    moneyPart,
    beliefPart,
    rulesPart,
    commissionerPart,
    outsidePart,
    pathwayPart,
    measuredPart,
  ].map((part) => part(telling));
}
export { type ExplainedWord, explainedWords, fieldsAt, scenarioFields, sectionsAt } from './vocabulary.ts';
