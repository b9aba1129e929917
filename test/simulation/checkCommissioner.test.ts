import { describe, expect, it } from 'vitest';
import { openSmall, type Patch } from '../support/smallScenario.ts';

/** Twelve weeks of referrals and forty of follow-up. */
const opening =
  (commissioner: Patch, more: Patch = {}) =>
  () =>
    openSmall({ commissioner }, more);

const oneOffice: Patch = { offices: { north: { share: 1 }, south: null } };
const figures = { jobStart: {} };
const monitoring: Patch = { monitoring: { figures } };

describe('stages of evidence', () => {
  it('have something in them', () => {
    const nothing = /commissioner\.evidence\.monitoring\n.*has nothing in it[\s\S]*allowed: figures/;
    expect(opening({ evidence: { monitoring: {} } })).toThrow(nothing);
    expect(opening({ evidence: { monitoring: { figures: { jobStart: { weight: 0 } } } } })).toThrow(nothing);
    expect(opening({ evidence: monitoring })).not.toThrow();
    expect(opening({ evidence: { monitoring: { money: 1 } } })).not.toThrow();
    expect(opening({ evidence: { monitoring: { figures: { jobStart: { weight: -1 } } } } })).not.toThrow();
  });
});

describe('reviews', () => {
  const push = (weeks: Patch) =>
    opening({ reviews: { quarterly: { kind: 'push', event: 'jobStart', aim: 0.1, ...weeks } } });

  it('are held before referrals end, or the run', () => {
    expect(push({ first: 13, lag: 4 })).toThrow(
      /reviews\.quarterly\.first\n.*referrals end before[\s\S]*found: +13\n.*at most 12 \(weeks\), or `during: run`/,
    );
    expect(push({ first: 12, lag: 4 })).not.toThrow();
    expect(push({ first: 13, lag: 4, during: 'run' })).not.toThrow();
    expect(push({ first: 53, lag: 4, during: 'run' })).toThrow(/the run ends before[\s\S]*at most 52/);
  });

  it('have figures in at the last date, if not at the first', () => {
    expect(push({ first: 6, every: 0, lag: 6 })).toThrow(
      /reviews\.quarterly\.lag\n.*no figures are in[\s\S]*found: +6\n.*less than 6 \(weeks\)/,
    );
    expect(push({ first: 6, every: 0, lag: 5 })).not.toThrow();
    expect(push({ first: 6, every: 3, lag: 11 })).not.toThrow();
    expect(push({ first: 6, every: 4, lag: 10 })).toThrow(/less than 10/);
  });

  it('that end a contract have somebody else to give it to', () => {
    for (const kind of ['tender', 'renew']) {
      const ending = (successor: string, more?: Patch) =>
        opening({ evidence: monitoring, reviews: { ending: { kind, first: 6, lag: 2, successor } } }, more);
      expect(ending('north', oneOffice)).toThrow(
        /reviews\.ending\.successor\n.*nobody could get the contract\n.*north, the only office[\s\S]*a further office/,
      );
      expect(ending('', oneOffice)).toThrow(/nobody could get the contract/);
      expect(ending('nroth', oneOffice)).toThrow(/no office called "nroth"[\s\S]*did you mean: north/);
      expect(ending('north')).not.toThrow();
    }
  });
});

describe('a league table', () => {
  it('needs two offices', () => {
    const incentives = { table: { kind: 'leagueTable', event: 'jobStart' } };
    expect(() => openSmall({ incentives }, oneOffice)).toThrow(
      /incentives\.table\n.*needs two offices[\s\S]*one office, north\n.*a further office/,
    );
    expect(() => openSmall({ incentives })).not.toThrow();
  });
});
