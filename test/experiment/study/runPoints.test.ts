import { describe, expect, it } from 'vitest';
import type { KeptReplicate } from '../../../src/experiment/study/kept.ts';
import type { PointOutcome, PointRequest } from '../../../src/experiment/study/point.ts';
import { runPoints } from '../../../src/experiment/study/runPoints.ts';

const requests = (count: number, replicates = 3): PointRequest[] =>
  Array.from({ length: count }, (_, id) => ({ id, settings: { 'a.b': id }, replicates }));

const valueAt = (point: PointRequest, replicate: number): KeptReplicate => ({
  base: { 'outcome.rate': Number(point.id) * 10 + replicate },
});

interface Told {
  order: number[];
  replicates: number;
}

async function conduct(
  points: PointRequest[],
  run: (point: PointRequest, replicate: number) => Promise<KeptReplicate>,
  { concurrency = 3, signal = new AbortController().signal, onPoint = (_: number) => {} } = {},
): Promise<Told & { outcomes: PointOutcome[] }> {
  const told: Told = { order: [], replicates: 0 };
  const outcomes = await runPoints(points, {
    concurrency,
    run,
    signal,
    onPoint(index) {
      told.order.push(index);
      onPoint(index);
    },
    onReplicate: () => told.replicates++,
  });
  return { ...told, outcomes };
}

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('runPoints', () => {
  it('puts replicates side by side in their order, whichever thread was first', async () => {
    const { outcomes, order, replicates } = await conduct(requests(4), async (point, replicate) => {
      await after((7 * (Number(point.id) + 2 * replicate)) % 5);
      return valueAt(point, replicate);
    });
    expect(order).toEqual([0, 1, 2, 3]);
    expect(replicates).toBe(12);
    expect(outcomes).toEqual(
      [0, 1, 2, 3].map((id) => ({
        state: 'done',
        designs: { base: { 'outcome.rate': [id * 10, id * 10 + 1, id * 10 + 2] } },
      })),
    );
  });

  it('fails a point with the reason of its first replicate that failed, and loses nothing of the others', async () => {
    const started: string[] = [];
    const { outcomes, replicates } = await conduct(
      requests(3),
      async (point, replicate) => {
        started.push(`${point.id}.${replicate}`);
        if (point.id === 1)
          throw new Error(`replicate ${replicate} failed`, { cause: new Error('a bad share') });
        return valueAt(point, replicate);
      },
      { concurrency: 1 },
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['done', 'failed', 'done']);
    expect(outcomes[1]).toEqual({ state: 'failed', why: 'a bad share' });
    // Its other replicates are not tried, but count as dealt with.
    expect(started).not.toContain('1.2');
    expect(replicates).toBe(9);
  });

  it('leaves missing whatever was not whole when it is stopped', async () => {
    const controller = new AbortController();
    const { outcomes } = await conduct(requests(5), async (point, replicate) => valueAt(point, replicate), {
      concurrency: 1,
      signal: controller.signal,
      onPoint: (index) => index === 1 && controller.abort(),
    });
    expect(outcomes.map(({ state }) => state)).toEqual(['done', 'done', 'missing', 'missing', 'missing']);
  });

  it('leaves a value undefined in the replicates that lack its key', async () => {
    const { outcomes } = await conduct(requests(1, 2), async (_, replicate) => {
      const base: KeptReplicate[string] = replicate === 0 ? { a: 1 } : { a: 2, b: 3 };
      return { base };
    });
    expect(outcomes[0]).toEqual({ state: 'done', designs: { base: { a: [1, 2], b: [null, 3] } } });
  });
});
