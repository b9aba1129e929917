import { drawOptions } from './drawOptions.ts';
import { localOptions } from './local/options.ts';

/** The table of all options: help, checks, completion and the reference page come from here. */

export interface OptionSpec {
  kind: 'text' | 'count' | 'amount' | 'flag' | 'list' | 'choice';
  describe: string;
  /** Name of the value in help texts. */
  value?: string;
  /** The only values that are allowed. */
  choices?: readonly string[];
  /** Several may stand in one value, with commas between them. */
  commas?: true;
  /** A count that begins at 0. */
  fromZero?: true;
  /** Its value may begin with a hyphen, since it holds options of another program, or a span without a beginning. */
  dashes?: true;
  /** It changes no number: where results go, how fast they come and what is said. */
  aside?: true;
}

export const options = {
  out: {
    kind: 'text',
    aside: true,
    value: 'DIR',
    describe: 'Write results to this folder (default results/<scenario>)',
  },
  seed: {
    kind: 'text',
    value: 'TEXT',
    describe: 'Derive all luck from this text instead of the seed in the file',
  },
  replicates: { kind: 'count', value: 'N', describe: 'Run this many times with other luck' },
  threads: {
    kind: 'count',
    aside: true,
    value: 'N',
    describe:
      'Use this many threads (default: all cores; with --on slurm cores of an array task, 1); changes no number',
  },
  on: {
    kind: 'choice',
    aside: true,
    value: 'WHERE',
    choices: ['local', 'slurm'],
    describe:
      'Run on this machine (local, the default) or as job arrays of a Slurm cluster; changes no number',
  },
  slurmOptions: {
    kind: 'text',
    dashes: true,
    aside: true,
    value: 'WORDS',
    describe: "What sbatch is told beside our own, such as '--partition=main --time=01:00:00 --mem=2G'",
  },
  chunk: {
    kind: 'count',
    aside: true,
    value: 'N',
    describe:
      'Replicates that one array task of Slurm does (default: as many as take 30 seconds, by a first measurement here)',
  },
  tries: {
    kind: 'count',
    aside: true,
    value: 'N',
    describe: 'Send off to Slurm up to so many times what is lost there (default 3)',
  },
  missing: {
    kind: 'choice',
    aside: true,
    value: 'HOW',
    choices: ['resubmit', 'wait'],
    describe:
      'What no job of Slurm does any more is sent off again (resubmit, the default), or is told as missing once all jobs have ended (wait)',
  },
  scale: {
    kind: 'amount',
    value: 'X',
    describe: 'Multiply referrals, posts, openings and fixed money, such as 0.1',
  },
  set: {
    kind: 'list',
    value: 'PATH=VALUE',
    describe: 'Change one parameter of the file; may be given several times',
  },
  clientTable: { kind: 'flag', describe: 'Also write one row a client and caseworker (Parquet)' },
  reference: {
    kind: 'list',
    value: 'WORLDS',
    choices: ['noService', 'equalTime', 'needFirst'],
    describe: 'Also run these companion worlds of the same luck, such as no-service,equal-time,need-first',
  },
  only: {
    kind: 'list',
    commas: true,
    value: 'DESIGNS',
    describe: 'Run these designs only, such as --only blockGrant,flatPrice, and the base beside them',
  },
  rank: {
    kind: 'list',
    value: 'MEASURE',
    describe:
      'Rank the designs by this measure, such as outcome.rate[fifth=5]; may be given several times; with :higher or :lower after it, that way is better',
  },
  contest: {
    kind: 'text',
    value: 'FILE',
    describe: 'The contest: a scenario that says what points are given for (default least-bad-contract)',
  },
  vary: {
    kind: 'list',
    value: 'PATH=VALUES',
    describe:
      'Vary a parameter: path=from:to:steps, path=from:to, path=value,value, or path alone for its range in the file; may be given several times',
  },
  sampling: {
    kind: 'choice',
    value: 'HOW',
    choices: ['grid', 'latinHypercube', 'sobol'],
    describe: 'How points are chosen: grid (every combination, the default), latin-hypercube or sobol',
  },
  samples: {
    kind: 'count',
    value: 'N',
    describe:
      'Points of a sample (default 64); of sensitivity by sobol the rows, a power of two, each with as many points as parameters and two more',
  },
  method: {
    kind: 'choice',
    value: 'HOW',
    choices: ['morris', 'sobol'],
    describe:
      'morris screens many parameters with few runs (the default); sobol takes the variance apart, with many runs for few parameters',
  },
  trajectories: {
    kind: 'count',
    value: 'N',
    describe: 'Trajectories of morris, each with as many points as parameters and one more (default 10)',
  },
  levels: {
    kind: 'count',
    value: 'N',
    describe: 'Levels of each range in morris, an even number (default 4)',
  },
  parameters: {
    kind: 'list',
    commas: true,
    value: 'PATTERNS',
    describe:
      'Vary only these of the parameters with a range: a path, its beginning, or with * for any part, such as clients.trust,offices.*.pressure',
  },
  pointsFile: {
    kind: 'text',
    value: 'CSV',
    describe: 'Take the points from a table: a column a parameter, headed by its path; a row a point',
  },
  shard: {
    kind: 'text',
    aside: true,
    value: 'I/N',
    describe: 'Run only the i-th of n parts of the points, such as 2/8; `gather` puts the parts together',
  },
  to: {
    kind: 'text',
    value: 'FILE',
    describe:
      'The figures to meet, each with source and tolerance, and the parameters that may move: a YAML file, or the name of bundled targets',
  },
  starts: {
    kind: 'count',
    value: 'N',
    describe: 'Begin the search from so many places (default 1: the values of the file)',
  },
  goal: {
    kind: 'list',
    value: 'KEY',
    describe:
      'What should be as good as can be: a measure such as additional.rate[fifth=5], with :higher or :lower after it where that is open, such as spend.total:lower; may be given several times',
  },
  where: {
    kind: 'list',
    value: 'LIMIT',
    describe:
      'What every point must keep to, such as "parking.share<=0.3" or "provider.margin>=0"; may be given several times',
  },
  design: {
    kind: 'text',
    value: 'ID',
    describe: 'The design that is meant (default: the base)',
  },
  client: {
    kind: 'text',
    value: 'ID',
    describe:
      'Tell the life of this client: an id as tables write it, such as c0-017-04, or a number, the row of the table of clients from 1',
  },
  caseworker: {
    kind: 'text',
    value: 'ID',
    describe: 'Tell the weeks of this caseworker: an id such as w0-1-012-0, or a number from 1',
  },
  pick: {
    kind: 'choice',
    value: 'RULE',
    choices: ['parked', 'creamed', 'helped', 'lost'],
    describe:
      'Find a telling case: parked (the longest spell parked of the hardest fifth), creamed (most hours of the easiest fifth where the twin had the outcome too), helped (an outcome that the twin never had, and the need that ended furthest below the twin’s), lost (no outcome where the twin, or else the same person under equal time, had one)',
  },
  replicate: {
    kind: 'count',
    value: 'R',
    fromZero: true,
    describe: 'The run with this luck, counted from 0 as in tables (default 0)',
  },
  weeks: {
    kind: 'text',
    value: 'SPAN',
    dashes: true,
    describe: 'Only these weeks, counted from 1, such as 12 or 12-20; up to 13 are told one by one',
  },
  budget: {
    kind: 'count',
    value: 'N',
    describe: 'Points that the search may run (default 100), with --replicates each',
  },
  checkReplicates: {
    kind: 'count',
    value: 'N',
    describe: 'Replicates with other luck in which the front is told again (default 20)',
  },
  rounds: { kind: 'count', value: 'N', describe: 'Most rounds of a search (default 8)' },
  measure: {
    kind: 'list',
    value: 'KEY',
    describe:
      'A measure that charts and findings are about, such as outcome.rate[fifth=5]; may be given several times',
  },
  export: {
    kind: 'text',
    aside: true,
    value: 'FILE',
    describe: 'Write the page to this one file, which needs no network and no server, in place of serving it',
  },
  port: {
    kind: 'count',
    aside: true,
    value: 'N',
    describe: 'Serve on this port (default 7357, or the next one that is free)',
  },
  noOpen: {
    kind: 'flag',
    aside: true,
    describe: 'Do not open a browser; the address is printed in any case',
  },
  all: {
    kind: 'flag',
    aside: true,
    describe:
      'Leave nothing out: explain also lists every number with its range, meaning and source, and trace tells every week by itself',
  },
  diff: {
    kind: 'flag',
    aside: true,
    describe:
      'Say what differs between two designs: FILE#one FILE#two, two files, FILE one two, or FILE alone for its base against each other design',
  },
  ...drawOptions,
  ...localOptions,
  resume: { kind: 'flag', aside: true, describe: 'Go on with what was stopped' },
  force: { kind: 'flag', aside: true, describe: 'Replace what stands in the place of the output' },
  allowPath: { kind: 'list', value: 'DIR', describe: 'Let scenario files extend files in this folder too' },
  quiet: { kind: 'flag', aside: true, describe: 'Say nothing but errors on standard error' },
  json: { kind: 'flag', aside: true, describe: 'Write the answer as JSON on standard output' },
} as const satisfies Record<string, OptionSpec>;

export type OptionName = keyof typeof options;

type ValueOf<K extends OptionSpec['kind']> = {
  text: string | undefined;
  choice: string | undefined;
  count: number | undefined;
  amount: number | undefined;
  flag: boolean;
  list: string[];
}[K];

/** The values of all options; those that a command does not take are as if they had not been given. */
export type OptionValues = { [name in OptionName]: ValueOf<(typeof options)[name]['kind']> };

/** `clientTable` as it is typed: `--client-table`. */
export const flagName = (name: OptionName): string => `--${kebab(name)}`;

export const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
