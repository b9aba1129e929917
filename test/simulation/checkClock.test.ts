import { describe, expect, it } from 'vitest';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const problemsOf = (...patches: Patch[]): string => {
  try {
    openSmall(...patches);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what steps ask of a file', () => {
  it('is whole weeks where a step is a week, and no more where it is shorter', () => {
    const stay = { clients: { crisis: { weeks: 1.5 } } };
    expect(problemsOf(stay)).toMatch(/clients\.crisis\.weeks[\s\S]*a whole number/);
    expect(problemsOf(stay, { clock: { step: 'day' } })).toBe('');
  });

  it('is whole weeks in the window of ofLast always', () => {
    const window = { clock: { step: 'day' }, pathway: { milestones: { sustained: { weeks: 2.5 } } } };
    expect(problemsOf(window)).toMatch(/milestones\.sustained\.weeks/);
  });

  it('is days of whole numbers of steps', () => {
    expect(problemsOf({ clock: { step: 'hours', hours: 5 } })).toMatch(/clock\.hours/);
    expect(problemsOf({ clock: { step: 'hours', hours: 8 } })).toBe('');
    // A third of an hour as a file writes it.
    expect(
      problemsOf({ clock: { step: 'hours', hours: 0.3333333333333333, referralWeeks: 1, followUp: 1 } }),
    ).not.toMatch(/clock\.hours/);
  });

  it('is distributions that can be divided', () => {
    const beta = { clock: { step: 'day' }, world: { openings: { jobs: { perWeek: 'beta(2, 5)' } } } };
    expect(problemsOf(beta)).toMatch(/world\.openings\.jobs\.perWeek/);
  });

  it('is a run of at most 4,096 steps', () => {
    expect(problemsOf({ clock: { step: 'day', referralWeeks: 500, followUp: 100 } })).toMatch(/4,200|4200/);
    expect(problemsOf({ clock: { step: 'day', referralWeeks: 480, followUp: 100 } })).toBe('');
  });
});
