import type { Scenario } from '../../model/schema/scenario.ts';
import type { ResolvedDesign } from '../../scenario/index.ts';

/** What says what an entry is, or how often it is run, and changes nothing in it. */
const aside: readonly string[] = ['title', 'about', 'question', 'sources', 'seed', 'replicates'];

/** Sections in which a design differs from the base though entries to its contest may not. */
export function forbiddenChanges(base: ResolvedDesign<Scenario>, design: ResolvedDesign<Scenario>): string[] {
  const { mayChange } = base.scenario.measures.contest;
  return changedSections(base, design).filter(
    (section) => !(mayChange as readonly string[]).includes(section),
  );
}

/** Whether a design is the base again: an entry file that extends the contest brings it along. */
export const isUnchanged = (base: ResolvedDesign<Scenario>, design: ResolvedDesign<Scenario>): boolean =>
  changedSections(base, design).length === 0;

function changedSections(base: ResolvedDesign<Scenario>, design: ResolvedDesign<Scenario>): string[] {
  return Object.keys(base.scenario).filter(
    (section) =>
      !aside.includes(section) &&
      (section === 'measures'
        ? countedBy(base) !== countedBy(design)
        : base.sectionHash(section) !== design.sectionHash(section)),
  );
}

/** How measures count. What is claimed, and for what points are given, is the contest's own affair. */
function countedBy({ scenario: { measures } }: ResolvedDesign<Scenario>): string {
  const { contest, claims, ...rest } = measures;
  return JSON.stringify(rest);
}

/** Numbers of these sections in which two designs differ, as far as they have paths: `clients.groups.near.share`. */
export function changedPaths(
  base: ResolvedDesign<Scenario>,
  design: ResolvedDesign<Scenario>,
  sections: readonly string[],
): string[] {
  const within = (path: string) => sections.includes(path.split('.')[0]);
  const valuesOf = ({ parameters }: ResolvedDesign<Scenario>) =>
    new Map(parameters.filter(({ path }) => within(path)).map(({ path, value }) => [path, value]));
  const [before, after] = [valuesOf(base), valuesOf(design)];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
}
