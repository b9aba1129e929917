import { describe, expect, it } from 'vitest';
import type { FitFindings } from '../../src/tables/fit.ts';
import { fitSentences } from '../../src/words/fit.ts';
import { fakeFitTables } from '../charts/fakeTables.ts';

const say = (change: Partial<FitFindings> = {}) => fitSentences(fakeFitTables(change)).join('\n');

describe('what a calibration says', () => {
  it('counts the figures that are met and names those that are not', () => {
    expect(say()).toContain(
      '1 of 2 figures is met with other luck than the search had; “Sustained” is missed.',
    );
    expect(say()).toMatch(/Starts: published 25\.0%, in the model 25\.2% \(24\.8% to 25\.6%\).*Met\./);
    expect(say()).toMatch(/Sustained: published 37\.0%.*with the values of the file 20\.0%\. Missed\./);
  });

  it('tells parameters that the figures fix from those of which they say nothing, and those that trade', () => {
    const text = say();
    expect(text).toContain('Met within a tolerance, the figures fix job start: alpha (−4.7).');
    expect(text).toContain('The figures say next to nothing of job start: slope (2)');
    expect(text).toContain('The figures take away 50% of the doubt about job loss: base');
    expect(text).toContain('Job loss: base and job start: slope can make up for each other.');
    expect(text).toContain('Job loss: base stands at an end of its range');
  });

  it('tells what is missed from what cannot be told, and asks for runs where luck is a good part of a tolerance', () => {
    const [first, second] = fakeFitTables().study!.fit!.targets;
    const text = say({ targets: [first, { ...second, verdict: 'untold', luck: 0.02 }] });
    expect(text).toContain('of “Sustained” it cannot be told, since the interval reaches into the tolerance');
    // Twice the tolerance in 20 runs is half of it in 16 times as many.
    expect(text).toMatch(
      /In 20 runs luck alone moves “Sustained” by up to 2\.0 tolerances.*about 320 replicates/,
    );
    expect(say({ targets: [first] })).not.toContain('luck alone');
  });

  it('makes no claim of a search that was interrupted', () => {
    const { targets, parameters } = fakeFitTables().study!.fit!;
    const text = say({
      end: 'interrupted',
      targets: targets.map((one) => ({
        ...one,
        checked: null,
        lo: null,
        hi: null,
        luck: null,
        verdict: 'unchecked',
      })),
      parameters: parameters.map(({ identified: _, ...one }) => one),
    });
    expect(text).toContain('No fit is checked so far.');
    expect(text).toContain(
      'Starts: published 25.0%, in the search 25.1%; with the values of the file 40.0%. Not checked.',
    );
    expect(text).not.toMatch(/[Tt]he figures (fix|say|take)/);
  });

  it('says where several searches end apart with as good a fit', () => {
    const starts = [
      { start: [0, 0, 0], values: [-4.7, 2, -4], misfit: 1, end: 'stuck' as const, rounds: 3 },
      { start: [1, 1, 1], values: [-4.7, 3, -4.1], misfit: 1.4, end: 'stuck' as const, rounds: 4 },
      { start: [1, 0, 1], values: [-5, 3, -4.1], misfit: 30, end: 'stuck' as const, rounds: 2 },
    ];
    expect(say({ starts })).toContain(
      'Of 3 searches from different places 2 ended about equally near, at different values of job start: slope (2 to 3): the figures do not tell which.',
    );
    const lost = { ...starts[1], misfit: null, end: 'cannotRun' as const };
    expect(say({ starts: [starts[0], lost, starts[2]] })).toContain(
      'Of 3 searches from different places one came nearest: the others ended further from the figures. 1 could not begin.',
    );
    expect(say({ starts: [starts[0], lost] })).toContain(
      'Of 2 searches from different places only one could be made.',
    );
    expect(say({ starts: [lost, lost] })).not.toContain('searches');
  });

  it('speaks of one figure as of one, and of figures that the check says nothing of', () => {
    const [first, second] = fakeFitTables().study!.fit!.targets;
    expect(say({ targets: [first] })).toMatch(/^The one figure is met with other luck/);
    expect(say({ targets: [second] })).toMatch(
      /^The one figure is not met with other luck than the search had\.\n/,
    );
    expect(say({ targets: [first, { ...second, verdict: 'untold', lo: null, hi: null }] })).toContain(
      'of “Sustained” it cannot be told, since only one run of the check has a value',
    );
    expect(say({ targets: [first, { ...second, verdict: 'unchecked', checked: null }] })).toContain(
      '“Sustained” had no value in the check',
    );
    expect(say({ end: 'cannotRun', targets: [first, { ...second, before: null }] })).toContain(
      'The search could not begin: “Sustained” has no value with the values of the file.',
    );
  });

  it('says where luck moves a fitted value by more than the figures leave open', () => {
    const { targets, parameters } = fakeFitTables().study!.fit!;
    const [one, ...others] = parameters;
    const loud = { ...one, identified: { ...one.identified!, deviation: 0.0123, luck: 0.456 } };
    expect(say({ targets, parameters: [loud, ...others] })).toContain(
      'That luck moves the fitted job start: alpha (± 0.46) by more than the figures leave open.',
    );
  });
});
