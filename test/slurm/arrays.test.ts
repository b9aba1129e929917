import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { streetlevel, until } from '../cli/command.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';
import { OneNode, whyNoSlurm } from './oneNode.ts';

const whyNot = whyNoSlurm();
// Where it could not be installed, .ci/run has said so and sets this.
const mayMiss = !process.env.CI || process.env.SLURM_TESTS === 'skip';
if (whyNot !== undefined) console.warn(`\nNO SLURM, so that its tests are left out: ${whyNot}\n`);

describe('Slurm', () => {
  it.runIf(whyNot !== undefined && !mayMiss)('is there to be tested', () => {
    expect(whyNot).toBeUndefined();
  });
});

describe.skipIf(whyNot !== undefined)('jobs of a real Slurm', { timeout: 240_000 }, () => {
  let node: OneNode;
  beforeAll(() => {
    node = new OneNode();
  });
  afterAll(() => node?.stop());

  const scratch = scratchFolder();
  const fee = 'incentives.startFee.amount';
  const short =
    'clock: { referralWeeks: 6, followUp: 24 }\nmeasures: { horizon: 20, window: 24, parkedAfter: 4 }\n';
  const points = ['--vary', `${fee}=1000:4000:3`, '--replicates', '3'];
  const search = ['--goal', 'additional.rate', '--vary', `${fee}=0,3000,6000`, '--budget', '4'].concat([
    '--replicates',
    '2',
    '--check-replicates',
    '2',
  ]);
  const folder = (...path: string[]) => join(scratch(), ...path);
  const bytes = (name: string) => bytesOf(folder(name), ['manifest.json']);

  /** The same command here and on Slurm, into folders of these names. */
  const here = (command: string, words: readonly string[]) => start(command, [...words, '--out', 'here']);
  const there = (command: string, words: readonly string[], onStart?: () => void) =>
    start(command, [...words, '--out', 'there', '--on', 'slurm'], onStart);
  const start = (command: string, words: readonly string[], onStart?: (child: never) => void) => {
    writeFileSync(folder('mine.yaml'), `${firstScenario}${short}`);
    return streetlevel([command, 'mine.yaml', ...words], {
      cwd: scratch(),
      env: node.env,
      ...(onStart && { onStart: onStart as () => void }),
    });
  };

  it.each([
    ['sweep', points, ['--chunk', '4'], /12 replicates sent to Slurm as job \d+: 3 array tasks/],
    ['run', ['--replicates', '5', '--client-table'], ['--threads', '2'], /replicates? sent to Slurm/],
    ['optimise', search, ['--chunk', '9'], /(sent to Slurm[\s\S]*){3}/],
  ])('give to the last byte what %s gives here', async (command, words, cluster, told) => {
    expect((await here(command, words)).code).toBe(0);
    const { code, err } = await there(command, [...words, ...cluster]);
    expect(err).toMatch(told);
    expect(code).toBe(0);
    expect(bytes('there')).toEqual(bytes('here'));
    expect(readdirSync(scratch())).not.toContain('.there.partial');
  });

  it('are sent off again when one is killed', async () => {
    const words = ['--replicates', '4', '--set', 'clients.referrals=800'];
    await here('run', words);
    const { code, err } = await there('run', [...words, '--chunk', '2'], async () => {
      await until(() => node.tasks('RUNNING').length > 0);
      node.ask('scancel', node.tasks('RUNNING')[0]);
    });
    expect(err).toMatch(
      /Array task \d+_\d ended \(CANCELLED\) without \d results?: sent off again, try 2 of 3/,
    );
    expect(code).toBe(0);
    expect(bytes('there')).toEqual(bytes('here'));
  });

  it('go on after Ctrl-C, and gather finishes the folder, with what was spoilt done again', async () => {
    await here('sweep', points);
    const shards = folder('.there.partial/slurm/shards');
    const onStart = async (child: { kill(signal: string): void }) => {
      await until(() => existsSync(shards) && readdirSync(shards).length > 0);
      child.kill('SIGINT');
    };
    const left = await there('sweep', [...points, '--chunk', '3'], onStart as never);
    expect(left).toMatchObject({ code: 130, err: expect.stringContaining('streetlevel gather there') });
    expect(existsSync(folder('there'))).toBe(false);
    const [spoilt] = readdirSync(shards);
    truncateSync(join(shards, spoilt), readFileSync(join(shards, spoilt)).length - 10);
    // From elsewhere, as on another day.
    const gathered = await streetlevel(['gather', folder('there')], { env: node.env });
    expect(gathered.err).toContain('is no whole shard: it is put aside');
    expect(gathered.code).toBe(0);
    expect(bytes('there')).toEqual(bytes('here'));
  });

  it('that are refused are told in the words of Slurm, and nothing is left', async () => {
    const { code, err } = await there('run', [
      '--replicates',
      '2',
      '--chunk',
      '1',
      '--slurm-options=-p nowhere',
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/Slurm took no job: invalid partition specified: nowhere/);
    expect(readdirSync(scratch())).toEqual(['mine.yaml']);
  });
});
