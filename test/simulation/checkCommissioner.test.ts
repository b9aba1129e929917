import { describe, expect, it } from 'vitest';
import { openSmall, type Patch } from '../support/smallScenario.ts';

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
