import { describe, expect, it } from 'vitest';
import { reference, scene, smallRun, smallSweep } from './small.ts';
import { type Moment, trial } from './trial.ts';

const place = scene();
const clock = (share: number): Moment => ({ by: 'clock', share });
const stop = (share: number): Moment => ({ ...clock(share), stop: true });
const operation = (share: number): Moment => ({ by: 'operation', share });
const at = (name: string): Moment => ({ ...operation(0), at: name });

/** `npm run faults` tries many more of all commands; docs/reliability.md tells what came of them. */
describe('kill -9 loses nothing', () => {
  it.each([
    ['of a run while it works, twice', smallRun, [operation(0.3), operation(0.1)], undefined],
    ['of a sweep at any moment', smallSweep, [clock(0.61)], undefined],
    [
      'while a stopped sweep is taken up',
      smallSweep,
      [stop(0.5), at('cpSync /.out.partial/points')],
      undefined,
    ],
    ['when a run lacks nothing but its name', smallRun, [at('renameSync /out')], 'moving'],
    ['when a sweep is being tidied up', smallSweep, [at('rmSync /.out.partial/points')], 'moving'],
  ])('%s', async (_, undertaking, moments, phase) => {
    const expected = await reference(undertaking, place);
    const { tried, fresh, problems } = await trial(undertaking, moments, expected, place);
    expect(problems).toEqual([]);
    expect(tried).toHaveLength(moments.length);
    if (phase !== undefined) expect([tried.at(-1)!.phase, fresh]).toEqual([phase, 0]);
  });
});
