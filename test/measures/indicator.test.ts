import { describe, expect, it } from 'vitest';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { measureKey } from '../../src/tables/rows.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';
import { JOB, jobStarts } from './indicatorWorld.ts';

const decomposition = { event: JOB, before: { from: 0, to: 14 }, after: { from: 20, to: 34 } };
const scarce = {
  world: { openings: { jobs: { perWeek: 1 } } },
  pathway: { transitions: { findsWork: { openings: 'jobs' } } },
};

function indicatorOf(...patches: Patch[]): Record<string, number | null> {
  const loaded = openSmall({ measures: { decomposition } }, ...patches);
  const [{ rows }] = simulateReplicate(loaded, 0, { references: [], clientTable: false }).designs;
  return Object.fromEntries(
    rows
      .filter(({ measure }) => measure.startsWith('indicator.'))
      .map(({ measure, slice, value }) => [measureKey(measure, slice), value]),
  );
}

const parts = ['indicator.trend', 'indicator.served', 'indicator.substitution', 'indicator.reporting'];
const sumOf = (found: Record<string, number | null>) => parts.reduce((sum, id) => sum + found[id]!, 0);

describe('an indicator taken apart', () => {
  it.each([
    ['unlimited openings', {}],
    ['scarce openings', scarce],
    ['the programme’s record alone', { measures: { decomposition: { recordOf: 'programme' } } }],
  ] as [string, Patch][])('sums to its rise: %s', (_, patch) => {
    const found = indicatorOf(patch);
    expect(found['indicator.rise']).toBeCloseTo(found['indicator.after']! - found['indicator.before']!, 12);
    expect(Math.abs(sumOf(found) - found['indicator.rise']!)).toBeLessThan(1e-9);
    expect(found['indicator.served']).not.toBe(0);
  });

  it('is counted as somebody else would count it, from the events of both worlds', () => {
    const found = indicatorOf(scarce);
    const { own, without } = jobStarts(openSmall({ measures: { decomposition } }, scarce));
    const rise = (events: (step: number) => number, people: (step: number) => number) => {
      const rate = ({ from, to }: { from: number; to: number }) => {
        let top = 0;
        let bottom = 0;
        for (let step = from; step < to; step++) {
          top += events(step);
          bottom += people(step) / (to - from);
        }
        return top / bottom;
      };
      return rate(decomposition.after) - rate(decomposition.before);
    };
    const people = (step: number) => own[step].people;
    expect(found['indicator.trend']).toBeCloseTo(
      rise((step) => without[step].rows.length, people),
      12,
    );
    const joined = (step: number, rows: readonly number[]) =>
      rows.filter((row) => own.attachedAt[row] >= 0 && own.attachedAt[row] <= step).length;
    const gain = rise((step) => joined(step, own[step].rows) - joined(step, without[step].rows), people);
    expect(found['indicator.served']).toBeCloseTo(gain, 12);
  });

  it('has no substitution where openings are unlimited, and some where they are scarce', () => {
    expect(indicatorOf()['indicator.substitution']).toBe(0);
    expect(indicatorOf(scarce)['indicator.substitution']).not.toBe(0);
  });

  it('has no reporting where everybody is counted and every record is true', () => {
    expect(indicatorOf()['indicator.reporting']).toBeCloseTo(0, 12);
    expect(
      indicatorOf({ measures: { decomposition: { recordOf: 'programme' } } })['indicator.reporting'],
    ).not.toBe(0);
  });

  it('counts an event that waits to be recorded once, when it is on record', () => {
    const records = { kind: 'recording', role: 'adviser', perContactHour: 0, perEvent: { jobStart: 0.5 } };
    const measured = openSmall({
      measures: {
        decomposition: { ...decomposition, before: { from: 0, to: 20 }, after: { from: 20, to: 40 } },
      },
      caseworkers: { duties: { records } },
    });
    const { own } = jobStarts(measured);
    const [{ rows }] = simulateReplicate(measured, 0, { references: [], clientTable: false }).designs;
    const of = (id: string) => rows.find(({ measure }) => measure === id)!.value!;
    const sum = (from: number, to: number, count: (step: number) => number) =>
      own.slice(from, to).reduce((total, _, at) => total + count(from + at), 0);
    const people = (from: number, to: number) => sum(from, to, (step) => own[step].people) / (to - from);
    const events = (from: number, to: number) => sum(from, to, (step) => own[step].rows.length);
    const reported = [of('indicator.before') * people(0, 20), of('indicator.after') * people(20, 40)];
    // Late records slip into the second period, or out of it; none is counted twice.
    expect(reported[0]).toBeLessThanOrEqual(events(0, 20) + 1e-9);
    expect(reported[0] + reported[1]).toBeLessThanOrEqual(events(0, 40) + 1e-9);
    expect(reported[0] + reported[1]).toBeGreaterThan(0.8 * events(0, 40));
  });

  it('moves no other number of the run', () => {
    const rowsOf = (...patches: Patch[]) =>
      simulateReplicate(openSmall(...patches), 1, {
        references: ['noService'],
        clientTable: false,
      }).designs[0].rows.filter(({ measure }) => !measure.startsWith('indicator.'));
    expect(rowsOf({ measures: { decomposition } })).toEqual(rowsOf());
  });

  it('is not measured unless it is asked for', () => {
    const [{ rows }] = simulateReplicate(openSmall(), 0, { references: [], clientTable: false }).designs;
    expect(rows.some(({ measure }) => measure.startsWith('indicator.'))).toBe(false);
  });
});
