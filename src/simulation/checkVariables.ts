import { formulaVariables } from '../model/formulas/variables.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import type { MeaningProblem } from './meaningProblem.ts';

/**
 * Names of a file's own that formulas read must each mean one thing: a trait called as a barrier, or as a variable that every
 * programme has, would be read in its place without a word.
 */
export function checkVariables(scenario: Scenario): MeaningProblem[] {
  const { clients, interventions, world } = scenario;
  // What has a name of its own in the file comes after what every programme has, and after those before it here.
  const own: [string[], string[]][] = [
    [['clients', 'barriers'], Object.keys(clients.barriers)],
    [['clients', 'traits'], Object.keys(clients.traits)],
    [['world', 'localTraits'], Object.keys(world.localTraits)],
    [['interventions'], Object.keys(interventions)],
  ];
  const stated = own.flatMap(([, names]) => names);
  const meanings = formulaVariables('measure', scenario);
  return own.flatMap(([path, names], place) =>
    names.flatMap((name): MeaningProblem[] => {
      const here = stated.filter((each) => each === name).length;
      const before = own.slice(0, place).some(([, others]) => others.includes(name));
      const given = meanings.filter((each) => each.name === name).length > here;
      if (!before && !given) return [];
      return [
        {
          path: [...path, name],
          message: 'formulas know something else by this name',
          found: name,
          allowed:
            'a name that no barrier, trait, local trait, intervention or other variable of formulas has',
        },
      ];
    }),
  );
}
