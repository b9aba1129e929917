import { buildPeople } from '../../model/build/people.ts';
import { inSteps } from '../../model/inSteps.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import { leversOf } from './levers.ts';
import type { Opened } from './protocol.ts';

/** What the page needs to know of a scenario before anything is run. */
export function openedOf(loaded: LoadedScenario<Scenario>): Opened {
  const { scenario } = loaded.designs[0];
  const { referralWeeks, followUp } = scenario.clock;
  const { count } = buildPeople(inSteps(scenario), seedKey(scenario.seed), 0);
  return {
    name: loaded.name,
    title: scenario.title,
    about: scenario.about,
    question: scenario.question,
    designs: loaded.designs.map(({ id, title, about = '', inCharts }) => ({ id, title, about, inCharts })),
    clients: count,
    weeks: referralWeeks + followUp,
    scale: scenario.scale,
    replicates: scenario.replicates,
    levers: leversOf(loaded),
  };
}
