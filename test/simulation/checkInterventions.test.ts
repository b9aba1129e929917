import { describe, expect, it } from 'vitest';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const open =
  (terms: Patch, more: Patch = {}) =>
  () =>
    openSmall({ interventions: { club: terms } }, more);

describe('interventions in a file', () => {
  it('name events, groups, partners and places that there are', () => {
    expect(open({ expects: { jobStrat: 1 } })).toThrow(/no event called "jobStrat"/);
    expect(open({ groups: { neer: true } })).toThrow(/no group called "neer"/);
    expect(open({ needs: { police: 1 } })).toThrow(/no partner called "police"/);
    expect(open({ planned: { nroth: 1 } })).toThrow(/no area called "nroth"/);
    const city: Patch = { areas: { city: {} }, offices: { north: { area: 'city' } } };
    expect(open({ planned: { north: 1 } }, city)).toThrow(/no area called "north"/);
    expect(open({ level: 'office', planned: { north: 1, south: 2 } }, city)).not.toThrow();
    expect(open({}, { portfolio: { local: { nroth: { proven: 1 } } } })).toThrow(/no area called "nroth"/);
    expect(open({}, { portfolio: { local: { north: { prooven: 1 } } } })).toThrow(
      /no kind of evidence called "prooven"/,
    );
  });

  it('have a name that formulas know for nothing else', () => {
    for (const name of ['health', 'shift', 'trust', 'recentAdviser', 'crisis'])
      expect(() => openSmall({ interventions: { [name]: {} } })).toThrow(
        /formulas know something else by this name/,
      );
  });

  it('are on offer for some time, at a point with a plain name', () => {
    expect(open({ offered: { from: 9, until: 9 } })).toThrow(/has to be on offer for some time/);
    expect(open({ point: 'Point of arrest' })).toThrow(/a point is named as things are/);
  });

  it('stay what they are while a scenario runs', () => {
    const later = (set: Patch): Patch => ({ timeline: { change: { at: 5, set: { interventions: set } } } });
    expect(open({}, later({ club: { planned: { north: 9 } } }))).toThrow(/interventions/);
    expect(open({}, later({ other: {} }))).toThrow(/interventions/);
    expect(open({}, later({ club: { evidence: 'proven' } }))).not.toThrow();
  });
});
