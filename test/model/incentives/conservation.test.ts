import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instrument } from '../../../src/model/incentives/instrument.ts';
import { Books, COMMISSIONER, OUTSIDE, officeParty } from '../../../src/model/money/books.ts';
import { eightPeople, eventOf, names, scheme, testSetup } from './scheme.ts';

/** Grants, fees and a target at once, whose sums can be reckoned from the text of their terms: with group prices, a formula, instalments, limits, a bonus and a cap. */
const everything = {
  grant: { kind: 'blockGrant', amount: 1000 },
  joining: { kind: 'attachmentFee', amount: 400, byGroup: { esa: 600 } },
  start: { kind: 'milestoneFee', event: 'jobStart', amount: '500 + 1000 * predictedNeed' },
  stay: { kind: 'sustainmentFee', event: 'sustained26', amount: 200, instalments: 2 },
  visits: { kind: 'activityFee', role: 'keyWorker', amount: 20, mostPerClient: 3 },
  courses: { kind: 'activityFee', event: 'training', amount: 35 },
  goal: { kind: 'target', event: 'jobStart', period: 5, threshold: 4, bonus: 1000, amount: 10, cap: 4 },
};

const people = eightPeople();
const steps = 20;
const happening = fc.record({
  step: fc.nat(steps - 1),
  client: fc.nat(people.count - 1),
  what: fc.constantFrom('attached', 'jobStart', 'sustained26', 'training', 'contact'),
});
type Happening = { step: number; client: number; what: string };

/** What the stream is owed, reckoned afresh for each instrument from the text of its terms. */
function owed(stream: readonly Happening[]): Record<keyof typeof everything, number[]> {
  const due = Object.fromEntries(Object.keys(everything).map((name) => [name, [0, 0]])) as Record<
    keyof typeof everything,
    number[]
  >;
  due.grant = [7500, 2500];
  for (let client = 0; client < people.count; client++) {
    const office = people.office[client];
    const times = (what: string) =>
      stream.filter((each) => each.client === client && each.what === what).length;
    if (times('attached') > 0) due.joining[office] += people.group[client] === 1 ? 600 : 400;
    if (times('jobStart') > 0) due.start[office] += 500 + 1000 * people.predictedNeed[client];
    due.stay[office] += 200 * Math.min(2, times('sustained26'));
    due.visits[office] += 20 * Math.min(3, times('contact'));
    due.courses[office] += 35 * times('training');
  }
  for (const office of [0, 1])
    for (const from of [0, 5]) {
      const starts = stream.filter(({ what, client, step }, at) => {
        const isFirst = !stream.slice(0, at).some((each) => each.what === what && each.client === client);
        return (
          what === 'jobStart' &&
          isFirst &&
          people.office[client] === office &&
          step >= from &&
          step < from + 5
        );
      }).length;
      const threshold = office === 0 ? 3 : 1;
      due.goal[office] += 10 * Math.min(threshold, starts);
      if (starts >= threshold) due.goal[office] += office === 0 ? 750 : 250;
    }
  return due;
}

/** Beliefs and shortfalls that are out of bounds now. */
function impossibleBeliefs(instruments: readonly Instrument[]): string[] {
  const found: string[] = [];
  for (const { name, believedPrice, heldAgainst } of instruments)
    for (const office of [0, 1]) {
      const held = heldAgainst?.(office) ?? 0;
      if (!(held >= 0 && held <= 1)) found.push(`${name} holds ${held}`);
      for (let event = 0; event < names.events.length; event++)
        for (let group = 0; group < names.groups.length; group++)
          for (const first of [true, false]) {
            const price = believedPrice(event, group, office, first);
            if (!(price >= 0 && Number.isFinite(price))) found.push(`${name} is believed to pay ${price}`);
          }
    }
  return found;
}

test('with grants, fees and a target on, money is conserved and each office gets what it is owed, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 80 }), (happenings) => {
      const stream = [...happenings].sort((a, b) => a.step - b.step);
      const books = new Books(2, names.groups.length, steps);
      const instruments = scheme(everything, testSetup({ books }));
      const had = new Set<string>();
      const impossible: string[] = [];
      for (let step = 0; step < steps; step++) {
        for (const { client, what } of stream.filter((each) => each.step === step)) {
          const who = { step, client, group: people.group[client], office: people.office[client] };
          const first = !had.has(`${client} ${what}`);
          had.add(`${client} ${what}`);
          for (const instrument of instruments)
            if (what === 'contact') instrument.onContact?.({ ...who, role: 0, inCrisis: false });
            else instrument.onEvent?.({ ...who, event: eventOf(what), first });
        }
        for (const instrument of instruments)
          instrument.settle?.({ step, attachedByOffice: Float64Array.of(4, 4) });
        impossible.push(...impossibleBeliefs(instruments));
      }
      expect(impossible).toEqual([]);
      const due = owed(stream);
      for (const [account, { name }] of books.accounts.entries())
        for (const office of [0, 1])
          expect(books.flow(account, COMMISSIONER, officeParty(office)), name).toBeCloseTo(
            due[name as keyof typeof everything][office],
            9,
          );
      const received = [0, 1].map((office) => books.receivedBy(officeParty(office)));
      expect(books.paidBy(COMMISSIONER)).toBeCloseTo(received[0] + received[1], 9);
      expect(books.receivedBy(OUTSIDE) + books.receivedBy(COMMISSIONER)).toBe(0);
      for (const office of [0, 1]) {
        let income = 0;
        for (let step = 0; step < steps; step++) income += books.officeIncome(office, step);
        expect(income).toBeCloseTo(received[office], 9);
      }
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('instruments do not disturb each other: a scheme pays what its instruments pay alone', () => {
  const stream = fc.sample(happening, { seed: 11, numRuns: 80 }).sort((a, b) => a.step - b.step);
  const payAll = (entries: Record<string, unknown>): number => {
    const books = new Books(2, names.groups.length, steps);
    const instruments = scheme(entries, testSetup({ books }));
    const had = new Set<string>();
    for (let step = 0; step < steps; step++) {
      for (const { client, what } of stream.filter((each) => each.step === step)) {
        const who = { step, client, group: people.group[client], office: people.office[client] };
        const first = !had.has(`${client} ${what}`);
        had.add(`${client} ${what}`);
        for (const instrument of instruments)
          if (what === 'contact') instrument.onContact?.({ ...who, role: 0, inCrisis: false });
          else instrument.onEvent?.({ ...who, event: eventOf(what), first });
      }
      for (const instrument of instruments)
        instrument.settle?.({ step, attachedByOffice: Float64Array.of(4, 4) });
    }
    return books.paidBy(COMMISSIONER);
  };
  const alone = Object.entries(everything).map(([name, entry]) => payAll({ [name]: entry }));
  expect(alone.every((sum) => sum > 0)).toBe(true);
  expect(payAll(everything)).toBeCloseTo(
    alone.reduce((sum, each) => sum + each, 0),
    8,
  );
});
