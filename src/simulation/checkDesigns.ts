import type { Scenario } from '../model/schema/scenario.ts';
import {
  type LoadedScenario,
  leverPaths,
  leversOf,
  nearestName,
  placeIn,
  type ScenarioProblem,
} from '../scenario/index.ts';
import { conditionsOf } from './checkMeasures.ts';

/**
 * What all designs of a comparison have in common: luck, number of runs, money, and how is counted. A design
 * that changed one of them would be ignored in silence, or compared by another yardstick than the base.
 */
const common: readonly string[][] = [
  ['seed'],
  ['replicates'],
  ['currency'],
  ['priceYear'],
  ['world', 'closure'],
  ['measures', 'horizon'],
  ['measures', 'window'],
  ['measures', 'parkedAfter'],
  ['measures', 'matchFrom'],
  ['measures', 'cohort'],
  ['measures', 'priceEvent'],
  ['measures', 'claims'],
  ['measures', 'forecast'],
  ['measures', 'contest'],
  ['measures', 'goodhart'],
  ['measures', 'decomposition'],
];

/** A problem for everything that a design changes though all designs have it in common. */
export function checkDesigns(loaded: LoadedScenario<Scenario>): ScenarioProblem[] {
  const [base, ...others] = loaded.designs;
  return others.flatMap(({ id, scenario }) =>
    common.flatMap((path): ScenarioProblem[] => {
      const at = ['designs', id, 'set', ...path];
      const found = written(scenario, path);
      const allowed = written(base.scenario, path);
      if (found === allowed) return [];
      return [
        {
          ...placeIn(loaded, at),
          path: at.join('.'),
          message: 'all designs of a comparison share this: change it for the whole file',
          found,
          allowed,
        },
      ];
    }),
  );
}

/** A problem for every lever that would move in one design what all of them share. */
export function checkLevers(loaded: LoadedScenario<Scenario>): ScenarioProblem[] {
  const shared = common.map((path) => path.join('.'));
  return leversOf(loaded).flatMap((lever) => {
    const found = leverPaths(lever).find((path) =>
      shared.some((own) => path === own || path.startsWith(`${own}.`)),
    );
    if (found === undefined) return [];
    const at = ['levers', lever.id];
    return [
      {
        ...placeIn(loaded, at),
        path: at.join('.'),
        message: 'all designs of a comparison share this, so that no lever can move it in one of them',
        found,
      },
    ];
  });
}

/** Of these, what files of one comparison must have in common as well: money, and how the measures count. */
const countedBy: readonly string[][] = [
  ['currency'],
  ['priceYear'],
  ['measures', 'horizon'],
  ['measures', 'window'],
  ['measures', 'parkedAfter'],
  ['measures', 'matchFrom'],
  ['measures', 'cohort'],
  ['measures', 'priceEvent'],
];

/** Settings by which two scenarios count differently, so that their measures cannot be held against each other. */
export function countedDifferently(
  base: Scenario,
  other: Scenario,
): { path: string; found: string; wanted: string }[] {
  return countedBy.flatMap((path) => {
    const [found, wanted] = [written(other, path), written(base, path)];
    return found === wanted ? [] : [{ path: path.join('.'), found, wanted }];
  });
}

/** A problem for every design of which something is claimed or asked and that is not there. */
export function checkNamedDesigns(loaded: LoadedScenario<Scenario>): ScenarioProblem[] {
  const ids = loaded.designs.map(({ id }) => id);
  const { claims, forecast } = loaded.designs[0].scenario.measures;
  const named: [path: string[], design: string][] = [
    ...Object.entries(claims).flatMap(([name, claim]) =>
      conditionsOf(['measures', 'claims', name], claim).flatMap(([path, condition]) =>
        (['design', 'against'] as const).map((key): [string[], string] => [[...path, key], condition[key]]),
      ),
    ),
    ...Object.entries(forecast).flatMap(([name, { design, designs }]): [string[], string][] => {
      const path = ['measures', 'forecast', name];
      return [
        [[...path, 'design'], design],
        ...designs.map((one, at): [string[], string] => [[...path, 'designs', String(at)], one]),
      ];
    }),
  ];
  return named.flatMap(([at, found]): ScenarioProblem[] =>
    found === '' || ids.includes(found)
      ? []
      : [
          {
            ...placeIn(loaded, at),
            path: at.join('.'),
            message: `there is no design called "${found}"`,
            found,
            allowed: ids.join(', '),
            nearest: nearestName(found, ids),
          },
        ],
  );
}

function written(scenario: Scenario, path: readonly string[]): string {
  let node: unknown = scenario;
  for (const key of path) node = (node as Record<string, unknown>)[key];
  return JSON.stringify(node);
}
