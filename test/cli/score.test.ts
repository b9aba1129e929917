import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/tables/csv.ts';
import type { Standings } from '../../src/tables/standings.ts';
import { scratchFolder } from '../results/scratch.ts';
import { streetlevel } from './command.ts';

const scratch = scratchFolder();
const path = (...names: string[]) => join(scratch(), ...names);
const small = ['--replicates', '3', '--scale', '0.5'];
const score = (words: readonly string[]) => streetlevel(['score', ...words, ...small], { cwd: scratch() });

const entry = (changes: string): string => `format: 1
extends: bundled:least-bad-contract
title: Ours
designs: { ours: { title: Ours, set: ${changes} } }
`;

describe('score', () => {
  it('ranks a class of entries against the contract as let, with the points that summary.json has', async () => {
    writeFileSync(
      path('ada.yaml'),
      entry('{ incentives: { jobFee: { amount: "170 * exp(5 * predictedNeed)" } } }'),
    );
    writeFileSync(path('ben.yaml'), entry('{ incentives: { jobFee: { amount: 9000 } } }'));
    const { code, out, err } = await score(['ada.yaml', 'ben.yaml', '--json']);
    expect(code, err).toBe(0);
    const { standings, folder } = JSON.parse(out) as { standings: Standings; folder: string };
    const summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
    const of = (design: string) => standings.entries.find((one) => one.design === design)!;
    expect(standings.entries.map(({ design }) => design).sort()).toEqual([
      'ada/ours',
      'ben/ours',
      'least-bad-contract',
    ]);
    expect(of('least-bad-contract')).toMatchObject({ isBase: true, points: { mean: 0 } });
    for (const design of ['ada/ours', 'ben/ours']) {
      const measured = summary.designs[design].measures;
      expect(of(design).points!.mean).toBeCloseTo(measured['contest.points'].mean, 9);
      const parts = of(design).terms.reduce((sum, { points }) => sum + points!.mean, 0);
      expect(of(design).points!.mean).toBeCloseTo(parts, 9);
    }
    expect(of('ben/ours').place).toBeNull();
    expect(of('ben/ours').why).toEqual(['breaks the limit: money that the commissioner has']);
    expect(err).toContain('ben/ours has no place: money that the commissioner has: £');
    const [head, ...rows] = parseCsv(readFileSync(join(folder, 'standings.csv'), 'utf8'));
    expect(head.slice(0, 4)).toEqual(['place', 'entry', 'title', 'points']);
    expect(rows.map((row) => row[1])).toEqual(standings.entries.map(({ design }) => design));
  });

  it('gives the same folder when the command of its manifest is typed again', async () => {
    writeFileSync(path('own.yaml'), entry('{ incentives: { jobFee: { amount: 2500 } } }'));
    expect((await score(['own.yaml', '--quiet', '--out', 'once'])).code).toBe(0);
    const { command } = JSON.parse(readFileSync(path('once', 'manifest.json'), 'utf8'));
    const words = command.replace(/^streetlevel /, '').split(' ');
    const again = await streetlevel([...words, '--out', 'twice', '--quiet'], { cwd: scratch() });
    expect(again.code, again.err).toBe(0);
    for (const name of ['measures.csv', 'standings.json'])
      expect(readFileSync(path('twice', name), 'utf8')).toBe(readFileSync(path('once', name), 'utf8'));
  });

  it('refuses entries that change more than they may, all at once, and writes nothing', async () => {
    writeFileSync(path('staff.yaml'), entry('{ caseworkers: { roles: { adviser: { posts: 99 } } } }'));
    writeFileSync(path('same.yaml'), entry('{}'));
    const { code, out, err } = await score(['staff.yaml', 'same.yaml', '--out', 'refused']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('staff.yaml, design ours: it changes caseworkers (caseworkers.roles.adviser.posts');
    expect(err).toContain('allowed: changes to incentives, rules');
    expect(err).toContain('same.yaml: no design differs');
    expect(() => readFileSync(path('refused', 'manifest.json'))).toThrow();
  });

  it('says of a scenario without points that it is no contest, and of a design that is not there what there is', async () => {
    writeFileSync(path('own.yaml'), entry('{ incentives: { jobFee: { amount: 2500 } } }'));
    const none = await score(['own.yaml', '--contest', 'first']);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('first is no contest')]);
    const unknown = await score(['own.yaml#theirs']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('asLet, ours')]);
  });
});
