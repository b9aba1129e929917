import type { ChangeCourse, EventChange } from '../areas/areaGain.ts';
import { chosen } from '../chosen.ts';
import { WEEKS_A_YEAR } from '../clock.ts';
import { NEVER } from '../offices.ts';
import type { InterventionSection } from '../schema/interventions.ts';
import { Status } from '../service.ts';
import type { World } from '../world.ts';
import { beliefIn } from './belief.ts';

/** [office × groups + group] people who are followed now, by the office into whose share of the start they fall. */
export function peopleByOffice({ names, people, service, windowFrom, windowTo }: World): Float64Array {
  const groups = names.groups.length;
  const counts = new Float64Array(names.offices.length * groups);
  for (let row = windowFrom; row < windowTo; row++)
    if (service.status[row] !== Status.prevented) counts[people.office[row] * groups + people.group[row]]++;
  return counts;
}

/**
 * Events a step that an intervention is believed to change among the people of some offices, if all that is expected
 * comes true: expects / 100 × people of its groups / steps of a year.
 */
export function expectedChange(
  { clock, names }: World,
  { expects, groups }: InterventionSection,
  offices: readonly number[],
  people: Float64Array,
): EventChange {
  const count = names.groups.length;
  const change = new Float64Array(names.events.length * count);
  chosen(groups, names.groups).forEach((reached, group) => {
    if (!reached) return;
    const there = offices.reduce((sum, office) => sum + people[office * count + group], 0);
    for (const [event, per100] of Object.entries(expects))
      change[names.events.indexOf(event) * count + group] =
        ((per100 / 100) * there) / (WEEKS_A_YEAR * clock.stepsPerWeek);
  });
  return change;
}

/**
 * Changes that are on their way for an area within the horizon: of what is adopted or planned and not in the figures
 * yet, belief × expected change from the step on from which it runs.
 */
export function changeOnItsWay(world: World, area: number, people: Float64Array): ChangeCourse {
  const { areas, interventions: state, phase, step } = world;
  const { interventions, portfolio } = phase.scenario;
  if (state === undefined) return [];
  return Object.values(interventions).flatMap((terms, k) =>
    areas.offices[area].flatMap((office) => {
      const from = state.runsFrom[k][state.deciderOf[k][office]];
      if (from === NEVER || step >= from + portfolio.shownAfter || from <= 0) return [];
      const begins = Math.max(0, from - step - 1);
      if (begins >= portfolio.horizon) return [];
      const belief = beliefIn(world, k, area);
      const change = expectedChange(world, terms, [office], people).map((each) => belief * each);
      return [{ change, from: begins, to: portfolio.horizon }];
    }),
  );
}
