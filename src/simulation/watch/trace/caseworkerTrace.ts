import type { Scenario } from '../../../model/schema/scenario.ts';
import { motiveNames } from '../../../model/staff/motives/registry.ts';
import type { World } from '../../../model/world.ts';
import type { ResolvedDesign } from '../../../scenario/index.ts';
import type { CaseworkerStep } from '../../../tables/caseworkerWeek.ts';
import type { TracedDesk } from '../../../tables/trace.ts';
import type { Shared } from '../../build.ts';
import { beginCopy } from '../copy.ts';

/**
 * All steps of one caseworker's post (a row of caseworkers), whoever holds it. The world of the design is run once more
 * from its start; that somebody looks on changes nothing in it.
 */
export function traceCaseworker(
  design: ResolvedDesign<Scenario>,
  shared: Shared,
  worker: number,
): TracedDesk[] {
  const steps: TracedDesk[] = [];
  let taken: CaseworkerStep | undefined;
  let weights: Record<string, number> = {};
  const copy = beginCopy(
    design,
    shared,
    (_, each) => each === worker,
    (_role, _worker, step) => {
      taken = step;
      weights = named(motiveNames, copy.world.caseworkers.weights, worker);
    },
  );
  const { world } = copy;
  const { caseworkers } = world;
  while (!copy.done) {
    taken = undefined;
    const before = { strain: caseworkers.strain[worker], hours: caseworkers.strainHours[worker] };
    copy.step();
    // A team divides nothing for a post that nobody holds.
    if (taken === undefined) continue;
    steps.push(deskOf(world, worker, taken, weights, before));
  }
  return steps;
}

const named = (
  names: readonly string[],
  columns: readonly Float64Array[],
  worker: number,
): Record<string, number> => Object.fromEntries(names.map((name, at) => [name, columns[at][worker]]));

function deskOf(
  { caseworkers, offices, names }: World,
  worker: number,
  step: CaseworkerStep,
  weights: Record<string, number>,
  before: { strain: number; hours: number },
): TracedDesk {
  const office = caseworkers.office[worker];
  const claimants = step.clients.filter(({ standing }) => standing === 'claimed');
  // Sums of goal strain begin anew with each holder of a post.
  const fresh = caseworkers.strainHours[worker] < before.hours;
  const strain = caseworkers.strain[worker] - (fresh ? 0 : before.strain);
  const hours = caseworkers.strainHours[worker] - (fresh ? 0 : before.hours);
  return {
    ...step,
    claimants: claimants.length,
    served: claimants.filter((each) => each.hours > 0).length,
    weights,
    skill: caseworkers.skill[worker],
    officePressure: offices.pressure[office],
    shortfall: offices.shortfall[office],
    burnoutAfter: caseworkers.burnout[worker],
    goalStrain: hours > 0 ? strain / hours : null,
    habit: named(names.activities, caseworkers.habit, worker),
  };
}
