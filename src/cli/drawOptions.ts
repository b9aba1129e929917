import { walkNames } from '../random/walkNames.ts';
import type { OptionSpec } from './options.ts';

/** Options of the hidden command that writes raw draws. */
export const drawOptions = {
  along: {
    kind: 'choice',
    value: 'INDEX',
    choices: walkNames,
    describe:
      'Which number of a draw’s key walks while the others stand still, or mixed, all as in a simulation (the default); where one runs out, the entity or the step moves on',
  },
  word: {
    kind: 'choice',
    value: 'WHICH',
    choices: ['0', '1', 'both'],
    describe: 'Which of the two words of each draw are written (default both)',
  },
  start: { kind: 'count', value: 'N', fromZero: true, describe: 'The number of the first draw (default 0)' },
  count: { kind: 'count', value: 'N', describe: 'End after so many words (default: never)' },
} as const satisfies Record<string, OptionSpec>;
