import { describe, expect, it } from 'vitest';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { measureKey } from '../../src/tables/rows.ts';
import { partners as threePartners } from '../model/partnership/partners.ts';
import { everyDuty } from '../support/duties.ts';
import { merge, openSmall, type Patch } from '../support/smallScenario.ts';

/** Where a mechanism could act, its switch as stated when off, and as it is on. */
interface Switch {
  where?: Patch;
  off: Patch;
  on: Patch;
}

const adviser = (terms: Patch): Patch => ({ caseworkers: { roles: { adviser: terms } } });
const duty = (terms: Record<string, Patch>): Patch => ({ caseworkers: { duties: terms } });
const fees = (terms: Record<string, Patch>): Patch => ({ incentives: terms });
const north = (terms: Patch): Patch => ({ offices: { north: terms } });
const reviews = (terms: Record<string, Patch>): Patch => ({ commissioner: { reviews: terms } });
const all = (...patches: Patch[]): Patch => patches.reduce((under, over) => merge(under, over) as Patch, {});

const crises: Patch = { clients: { crisis: { onset: 0.1 } } };
const contacts = fees({ contacts: { kind: 'activityFee', role: 'adviser', amount: 40 } });
const meetings = duty({ partners: everyDuty.partners });
const { misreport: _misreport, ...file } = everyDuty.file;
const tempted = all(duty({ file }), adviser({ integrity: 0.2 }));
const invented = (rate: number, more: Patch = {}) =>
  duty({ file: { misreport: { rate, events: { jobStart: true }, ...more } } });
const hopelessTarget = fees({
  goal: { kind: 'target', event: 'jobStart', of: 'expected', period: 12, threshold: 1, bonus: 500 },
});
const figures: Patch = {
  commissioner: { evidence: { monitoring: { figures: { jobStart: { per: 'referred' } } } } },
};
const yearly = { first: 4, every: 4, lag: 0, window: 4, during: 'run' };
const shares = reviews({ shares: { kind: 'shiftShares', share: 0.3, ...yearly } });
const weights = (weight: number): Patch => ({
  commissioner: { evidence: { monitoring: { provider: weight, user: weight, research: weight } } },
});
const domains = {
  near: { instrument: 'start', weight: 1, event: 'jobStart', group: 'near', aim: 0.9 },
  far: { instrument: 'joining', weight: 0, event: 'jobStart', group: 'far', aim: 0.9 },
};
const money = (most: number) => reviews({ money: { kind: 'fundIndicators', ...yearly, domains, most } });
const lasting = (event: string): Patch => ({
  timeline: {
    swap: { at: 6, set: { incentives: { start: { kind: 'milestoneFee', event, amount: 1500 } } } },
  },
});
const renewal = (bar: number) =>
  reviews({ renewal: { kind: 'renew', ...yearly, first: 8, every: 0, window: 8, bar } });
const relations = (strength: number): Patch => ({
  commissioner: {
    relations: {
      growth: 0.3 * strength,
      loss: 0.5 * strength,
      found: strength,
      turnover: 0.2 * strength,
      scrutiny: strength,
      entry: strength,
      knowledge: strength,
    },
  },
});
const partner = (terms: Patch): Patch => ({ partners: { police: terms, probation: terms, council: terms } });
/** Joint work moves lives, so that whatever moves it can be seen in them. */
const joint = all(threePartners, partner({ priority: 0.3 }), {
  pathway: { transitions: { findsWork: { hazard: 'logistic(-3.5 + 3 * jointEffort)' } } },
  clock: { referralWeeks: 30 },
});
const free = all(joint, { partnership: { budgets: 'free', trust: { start: 0.9 } } });
const leaves = (more = ''): Patch => ({ pathway: { programme: { dropOut: `logistic(-4${more})` } } });

/** The mechanisms of document 003 that the scenario joint-commissioning and its what-ifs use. */
const mechanisms: Record<string, Switch> = {
  'M1 longer contacts in a crisis': {
    where: crises,
    off: adviser({ crisisLength: 0 }),
    on: adviser({ crisisLength: 2 }),
  },
  'M1 crisis-weighted fees': {
    where: all(crises, contacts),
    off: fees({ contacts: { crisisFactor: 1 } }),
    on: fees({ contacts: { crisisFactor: 5 } }),
  },
  'Trust by the hours of contact': {
    off: { clients: { trust: { perHour: 0 } } },
    on: { clients: { trust: { perHour: 0.1 } } },
  },
  'M2 a price on joint work': {
    where: meetings,
    off: fees({ meetings: { kind: 'dutyFee', duty: 'partners', amount: 0 } }),
    on: fees({ meetings: { kind: 'dutyFee', duty: 'partners', amount: 200 } }),
  },
  'M3 spells that shorten': {
    where: all(figures, renewal(5)),
    off: north({ spells: { response: 0, bar: 3 } }),
    on: north({ spells: { response: 0.5, bar: 3 } }),
  },
  'M4 first contacts alone': {
    where: contacts,
    off: fees({ contacts: { mostPerClient: 65535 } }),
    on: fees({ contacts: { mostPerClient: 1 } }),
  },
  'M5 hours of record': {
    where: duty({ file: { ...file, perContact: 0, perContactHour: 0, perEvent: null } }),
    off: duty({ file: { perEvent: { jobStart: 0 } } }),
    on: duty({ file: { perEvent: { jobStart: 2 } } }),
  },
  'M6 discovery by local knowledge': {
    where: { caseworkers: { knowledge: { byTime: 0.4, growth: 0.02 } } },
    off: { clients: { latent: { knowledgePower: 0 } } },
    on: { clients: { latent: { knowledgePower: 2 } } },
  },
  'M6 a hidden problem': {
    where: { clients: { latent: null } },
    off: { clients: { latent: { barrier: 'health', share: 0 } } },
    on: { clients: { latent: { barrier: 'health', share: 0.5 } } },
  },
  'M7 pay by value added': {
    off: fees({ more: { kind: 'valueAddedFee', event: 'jobStart', amount: 0, within: 20, expected: 0.3 } }),
    on: fees({ more: { kind: 'valueAddedFee', event: 'jobStart', amount: 9000, within: 20, expected: 0.3 } }),
  },
  'M9 misreports': {
    where: tempted,
    off: invented(0, { hopeless: 3 }),
    on: invented(0.3),
  },
  'M9 audits': {
    where: all(tempted, invented(0.3)),
    off: { commissioner: { audit: { share: 0, insight: 0.9 } } },
    on: { commissioner: { audit: { share: 0.5, insight: 0.9 } } },
  },
  'M12 hours left free': {
    off: fees({ free: { kind: 'slack', share: 0 } }),
    on: fees({ free: { kind: 'slack', share: 0.3 } }),
  },
  'M15 quiet exit': { where: leaves(), off: leaves(' + 0 * mismatch'), on: leaves(' + 4 * mismatch') },
  'M16 money follows indicators': { off: money(0), on: money(1) },
  'M17 a swap of the indicator': { off: lasting('jobStart'), on: lasting('sustained') },
  'M17 learning by doing': {
    off: { caseworkers: { practice: { weight: 0, start: 0.2 } } },
    on: { caseworkers: { practice: { weight: 0.9, start: 0.2 } } },
  },
  'M18 hopeless targets': {
    where: all(tempted, invented(0.1), hopelessTarget),
    off: invented(0.1, { hopeless: 0 }),
    on: invented(0.1, { hopeless: 3 }),
  },
  'M19 renewal on a rate': { where: figures, off: renewal(-9), on: renewal(5) },
  'M23 kinds of evidence': { where: all(figures, shares), off: weights(0), on: weights(3) },
  'M27 deep for few': {
    where: { pathway: { programme: { uptake: null } } },
    off: { pathway: { programme: { uptake: 1 } } },
    on: { pathway: { programme: { uptake: 0.3 } } },
  },
  'M30, M31 trust of the commissioner': {
    where: all(figures, shares, weights(1), tempted, invented(0.1), north({ commissionerTrust: 0.8 }), {
      commissioner: { audit: { share: 0.5 } },
    }),
    off: relations(0),
    on: relations(1),
  },
  'M33 drift of the mission': {
    where: contacts,
    off: north({ mission: { drift: 0 } }),
    on: north({ mission: { drift: 0.05 } }),
  },
  'M34 a vote in its own cause': {
    where: all(figures, shares),
    off: north({ inHouse: { voice: 0 } }),
    on: north({ inHouse: { voice: 2 } }),
  },
  'M40 inspections': {
    where: joint,
    off: partner({ inspection: { chance: 0, pressure: 3, weeks: 20 } }),
    on: partner({ inspection: { chance: 0.2, pressure: 3, weeks: 20 } }),
  },
  'M40 targets of their own': {
    where: joint,
    off: partner({ ownTarget: 0 }),
    on: partner({ ownTarget: 1 }),
  },
  'M41 aligned budgets': {
    where: joint,
    off: { partnership: { budgets: 'separate', trustToPool: 0 } },
    on: { partnership: { budgets: 'aligned' } },
  },
  'M41 leaders who leave': { where: free, off: partner({ turnover: 0 }), on: partner({ turnover: 3 }) },
  'M41 loss of control': { where: free, off: partner({ controlLoss: 0 }), on: partner({ controlLoss: 900 }) },
  'M41 a scare': {
    where: all(free, { partnership: { poolsElsewhere: 0.3 } }),
    off: partner({ contagion: 0 }),
    on: partner({ contagion: 900 }),
  },
  'M47 responsibility without power': {
    where: all(free, partner({ controlLoss: 1 })),
    off: partner({ span: 1 }),
    on: partner({ span: 900 }),
  },
};

/** That a review was held, and whom it judged; no trace of what it did. */
const ofReviews = ['commissioner.reviews', 'commissioner.rankAgreement'];

/** All measures by key. */
function measured(...patches: Patch[]): Map<string, unknown> {
  const options = { references: [], clientTable: false };
  const [{ rows }] = simulateReplicate(openSmall(...patches), 0, options).designs;
  return new Map(
    rows
      .filter(({ measure }) => !ofReviews.includes(measure))
      .map(({ measure, slice, value, why }) => [measureKey(measure, slice), value ?? why]),
  );
}

/** Measures that differ, of those that both have: what names an instrument or a review is there with it alone. */
function moved(plain: Map<string, unknown>, other: Map<string, unknown>): string[] {
  return [...plain.keys()].filter((key) => other.has(key) && !Object.is(plain.get(key), other.get(key)));
}

describe('a mechanism', () => {
  it.each(Object.entries(mechanisms))(
    '%s leaves no trace when off, and does when on',
    (_, { where = {}, off, on }) => {
      const plain = measured(where);
      const without = measured(where, off);
      expect([...plain.keys()].filter((key) => !without.has(key))).toEqual([]);
      expect(moved(plain, without)).toEqual([]);
      expect(moved(plain, measured(where, on))).not.toEqual([]);
    },
  );

  /** A horizon is never off; where nothing is paid it has nothing to act on. */
  it('M8 the horizon leaves no trace where nothing is paid, and does where something is', () => {
    const near: Patch = { caseworkers: { beliefs: { horizon: 4 } } };
    const unpaid: Patch = { incentives: { joining: null, start: null, lasting: null } };
    expect(moved(measured(unpaid), measured(unpaid, near))).toEqual([]);
    expect(moved(measured(), measured(near))).not.toEqual([]);
  });
});
