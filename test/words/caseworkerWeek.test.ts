import { describe, expect, it } from 'vitest';
import type { CaseworkerStep, ClientClaim } from '../../src/tables/caseworkerWeek.ts';
import { weekOfCaseworker } from '../../src/words/index.ts';

const claim = (standing: ClientClaim['standing'], hours: number, parts: number[] = []): ClientClaim => {
  const judged = parts.reduce((sum, each) => sum + each, 0);
  return {
    client: 'c0-001-01',
    row: 0,
    fifth: 1,
    standing,
    hours,
    freeHours: 0,
    appeal: judged,
    judged,
    noise: 1,
    parts,
    pressed: 0,
    money: 0,
  };
};

const step: CaseworkerStep = {
  step: 9,
  week: 9,
  caseworker: 'w0-0-001-0',
  role: 'keyWorker',
  office: 'northTown',
  disposition: 'entrepreneur',
  present: true,
  caseload: 52,
  pressure: 0.5,
  burnout: 0.12,
  atHand: 5,
  requiredHours: 0.5,
  tokenHours: 0.1,
  freeHours: 0,
  divided: 4.4,
  unclaimed: 0,
  rule: 'waterline',
  tau: 0.25,
  shortest: 0.5,
  line: 2,
  motives: ['payoff', 'need'],
  noiseForm: 'multiplicative',
  clients: [
    claim('claimed', 2.75, [4.5, 1.5]),
    claim('claimed', 0.65, [0.9, 0.9]),
    claim('claimed', 0, [0.1, 0.6]),
    claim('required', 0.5),
    claim('token', 0),
  ],
  duties: [],
  dutyHours: [{ duty: 'file', hours: 1 }],
};

describe('the week of a caseworker in words', () => {
  it('tells where hours went, the line, and what moved the caseworker', () => {
    expect(weekOfCaseworker(step)).toEqual([
      'Entrepreneur in north town, key worker of 52 clients; burnout 0.12, pressure felt 0.50.',
      '5.00 hours at hand: 0.50 to contacts that a rule asked for, 0.10 to contacts on paper only, 3.40 to clients by appeal and 1.00 to file.',
      '2 of 3 claimants got time. The line stood at an appeal of 2.00 an hour: whoever got time got appeal / 2.00 − 0.25 hours, at least 0.50.',
      'What their appeal was made of: payoff 69% and need 31%.',
    ]);
  });

  it('says when there was nothing to divide, or nobody to divide it', () => {
    const nobody = { ...step, clients: [claim('claimed', 0, [1, 1])], line: null };
    expect(weekOfCaseworker(nobody)[2]).toBe('1 claimed hours, and there was no appointment for any.');
    expect(weekOfCaseworker({ ...step, present: false })[1]).toBe('The post was vacant.');
    const byOrder = { ...step, rule: 'priority' as const };
    expect(weekOfCaseworker(byOrder)[2]).toBe(
      '2 of 3 claimants got time. The last of them had an appeal of 2.00.',
    );
  });
});
