import type { Command } from './command.ts';

const scenarioFile = {
  name: 'file',
  describe: 'A scenario file, a name from `streetlevel list`, or - for standard input',
};

const readingOptions = ['set', 'seed', 'replicates', 'scale', 'allowPath'] as const;

/** All commands in the order in which help lists them. */
export const commands: readonly Command[] = [
  {
    name: 'run',
    argument: scenarioFile,
    describe: 'Run all designs of a scenario and write tables, charts and a report',
    options: [
      'out',
      'seed',
      'replicates',
      'threads',
      'scale',
      'set',
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
    load: () => import('./commands/run.ts'),
  },
  {
    name: 'validate',
    argument: scenarioFile,
    describe: 'Check a scenario file and show all its errors at once',
    options: [...readingOptions, 'quiet', 'json'],
    examples: [['validate my.yaml', 'says what is wrong, where, and what is allowed']],
    load: () => import('./commands/validate.ts'),
  },
  {
    name: 'report',
    argument: { name: 'dir', describe: 'A results folder' },
    describe: 'Draw charts and report of a results folder again from its tables',
    options: ['quiet', 'json'],
    examples: [['report results/activation-pilot', 'after an update of the program, or a lost chart']],
    load: () => import('./commands/report.ts'),
  },
  {
    name: 'init',
    argument: { name: 'file', describe: 'The file to write (default scenario.yaml)', optional: true },
    describe: 'Write a first scenario of about thirty lines, with comments',
    options: ['force', 'quiet', 'json'],
    examples: [['init my.yaml', 'then: streetlevel run my.yaml']],
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'list',
    describe: 'List the bundled scenarios',
    options: ['json'],
    examples: [['list', 'names that `run` and `extends` understand']],
    load: () => import('./commands/list.ts'),
  },
  {
    name: 'plan',
    argument: scenarioFile,
    describe: 'Show the ten steps of the week, in their order',
    options: [...readingOptions, 'json'],
    examples: [['plan activation-pilot', 'what happens in a simulated week']],
    load: () => import('./commands/plan.ts'),
  },
  {
    name: 'schema',
    describe: 'Print the JSON Schema of scenario files',
    options: ['out', 'force', 'quiet', 'json'],
    examples: [['schema > scenario.schema.json', 'for completion and checks in an editor']],
    load: () => import('./commands/schema.ts'),
  },
];
