import { describe, expect, it } from 'vitest';
import { runInOrder } from '../../src/experiment/inOrder.ts';
import type { ReplicateResult } from '../../src/simulation/contract.ts';

const resultOf = (replicate: number): ReplicateResult => ({ replicate, designs: [] });
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A backend whose replicates finish when the test says so. */
function manualBackend() {
  const open = new Map<number, { finish: () => void; fail: (error: Error) => void }>();
  const started: number[] = [];
  return {
    open,
    started,
    run: (replicate: number) =>
      new Promise<ReplicateResult>((resolve, reject) => {
        started.push(replicate);
        open.set(replicate, { finish: () => resolve(resultOf(replicate)), fail: reject });
      }),
  };
}

describe('runInOrder', () => {
  it('folds in order whatever the order of finishing', async () => {
    const folded: number[] = [];
    const delays = [9, 1, 5, 0, 7, 2, 8, 3, 6, 4];
    const done = await runInOrder({
      from: 0,
      to: 10,
      concurrency: 4,
      run: async (replicate) => {
        await new Promise((resolve) => setTimeout(resolve, delays[replicate]));
        return resultOf(replicate);
      },
      fold: async ({ replicate }) => {
        await turn();
        folded.push(replicate);
      },
    });
    expect(folded).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(done).toBe(10);
  });

  it('never runs further ahead of the slowest than twice the concurrency', async () => {
    const backend = manualBackend();
    const run = runInOrder({ from: 0, to: 50, concurrency: 2, run: backend.run, fold: () => {} });
    for (let step = 0; step < 20; step++) {
      for (const replicate of backend.started) if (replicate > 0) backend.open.get(replicate)!.finish();
      await turn();
    }
    expect(Math.max(...backend.started)).toBe(3);
    while (backend.started.length < 50 || backend.open.size > 0) {
      for (const [replicate, { finish }] of backend.open) {
        finish();
        backend.open.delete(replicate);
      }
      await turn();
    }
    expect(await run).toBe(50);
  });

  it('stops at an abort and says how many were folded', async () => {
    const backend = manualBackend();
    const stop = new AbortController();
    const folded: number[] = [];
    const run = runInOrder({
      from: 3,
      to: 20,
      concurrency: 2,
      run: backend.run,
      fold: ({ replicate }) => void folded.push(replicate),
      signal: stop.signal,
    });
    backend.open.get(3)!.finish();
    await turn();
    backend.open.get(5)!.finish();
    await turn();
    stop.abort();
    backend.open.get(4)!.finish();
    expect(await run).toBe(4);
    expect(folded).toEqual([3]);
  });

  it('finishes the fold that is being written before an abort resolves', async () => {
    const stop = new AbortController();
    let written = false;
    const done = await runInOrder({
      from: 0,
      to: 5,
      concurrency: 1,
      run: async (replicate) => resultOf(replicate),
      fold: async () => {
        stop.abort();
        await turn();
        written = true;
      },
      signal: stop.signal,
    });
    expect(written).toBe(true);
    expect(done).toBe(1);
  });

  it('rejects with the error of a replicate and folds nothing after it', async () => {
    const folded: number[] = [];
    const run = runInOrder({
      from: 0,
      to: 10,
      concurrency: 3,
      run: async (replicate) => {
        if (replicate === 4) throw new Error('replicate 4 failed');
        return resultOf(replicate);
      },
      fold: ({ replicate }) => void folded.push(replicate),
    });
    await expect(run).rejects.toThrow('replicate 4 failed');
    const before = [...folded];
    await turn();
    expect(folded).toEqual(before);
    expect(folded.every((replicate) => replicate < 4)).toBe(true);
  });

  it('folds what was done before the piece that failed, where that was only waiting for its turn', async () => {
    const folded: number[] = [];
    const run = runInOrder({
      from: 0,
      to: 10,
      concurrency: 4,
      run: async (replicate) => {
        if (replicate === 3) throw new Error('replicate 3 failed');
        return replicate;
      },
      fold: async (replicate) => {
        await turn();
        folded.push(replicate);
      },
    });
    await expect(run).rejects.toThrow('replicate 3 failed');
    expect(folded).toEqual([0, 1, 2]);
  });

  it('does nothing where nothing is left to run', async () => {
    const run = () => Promise.reject(new Error('must not be called'));
    expect(await runInOrder({ from: 5, to: 5, concurrency: 2, run, fold: () => {} })).toBe(5);
  });

  it('asks again how many may be under way, as that becomes known', async () => {
    const backend = manualBackend();
    let concurrency = 1;
    const run = runInOrder({
      from: 0,
      to: 9,
      concurrency: () => concurrency,
      run: backend.run,
      fold: () => {},
    });
    expect(backend.started).toEqual([0]);
    concurrency = 4;
    backend.open.get(0)!.finish();
    await turn();
    expect(backend.started).toEqual([0, 1, 2, 3, 4]);
    for (let replicate = 1; replicate < 9; replicate++) {
      backend.open.get(replicate)!.finish();
      await turn();
    }
    expect(await run).toBe(9);
  });
});
