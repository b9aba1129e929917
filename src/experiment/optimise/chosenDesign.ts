import type { Scenario } from '../../model/schema/scenario.ts';
import { type LoadedScenario, nearestName, resolvedYaml } from '../../scenario/index.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { openScenario } from '../../simulation/index.ts';

/**
 * The scenario in which the parameters of one design can be set: the file itself for its base, and for a design that
 * changes the file that design alone, its changes made, since a design's own values win over settings.
 *
 * @throws RangeError where there is no such design, or one that begins later than the base.
 */
export function chosenDesign(
  bundle: ScenarioBundle,
  loaded: LoadedScenario<Scenario>,
  id = loaded.base,
): ScenarioBundle {
  const ids = loaded.designs.map((design) => design.id);
  const design = loaded.designs.find((one) => one.id === id);
  if (!design) {
    const nearest = nearestName(id, ids);
    throw new RangeError(
      `there is no design ${id}. There are ${ids.join(', ')}.${nearest ? ` Did you mean ${nearest}?` : ''}`,
    );
  }
  if (design.from > 0)
    throw new RangeError(
      `design ${id} begins in week ${design.from}, and before that the base holds: write it as a scenario of its own, with a timeline, to vary it`,
    );
  const isFile = id === loaded.base && design.parameters.every(({ origin }) => origin !== 'design');
  if (isFile) return bundle;
  return { file: 'scenario.resolved.yaml', text: designAlone(loaded, id), extended: {}, set: [] };
}

/** One design as a whole scenario. Claims and forecasts are left out: they hold designs against each other. */
export function designAlone(loaded: LoadedScenario<Scenario>, id: string): string {
  const text = resolvedYaml(loaded, id);
  const file = 'scenario.resolved.yaml';
  return resolvedYaml(
    openScenario({ file, text, extended: {}, set: ['measures.claims=null', 'measures.forecast=null'] }),
  );
}
