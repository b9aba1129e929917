import { describe, expect, it, vi } from 'vitest';
import { inTime, TimeLeft } from '../../src/cli/timeLeft.ts';

describe('the time that is left', () => {
  it('follows the pace of the last updates', () => {
    let now = 0;
    const left = new TimeLeft(10, () => now);
    now = 2000;
    expect(left.at(12, 20)).toBe(8);
    for (let done = 13; done <= 40; done++) {
      now += 3000;
      left.at(done, 100);
    }
    now += 3000;
    expect(left.at(41, 100)).toBe(59 * 3);
    expect(left.at(100, 100)).toBe(0);
  });

  it('is not known before anything is done', () => {
    expect(new TimeLeft(5, () => 0).at(5, 10)).toBeUndefined();
  });

  it('does not go by the clock of the machine, which may be set', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const left = new TimeLeft(0);
      vi.setSystemTime(Date.now() - 86_400_000);
      expect(left.at(1, 2)).toBeLessThan(60);
      vi.setSystemTime(Date.now() + 10 * 365 * 86_400_000);
      expect(left.at(2, 3)).toBeLessThan(60);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    [0, '0s'],
    [59, '59s'],
    [60, '1m00s'],
    [3599, '59m59s'],
    [3660, '1h01m'],
    [471_600, '131h00m'],
  ])('of %d seconds reads %s', (seconds, text) => {
    expect(inTime(seconds)).toBe(text);
  });
});
