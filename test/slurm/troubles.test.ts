import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { streetlevel } from '../cli/command.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';
import { fakeSlurm, runsAtOnce } from './fakeSlurm.ts';

const scratch = scratchFolder();
const folder = (...path: string[]) => join(scratch(), ...path);
const short =
  'clock: { referralWeeks: 4, followUp: 16 }\nmeasures: { horizon: 12, window: 16, parkedAfter: 4 }\n';

const command = (env: NodeJS.ProcessEnv, ...words: string[]) => {
  writeFileSync(folder('mine.yaml'), `${firstScenario}${short}`);
  return streetlevel(words, { cwd: scratch(), env });
};
const two = ['run', 'mine.yaml', '--replicates', '2', '--on', 'slurm', '--chunk', '1', '--out', 'there'];
const unfinished = () => existsSync(folder('.there.partial'));

describe('a cluster', () => {
  it('that is not there is told before anything is written', async () => {
    mkdirSync(folder('nothing'));
    const { code, err } = await command({ PATH: folder('nothing') }, ...two);
    expect(code).toBe(2);
    expect(err).toContain('scontrol is not found: --on slurm needs a machine from which jobs can be sent');
    expect(unfinished()).toBe(false);
  });

  it('that takes no job is told in its own words', async () => {
    const env = fakeSlurm(scratch(), {
      sbatch: "echo 'sbatch: error: Batch job submission failed: Invalid account' >&2; exit 1",
    });
    const { code, err } = await command(env, ...two);
    expect(code).toBe(2);
    expect(err).toContain('Slurm took no job: Batch job submission failed: Invalid account.');
    expect(err).toContain('--slurm-options');
    expect(unfinished()).toBe(false);
  });

  it('whose nodes do not see the folder is told from one whose tasks fail', async () => {
    const env = fakeSlurm(scratch(), {
      sbatch: 'echo 7',
      squeue: "printf '7_0|FAILED|JobLaunchFailure\\n7_1|FAILED|JobLaunchFailure\\n'",
    });
    const { code, err } = await command(env, ...two);
    expect(code).toBe(2);
    expect(err).toMatch(
      /array task 7_0 ended \(FAILED, JobLaunchFailure\) and left neither results nor a log/,
    );
    expect(err).toMatch(/do not see that folder.*--out/);
  });

  it('that loses a task for good names it with its log, and keeps the rest for gather', async () => {
    // The second task of the array runs out of memory, whenever it is tried.
    const failing = {
      sbatch: `sh "$script" >/dev/null
touch "$(dirname "$log")/7_0.log"
[ "$last" = 0 ] || echo 'out of memory here' >"$(dirname "$log")/7_1.log"
echo 7`,
      squeue: "printf '7_0|COMPLETED|None\\n7_1|OUT_OF_MEMORY|OutOfMemory\\n'",
    };
    const { code, err } = await command(fakeSlurm(scratch(), failing), ...two, '--tries', '1');
    expect(code).toBe(1);
    expect(err).toContain('1 task has no result after 1 try');
    expect(err).toMatch(/replicate 1 of mine.yaml.*: array task 7_1, OUT_OF_MEMORY, log .*7_1\.log/);
    expect(err).toContain('out of memory here');
    expect(err).toContain('go on with: streetlevel gather there');
    expect(unfinished()).toBe(true);

    const env = fakeSlurm(scratch(), runsAtOnce);
    const waiting = await command(env, 'gather', 'there', '--missing', 'wait');
    expect(waiting.code).toBe(1);
    expect(waiting.err).toMatch(/1 task has no result/);
    expect((await command(env, 'gather', 'there')).code).toBe(0);
    const here = ['run', 'mine.yaml', '--replicates', '2', '--out', 'here', '--quiet'];
    expect((await command(process.env, ...here)).code).toBe(0);
    expect(bytesOf(folder('there'), ['manifest.json'])).toEqual(bytesOf(folder('here'), ['manifest.json']));
  });

  it('is given as many arrays as a large batch needs, and a point that cannot be run is one there, too', async () => {
    writeFileSync(
      folder('points.csv'),
      'clock.followUp,measures.horizon,measures.window\n16,12,12\n16,28,28\n30,28,28\n',
    );
    const words = ['sweep', 'mine.yaml', '--points-file', 'points.csv', '--replicates', '1', '--quiet'];
    expect((await command(process.env, ...words, '--out', 'here')).code).toBe(1);
    const env = fakeSlurm(scratch(), runsAtOnce);
    const { code, err } = await command(env, ...words, '--out', 'there', '--on', 'slurm', '--chunk', '1');
    expect(err).toContain('1 point could not be run');
    expect(code).toBe(1);
    const except = ['manifest.json', '.state.json'];
    expect(bytesOf(folder('there'), except)).toEqual(bytesOf(folder('here'), except));
    expect(readdirSync(folder('there'))).not.toContain('slurm');
  });
});

describe('options of a cluster', () => {
  it('are refused where they mean nothing, or take what is the program’s own', async () => {
    const told = async (...words: string[]) => {
      const { code, err } = await command(process.env, ...words);
      expect(code).toBe(2);
      return err;
    };
    expect(await told('run', 'mine.yaml', '--chunk', '2')).toBe('--chunk belongs to --on slurm.\n');
    expect(await told('run', 'mine.yaml', '--on', 'slum')).toContain('Did you mean slurm?');
    const piped = await streetlevel(['run', '-', '--on', 'slurm'], { cwd: scratch(), input: firstScenario });
    expect(piped).toMatchObject({ code: 2, err: expect.stringContaining('no standard input') });
    expect(await told('run', 'mine.yaml', '--on', 'slurm', '--slurm-options', '--array=1-3')).toContain(
      'cannot hold --array=1-3',
    );
    expect(await told('run', 'mine.yaml', '--on', 'slurm', '--slurm-options', 'main')).toContain(
      'not "main"',
    );
    expect(await told('gather', 'nowhere', '--missing', 'wait')).toContain('none was for nowhere');
  });
});
