import { type Scenario, scenarioSchema } from '../model/schema/scenario.ts';
import { unwrap } from '../scenario/kit/index.ts';

type SectionSchema = Parameters<typeof unwrap>[0];

/**
 * What `look` finds in each section of a scenario by itself, in the order of sections. Designs and phases share the
 * sections that they leave alone, frozen, and what was found in one of those is kept.
 */
export function inSections<T>(
  look: (schema: SectionSchema, section: unknown, path: readonly string[]) => readonly T[],
): (scenario: Scenario) => T[] {
  const found = new WeakMap<object, readonly T[]>();
  return (scenario) => {
    const { shape } = unwrap(scenarioSchema).definition;
    return Object.entries(scenario).flatMap(([name, section]) => {
      const keeps = typeof section === 'object' && Object.isFrozen(section);
      const known = (keeps && found.get(section)) || look(shape![name], section, [name]);
      if (keeps) found.set(section, known);
      return known;
    });
  };
}
