import type { Command } from '../command.ts';

/** `explain` as help shows it. */
export const explain: Command = {
  name: 'explain',
  argument: {
    name: 'name',
    describe:
      'A scenario file, FILE#design, a name from `streetlevel list` or -; a measure such as creaming.concentration or parking.share[fifth=5]; a kind of instrument, duty or review; a disposition; or the path of a parameter. A path of a file wins, then a bundled scenario, then the others',
    many: true,
  },
  describe:
    'Say a scenario in plain English with the sources of its numbers, or what a measure or parameter is',
  options: ['all', 'diff', 'set', 'seed', 'replicates', 'scale', 'allowPath', 'quiet', 'json'],
  examples: [
    [
      'explain activation-pilot',
      'who comes, who works, what is paid and believed, and how much of it is assumed',
    ],
    ['explain my.yaml --all', 'the same with every number, its range and its source'],
    ['explain --diff first#feePerJob first#grant', 'what differs between two designs, or that nothing does'],
    [
      'explain creaming.concentration',
      'a measure: definition, formula, how to read it, what it does not say',
    ],
    [
      'explain first caseworkers.allocation.tau',
      'a parameter: its value in the scenario, what is allowed, the default and its source',
    ],
  ],
  load: () => import('../commands/explain.ts'),
};
