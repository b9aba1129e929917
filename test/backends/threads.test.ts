import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { ChunkSize } from '../../src/backends/chunkSize.ts';
import { openThreadPool } from '../../src/backends/threads.ts';
import chunkOfTasks from '../../src/backends/worker.ts';
import { ReplicateError } from '../../src/backends/workerTask.ts';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import type { ScenarioBundle } from '../../src/simulation/contract.ts';
import { openScenario, simulateReplicate } from '../../src/simulation/index.ts';

const bundle: ScenarioBundle = {
  file: 'first.yaml',
  text: firstScenario,
  extended: {},
  set: ['clock.referralWeeks=8'],
};
const options = { references: [], clientTable: false };
const slowWorker = join(import.meta.dirname, 'slowWorker.mjs');
const dyingWorker = join(import.meta.dirname, 'dyingWorker.mjs');

let pool: Backend | undefined;
afterEach(() => pool?.close());

describe('thread pool', () => {
  it('gives what the same replicate gives in one thread, in any order', async () => {
    pool = openThreadPool(2);
    const asked = [3, 0, 2, 1];
    const results = await Promise.all(asked.map((replicate) => pool!.run({ bundle, options, replicate })));
    const loaded = openScenario(bundle);
    for (const [i, replicate] of asked.entries()) {
      expect(results[i]).toEqual(simulateReplicate(loaded, replicate, options));
    }
  });

  it('tells apart scenarios that differ in a setting only, also after more of them than a thread keeps open', async () => {
    pool = openThreadPool(1);
    const others = [6, 4, 7, 5, 3, 6].map((weeks) => ({
      ...bundle,
      set: [`clock.referralWeeks=${weeks}`],
    }));
    for (const other of others) {
      const expected = simulateReplicate(openScenario(other), 0, options);
      expect(await pool.run({ bundle: other, options, replicate: 0 })).toEqual(expected);
    }
  });

  it('names the replicate that failed, with the cause', async () => {
    pool = openThreadPool(1);
    const broken = { ...bundle, text: 'format: 1\n' };
    const error = await pool.run({ bundle: broken, options, replicate: 7 }).catch((reason) => reason);
    expect(error).toBeInstanceOf(ReplicateError);
    expect(error).toMatchObject({ replicate: 7, message: expect.stringContaining('replicate 7 failed') });
    expect(error.cause.message).toContain('first.yaml');
  });

  it('tells the failure of one task among many short ones that share messages, and does the others', async () => {
    const size = Object.assign(new ChunkSize(), { tasks: 8, perThread: 2, learn() {} });
    pool = openThreadPool(2, size);
    const small = { ...bundle, set: ['clock.referralWeeks=1', 'clients.referrals=1', 'designs.grant=null'] };
    const broken = { ...small, text: 'format: 1\n' };
    const ask = (replicate: number) =>
      pool!.run({ bundle: replicate === 13 ? broken : small, options, replicate }).catch((reason) => reason);
    const results = await Promise.all(Array.from({ length: 44 }, (_, replicate) => ask(replicate)));
    const loaded = openScenario(small);
    for (const [replicate, result] of results.entries())
      if (replicate === 13) expect(result).toMatchObject({ name: 'ReplicateError', replicate });
      else expect(result).toEqual(simulateReplicate(loaded, replicate, options));
  });

  it('gives back what a thread had no time for, so that others take it and an interrupt finds it not begun', async () => {
    const size = Object.assign(new ChunkSize(), { tasks: 8, perThread: 2, learn() {} });
    const done: number[] = [];
    pool = openThreadPool(1, size, slowWorker);
    const asked = Array.from({ length: 8 }, (_, replicate) =>
      pool!.run({ bundle, options, replicate }).then(
        () => done.push(replicate),
        () => {},
      ),
    );
    await asked[0];
    expect(done).toEqual([0, 1, 2, 3]);
    await Promise.all(asked);
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('works at a message only so long', () => {
    const short = { ...bundle, set: ['clock.referralWeeks=1', 'clients.referrals=1'] };
    const tasks = [0, 1, 2].map((replicate) => ({ bundle: short, options, replicate }));
    expect(chunkOfTasks(tasks, 0).outcomes).toHaveLength(1);
    expect(chunkOfTasks(tasks, 60_000).outcomes).toHaveLength(3);
  });

  it('asks again for what was with a thread that died, and blames only who was alone with one', async () => {
    const size = Object.assign(new ChunkSize(), { tasks: 4, perThread: 2, learn() {} });
    pool = openThreadPool(2, size, dyingWorker);
    const results = await Promise.all(
      Array.from({ length: 16 }, (_, replicate) =>
        pool!.run({ bundle, options, replicate }).then(
          (result) => result.replicate,
          (error) => error,
        ),
      ),
    );
    for (const [replicate, result] of results.entries())
      if (replicate === 6) expect(result).toMatchObject({ name: 'ReplicateError', replicate });
      else expect(result).toBe(replicate);
  });

  it('says so where no thread can be started, to all that wait and to who asks later', async () => {
    pool = openThreadPool(2, new ChunkSize(), join(import.meta.dirname, 'brokenWorker.mjs'));
    const ask = (replicate: number) => pool!.run({ bundle, options, replicate }).catch((error) => error);
    for (const error of await Promise.all([0, 1, 2, 3].map(ask)))
      expect(error.message).toContain('this worker cannot start');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await ask(4)).message).toContain('this worker cannot start');
  });

  it('begins nothing more when closed, and rejects what waits', async () => {
    const size = Object.assign(new ChunkSize(), { tasks: 1, perThread: 1, learn() {} });
    pool = openThreadPool(1, size, slowWorker);
    const asked = Array.from({ length: 5 }, (_, replicate) =>
      pool!.run({ bundle, options, replicate }).catch((error) => error),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await pool.close();
    for (const [replicate, result] of (await Promise.all(asked)).entries())
      expect(result).toMatchObject({ name: 'ReplicateError', replicate });
    await expect(pool.run({ bundle, options, replicate: 9 })).rejects.toBeInstanceOf(ReplicateError);
  });

  it('ends at once when closed, in the middle of a replicate', async () => {
    pool = openThreadPool(1);
    const endless = { ...bundle, set: ['clients.referrals=20000', 'clock.referralWeeks=520'] };
    const running = pool.run({ bundle: endless, options, replicate: 0 }).catch((reason) => reason);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = performance.now();
    await pool.close();
    expect(await running).toBeInstanceOf(ReplicateError);
    // The replicate would go on for minutes; the end of a thread takes some milliseconds.
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
