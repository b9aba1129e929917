import { describe, expect, test } from 'vitest';
import { attachedNow, contact, instrumentOf } from './scheme.ts';

const rule = { kind: 'minimumService', role: 'keyWorker', every: 3, amount: 10 };
const KEY_WORKER = 0;

describe('minimum service', () => {
  test('a client is in breach from the week in which the contact was due', () => {
    const { instrument, setup, paid } = instrumentOf(rule);
    for (let step = 0; step < 6; step++) {
      // Client 0 is seen in time, client 1 a week late, client 2 by the wrong role.
      if (step === 2) instrument.onContact!(contact('keyWorker', 0, step));
      if (step === 3) instrument.onContact!(contact('keyWorker', 1, step));
      if (step === 2) instrument.onContact!(contact('coordinator', 2, step));
      instrument.settle!({ step, attachedByOffice: attachedNow() });
    }
    // Attached in step 0, all are due by step 2; client 0 again by step 5, client 1 by step 6.
    const weeks = [2, 3, 4, 5].map((step) => setup.books.stepFlow(0, step));
    expect(weeks).toEqual([-70, -60, -60, -70]);
    expect(paid()).toBe(-260);
    expect([instrument.heldAgainst!(0), instrument.heldAgainst!(1)]).toEqual([0.75, 1]);
  });

  test('a contact is worth the weeks that it keeps clear, with who is due and nobody else', () => {
    const { instrument } = instrumentOf(rule);
    const worth = () => [0, 1].map((client) => instrument.believedPerContactOf!(KEY_WORKER, client, 0));
    expect(worth()).toEqual([0, 0]);
    instrument.onContact!(contact('keyWorker', 0, 1));
    for (let step = 0; step < 2; step++) instrument.settle!({ step, attachedByOffice: attachedNow() });
    expect(worth()).toEqual([0, 30]);
    expect(instrument.believedPerContactOf!(1, 1, 0)).toBe(0);
    expect(instrument.believedPerContact!(KEY_WORKER, 0, 0)).toBe(0);
  });

  test('a contact that an audit finds out costs its penalty and does not count', () => {
    const shares: number[] = [];
    const inspect = (_role: number, client: number, _step: number, share: number) => {
      shares.push(share);
      return client === 0;
    };
    const audited = { ...rule, audit: 0.25, auditPenalty: 100 };
    const { instrument, paid } = instrumentOf(audited, { inspect });
    for (const client of [0, 1]) instrument.onContact!(contact('keyWorker', client, 2));
    expect(paid()).toBe(-100);
    instrument.settle!({ step: 2, attachedByOffice: attachedNow() });
    expect(paid()).toBe(-100 - 70);
    expect(shares).toEqual([0.25, 0.25]);
  });

  test('without audit nobody looks', () => {
    const inspect = () => {
      throw new Error('looked');
    };
    const { instrument, paid } = instrumentOf(rule, { inspect });
    instrument.onContact!(contact('keyWorker', 0, 2));
    expect(paid()).toBe(0);
  });

  test('what was seen before a change of terms stays seen', () => {
    const { instrument } = instrumentOf(rule);
    instrument.onContact!(contact('keyWorker', 0, 4));
    const later = instrumentOf({ ...rule, amount: 1 }, { startStep: 5 }, instrument);
    later.instrument.settle!({ step: 5, attachedByOffice: attachedNow() });
    expect(later.paid()).toBe(-7);
  });
});
