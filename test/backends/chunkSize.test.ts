import { describe, expect, it } from 'vitest';
import { ChunkSize } from '../../src/backends/chunkSize.ts';

/** The size after messages whose tasks take so long each. */
function sizeAfter(messages: number, millisecondsATask: number): ChunkSize {
  const size = new ChunkSize();
  for (let i = 0; i < messages; i++) size.learn(size.tasks, size.tasks * millisecondsATask);
  return size;
}

describe('tasks of a message', () => {
  it('are one where one takes long, which is not given out before its turn', () => {
    for (const milliseconds of [500, 5_000, 60_000])
      expect(sizeAfter(9, milliseconds)).toMatchObject({ tasks: 1, perThread: 1 });
  });

  it('take about a tenth of a second together where they are short, so that little waits or is lost', () => {
    for (const milliseconds of [0.5, 3, 10, 33]) {
      const { tasks, perThread } = sizeAfter(30, milliseconds);
      expect(tasks * milliseconds).toBeGreaterThan(50);
      expect(tasks * milliseconds).toBeLessThanOrEqual(100);
      expect(perThread).toBe(2);
    }
  });

  it('grow step by step, and fall at once', () => {
    const size = sizeAfter(30, 1);
    size.learn(size.tasks, 10_000);
    expect(size.tasks).toBe(1);
    size.learn(1, 0);
    expect(size.tasks).toBe(2);
  });
});
