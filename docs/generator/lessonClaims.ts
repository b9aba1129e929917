import { findScenario } from '../../src/cli/scenarioFile.ts';
import { foldPlanOf } from '../../src/experiment/foldPlan.ts';
import { openExperiment } from '../../src/experiment/members.ts';
import { ReplicateFold } from '../../src/experiment/replicateFold.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import type { CheckedClaim } from '../../src/tables/claims.ts';

/** What becomes of a scenario's claims with another seed, or its own, without tables, charts and report. */
export function claimsWith(scenario: string, seed?: string): CheckedClaim[] {
  const { bundle } = findScenario(scenario, {
    seed,
    set: [],
    allowPath: [],
    replicates: undefined,
    scale: undefined,
  });
  const experiment = openExperiment([{ name: scenario, bundle }]);
  const [{ loaded }] = experiment.members;
  const fold = new ReplicateFold(foldPlanOf(experiment, []));
  for (let replicate = 0; replicate < loaded.designs[0].scenario.replicates; replicate++)
    fold.add(simulateReplicate(loaded, replicate, { references: [], clientTable: false }));
  return fold.claims();
}
