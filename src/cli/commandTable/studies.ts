import type { Command } from '../command.ts';
import { runningOptions, scenarioFile, studyOptions } from './parts.ts';

/** Commands that run a scenario at many settings. */
export const studies: readonly Command[] = [
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
    load: () => import('../commands/sweep.ts'),
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
    load: () => import('../commands/sensitivity.ts'),
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
    load: () => import('../commands/calibrate.ts'),
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
    load: () => import('../commands/optimise.ts'),
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
    load: () => import('../commands/gather.ts'),
  },
];
