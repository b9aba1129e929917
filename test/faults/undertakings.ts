import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstScenario } from '../../src/cli/firstScenario.ts';

/** A command whose work is disturbed. */
export interface Undertaking {
  name: string;
  words: readonly string[];
  counts: 'replicate' | 'point';
}

const fee = 'incentives.startFee.amount';
const posts = 'caseworkers.roles.adviser.posts';

/** Every command that writes a folder of its own work, on a scenario of some tens of milliseconds a replicate. */
export const undertakings: readonly Undertaking[] = [
  {
    name: 'run',
    words: ['run', 'mine.yaml', '--replicates', '30', '--client-table'],
    counts: 'replicate',
  },
  { name: 'compare', words: ['compare', 'mine.yaml', '--replicates', '20'], counts: 'replicate' },
  {
    name: 'sweep',
    words: [
      'sweep',
      'mine.yaml',
      '--vary',
      `${posts}=6,9,12`,
      '--vary',
      `${fee}=1000:4000:3`,
      '--replicates',
      '3',
    ],
    counts: 'point',
  },
  {
    name: 'optimise',
    words: [
      ...['optimise', 'mine.yaml', '--goal', 'additional.rate', '--goal', 'spend.total:lower'],
      ...['--vary', `${fee}=0:6000`, '--budget', '12', '--replicates', '2', '--check-replicates', '3'],
    ],
    counts: 'point',
  },
  {
    name: 'calibrate',
    words: ['calibrate', 'mine.yaml', '--to', 'targets.yaml', '--replicates', '3', '--rounds', '3'],
    counts: 'point',
  },
  {
    name: 'sensitivity',
    words: ['sensitivity', 'mine.yaml', '--trajectories', '3', '--replicates', '2', '--parameters', fee],
    counts: 'point',
  },
];

const targets = `format: 1
targets:
  nearer: { measure: "outcome.rate[group=nearer]", value: 0.2, tolerance: 0.02, source: made up for a trial }
parameters:
  clients.groups.nearer.barriers.health: { from: -2, to: 2 }
`;

const short =
  'clock: { referralWeeks: 6, followUp: 24 }\nmeasures: { horizon: 20, window: 24, parkedAfter: 4 }\n';

/** Makes a folder in which every undertaking finds its files. */
export function writeFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const ranged = firstScenario.replace(
    'event: jobStart, amount: 3000',
    'event: jobStart, amount: { value: 3000, range: [1000, 5000], source: "assumed: for a trial" }',
  );
  writeFileSync(join(folder, 'mine.yaml'), `${ranged}${short}`);
  writeFileSync(join(folder, 'targets.yaml'), targets);
}
