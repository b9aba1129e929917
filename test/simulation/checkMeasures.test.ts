import { describe, expect, it } from 'vitest';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const opening = (measures: Patch) => () => openSmall({ measures } as never);

describe('keys of measures', () => {
  it('are measures, slices and names that there are, and the nearest is named', () => {
    expect(
      opening({ goodhart: { paid: 'event.rate[event=jobStart]', goal: 'outcomes.change' } }),
    ).not.toThrow();
    expect(opening({ goodhart: { paid: 'event.rte[event=jobStart]', goal: 'outcomes.change' } })).toThrow(
      /measures\.goodhart\.paid[\s\S]*no measure called "event\.rte"[\s\S]*event\.rate\[event=jobStart\]/,
    );
    expect(opening({ claims: { a: { measure: 'event.rate[event=jobStat]', is: 'above' } } })).toThrow(
      /measures\.claims\.a\.measure[\s\S]*no event called "jobStat"[\s\S]*jobStart/,
    );
    expect(opening({ claims: { a: { measure: 'equity.gap[fifth=1]', is: 'above' } } })).toThrow(
      /equity\.gap is not given by "fifth"/,
    );
    expect(opening({ include: ['hours'], claims: { a: { measure: 'outcome.rate', is: 'above' } } })).toThrow(
      /family "outcomes", which measures\.include leaves out/,
    );
  });

  it('are checked in further conditions, in what is added and in what is taken off', () => {
    const claim = { measure: 'outcome.rate', is: 'above', and: { b: { measure: 'no.such', is: 'below' } } };
    expect(opening({ claims: { a: claim } })).toThrow(/measures\.claims\.a\.and\.b\.measure/);
    expect(
      opening({ claims: { a: { measure: 'outcome.rate', minus: 'outcome.rat', is: 'above' } } }),
    ).toThrow(/measures\.claims\.a\.minus/);
    expect(opening({ claims: { a: { measure: 'outcome.rate', plus: 'outcome.rat', is: 'above' } } })).toThrow(
      /measures\.claims\.a\.plus/,
    );
  });
});

describe('periods', () => {
  it('are those that referrals have', () => {
    const of = (period: number, index: number | string) =>
      opening({
        period,
        published: {
          a: { measure: `period.happened[event=jobStart,period=${index}]`, value: 3, source: 'x' },
        },
      });
    expect(of(5, 3)).not.toThrow();
    expect(of(5, 9)).toThrow(/measures\.published\.a\.measure\n.*no period called "9"[\s\S]*allowed: 1 to 3/);
    expect(of(5, 0)).toThrow(/no period called "0"/);
    expect(of(5, '03')).toThrow(/no period called "03"/);
    expect(of(0, 1)).toThrow(/unless measures\.period is above 0[\s\S]*allowed: none/);
  });
});

describe('forecasts', () => {
  const forecast = (question: Patch) => opening({ forecast: { a: { ask: 'Which?', ...question } } } as never);
  const answer = (measure: string) => ({ title: measure, measure });

  it('have a measure, or two answers at least within a design', () => {
    expect(forecast({ measure: 'outcome.rate' })).not.toThrow();
    expect(forecast({ among: { b: answer('served.rate'), c: answer('twin.rate') } } as never)).not.toThrow();
    expect(forecast({})).toThrow(/measures\.forecast\.a[\s\S]*found: {3}neither/);
    expect(
      forecast({
        measure: 'outcome.rate',
        among: { b: answer('served.rate'), c: answer('twin.rate') },
      } as never),
    ).toThrow(/measures\.forecast\.a[\s\S]*found: {3}both/);
    expect(forecast({ among: { b: answer('served.rate') } } as never)).toThrow(
      /measures\.forecast\.a\.among[\s\S]*two answers at least/,
    );
    expect(forecast({ measure: 'outcome.rate', designs: ['base'] })).toThrow(
      /measures\.forecast\.a\.designs[\s\S]*two answers at least/,
    );
  });

  it('say nothing that is not read, and no answer twice', () => {
    const among = { b: answer('served.rate'), c: answer('twin.rate') };
    expect(forecast({ measure: 'outcome.rate', design: 'base' })).toThrow(
      /measures\.forecast\.a\.design\n[\s\S]*within which design is asked[\s\S]*designs/,
    );
    expect(forecast({ among, designs: ['base'] } as never)).toThrow(
      /measures\.forecast\.a\.designs[\s\S]*measures within one are/,
    );
    expect(forecast({ measure: 'outcome.rate', designs: ['base', 'base'] })).toThrow(
      /measures\.forecast\.a\.designs[\s\S]*"base" is an answer twice/,
    );
  });

  it('are of measures and designs that there are', () => {
    expect(forecast({ measure: 'outcome.rat' })).toThrow(
      /measures\.forecast\.a\.measure[\s\S]*outcome\.rate/,
    );
    expect(forecast({ among: { b: answer('served.rate'), c: answer('twin.rat') } } as never)).toThrow(
      /measures\.forecast\.a\.among\.c\.measure[\s\S]*twin\.rate/,
    );
    expect(forecast({ measure: 'outcome.rate', designs: ['base', 'bas'] })).toThrow(
      /measures\.forecast\.a\.designs[\s\S]*no design called "bas"/,
    );
    expect(
      forecast({ design: 'bas', among: { b: answer('served.rate'), c: answer('twin.rate') } } as never),
    ).toThrow(/measures\.forecast\.a\.design[\s\S]*no design called "bas"/);
  });
});

describe('claims', () => {
  it('are of designs that there are', () => {
    const claim = (design: string) =>
      opening({ claims: { a: { measure: 'outcome.rate', is: 'above', against: design } } });
    expect(claim('bas')).toThrow(/measures\.claims\.a\.against[\s\S]*no design called "bas"[\s\S]*base/);
    expect(claim('base')).not.toThrow();
  });

  it('have ends in order, and luck only over all replicates', () => {
    const claim = { measure: 'outcome.rate', is: 'between', value: 0.5, to: 0.2 };
    expect(opening({ claims: { a: claim } })).toThrow(/measures\.claims\.a\.to[\s\S]*at least 0\.5/);
    expect(opening({ claims: { a: { ...claim, to: 0.7, countedIn: 'luck', inShare: 0.9 } } })).toThrow(
      /measures\.claims\.a\.countedIn/,
    );
  });
});

describe('decomposition', () => {
  it('names an event, and two periods of one length within the run', () => {
    const of = (patch: Patch) =>
      opening({
        decomposition: {
          event: 'jobStart',
          before: { from: 0, to: 10 },
          after: { from: 20, to: 30 },
          ...patch,
        },
      });
    expect(of({})).not.toThrow();
    expect(of({ event: 'jobStarts' })).toThrow(/decomposition\.event[\s\S]*jobStart/);
    expect(of({ before: { from: 0, to: 0 } })).toThrow(/decomposition\.before/);
    expect(of({ after: { from: 50, to: 60 } })).toThrow(/decomposition\.after/);
    expect(of({ after: { from: 20, to: 31 } })).toThrow(/same length/);
  });
});
