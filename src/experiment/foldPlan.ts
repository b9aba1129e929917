import type { Scenario } from '../model/schema/scenario.ts';
import { type CompanionName, companionNames, yardstickId } from '../simulation/contract.ts';
import { measureCatalogue } from '../simulation/index.ts';
import type { Experiment, ExperimentDesign } from './members.ts';

/** What a fold must know of the experiment. */
export interface FoldPlan {
  /** Design ids in the order of the results. */
  designs: readonly string[];
  /** The design that the others are compared with. */
  base: string;
  /** Designs that are companion worlds of another, with the design that they belong to and are compared with. */
  yardsticks?: Readonly<Record<string, string>>;
  /** Designs whose people are not those of the design that they are compared with. */
  otherPeople?: readonly string[];
  /** Whether a measure's mean and interval are taken on the logarithm. */
  isLogScaled: (measure: string) => boolean;
  /** What the scenario measures and claims: contrasts and claims follow from it, and are left out without it. */
  settings?: Scenario['measures'];
}

/** Sections that fix who is referred and how long they are followed. */
const peopleSections = ['clients', 'clock', 'scale'];

/** What an experiment that also runs these companion worlds is folded by. */
export function foldPlanOf(experiment: Experiment, yardsticks: readonly CompanionName[]): FoldPlan {
  const { designs, base } = experiment;
  const logScaled = new Set(measureCatalogue().flatMap(({ id, scale }) => (scale === 'log' ? [id] : [])));
  const worlds = companionNames.filter((name) => yardsticks.includes(name));
  const owners = designs.flatMap(({ id }) => worlds.map((name) => [yardstickId(id, name), id]));
  return {
    designs: designs.flatMap(({ id }) => [id, ...worlds.map((name) => yardstickId(id, name))]),
    base: base.id,
    ...(owners.length > 0 && { yardsticks: Object.fromEntries(owners) }),
    otherPeople: designs.filter((one) => peopleOf(one) !== peopleOf(base)).map(({ id }) => id),
    isLogScaled: (measure) => logScaled.has(measure),
    settings: settingsOf(experiment),
  };
}

/** Equal for designs with the same people, followed for the same time. */
export const peopleOf = ({ design }: ExperimentDesign): string =>
  peopleSections.map((section) => design.sectionHash(section)).join(' ');

/** Claims on designs that are not run are left out, and all claims where several files are compared. */
function settingsOf({ members, designs, base }: Experiment): Scenario['measures'] {
  const { measures } = base.design.scenario;
  const ran = new Set(['', ...designs.map(({ id }) => id)]);
  const claims = Object.entries(measures.claims).filter(
    ([, claim]) =>
      members.length === 1 &&
      [claim, ...Object.values(claim.and)].every(
        ({ design, against }) => ran.has(design) && ran.has(against),
      ),
  );
  return { ...measures, claims: Object.fromEntries(claims) };
}
