import { describe, expect, it } from 'vitest';
import { CENSORED, Fates } from '../../src/measures/fates.ts';
import { SliceCounts, SliceSums, sliceEntries } from '../../src/measures/slices.ts';
import type { World } from '../../src/model/world.ts';
import { decisions, drawStream, seedKey } from '../../src/random/index.ts';
import { cumulativeIncidence, kaplanMeier } from '../../src/statistics/index.ts';

const COUNT = 500;
const STEPS = 70;
const groups = ['a', 'b', 'c'];
const stream = drawStream(seedKey('fates'), 0, decisions.shock);
const drawn = (n: number, ways: number) =>
  Uint8Array.from({ length: COUNT }, (_, row) => Math.floor(stream.uniform(row, n) * ways));

const people = { fifth: drawn(1, 5), group: drawn(2, groups.length) };
// Nobody of the last group, so that a slice is empty.
people.group.forEach((group, row) => {
  people.group[row] = Math.min(group, groups.length - 2);
});
const world = { names: { groups }, people, steps: STEPS } as unknown as World;
const entries = sliceEntries(groups, { fifth: true, group: true });
const belongs = (slice: string, row: number): boolean =>
  slice === '' ||
  slice === `fifth=${people.fifth[row] + 1}` ||
  slice === `group=${groups[people.group[row]]}`;

describe('fates counted by slice', () => {
  const steps = drawn(3, STEPS + 1);
  const causes = drawn(4, 3);
  const fates = new Fates(world, 2);
  for (let row = 0; row < COUNT; row++) fates.add(row, steps[row], causes[row]);

  it.each(entries)('give the life tables of the clients of "$slice"', ({ slice, index }) => {
    const rows = Array.from({ length: COUNT }, (_, row) => row).filter((row) => belongs(slice, row));
    expect(fates.anybody(index)).toBe(rows.length > 0);
    const own = <T>(column: ArrayLike<T>): T[] => rows.map((row) => column[row]);
    expect(fates.incidence(index, 40)).toEqual(cumulativeIncidence(own(steps), own(causes), 2, 40));
    expect(fates.incidence(index, STEPS + 20)).toEqual(
      cumulativeIncidence(own(steps), own(causes), 2, STEPS + 20),
    );
    for (const cause of [CENSORED + 1, CENSORED + 2]) {
      const weeks = own(steps).map((step) => step / 7);
      const happened = own(causes).map((each) => (each === cause ? 1 : 0));
      expect(fates.survival(index, cause, 7)).toEqual(kaplanMeier(weeks, happened));
    }
  });
});

describe('counts by slice', () => {
  it('are the sums of the same whole numbers', () => {
    const counts = new SliceCounts(world);
    const sums = new SliceSums(world);
    for (let row = 0; row < COUNT; row++) {
      counts.add(row, (row % 9) - 3);
      sums.add(row, (row % 9) - 3);
    }
    for (const { index } of entries) expect(counts.at(index)).toBe(sums.at(index));
    expect([counts.whole, counts.ofFifth(4), counts.ofGroup(1)]).toEqual([
      sums.whole,
      sums.ofFifth(4),
      sums.ofGroup(1),
    ]);
  });
});
