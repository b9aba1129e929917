import { describe, expect, it } from 'vitest';
import type { CaseworkerTrace, ClientTrace } from '../../src/tables/trace.ts';
import { streetlevel } from './command.ts';

describe('trace', () => {
  it('tells a life within a hundred columns, and where the head has its numbers in JSON', async () => {
    const [told, json] = await Promise.all([
      streetlevel(['trace', 'first', '--pick', 'helped']),
      streetlevel(['trace', 'first', '--pick', 'helped', '--json']),
    ]);
    expect([told.code, told.err, json.code, json.err]).toEqual([0, '', 0, '']);
    expect(Math.max(...told.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const trace: ClientTrace = JSON.parse(json.out);
    expect([trace.format, trace.traces, trace.picked?.rule]).toEqual([1, 'client', 'helped']);
    expect(told.out).toContain(`Client ${trace.client.id} in first`);
    const hours = trace.steps.flatMap(({ roles }) => roles).reduce((sum, each) => sum + each.hours, 0);
    expect(told.out).toContain(`Got ${hours.toFixed(1)} hours`);
    const move = trace.steps.flatMap(({ chances }) => chances).find(({ moved }) => moved)!;
    expect(move.draw).toBeLessThan(move.chance!);
    expect(told.out.replace(/\s+/g, ' ')).toContain(`the draw was ${move.draw.toFixed(3)}`);
  });

  it('tells a caseworker, by id or number, in the weeks that are asked for', async () => {
    const [byId, byNumber] = await Promise.all([
      streetlevel(['trace', 'first', '--caseworker', 'w0-0-002-0', '--weeks', '10-12', '--json']),
      streetlevel(['trace', 'first', '--caseworker', '3', '--weeks', '10-12', '--json']),
    ]);
    expect(byId.out).toBe(byNumber.out);
    const { steps }: CaseworkerTrace = JSON.parse(byId.out);
    expect(steps.map(({ week }) => week)).toEqual([9, 10, 11]);
  });

  it('picks somebody where nobody is named, and says so on standard error', async () => {
    const { code, out, err } = await streetlevel(['trace', 'first', '--scale', '0.3']);
    expect(code).toBe(0);
    expect(out).toContain('Picked by the rule');
    expect(err).toContain('Nobody is named');
  });

  it('ends with 1 where a rule fits nobody, which is no mistake of whoever asks', async () => {
    // With nothing to move to, nobody has an outcome.
    const never = ['--set', 'pathway.transitions.findsWork.hazard=0', '--scale', '0.1'];
    const { code, out, err } = await streetlevel(['trace', 'first', '--pick', 'helped', '--json', ...never]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/the rule helped fits nobody in this run. Try --pick parked, creamed or lost/);
  });

  it.each([
    [['--client', 'c0-044-1'], /no client c0-044-1.*501 clients.*Did you mean c0-044-/],
    [['--client', '0'], /no client 0/],
    [['--caseworker', 'w0-0-099-0'], /no caseworker w0-0-099-0.*12 caseworkers/],
    [['--design', 'feePerjob'], /no design feePerjob.*Did you mean feePerJob/],
    [['--pick', 'parkt'], /--pick takes parked.*Did you mean parked/],
    [['--client', '1', '--pick', 'lost'], /one at a time/],
    [['--client', '1', '--weeks', '9-3'], /--weeks 9-3/],
    [['--client', '1', '--weeks', 'soon'], /--weeks takes a week/],
    [['--replicate', '-1', '--client', '1'], /replicate/],
  ])('refuses %j', async (words, message) => {
    const { code, out, err } = await streetlevel(['trace', 'first', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err.replace(/\s+/g, ' ')).toMatch(message);
  });
});
