import { describe, expect, it } from 'vitest';
import { repository } from '../docs/repository.ts';
import { readMutation, verdicts } from './record.ts';

const { trials, judged } = readMutation(repository);

describe.each(trials)('the recorded trial of mutants: $command', ({ counts, survivors }) => {
  it('counts every mutant that was drawn once', () => {
    for (const [folder, { mutants, drawn, ...states }] of Object.entries(counts)) {
      expect(
        Object.values(states).reduce((sum, count) => sum + count, 0),
        folder,
      ).toBe(drawn);
      expect(drawn, folder).toBeLessThanOrEqual(mutants);
    }
    const { found, drawn } = Object.values(counts).reduce(
      (sum, { Killed = 0, Timeout = 0, drawn }) => ({
        found: sum.found + Killed + Timeout,
        drawn: sum.drawn + drawn,
      }),
      { found: 0, drawn: 0 },
    );
    expect(drawn - found).toBe(survivors.length);
    // Of the sample; the page gives the interval.
    expect(found / drawn).toBeGreaterThanOrEqual(0.8);
  });
});

describe('the survivors of mutants', () => {
  it('have a judgement each, and nothing else has', () => {
    // Two mutants of two commits in one place would need a judgement each.
    const keys = trials.flatMap(({ survivors }) => survivors.map(({ key }) => key));
    expect(Object.keys(judged).sort()).toEqual(keys.sort());
    for (const [key, { verdict, why }] of Object.entries(judged)) {
      expect(Object.keys(verdicts), key).toContain(verdict);
      expect(verdict, key).not.toBe('missing');
      expect(why, key).toMatch(/\S/);
    }
  });
});
