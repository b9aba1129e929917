import type { Command } from '../command.ts';
import { runningOptions, scenarioFile } from './parts.ts';

/** Commands that run designs as they stand. */
export const runs: readonly Command[] = [
  {
    name: 'run',
    argument: scenarioFile,
    describe: 'Run all designs of a scenario and write tables, charts and a report',
    options: [
      'out',
      'seed',
      'replicates',
      ...runningOptions,
      'scale',
      'set',
      'only',
      'clientTable',
      'reference',
      'resume',
      'force',
      'allowPath',
      'quiet',
      'json',
    ],
    examples: [
      ['run activation-pilot', 'run the bundled pilot; the report is in results/activation-pilot'],
      ['run my.yaml --replicates 5 --scale 0.1', 'a quick look at a tenth of the size'],
      ['run my.yaml --resume', 'go on where Ctrl-C stopped'],
    ],
    load: () => import('../commands/run.ts'),
  },
  {
    name: 'compare',
    argument: {
      name: 'file',
      describe:
        'Scenario files, names or - as for run; FILE#one,two takes these designs of a file. The first design is the base',
      many: true,
    },
    describe:
      'Hold designs of one file or several against each other: differences, ranking, scorecard, report',
    options: [
      'rank',
      'reference',
      'only',
      'out',
      'seed',
      'replicates',
      ...runningOptions,
      'scale',
      'set',
      'clientTable',
      'resume',
      'force',
      'allowPath',
      'quiet',
      'json',
    ],
    examples: [
      ['compare a.yaml b.yaml', 'all designs of two files on the same luck; the first is the base'],
      ['compare a.yaml#old,new', 'two designs of a file'],
      ['compare a.yaml --rank additional.rate', 'ranked by what the service adds'],
    ],
    load: () => import('../commands/compare.ts'),
  },
  {
    name: 'score',
    argument: {
      name: 'file',
      describe: 'Entries: scenario files that extend the contest; FILE#one,two takes these designs of a file',
      many: true,
    },
    describe: 'Rank entries to a contest by the points that its scenario states',
    options: [
      'contest',
      'out',
      'seed',
      'replicates',
      ...runningOptions,
      'scale',
      'resume',
      'force',
      'allowPath',
      'quiet',
      'json',
    ],
    examples: [
      ['score mine.yaml', 'an entry to the bundled contest, against the contract as it is let'],
      [
        'score class/*.yaml --seed final --replicates 40',
        'a whole class in luck that nobody could fit an entry to; standings.csv is for the gradebook',
      ],
    ],
    load: () => import('../commands/score.ts'),
  },
];
