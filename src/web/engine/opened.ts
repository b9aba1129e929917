import { countReferred } from '../../model/build/people.ts';
import { inSteps } from '../../model/inSteps.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import { type Lever, type LoadedScenario, leversOf, rangedLevers } from '../../scenario/index.ts';
import type { Opened } from './protocol.ts';

/** Levers of a file that marks none: more would be a wall of sliders. */
const MOST_RANGED = 8;

/** The levers that the file marks; of one that marks none, its parameters that carry a range. */
export function leversShown(loaded: LoadedScenario<Scenario>): readonly Lever[] {
  const marked = leversOf(loaded);
  return marked.length > 0 ? marked : rangedLevers(loaded, MOST_RANGED);
}

/** What the page needs to know of a scenario before anything is run. */
export function openedOf(loaded: LoadedScenario<Scenario>): Opened {
  const { scenario } = loaded.designs[0];
  const { referralWeeks, followUp } = scenario.clock;
  return {
    name: loaded.name,
    title: scenario.title,
    about: scenario.about,
    question: scenario.question,
    designs: loaded.designs.map(({ id, title, about = '', inCharts }) => ({ id, title, about, inCharts })),
    clients: countReferred(inSteps(scenario), seedKey(scenario.seed), 0),
    weeks: referralWeeks + followUp,
    scale: scenario.scale,
    replicates: scenario.replicates,
    levers: [...leversShown(loaded)],
    currency: scenario.currency,
  };
}
