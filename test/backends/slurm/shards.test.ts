import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Plan, shardsIn } from '../../../src/backends/slurm/plan.ts';
import { recordOf, resultOf, type TaskRecord } from '../../../src/backends/slurm/record.ts';
import { encodeShard, readHeader, readRecords } from '../../../src/backends/slurm/shard.ts';
import { Shards } from '../../../src/backends/slurm/shards.ts';
import { ReplicateError } from '../../../src/backends/workerTask.ts';
import type { ReplicateResult } from '../../../src/simulation/contract.ts';
import { scratchFolder } from '../../results/scratch.ts';

const scratch = scratchFolder();
const plan: Plan = { format: 1, program: { version: '1', build: 'a' }, study: 's', again: {} };
/** With all that text would lose. */
const result = (replicate: number): ReplicateResult => ({
  replicate,
  designs: [
    {
      design: 'one',
      rows: [
        { measure: 'a', slice: '', value: -0 },
        { measure: 'b', slice: '', value: 0.1 + 0.2 },
        { measure: 'c', slice: '', value: Number.NaN },
      ],
      weekly: [],
      clients: [{ name: 'x', type: 'DOUBLE', data: new Float64Array([1, Number.POSITIVE_INFINITY]) }],
    },
  ],
});
const records = (...keys: string[]): TaskRecord[] => keys.map((key, i) => ({ key, result: result(i) }));
const files = () => readdirSync(shardsIn(scratch()));

describe('a shard', () => {
  it('keeps results as a thread hands them over, to the last bit', () => {
    const bytes = encodeShard({ program: plan.program, study: 's', seconds: 2 }, records('k', 'l'));
    expect(readHeader(bytes)).toMatchObject({ keys: ['k', 'l'], seconds: 2, study: 's' });
    expect(readRecords(bytes)).toEqual(structuredClone(records('k', 'l')));
  });

  it('is none when a byte is lost or changed anywhere', () => {
    const whole = encodeShard({ program: plan.program, study: 's', seconds: 2 }, records('k'));
    for (const length of [0, 5, whole.indexOf(10), whole.indexOf(10) + 1, whole.length - 1])
      expect(readHeader(whole.subarray(0, length))).toBeUndefined();
    const changed = Buffer.from(whole);
    changed[changed.length - 3] ^= 1;
    expect(readHeader(changed)).toBeUndefined();
  });

  it('keeps the error of a replicate as a thread throws it', async () => {
    const failed = await recordOf('k', { replicate: 3 } as never, () => {
      throw new ReplicateError(3, new RangeError('no such thing'));
    });
    expect(() => resultOf(failed, 3)).toThrow(ReplicateError);
    expect(() => resultOf(failed, 3)).toThrow('replicate 3 failed: no such thing');
  });
});

describe('shards of a plan', () => {
  it('are found by the keys of their tasks, when they come and from any writer, also twice', () => {
    const bad: string[] = [];
    const reader = new Shards(scratch(), plan, (what) => bad.push(what));
    const writer = new Shards(scratch(), plan);
    reader.scan();
    expect(reader.has('k')).toBe(false);
    writer.write(records('k', 'l'), 1);
    writer.write(records('l'), 1);
    writer.write(records('k', 'l'), 3);
    reader.scan();
    expect(['k', 'l', 'm'].map((key) => reader.has(key))).toEqual([true, true, false]);
    expect(reader.read('k')).toEqual({ key: 'k', result: result(0) });
    expect(reader.read('m')).toBeUndefined();
    expect(files()).toEqual(['k-2.shard', 'l-1.shard']);
    expect(bad).toEqual([]);
  });

  it('that are cut off, of other work or of another build are put aside and told; a worker lets them lie', () => {
    mkdirSync(shardsIn(scratch()));
    const write = (name: string, other: Partial<Plan>) => {
      const { program, study } = { ...plan, ...other };
      const bytes = encodeShard({ program, study, seconds: 1 }, records(name));
      writeFileSync(join(shardsIn(scratch()), `${name}.shard`), bytes);
    };
    write('cut', {});
    truncateSync(join(shardsIn(scratch()), 'cut.shard'), 100);
    write('foreign', { study: 't' });
    write('older', { program: { version: '1', build: 'b' } });
    write('sound', {});
    const worker = new Shards(scratch(), plan);
    worker.scan();
    expect(files()).toHaveLength(4);
    expect(worker.has('sound')).toBe(true);
    const bad: string[] = [];
    const reader = new Shards(scratch(), plan, (what) => bad.push(what));
    reader.scan();
    expect(bad.map((line) => /shard (.*): it is put aside/.exec(line)![1])).toEqual([
      'is no whole shard',
      'belongs to other work',
      'was made by another build of the program',
    ]);
    expect(['cut', 'foreign', 'older', 'sound'].filter((key) => reader.has(key))).toEqual(['sound']);
    expect(files()).toEqual(['cut.shard.bad', 'foreign.shard.bad', 'older.shard.bad', 'sound.shard']);
  });

  it('that are spoilt after they were found are missing again, all their tasks', () => {
    const bad: string[] = [];
    const reader = new Shards(scratch(), plan, (what) => bad.push(what));
    reader.write(records('k', 'l'), 1);
    reader.scan();
    const path = join(shardsIn(scratch()), 'k-2.shard');
    truncateSync(path, readFileSync(path).length - 1);
    expect(reader.read('l')).toBeUndefined();
    expect(reader.has('k')).toBe(false);
    expect(bad).toHaveLength(1);
    reader.write(records('k', 'l'), 1);
    reader.scan();
    expect(reader.read('l')).toEqual({ key: 'l', result: result(1) });
  });
});
