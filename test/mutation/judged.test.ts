import { describe, expect, it } from 'vitest';
import { repository } from '../docs/repository.ts';
import { readMutation, verdicts } from './record.ts';

describe('the recorded trial of mutants', () => {
  const { counts, survivors, judged } = readMutation(repository)!;

  it('counts every mutant that was drawn once', () => {
    for (const [folder, { mutants, drawn, ...states }] of Object.entries(counts)) {
      expect(
        Object.values(states).reduce((sum, count) => sum + count, 0),
        folder,
      ).toBe(drawn);
      expect(drawn, folder).toBeLessThanOrEqual(mutants);
    }
    const { Killed, Timeout, drawn } = Object.values(counts).reduce(
      (sum, { Killed = 0, Timeout = 0, drawn }) => ({
        Killed: sum.Killed + Killed,
        Timeout: sum.Timeout + Timeout,
        drawn: sum.drawn + drawn,
      }),
      { Killed: 0, Timeout: 0, drawn: 0 },
    );
    expect(drawn - Killed - Timeout).toBe(survivors.length);
    // Of the sample; the page gives the interval.
    expect((Killed + Timeout) / drawn).toBeGreaterThan(0.8);
  });

  it('has a judgement for each survivor, and for nothing else', () => {
    expect(Object.keys(judged).sort()).toEqual(survivors.map(({ key }) => key).sort());
    for (const [key, { verdict, why }] of Object.entries(judged)) {
      expect(Object.keys(verdicts), key).toContain(verdict);
      expect(verdict, key).not.toBe('missing');
      expect(why, key).toMatch(/\S/);
    }
  });
});
