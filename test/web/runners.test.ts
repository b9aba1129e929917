import { describe, expect, it } from 'vitest';
import type { DesignResult, ScenarioBundle } from '../../src/simulation/contract.ts';
import { type Runner, Runners } from '../../src/web/engine/runners.ts';
import type { SimulationTask } from '../../src/web/engine/simulator.ts';

const bundle = {} as ScenarioBundle;
const task = (replicate: number): SimulationTask => ({ bundle, replicate, options: {} as never });

/** Runs a task until it is told that it is done, or called off. */
class HeldRunner implements Runner {
  readonly begun: number[] = [];
  opened = 0;
  private settle: { done(): void; fail(error: Error): void } | undefined;

  run({ replicate }: SimulationTask): Promise<DesignResult[]> {
    this.begun.push(replicate);
    return new Promise((resolve, reject) => {
      this.settle = { done: () => resolve([]), fail: reject };
    });
  }

  open(): void {
    this.opened++;
  }

  callOff(): void {
    this.settle?.fail(new Error('called off'));
  }

  finish(): void {
    this.settle!.done();
  }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

function employ(count: number) {
  const runners = new Runners();
  const held = Array.from({ length: count }, () => new HeldRunner());
  for (const runner of held) runners.employ(runner);
  return { runners, held, begun: () => held.flatMap(({ begun }) => begun).sort() };
}

describe('workers that run replicates', () => {
  it('take one task each, and the next as they come free', async () => {
    const { runners, held, begun } = employ(2);
    const { signal } = new AbortController();
    for (const replicate of [0, 1, 2]) void runners.run(task(replicate), signal);
    await settled();
    expect(begun()).toEqual([0, 1]);
    held[0].finish();
    await settled();
    expect(begun()).toEqual([0, 1, 2]);
    expect(held[0].begun).toHaveLength(2);
  });

  it('never begin what was called off before, and are free again after what was called off', async () => {
    const { runners, held } = employ(1);
    const first = new AbortController();
    const underWay = runners.run(task(0), first.signal);
    void runners.run(task(1), first.signal);
    const next = runners.run(task(2), new AbortController().signal);
    first.abort();
    await expect(underWay).rejects.toThrow('called off');
    await settled();
    expect(held[0].begun).toEqual([0, 2]);
    held[0].finish();
    await expect(next).resolves.toEqual([]);
  });

  it('run a replicate where it was run before, if that worker is free', async () => {
    const { runners, held } = employ(3);
    const { signal } = new AbortController();
    for (const replicate of [4, 0, 2, 2]) {
      const over = runners.run(task(replicate), signal);
      held[replicate % 3].finish();
      await over;
    }
    expect(held.map(({ begun }) => begun)).toEqual([[0], [4], [2, 2]]);
    void runners.run(task(1), signal);
    void runners.run(task(1), signal);
    expect(held[1].begun).toEqual([4, 1]);
    expect(held.flatMap(({ begun }) => begun)).toHaveLength(6);
  });

  it('all open what is soon to be run', () => {
    const { runners, held } = employ(3);
    runners.open(bundle);
    expect(held.map(({ opened }) => opened)).toEqual([1, 1, 1]);
  });
});
