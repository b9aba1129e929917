import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatches, hoursOfItems, type ItemBatches } from '../../../src/model/allocation/items.ts';
import { divideOnTop } from '../../../src/model/allocation/onTop.ts';
import { divideByPriorityWithItems } from '../../../src/model/allocation/priorityItems.ts';
import type { Line } from '../../../src/model/allocation/waterline.ts';
import { divideWithItems } from '../../../src/model/allocation/waterlineItems.ts';
import { priority, sum, waterline } from './divide.ts';

interface Batch {
  waiting: number;
  size: number;
  appeal: number;
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const cases = fc.record({
  appeal: fc.array(fc.oneof(fc.constantFrom(0, 0.5, 1, 2), number(1e-3, 50)), { maxLength: 25 }),
  batches: fc.array(
    fc.record({
      waiting: fc.integer({ min: 0, max: 12 }),
      size: number(0.05, 2),
      appeal: fc.oneof(fc.constantFrom(0, 1), number(1e-3, 20)),
    }),
    { maxLength: 4 },
  ),
  hours: number(0, 30),
  tau: number(0.05, 1),
  shortest: number(0.05, 1.5),
});

function batchesOf(list: readonly Batch[]): ItemBatches {
  const items = createBatches(8);
  items.count = list.length;
  list.forEach((batch, at) => {
    items.waiting[at] = batch.waiting;
    items.size[at] = batch.size;
    items.appeal[at] = batch.appeal;
    items.ties[at] = at;
  });
  return items;
}

function withItems(
  appeal: readonly number[],
  list: readonly Batch[],
  hours: number,
  tau: number,
  shortest: number,
) {
  const items = batchesOf(list);
  const out = new Float64Array(appeal.length).fill(99);
  const order = new Int32Array(appeal.length);
  const line: Line = { served: -1, lambda: -1 };
  const ties = Uint32Array.from(appeal, (_, i) => i);
  divideWithItems(
    Float64Array.from(appeal),
    ties,
    appeal.length,
    items,
    hours,
    tau,
    shortest,
    out,
    order,
    line,
  );
  return { out: [...out], done: [...items.served.subarray(0, list.length)], items, line };
}

/** The rule one claimant after the other, every item on its own; NaN margins tell decisions that hang on the last bits. */
function oneByOne(
  appeal: readonly number[],
  list: readonly Batch[],
  hours: number,
  tau: number,
  shortest: number,
) {
  const all = [
    ...appeal.map((u, i) => ({ u, size: shortest, client: i, batch: -1 })),
    ...list.flatMap(({ waiting, size, appeal: u }, batch) =>
      Array.from({ length: waiting }, () => ({ u, size, client: -1, batch })),
    ),
  ].filter(({ u }) => u > 0);
  const rank = (each: (typeof all)[number]) => each.u / (tau + each.size);
  all.sort((a, b) => rank(b) - rank(a) || b.client - a.client || a.batch - b.batch);
  const done = list.map(() => 0);
  const clients: number[] = [];
  let taken = 0;
  let edge = false;
  for (const each of all) {
    const isClient = each.client >= 0;
    const s = sum(clients.map((i) => appeal[i])) + (isClient ? each.u : 0);
    const k = clients.length + (isClient ? 1 : 0);
    const room = hours - taken - (isClient ? 0 : each.size) + k * tau;
    const reach = rank(each) * room;
    if (Math.abs(reach - s) < 1e-7 * (1 + Math.abs(s) + rank(each))) edge = true;
    if (reach < s || room < 0) continue;
    if (isClient) clients.push(each.client);
    else {
      done[each.batch]++;
      taken += each.size;
    }
  }
  const lambda = sum(clients.map((i) => appeal[i])) / (hours - taken + clients.length * tau);
  const out = appeal.map((u, i) => (clients.includes(i) ? u / lambda - tau : 0));
  return { out, done, edge, lambda };
}

describe('the waterline with items', () => {
  it('equals the rule taken one claimant after the other', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, ({ appeal, batches, hours, tau, shortest }) => {
        const expected = oneByOne(appeal, batches, hours, tau, shortest);
        fc.pre(!expected.edge);
        const found = withItems(appeal, batches, hours, tau, shortest);
        expect(found.done).toEqual(expected.done);
        found.out.forEach((given, i) => {
          expect(given).toBeCloseTo(expected.out[i], 8);
        });
        compared++;
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(compared).toBeGreaterThan(1500);
  });

  it('is optimal: equal marginal worth, nobody served below the line, nobody above it left out who would still pass', () => {
    fc.assert(
      fc.property(cases, ({ appeal, batches, hours, tau, shortest }) => {
        const { out, done, items, line } = withItems(appeal, batches, hours, tau, shortest);
        const taken = hoursOfItems(items);
        const slack = 1e-7 * (1 + line.lambda);
        out.forEach((given, i) => {
          if (given === 0) return;
          expect(given).toBeGreaterThanOrEqual(shortest - 1e-7);
          expect(Math.abs(appeal[i] / (tau + given) - line.lambda)).toBeLessThan(slack);
        });
        const clients = sum(appeal.filter((_, i) => out[i] > 0));
        batches.forEach(({ waiting, size, appeal: u }, batch) => {
          const rank = u / (tau + size);
          if (done[batch] > 0 && line.served > 0) expect(rank).toBeGreaterThan(line.lambda - slack);
          if (line.served === 0 || done[batch] === waiting || !(u > 0)) return;
          const left = hours - taken - size + line.served * tau;
          // With one more item the served clients of greater rank would stand at a line above it.
          const least = Math.min(...appeal.filter((_, i) => out[i] > 0)) / (tau + shortest);
          if (least >= rank) expect(rank * left).toBeLessThan(clients + 1e-6 * (1 + clients));
        });
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('gives away no more than there is, and all as soon as a client is served', () => {
    fc.assert(
      fc.property(cases, ({ appeal, batches, hours, tau, shortest }) => {
        const { out, items, line } = withItems(appeal, batches, hours, tau, shortest);
        const given = sum(out) + hoursOfItems(items);
        expect(given).toBeLessThanOrEqual(hours + 1e-8 * (1 + hours));
        if (line.served > 0) expect(given).toBeGreaterThan(hours - 1e-8 * (1 + hours));
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  it('without items is the waterline to the last bit', () => {
    fc.assert(
      fc.property(cases, ({ appeal, hours, tau, shortest }) => {
        const plain = waterline({ appeal, hours, tau, shortest });
        for (const batches of [[], [{ waiting: 0, size: 1, appeal: 0 }]]) {
          const { out, line } = withItems(appeal, batches, hours, tau, shortest);
          if (batches.length === 0) expect(out).toEqual(plain.hours);
          expect(line.served).toBe(plain.line.served);
        }
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it('lets items take hours while they last where there is no client', () => {
    const { done } = withItems(
      [],
      [
        { waiting: 9, size: 0.1, appeal: 1 },
        { waiting: 9, size: 0.25, appeal: 0 },
      ],
      0.3,
      0.25,
      0.5,
    );
    expect(done).toEqual([3, 0]);
  });

  it('lets items take what is too little for the shortest appointment', () => {
    const { out, done } = withItems([5], [{ waiting: 9, size: 0.1, appeal: 0.01 }], 0.4, 0.25, 0.5);
    expect(out).toEqual([0]);
    expect(done).toEqual([4]);
  });

  it('does the more items the greater their appeal, and the fewer the less', () => {
    const doneAt = (u: number) =>
      withItems([1, 1, 1], [{ waiting: 50, size: 0.25, appeal: u }], 6, 0.25, 0.5).done[0];
    const done = [0.05, 0.1, 0.2, 0.3, 0.6].map(doneAt);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done[0]).toBe(0);
    // At u = 0.6 a quarter of an hour is worth 1.2 an hour: the three stand at their shortest, 1 / 0.75, and keep half an hour each.
    expect(done[4]).toBeGreaterThan(10);
  });
});

describe('hours on top', () => {
  const onTop = (
    appeal: readonly number[],
    got: readonly number[],
    list: readonly Batch[],
    hours: number,
    tau: number,
    shortest: number,
  ) => {
    const items = batchesOf(list);
    const n = appeal.length;
    const out = new Float64Array(n);
    const ties = Uint32Array.from(appeal, (_, i) => i);
    divideOnTop(Float64Array.from(appeal), ties, n, Float64Array.from(got), items, hours, tau, shortest, out);
    return { out: [...out], done: [...items.served.subarray(0, list.length)], items };
  };

  it('are the waterline with items where nobody has got anything', () => {
    fc.assert(
      fc.property(cases, ({ appeal, batches, hours, tau, shortest }) => {
        fc.pre(!oneByOne(appeal, batches, hours, tau, shortest).edge);
        const usual = withItems(appeal, batches, hours, tau, shortest);
        const found = onTop(
          appeal,
          appeal.map(() => 0),
          batches,
          hours,
          tau,
          shortest,
        );
        expect(found.done).toEqual(usual.done);
        found.out.forEach((given, i) => {
          expect(given).toBeCloseTo(usual.out[i], 8);
        });
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('bring a division back to the one that would have been made of all hours at once', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, number(0, 1), ({ appeal, hours, tau }, part) => {
        // Without a shortest appointment: with one, who is nearly long enough depends on what was given before.
        const whole = waterline({ appeal, hours, tau, shortest: 0 });
        if (whole.line.served === 0) return;
        const got = whole.hours.map((given) => given * part);
        const found = onTop(appeal, got, [], hours - sum(got), tau, 0);
        found.out.forEach((given, i) => {
          expect(given + got[i]).toBeCloseTo(whole.hours[i], 6);
        });
        compared++;
      }),
      { numRuns: 1000, seed: 8 },
    );
    expect(compared).toBeGreaterThan(800);
  });
});

describe('the priority rule with items', () => {
  const divide = (appeal: number[], needed: number[], list: Batch[], hours: number) => {
    const items = batchesOf(list);
    const n = appeal.length;
    const out = new Float64Array(n);
    const line: Line = { served: -1, lambda: -1 };
    divideByPriorityWithItems(
      Float64Array.from(appeal),
      Uint32Array.from(appeal, (_, i) => i),
      n,
      items,
      hours,
      Float64Array.from(needed),
      out,
      new Int32Array(n),
      line,
    );
    return { out: [...out], done: [...items.served.subarray(0, list.length)], line };
  };

  it('equals the queue taken one after the other', () => {
    fc.assert(
      fc.property(cases, ({ appeal, batches, hours }) => {
        const needed = appeal.map((_, i) => 0.25 + (i % 3) / 2);
        const found = divide(appeal, needed, batches, hours);
        const queue = [
          ...appeal.map((u, i) => ({ u, client: i, batch: -1 })),
          ...batches.map(({ appeal: u }, batch) => ({ u, client: -1, batch })),
        ].sort(
          (a, b) =>
            b.u - a.u ||
            b.client * 0 + (a.batch < 0 ? 0 : 1) - (b.batch < 0 ? 0 : 1) ||
            a.client - b.client ||
            a.batch - b.batch,
        );
        let left = hours;
        const out = appeal.map(() => 0);
        const done = batches.map(() => 0);
        for (const { client, batch } of queue) {
          if (client >= 0) {
            out[client] = Math.min(left, needed[client]);
            left -= out[client];
          } else {
            const { waiting, size } = batches[batch];
            done[batch] = Math.min(waiting, Math.floor(left / size + 1e-9));
            left = Math.max(0, left - done[batch] * size);
          }
        }
        expect(found.done).toEqual(done);
        found.out.forEach((given, i) => {
          expect(given).toBeCloseTo(out[i], 9);
        });
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it('without items is the priority rule to the last bit', () => {
    fc.assert(
      fc.property(cases, ({ appeal, hours }) => {
        const needed = appeal.map((_, i) => 0.25 + (i % 3) / 2);
        expect(divide(appeal, needed, [], hours).out).toEqual(priority(appeal, needed, hours).hours);
      }),
      { numRuns: 500, seed: 6 },
    );
  });
});
