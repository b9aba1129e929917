import type { People } from '../people/people.ts';
import { UnrunnableError } from '../unrunnable.ts';
import type { World } from '../world.ts';

/**
 * Fills free places: the next of the reserve come, one for each place of the first week in which nobody is attached,
 * as long as referrals last. Who declines or is refused leaves the place free for the next step.
 */
export function fillPlaces({ people, service, phase, step, clock }: World, places: Int32Array): void {
  const { firstOfStep, referredAt, count } = people;
  const { referralWeeks } = phase.scenario.clock;
  const from = firstOfStep[step];
  const wanted = places[Math.min(step, places.length - 1)];
  const to = from + (step < referralWeeks ? Math.max(0, wanted - service.attachedCount) : 0);
  if (to > count)
    throw new UnrunnableError(
      `in week ${Math.floor(step / clock.stepsPerWeek)} nobody is left to come: ${count} people were drawn for ${wanted} places; raise clients.reserve`,
    );
  referredAt.fill(step, from, to);
  firstOfStep[step + 1] = to;
}

/** The same people; where a world writes when they come, with columns of its own for it. */
export function withOwnArrivals(people: People): People {
  if (people.places === undefined) return people;
  return { ...people, referredAt: people.referredAt.slice(), firstOfStep: people.firstOfStep.slice() };
}
