import { localNames } from '../../authoring/localNumbers.ts';
import type { Command } from '../command.ts';
import { explain } from '../explain/command.ts';
import { readingOptions, scenarioFile } from './parts.ts';

/** Commands that show, check, explain and write what there is. */
export const pages: readonly Command[] = [
  {
    name: 'trace',
    argument: scenarioFile,
    describe: 'Tell one life, or one caseworker’s weeks, with the reasons and the twin beside it',
    options: [
      'client',
      'caseworker',
      'pick',
      'design',
      'replicate',
      'weeks',
      'all',
      'set',
      'seed',
      'scale',
      'allowPath',
      'quiet',
      'json',
    ],
    examples: [
      ['trace first --pick parked', 'the longest spell parked of the hardest fifth, week by week'],
      [
        'trace activation-pilot --scale 0.05 --client c0-017-04 --weeks 18-30',
        'one client in some weeks, each told by itself',
      ],
      ['trace first --caseworker w0-0-003-0', 'how one caseworker divided the hours, and under what'],
      ['trace first --client 12 --json', 'all numbers behind the sentences'],
    ],
    load: () => import('../commands/trace.ts'),
  },
  {
    name: 'workshop',
    argument: { ...scenarioFile, optional: true },
    describe: 'Open the page on which designs are compared live, or write it to one file',
    options: ['export', 'port', 'noOpen', 'force', 'allowPath', 'quiet', 'json'],
    examples: [
      ['workshop', 'the bundled pilot in your browser, served on this machine alone'],
      [
        'workshop my.yaml --export page.html',
        'one file for a USB stick or a course site; it needs no network',
      ],
    ],
    load: () => import('../commands/workshop.ts'),
  },
  {
    name: 'cards',
    argument: { name: 'file', describe: 'The file to write (default cards.html)', optional: true },
    describe:
      'Write what a facilitator prints for a room: a run sheet of an hour, role cards, and what a model cannot tell',
    options: ['force', 'quiet', 'json'],
    examples: [['cards', 'one HTML file, a sheet of A4 each; it needs no network']],
    load: () => import('../commands/cards.ts'),
  },
  {
    name: 'validate',
    argument: scenarioFile,
    describe: 'Check a scenario file and show all its errors at once',
    options: [...readingOptions, 'quiet', 'json'],
    examples: [['validate my.yaml', 'says what is wrong, where, and what is allowed']],
    load: () => import('../commands/validate.ts'),
  },
  explain,
  {
    name: 'report',
    argument: { name: 'dir', describe: 'A results folder' },
    describe: 'Draw charts and report of a results folder again from its tables',
    options: ['quiet', 'json'],
    examples: [['report results/activation-pilot', 'after an update of the program, or a lost chart']],
    load: () => import('../commands/report.ts'),
  },
  {
    name: 'init',
    argument: { name: 'file', describe: 'The file to write (default scenario.yaml)', optional: true },
    describe: 'Write a first scenario of about forty lines, or one of eight numbers of your own service',
    options: ['ask', ...localNames, 'force', 'quiet', 'json'],
    examples: [
      ['init my.yaml', 'then: streetlevel run my.yaml'],
      ['init ours.yaml --ask', 'asks for staff, hours, referrals, caseload, groups, fees, target and cost'],
      [
        'init ours.yaml --staff 6 --hours 35 --referrals 8 --caseload 45 --groups 40 --fees 3000 --target 30 --cost 42000',
        'the same from a script',
      ],
    ],
    load: () => import('../commands/init.ts'),
  },
  {
    name: 'list',
    describe: 'List the bundled scenarios',
    options: ['json'],
    examples: [['list', 'names that `run` and `extends` understand']],
    load: () => import('../commands/list.ts'),
  },
  {
    name: 'plan',
    argument: scenarioFile,
    describe: 'Show the ten steps of the week, in their order, and what of each is off in the scenario',
    options: [...readingOptions, 'json'],
    examples: [['plan activation-pilot', 'what happens in a simulated week']],
    load: () => import('../commands/plan.ts'),
  },
  {
    name: 'schema',
    describe: 'Print the JSON Schema of scenario files',
    options: ['out', 'force', 'quiet', 'json'],
    examples: [['schema > scenario.schema.json', 'for completion and checks in an editor']],
    load: () => import('../commands/schema.ts'),
  },
];
