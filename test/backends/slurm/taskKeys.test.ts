import { describe, expect, it } from 'vitest';
import { chunkFor } from '../../../src/backends/slurm/measure.ts';
import { TaskKeys } from '../../../src/backends/slurm/taskKeys.ts';
import type { WorkerTask } from '../../../src/backends/workerTask.ts';
import { sbatchWords } from '../../../src/cli/sbatchWords.ts';

const task: WorkerTask = {
  bundle: { file: 'a.yaml', text: 'x', extended: { y: { file: 'b.yaml', text: 'z' } }, set: ['p=1'] },
  options: { references: [], clientTable: false, designs: ['one', 'two'] },
  replicate: 3,
};

describe('the key of a task', () => {
  const program = { version: '1', build: 'a' };
  const keyOf = (other: WorkerTask, by = program) => new TaskKeys(by).of(other);

  it('is the same wherever the same is asked', () => {
    const keys = new TaskKeys(program);
    expect(keys.of(task)).toBe(keys.of(task));
    expect(keyOf(structuredClone(task))).toBe(keys.of(task));
  });

  it('is another where anything that can move a number is', () => {
    const { bundle, options } = task;
    const others: WorkerTask[] = [
      { ...task, replicate: 4 },
      { ...task, options: { ...options, clientTable: true } },
      { ...task, options: { ...options, references: ['noService'] } },
      { ...task, options: { ...options, designs: ['two', 'one'] } },
      { ...task, options: { ...options, yardsticks: ['noService'] } },
      { ...task, bundle: { ...bundle, set: ['p=2'] } },
      { ...task, bundle: { ...bundle, text: 'x ' } },
      { ...task, bundle: { ...bundle, extended: { y: { file: 'b.yaml', text: 'zz' } } } },
    ];
    const keys = [task, ...others].map((one) => keyOf(one));
    keys.push(keyOf(task, { version: '2', build: 'a' }), keyOf(task, { version: '1', build: 'b' }));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('chunks', () => {
  it('take half a minute or one task', () => {
    expect(chunkFor(0.1, 1)).toBe(300);
    expect(chunkFor(10, 2)).toBe(6);
    expect(chunkFor(100, 1)).toBe(1);
  });
});

describe('words for sbatch', () => {
  it('are taken apart as a shell would', () => {
    expect(sbatchWords(`--time=1:00 -p main --comment="two words" '--mail-user=a b'`)).toEqual([
      '--time=1:00',
      '-p',
      'main',
      '--comment=two words',
      '--mail-user=a b',
    ]);
    expect(sbatchWords('')).toEqual([]);
  });

  it.each(['-a 1-2', '--wait', '--output=x', '-ofile', '--array 3'])('are not %s', (text) => {
    expect(() => sbatchWords(text)).toThrow('the program says that itself');
  });
});
