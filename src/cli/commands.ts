import type { Command } from './command.ts';
import { explain } from './explain/command.ts';

const scenarioFile = {
  name: 'file',
  describe: 'A scenario file, a name from `streetlevel list`, or - for standard input',
};

const readingOptions = ['set', 'seed', 'replicates', 'scale', 'allowPath'] as const;

/** Where and how replicates are run. */
const runningOptions = ['threads', 'on', 'slurmOptions', 'chunk', 'tries'] as const;

const studyOptions = [
  'out',
  'seed',
  'replicates',
  ...runningOptions,
  'scale',
  'set',
  'reference',
  'resume',
  'force',
  'allowPath',
  'quiet',
  'json',
] as const;

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
    load: () => import('./commands/run.ts'),
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
    load: () => import('./commands/compare.ts'),
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
    load: () => import('./commands/score.ts'),
  },
  {
    name: 'sweep',
    argument: scenarioFile,
    describe: 'Run a scenario at many settings of its parameters: a grid, a sample, or a table of points',
    options: ['vary', 'sampling', 'samples', 'pointsFile', 'only', 'measure', 'shard', ...studyOptions],
    examples: [
      [
        'sweep activation-pilot --vary caseworkers.roles.keyWorker.posts=45,90,130 --vary incentives.start.amount=300:1500:5 --replicates 4',
        'every combination of three and five values; maps and curves of each measure',
      ],
      [
        'sweep my.yaml --vary clients.groups.nearer.share=0.3:0.8 --vary pathway.transitions.findsWork.parameters.alpha --sampling sobol --samples 128',
        'a sample over ranges; a parameter alone is varied over its range in the file',
      ],
      ['sweep my.yaml --points-file points.csv', 'points that R, SALib or OpenMOLE wrote'],
      [
        'sweep my.yaml --vary incentives.startFee.amount=0:6000:13 --shard 1/2',
        'half of the points; gather puts the parts together',
      ],
      [
        "sweep my.yaml --points-file points.csv --on slurm --slurm-options '--partition=main --time=01:00:00'",
        'as job arrays of a cluster; after Ctrl-C the jobs go on, and gather finishes the folder',
      ],
    ],
    load: () => import('./commands/sweep.ts'),
  },
  {
    name: 'sensitivity',
    argument: scenarioFile,
    describe: 'Vary every assumption that has a range, and say which of them results and ranking hang on',
    options: [
      'method',
      'trajectories',
      'levels',
      'samples',
      'parameters',
      'measure',
      'only',
      ...studyOptions,
    ],
    examples: [
      [
        'sensitivity activation-pilot --scale 0.1 --measure outcome.rate --parameters pathway,clients.trust',
        'screening of some assumptions; two runs a point unless --replicates says otherwise',
      ],
      [
        'sensitivity my.yaml --method sobol --samples 128 --parameters clients.trust,caseworkers.allocation.tau',
        'parts of the variance for the few that screening found to matter',
      ],
    ],
    load: () => import('./commands/sensitivity.ts'),
  },
  {
    name: 'calibrate',
    argument: scenarioFile,
    describe: 'Fit parameters to published figures, and say what cannot be fitted',
    options: [
      'to',
      'starts',
      'rounds',
      'out',
      'seed',
      'replicates',
      ...runningOptions,
      'scale',
      'set',
      'resume',
      'force',
      'allowPath',
      'quiet',
      'json',
    ],
    examples: [
      [
        'calibrate activation-pilot --to activation-pilot --scale 0.1',
        'the bundled targets of the pilot; the fitted scenario is results/activation-pilot.calibrate/fitted.yaml',
      ],
      [
        'calibrate my.yaml --to targets.yaml --starts 4',
        'also from three other places: is there one fit or several?',
      ],
    ],
    load: () => import('./commands/calibrate.ts'),
  },
  {
    name: 'optimise',
    argument: scenarioFile,
    describe:
      'Search for the settings of a scheme that no other beats in every goal, and tell them in other luck',
    options: ['goal', 'where', 'vary', 'design', 'budget', 'checkReplicates', ...studyOptions],
    examples: [
      [
        'optimise first --goal additional.rate[fifth=5] --goal spend.total:lower --vary incentives.startFee.amount=0:6000',
        'which fee gives most additional outcomes of the hardest fifth for each level of cost; scenarios in results/first.optimise/front',
      ],
      [
        'optimise my.yaml --goal additional.rate --goal spend.total:lower --where "parking.share[fifth=5]<=0.3" --vary incentives.startFee.amount=0:6000 --vary caseworkers.roles.adviser.posts=8:16 --budget 200',
        'two parameters, and a limit that every point must keep to',
      ],
    ],
    load: () => import('./commands/optimise.ts'),
  },
  {
    name: 'gather',
    argument: {
      name: 'dir',
      describe:
        'A results folder for which jobs of Slurm work, or the folder that holds the parts of a sweep',
    },
    describe: 'Finish what was sent to Slurm, or put the parts of a sweep that was run with --shard together',
    options: ['out', 'force', 'slurmOptions', 'threads', 'chunk', 'tries', 'missing', 'quiet', 'json'],
    examples: [
      [
        'gather results/activation-pilot.sweep',
        'after the terminal of a sweep --on slurm was closed: waits for the jobs, sends off what was lost, and writes the folder',
      ],
      [
        'gather results/activation-pilot.sweep.shards',
        'after parts 1/2 and 2/2 were run, here or on several machines: the report is in results/activation-pilot.sweep',
      ],
    ],
    load: () => import('./commands/gather.ts'),
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
    load: () => import('./commands/workshop.ts'),
  },
  {
    name: 'validate',
    argument: scenarioFile,
    describe: 'Check a scenario file and show all its errors at once',
    options: [...readingOptions, 'quiet', 'json'],
    examples: [['validate my.yaml', 'says what is wrong, where, and what is allowed']],
    load: () => import('./commands/validate.ts'),
  },
  explain,
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
    describe: 'Write a first scenario of about forty lines, with comments',
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
