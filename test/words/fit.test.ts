import { describe, expect, it } from 'vitest';
import type { FitFindings } from '../../src/tables/fit.ts';
import { fitSentences } from '../../src/words/fit.ts';
import { fakeFitTables } from '../charts/fakeTables.ts';

const say = (change: Partial<FitFindings> = {}) => fitSentences(fakeFitTables(change)).join('\n');

describe('what a calibration says', () => {
  it('counts the figures that are met and names those that are not', () => {
    expect(say()).toContain(
      '1 of 2 figures are met with other luck than the search had; “Sustained” is not.',
    );
    expect(say()).toMatch(/Starts: published 25\.0%, in the model 25\.2% \(24\.8% to 25\.6%\).*Met\./);
    expect(say()).toMatch(/Sustained: published 37\.0%.*with the values of the file 20\.0%\. Not met\./);
  });

  it('tells parameters that the figures fix from those of which they say nothing, and those that trade', () => {
    const text = say();
    expect(text).toContain('The figures fix job start: alpha (−4.7).');
    expect(text).toContain('They say next to nothing of job start: slope (2)');
    expect(text).toContain('They take away 50% of the doubt about job loss: base');
    expect(text).toContain('Job loss: base and job start: slope can make up for each other.');
    expect(text).toContain('job loss: base stands at an end of its range');
  });

  it('says where several searches end apart with as good a fit', () => {
    const starts = [
      { start: [0, 0, 0], values: [-4.7, 2, -4], misfit: 1, end: 'stuck' as const, rounds: 3 },
      { start: [1, 1, 1], values: [-4.7, 3, -4.1], misfit: 1.4, end: 'stuck' as const, rounds: 4 },
      { start: [1, 0, 1], values: [-5, 3, -4.1], misfit: 30, end: 'stuck' as const, rounds: 2 },
    ];
    expect(say({ starts })).toContain(
      'Of 3 searches from different places 2 came as near as the best, at different values of job start: slope (2 to 3)',
    );
  });
});
