import type { ClientTrace, TracedStep } from '../../tables/trace.ts';
import { decisiveChances } from './chances.ts';

/** Events that come so often that each is no news: after the first they are counted. */
const OFTEN = 5;

/**
 * [step] whether something happened that is told by itself: events of client or twin, crises, what was found, a change of
 * caseworker, each role's first division and first contact, the first step parked and the contact that ends it.
 */
export function tellingSteps({ steps }: ClientTrace): boolean[] {
  const counts = new Map<string, number>();
  const count = (key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { events, twinEvents } of steps) {
    for (const { event } of events) count(`own ${event}`);
    for (const event of twinEvents) count(`twin ${event}`);
  }
  const met = new Set<string>();
  const first = (key: string): boolean => {
    const isFirst = !met.has(key);
    met.add(key);
    return isFirst;
  };
  const isNews = (key: string): boolean => first(key) || (counts.get(key) ?? 0) <= OFTEN;
  return steps.map((step, at) => {
    const before: TracedStep | undefined = steps[at - 1];
    const news = [
      ...step.events.map(({ event }) => isNews(`own ${event}`)),
      ...step.twinEvents.map((event) => isNews(`twin ${event}`)),
      ...step.roles.map(({ role, division }) => division !== null && first(`division ${role}`)),
      ...step.roles.map(({ role, hours }) => hours > 0 && first(`contact ${role}`)),
      at === 0,
      step.crisisBegan !== null,
      step.found,
      step.caseworkers.length > 0,
      step.parked !== 'no' && before?.parked === 'no',
      step.parked === 'no' &&
        before !== undefined &&
        before.parked !== 'no' &&
        step.roles.some(({ hours }) => hours > 0),
    ];
    return news.some((each) => each) || decisiveChances(step).some(({ event }) => isNews(`draw ${event}`));
  });
}
