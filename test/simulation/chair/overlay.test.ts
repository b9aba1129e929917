import { describe, expect, it } from 'vitest';
import { nearestOf } from '../../../src/simulation/chair/distance.ts';
import { type ChairWish, openChair, overlayClass, readResult } from '../../../src/simulation/index.ts';
import type { ChairDesk, ChairDivision, ChairResult, SeenClient } from '../../../src/tables/chair.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';

const busy: Patch = { clients: { referrals: 12 }, caseworkers: { roles: { adviser: { hoursPerWeek: 12 } } } };
const wish = { from: 8, weeks: 3, dispositions: ['entrepreneur', 'caregiver', 'equal'] };

function by(rank: (client: SeenClient) => number): (desk: ChairDesk) => ChairDivision {
  return ({ clients, hours }) => {
    const given: Record<string, number> = {};
    let left = hours.atHand;
    for (const { id, shortest } of [...clients].sort((a, b) => rank(a) - rank(b))) {
      if (shortest > left) break;
      given[id] = shortest;
      left -= shortest;
    }
    return { clients: given, inForm: [], duties: {} };
  };
}

function sitting(
  divide: (desk: ChairDesk) => ChairDivision,
  more: ChairWish = {},
  patch: Patch = {},
): ChairResult {
  const chair = openChair(openSmall(busy, patch), { ...wish, ...more });
  while (chair.desk) expect(chair.divide(divide(chair.desk))).toEqual([]);
  return chair.result(chair.debrief());
}

const easiest = sitting(by(({ appearance }) => appearance));
const hardest = sitting(by(({ appearance }) => -appearance));

describe('a class', () => {
  it('lies between its students, with each disposition beside it', () => {
    const { overlay, problems } = overlayClass([
      { file: 'a.json', result: easiest },
      { file: 'b.json', result: { ...hardest, student: 'Bo' } },
    ]);
    expect(problems).toEqual([]);
    expect(overlay!.students.map(({ name }) => name)).toEqual(['a.json', 'Bo']);
    const lean = overlay!.measures.find(({ key }) => key === 'creaming.concentration')!;
    expect(lean.lowest).toBeLessThan(-0.1);
    expect(lean.highest).toBeGreaterThan(0.1);
    expect(lean.median).toBeCloseTo((lean.lowest + lean.highest) / 2, 12);
    expect(Object.keys(lean.dispositions)).toEqual(wish.dispositions);
    expect(lean.dispositions.entrepreneur).toBeLessThan(lean.dispositions.caregiver!);
    const counted = overlay!.nearest.reduce((sum, { students }) => sum + students, overlay!.none);
    expect(counted).toBeGreaterThanOrEqual(2);
    expect(overlay!.nearest.find(({ disposition }) => disposition === 'caregiver')!.students).toBeGreaterThan(
      0,
    );
  });

  it.each<[string, ChairResult, string]>([
    [
      'another seed',
      sitting(
        by(() => 0),
        {},
        { seed: 'other' },
      ),
      'scenario.seed',
    ],
    [
      'another scheme',
      sitting(
        by(() => 0),
        {},
        { incentives: { start: null } },
      ),
      'scenario.hash',
    ],
    [
      'another replicate',
      sitting(
        by(() => 0),
        { replicate: 1 },
      ),
      'settings.replicate',
    ],
    [
      'other weeks',
      sitting(
        by(() => 0),
        { weeks: 2 },
      ),
      'settings.weeks',
    ],
    ['weeks that are missing', { ...easiest, divisions: easiest.divisions.slice(1) }, 'divisions'],
  ])('leaves out who sat with %s, and says so', (_, other, path) => {
    const { overlay, problems } = overlayClass([
      { file: 'a.json', result: easiest },
      { file: 'x.json', result: other },
      { file: 'b.json', result: hardest },
    ]);
    expect(overlay!.students.map(({ name }) => name)).toEqual(['a.json', 'b.json']);
    expect(problems.every(({ path: [file] }) => file === 'x.json')).toBe(true);
    expect(problems.map(({ path: [, ...rest] }) => rest.join('.'))).toContain(path);
  });

  it('may have had hints or none', () => {
    const hinted = { ...hardest, settings: { ...hardest.settings, hints: true } };
    const { problems } = overlayClass([
      { file: 'a.json', result: easiest },
      { file: 'b.json', result: hinted },
    ]);
    expect(problems).toEqual([]);
  });

  it('is told apart by files where names are the same, and by a number where files are too', () => {
    const named = (result: ChairResult, student: string): ChairResult => ({ ...result, student });
    const { overlay, problems } = overlayClass([
      { file: 'a.json', result: named(easiest, 'Sam') },
      { file: 'b.json', result: named(hardest, 'sam ') },
      { file: 'c.json', result: named(easiest, 'Kim') },
      { file: 'd.json', result: easiest },
      { file: 'd.json', result: hardest },
    ]);
    expect(problems).toEqual([]);
    expect(overlay!.students.map(({ name }) => name)).toEqual([
      'Sam (a.json)',
      'sam (b.json)',
      'Kim',
      'd.json, no. 1',
      'd.json, no. 2',
    ]);
  });

  it('counts a result once that was dropped twice, and says in which file it was before', () => {
    const stray = { ...hardest, scenario: { ...hardest.scenario, seed: 'elsewhere' } };
    const { overlay, problems } = overlayClass([
      { file: 'a.json', result: { ...easiest, student: 'Ada' } },
      { file: 'b.json', result: hardest },
      // Were each of these counted, theirs would be the desk of most.
      { file: 'x.json', result: stray },
      { file: 'y.json', result: stray },
      { file: 'z.json', result: stray },
      { file: 'a copy.json', result: { ...easiest, student: 'Ada' } },
    ]);
    expect(overlay!.students.map(({ name }) => name)).toEqual(['Ada', 'b.json']);
    const about = (file: string) => problems.filter(({ path }) => path[0] === file);
    expect(about('a copy.json')).toEqual([
      { path: ['a copy.json'], message: 'this is the same result as a.json, and is counted once' },
    ]);
    expect(about('y.json')[0].message).toMatch(/same result as x\.json.*told apart by a name/);
    expect(about('x.json')[0].message).toMatch(/another desk/);
  });

  it('of nobody is nothing', () => {
    expect(overlayClass([])).toEqual({ overlay: null, problems: [] });
  });
});

describe('the file of a sitting', () => {
  it('is read as it was written, without a name that nobody typed', () => {
    const { result, problems } = readResult('a.json', JSON.stringify(easiest));
    expect(problems).toEqual([]);
    expect(result).toEqual(easiest);
    expect('student' in easiest).toBe(false);
  });

  it.each([
    ['no JSON', 'hello', 'a.json', /no JSON/],
    ['another file', '{"format":1,"kind":"other"}', 'a.json.kind', /no result/],
    ['a number as a name', JSON.stringify({ ...easiest, student: 7 }), 'a.json.student', /no result/],
  ])('is refused where it is %s', (_, text, path, message) => {
    const { result, problems } = readResult('a.json', text);
    expect(result).toBeUndefined();
    expect(problems.map((problem) => problem.path.join('.'))).toEqual([path]);
    expect(problems[0].message).toMatch(message);
  });
});

describe('the nearest disposition', () => {
  const at = (...distances: number[]) =>
    distances.map((distance, k) => ({ disposition: 'abcd'[k], distance }));
  it('is the one at the least distance, with those alike, or none where most are', () => {
    expect(nearestOf(at(0.5, 0.3, 0.6))).toEqual(['b']);
    expect(nearestOf(at(0.5, 0.3, 0.31, 0.6))).toEqual(['b', 'c']);
    expect(nearestOf(at(0.31, 0.3, 0.31, 0.6))).toEqual([]);
    expect(nearestOf(at(0.3, 0.305))).toEqual([]);
    expect(nearestOf(at(0, 0.001))).toEqual(['a']);
    expect(nearestOf([])).toEqual([]);
  });
});
