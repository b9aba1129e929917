import { scenarioSchema } from '../model/schema/scenario.ts';
import { changesInTime, type DesignDifference, type DesignOf, designDifferences } from '../scenario/index.ts';

/** Everything in which two designs, of one file or of two, differ as they are resolved; empty where they are the same. */
export const differencesBetween = (a: DesignOf, b: DesignOf): DesignDifference[] =>
  designDifferences(a, b, scenarioSchema);

/** What a design changes at dates of its timeline, before against after; empty where nothing is dated. */
export const datedChanges = (design: DesignOf): DesignDifference[] => changesInTime(design, scenarioSchema);
