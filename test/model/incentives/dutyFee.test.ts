import { describe, expect, test } from 'vitest';
import { copyOf } from '../../support/columns.ts';
import { mean, replicates, standardError } from '../../support/interval.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { instrumentOf } from './scheme.ts';

const fee = { kind: 'dutyFee', duty: 'partners', amount: 25 };
const done = (duty: string, office: number, items: number, step = 0) => ({ step, duty, office, items });

describe('duty fee', () => {
  test('pays each item of its duty, and is believed to', () => {
    const { instrument, paid } = instrumentOf(fee);
    instrument.onItems!(done('partners', 0, 3));
    instrument.onItems!(done('outreach', 0, 7));
    expect(paid()).toBe(75);
    expect(instrument.believedPerItem!('partners', 0)).toBe(25);
    expect(instrument.believedPerItem!('outreach', 0)).toBe(0);
  });

  test('keeps what a review made of its price when terms change', () => {
    const { instrument } = instrumentOf(fee);
    instrument.adjust!({ what: 'price', office: 1, factor: 2 });
    const later = instrumentOf({ ...fee, amount: 10 }, { startStep: 3 }, instrument);
    expect([0, 1].map((office) => later.instrument.believedPerItem!('partners', office))).toEqual([10, 20]);
  });

  test('is refused for a duty that there is not, and for the record itself', () => {
    const duties: Patch = {
      file: { kind: 'recording', role: 'adviser' },
      partners: { kind: 'liaison', role: 'adviser' },
    };
    for (const duty of ['meetings', 'file'])
      expect(() =>
        openSmall({
          caseworkers: { duties },
          incentives: { joint: { kind: 'dutyFee', duty, amount: 1 } },
        }),
      ).toThrow(/no duty that is done in items called "(meetings|file)"/);
  });
});

/** Advisers whom payoff moves most, with partners who ask for meetings. */
const joint: Patch = {
  caseworkers: {
    roles: { adviser: { mix: { entrepreneur: 0, caregiver: 0, paid: 1 } } },
    dispositions: { paid: { payoff: 1, gain: 0.4 } },
    duties: { partners: { kind: 'liaison', role: 'adviser', item: 0.5, ask: 3 } },
  },
  incentives: { start: null, lasting: null, joining: null },
};
const contacts = (amount: number): Patch => ({
  incentives: { contacts: { kind: 'activityFee', role: 'adviser', amount } },
});
const meetings = (amount: number): Patch => ({
  incentives: { meetings: { kind: 'dutyFee', duty: 'partners', amount } },
});

describe('joint work', () => {
  const hoursOf = (patches: Patch[], replicate: number): number =>
    runSmall(openSmall(joint, ...patches), { replicate }).dutyHours.total[0].reduce((a, b) => a + b, 0);
  const differences = (before: Patch[], after: Patch[]): number[] =>
    replicates(10).map((r) => hoursOf(after, r) - hoursOf(before, r));

  test('is starved by a flat fee for contacts, and the more the more these pay', () => {
    const some = differences([], [contacts(15)]);
    const more = differences([contacts(15)], [contacts(60)]);
    expect(mean(some) + 3 * standardError(some)).toBeLessThan(0);
    expect(mean(more) + 3 * standardError(more)).toBeLessThan(0);
  });

  test('is done again where its items are paid', () => {
    const won = differences([contacts(30)], [contacts(30), meetings(30)]);
    expect(mean(won) - 3 * standardError(won)).toBeGreaterThan(0);
  });

  test('is worth what instruments pay for it, as if the duty said so itself', () => {
    const said = { caseworkers: { duties: { partners: { worth: 12 } } } };
    const paid = runSmall(openSmall(joint, contacts(30), meetings(12)));
    const worth = runSmall(openSmall(joint, contacts(30), said));
    expect(copyOf(paid.service)).toEqual(copyOf(worth.service));
    expect(copyOf(paid.dutyHours)).toEqual(copyOf(worth.dutyHours));
    const account = paid.books.open('meetings', 'fee', 'fees');
    const items = paid.dutyHours.total[0].reduce((a, b) => a + b, 0) / 0.5;
    const flow = Array.from({ length: paid.steps }, (_, step) => paid.books.stepFlow(account, step));
    expect(flow.reduce((a, b) => a + b, 0)).toBeCloseTo(12 * items, 6);
    expect(items).toBeGreaterThan(10);
    // Nobody else does the advisers' duty.
    const { firstOfRole } = paid.caseworkers;
    expect(paid.dutyHours.total[0].subarray(firstOfRole[1]).every((hours) => hours === 0)).toBe(true);
    expect(paid.dutyHours.sumOfDuty[0].reduce((a, b) => a + b, 0) / 0.5).toBeCloseTo(items, 6);
  });

  test('leaves no trace where its price is 0', () => {
    const plain = runSmall(openSmall(joint, contacts(30)));
    const zero = runSmall(openSmall(joint, contacts(30), meetings(0)));
    for (const table of ['clients', 'service', 'caseworkers', 'offices', 'dutyHours'] as const)
      expect(copyOf(zero[table])).toEqual(copyOf(plain[table]));
  });
});
