import { describe, expect, it } from 'vitest';
import { parameterNames, parameterValue } from '../../src/words/parameters.ts';
import { responseCurve } from '../../src/words/responses.ts';
import { studySentences } from '../../src/words/studies.ts';
import { fakeStudyTables } from '../charts/fakeTables.ts';

const named = (...paths: string[]) => [...parameterNames(paths.map((path) => ({ path }))).values()];

describe('names of parameters', () => {
  it('are the last two names that say something, and more where two would be the same', () => {
    expect(
      named('caseworkers.roles.keyWorker.posts', 'pathway.transitions.jobStart.parameters.alpha'),
    ).toEqual(['key worker: posts', 'job start: alpha']);
    expect(named('offices.a.pressure.base', 'offices.b.pressure.base')).toEqual([
      'a pressure: base',
      'b pressure: base',
    ]);
    expect(named('seed')).toEqual(['seed']);
  });

  it('have values with four figures and a true minus sign', () => {
    expect(['x', -0.123456, 12345.4, 0.1 + 0.2].map(parameterValue)).toEqual([
      'x',
      '−0.1235',
      '12,345',
      '0.3',
    ]);
  });
});

describe('a response curve', () => {
  const tables = fakeStudyTables('grid');
  const { base } = tables.summary;

  it('has the mean over the other settings at each value, and a band from least to most of few', () => {
    const { band, responses } = responseCurve(tables.study!, 'incentives.start.amount', base, 'outcome.rate');
    expect(band).toBe('settings');
    expect(responses.map(({ x, points }) => [x, points])).toEqual([
      [300, 3],
      [900, 3],
      [1500, 3],
      [3000, 3],
    ]);
    // Points 0, 4 and 8 have the fee of 300; each point adds 0.004 to 0.2.
    expect(responses[0].mean).toBeCloseTo(0.2 + 0.004 * 4, 12);
    expect([responses[0].lo, responses[0].hi]).toEqual([0.2, expect.closeTo(0.232, 12)]);
  });

  it('has the interval of luck where each value is one point', () => {
    const study = { ...tables.study!, points: tables.study!.points.slice(0, 4) };
    const { band, responses } = responseCurve(study, 'incentives.start.amount', base, 'outcome.rate');
    expect(band).toBe('interval');
    expect(responses[2]).toMatchObject({
      x: 1500,
      mean: expect.closeTo(0.208, 12),
      lo: expect.closeTo(0.208 - 0.208 / 50, 12),
      points: 1,
    });
  });

  it('puts sampled values together into places of as many points, in order', () => {
    const sample = fakeStudyTables('sample');
    const { responses } = responseCurve(
      sample.study!,
      'caseworkers.roles.keyWorker.posts',
      base,
      'outcome.rate',
    );
    expect(responses.map(({ points }) => points)).toEqual([6, 7, 7, 6, 7, 7]);
    const xs = responses.map(({ x }) => Number(x));
    expect([...xs].sort((a, b) => a - b)).toEqual(xs);
  });
});

describe('what a sweep says', () => {
  it('counts settings, names the ends of the range, and tells clear differences from unclear ones', () => {
    const text = studySentences(fakeStudyTables('grid')).join(' ');
    expect(text).toContain('12 settings of key worker: posts and start: amount were run');
    expect(text).toContain('lies between 20.0% (key worker: posts 45, start: amount 300) and 24.4%');
    // The half width is a fiftieth of 0.21 to 0.254, the difference 0.01: clear at all.
    expect(text).toMatch(
      /“Outcome-only pay at the same maximum[^”]*” is clearly higher at 12 of 12 settings/,
    );
    // Paid per client: 0 at the first point, from the second on more than its half width of about 24.
    expect(text).toMatch(/clearly higher at 11 and not told apart at 1 of 12 settings/);
  });

  it('does not speak of clear differences with one run', () => {
    const text = studySentences(fakeStudyTables('grid', { replicates: 1 })).join(' ');
    expect(text).toContain('luck is not told apart');
    expect(text).not.toContain('clearly');
  });
});
