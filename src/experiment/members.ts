import type { Scenario } from '../model/schema/scenario.ts';
import type { LoadedScenario, ResolvedDesign } from '../scenario/index.ts';
import type { ReplicateResult, ScenarioBundle } from '../simulation/contract.ts';
import { countedDifferently, openScenario } from '../simulation/index.ts';

/** A scenario file that takes part in an experiment: a run has one, a comparison one for each file. */
export interface Member {
  /** Stem of its file, unique among the members. */
  name: string;
  bundle: ScenarioBundle;
  /** Its designs that are run, in this order, by their ids in the file; all if absent. */
  designs?: readonly string[];
}

/** A design of an experiment. */
export interface ExperimentDesign {
  /** Its id among all designs: that of the file, or `file/design` where several files take part. */
  id: string;
  /** Its id in its file. */
  own: string;
  member: string;
  design: ResolvedDesign<Scenario>;
}

export interface OpenMember {
  name: string;
  bundle: ScenarioBundle;
  loaded: LoadedScenario<Scenario>;
  /** What of it is run. */
  designs: readonly ExperimentDesign[];
}

/** The designs of one file or several that are run on common random numbers, each held against the first. */
export interface Experiment {
  members: readonly OpenMember[];
  designs: readonly ExperimentDesign[];
  base: ExperimentDesign;
}

/** What was asked for does not fit together: the user can mend it. */
export class ExperimentError extends Error {
  override name = 'ExperimentError';
}

/**
 * Opens all members. With one, designs have the ids of the file; with several they are called `file/design`, or after the
 * file alone where it has one design. `only` names designs that are run beside the first, by these ids.
 * `open` may give scenarios that were opened before.
 *
 * @throws ScenarioError for what is wrong in a file, ExperimentError for an unknown design or files that count differently.
 */
export function openExperiment(
  members: readonly Member[],
  only: readonly string[] = [],
  open = openScenario,
): Experiment {
  const all = members.map(({ name, bundle, designs }) => {
    const loaded = open(bundle);
    const chosen = (designs ?? loaded.designs.map(({ id }) => id)).map((own): ExperimentDesign => {
      const design = loaded.designs.find(({ id }) => id === own);
      if (!design) throw unknownDesign(own, bundle.file, loaded);
      const alone = loaded.designs.length === 1;
      const id = members.length === 1 ? own : alone ? name : `${name}/${own}`;
      return { id, own, member: name, design };
    });
    return { name, bundle, loaded, designs: chosen };
  });
  checkCounting(all);
  const ids = all.flatMap(({ designs }) => designs.map(({ id }) => id));
  for (const id of only) {
    if (!ids.includes(id)) throw new ExperimentError(`there is no design ${id}. There are ${ids.join(', ')}`);
  }
  const runs = ({ id }: ExperimentDesign) => only.length === 0 || id === ids[0] || only.includes(id);
  const present = all
    .map((member) => ({ ...member, designs: member.designs.filter(runs) }))
    .filter(({ designs }) => designs.length > 0);
  const designs = present.flatMap((member) => member.designs);
  return { members: present, designs, base: designs[0] };
}

function unknownDesign(id: string, file: string, { designs }: LoadedScenario<Scenario>): ExperimentError {
  return new ExperimentError(
    `${file} has no design ${id}. Its designs are ${designs.map((one) => one.id).join(', ')}`,
  );
}

function checkCounting([first, ...others]: readonly OpenMember[]): void {
  const base = first.loaded.designs[0].scenario;
  const problems = others.flatMap(({ name, loaded }) =>
    countedDifferently(base, loaded.designs[0].scenario).map(
      ({ path, found, wanted }) => `${path} is ${found} in ${name} and ${wanted} in ${first.name}`,
    ),
  );
  if (problems.length === 0) return;
  throw new ExperimentError(
    `these files count differently, so that their measures cannot be compared:\n${problems.map((one) => `- ${one}`).join('\n')}\nGive all the same with --set, or change the files`,
  );
}

/** Whether openings are limited, so that what one client gains another may lose. */
export const hasOpenings = ({ world }: Scenario): boolean => Object.keys(world.openings).length > 0;

/** The results of all members in one replicate as one, by the ids of the experiment. */
export function joinedResults(
  { members }: Experiment,
  replicate: number,
  results: readonly ReplicateResult[],
): ReplicateResult {
  const designs = results.flatMap((result, at) => {
    const ids = new Map(members[at].designs.map(({ id, own }) => [own, id]));
    return result.designs.map((each) => {
      const [own, world] = each.design.split('@');
      const id = ids.get(own) ?? own;
      return { ...each, design: world === undefined ? id : `${id}@${world}` };
    });
  });
  return { replicate, designs };
}
