import { describe, expect, it } from 'vitest';
import { dominates } from '../../../src/experiment/optimise/dominance.ts';
import { summarise } from '../../../src/experiment/study/pointRows.ts';
import { fee, posts, searchToy, type Truth } from './toy.ts';

/** The more is paid the more is added, less and less. */
const rising: Truth = ({ [fee]: amount }) => ({
  'additional.rate': 0.2 * (1 - (1 - amount / 6000) * (1 - amount / 6000)),
  'spend.total': 100 * amount,
});
/** Nothing adds anything: what is found is luck. */
const flat: Truth = ({ [fee]: amount }) => ({ 'additional.rate': 0.1, 'spend.total': 100 * amount });

describe('a search for the front', () => {
  it('finds it where there is no luck, and other luck then says the same', async () => {
    const { front, points, rows } = await searchToy({ truth: rising });
    expect(front.end).toBe('budget');
    expect(front.search).toEqual({ points: 40, budget: 40, failed: 0, withoutValue: 0 });
    expect(front.members.length).toBe(40);
    expect(front.members.map(({ place }) => place)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    const spent = front.members.map(({ goals }) => goals[1].mean!);
    expect(spent).toEqual([...spent].sort((a, b) => a - b));
    for (const { goals, standing, file } of front.members) {
      expect(standing).toEqual({ is: 'front' });
      expect(goals[0].mean).toBeCloseTo(goals[0].search!, 12);
      expect(file).toMatch(/^front\/\d\d\.yaml$/);
    }
    // Each place is held against the one before it.
    for (const [i, { goals }] of front.members.entries()) {
      const before = front.members[i - 1]?.goals;
      for (const [goal, { mean, fromPrevious }] of goals.entries())
        expect(fromPrevious.mean).toEqual(before ? expect.closeTo(mean! - before[goal].mean!, 9) : null);
    }
    expect(front.file.standing).toEqual({ is: 'front' });
    expect(front.flattery.map(({ mean }) => mean)).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 9)]);
    expect(points.length).toBe(80);
    expect(new Set(rows.map(({ point }) => point)).size).toBe(80);
  });

  it('begins with the scenario as it stands, which is run once, and tells it again in other luck', async () => {
    const { front, asked, points } = await searchToy({ truth: rising });
    expect(front.file.point).toBe(0);
    expect(points[0].settings).toEqual({ [fee]: 3000 });
    expect(asked[0].id).toBe(1);
    const again = asked.filter(({ seed }) => seed !== undefined);
    expect(again[0]).toMatchObject({ settings: {}, replicates: 20, seed: 'toy, other luck' });
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    const outside = await searchToy({ truth: rising, texts: { vary: [`${fee}=4000:6000`] } });
    expect(outside.front.file.point).toBe(null);
    expect(outside.asked[0].id).toBe(0);
  });

  it('is flattered by its own luck, by as much as it says, and not by other luck', async () => {
    const truth = 0.1;
    const found = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        searchToy({ truth: flat, noise: 0.03, seed: `luck ${i}`, budget: 30, checkReplicates: 8 }),
      ),
    );
    const biases = (of: 'search' | 'mean') =>
      summarise(
        found.map(({ front }) => {
          const chosen = front.members.filter((one) => one.chosen === 'front' && one.point !== 0);
          return chosen.reduce((sum, { goals }) => sum + goals[0][of]! - truth, 0) / chosen.length;
        }),
      );
    // In the luck that they were chosen by the points of the front look better than they are: 0.015 is one standard error.
    expect(biases('search').lo).toBeGreaterThan(0.008);
    expect(biases('mean').lo).toBeLessThan(0);
    expect(biases('mean').hi).toBeGreaterThan(0);
    // What is said of it is that difference: the scenario as it stands, which was not chosen, has none.
    const said = summarise(found.map(({ front }) => front.flattery[0].mean));
    expect(said.lo).toBeGreaterThan(0);
    expect(said.lo!).toBeLessThan(biases('search').mean!);
    expect(said.hi!).toBeGreaterThan(biases('search').mean!);
    const inside = found.filter(
      ({ front: { flattery } }) =>
        flattery[0].lo! <= biases('search').mean! && flattery[0].hi! >= biases('search').mean!,
    );
    expect(inside.length).toBeGreaterThanOrEqual(25);
  });

  it('goes round points that cannot be run or have no value, and counts them', async () => {
    const { front, points } = await searchToy({
      truth: (settings) => ({
        ...rising(settings),
        ...(settings[fee] < 1000 && { 'additional.rate': null }),
      }),
      fails: (settings) => settings[fee] > 5000,
    });
    expect(front.search.failed).toBe(points.filter(({ state }) => state === 'failed').length);
    expect(front.search.failed).toBeGreaterThan(0);
    expect(front.search.withoutValue).toBeGreaterThan(0);
    for (const { settings } of front.members) {
      expect(settings[fee]).toBeGreaterThanOrEqual(1000);
      expect(settings[fee]).toBeLessThanOrEqual(5000);
    }
  });

  it('says what comes nearest where nothing keeps to the limits', async () => {
    const { front, points } = await searchToy({
      texts: { where: ['additional.rate>=5'] },
      truth: rising,
    });
    const least = Math.max(...front.searched.map(({ goals }) => goals[0]));
    expect(front.members.filter(({ place }) => place !== null)).toEqual([]);
    expect(front.nearest!.limits).toEqual([least]);
    expect(
      rising(points[front.nearest!.point].settings as Record<string, number>)['additional.rate'],
    ).toBeCloseTo(least, 10);
    expect((await searchToy({ truth: rising })).front.nearest).toBe(null);
  });

  it('keeps to a limit, and says with which probability', async () => {
    const texts = { where: ['spend.total<=300000'] };
    const { front } = await searchToy({ truth: rising, texts });
    expect(front.searched.some(({ keeps }) => !keeps)).toBe(true);
    expect(Math.max(...front.members.map(({ settings }) => Number(settings[fee])))).toBe(3000);
    for (const { limits } of front.members) expect(limits[0].chance).toBe(1);
    const none = await searchToy({ truth: rising, texts: { where: ['spend.total<=-1'] } });
    expect(none.front.members.filter(({ place }) => place !== null)).toEqual([]);
    expect(none.front.file.standing).toEqual({ is: 'breaks', limits: ['spend.total'], clearly: true });
  });

  it('says by which places the scenario as it stands is beaten', async () => {
    const { front } = await searchToy({
      truth: ({ [fee]: amount }) => ({ 'additional.rate': amount === 3000 ? 0 : 0.2, 'spend.total': amount }),
      noise: 0.01,
    });
    expect(front.file.standing).toMatchObject({ is: 'beaten', clearly: true });
    const { by } = front.file.standing as { by: number[] };
    for (const place of by) {
      const member = front.members.find((one) => one.place === place)!;
      expect(member.goals[1].mean).toBeLessThanOrEqual(3000);
      expect(member.goals[0].fromFile.lo).toBeGreaterThan(0);
    }
  });

  it('takes one goal or three', async () => {
    const one = await searchToy({ truth: rising, texts: { goal: ['additional.rate'] } });
    expect(
      one.front.members.filter(({ place }) => place !== null).map(({ settings }) => settings[fee]),
    ).toEqual([expect.closeTo(6000, -2)]);
    const three = await searchToy({
      truth: (settings) => ({ ...rising(settings), 'outcome.rate': settings[posts] / 100 }),
      texts: {
        goal: ['additional.rate', 'spend.total:lower', 'outcome.rate:lower'],
        vary: [`${fee}=0:6000`, `${posts}=6:18`],
      },
    });
    // By the definition, goal by goal.
    const turned = three.front.searched.map(({ goals: [added, spent, rate] }) => [-added, spent, rate]);
    const beaten = turned.map((one) => turned.some((other) => dominates(other, one)));
    expect(three.front.searched.map(({ onFront }) => onFront)).toEqual(beaten.map((is) => !is));
    expect(new Set(beaten).size).toBe(2);
  });

  it('counts settings that do nothing once', async () => {
    const { front } = await searchToy({
      truth: rising,
      budget: 60,
      texts: { vary: [`${fee}=1000,2000`, `${posts}=6:18`] },
    });
    expect(front.end).toBe('exhausted');
    expect(front.members.map(({ alike }) => alike)).toEqual([12, 12]);
  });

  it('stopped, hands back the front of what was reached, and says that it is the luck of the search', async () => {
    const { front, points } = await searchToy({ truth: rising, until: 20 });
    expect(front.end).toBe('stopped');
    expect(front.check.done).toBe(false);
    expect(front.search.points).toBe(21);
    expect(points.some(({ state }) => state === 'missing')).toBe(true);
    expect(front.members.length).toBe(21);
    for (const { place, checkPoint, goals } of front.members) {
      expect(place).not.toBe(null);
      expect(checkPoint).toBe(null);
      expect(goals[0].mean).toBe(null);
      expect(goals[0].search).not.toBe(null);
    }
    const late = await searchToy({ truth: rising, until: 45 });
    expect([late.front.end, late.front.check.done]).toEqual(['budget', false]);
  });
});
