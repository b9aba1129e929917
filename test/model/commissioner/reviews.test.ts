import { describe, expect, it } from 'vitest';
import { reviewKinds } from '../../../src/model/commissioner/registry.ts';
import { shiftShare } from '../../../src/model/outside/market.ts';
import type { World } from '../../../src/model/world.ts';
import { ScenarioError } from '../../../src/scenario/index.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { pictures, reviewed, runReviewed, threeOffices } from './programme.ts';

const eventOf = (world: World, name: string) => world.names.events.indexOf(name);
const target: Patch = {
  incentives: { goal: { kind: 'target', event: 'jobStart', period: 10, threshold: 20, bonus: 5000 } },
};

describe('reviews', () => {
  it('change nothing before the first, and something from the step after it', () => {
    const base = pictures([threeOffices, target]);
    const terms: Record<string, Patch> = {
      ratchet: { event: 'jobStart', aim: 0.01, rate: 1 },
      reweight: { event: 'jobStart', aim: 0.9, prices: { start: 1 } },
      shiftShares: { share: 0.2 },
      renew: { bar: 0 },
      tender: { advantage: 0 },
      push: { event: 'jobStart', aim: 0.9 },
      fundIndicators: {
        domains: {
          starts: { instrument: 'start', weight: 1, event: 'jobStart', aim: 0.9 },
          joining: { instrument: 'joining', weight: 0, event: 'attached', aim: 0.9 },
        },
      },
    };
    for (const [kind, more] of Object.entries(terms)) {
      const seen = pictures([...reviewed({ kind, ...more }, target)]);
      const first = seen.findIndex((picture, step) => picture !== base[step]);
      // A contract that ends is seen at the end of the very step; all else shows in the next or later.
      expect(first, kind).toBeGreaterThanOrEqual(kind === 'renew' || kind === 'tender' ? 19 : 20);
      expect(first, kind).toBeLessThan(60);
    }
    expect([...Object.keys(terms), 'prioritise'].sort()).toEqual(Object.keys(reviewKinds).sort());
  });

  it('see the figures of the window that ends a lag before them, and no others', () => {
    let starts = 0;
    let attached = 0;
    const world = runReviewed({ kind: 'push', event: 'jobStart', aim: 0.9, response: 1 }, {}, (now) => {
      if (now.step < 4 || now.step >= 16) return;
      for (let at = 0; at < now.events.count; at++) {
        if (now.events.cell[at] < 0) continue;
        if (now.events.event[at] === eventOf(now, 'jobStart')) starts++;
        if (now.events.event[at] === eventOf(now, 'attached')) attached++;
      }
    });
    expect(starts).toBeGreaterThan(0);
    for (const office of [0, 1, 2])
      expect(world.offices.press[office]).toBeCloseTo(1 - starts / attached / 0.9, 12);
    // The office in reserve has nobody to put pressure on.
    expect(world.offices.press[3]).toBe(0);
  });

  it('are held every so many weeks while clients are referred, and to the end if that is stated', () => {
    const held = (more: Patch) =>
      runReviewed({ kind: 'push', event: 'jobStart', aim: 0.1, every: 6, ...more }).commissioner.held.map(
        ({ step }) => step + 1,
      );
    expect(held({})).toEqual([20, 26, 32, 38]);
    expect(held({ during: 'run' })).toEqual([20, 26, 32, 38, 44, 50, 56, 62, 68]);
    expect(held({ every: 0 })).toEqual([20]);
    // After two weeks no figures are in.
    expect(held({ first: 2, lag: 4 })).toEqual([8, 14, 20, 26, 32, 38]);
  });
});

describe('a push', () => {
  it('adds to the pressure on offices, to what their caseworkers feel, and is taken back above the aim', () => {
    const pressed = runReviewed({ kind: 'push', event: 'jobStart', aim: 5, response: 0.4, every: 1 });
    expect(pressed.offices.press[0]).toBe(1);
    expect(pressed.offices.felt[0]).toBeGreaterThanOrEqual(1);
    const eased = runReviewed({ kind: 'push', event: 'jobStart', aim: 0.001, response: 0.4, every: 1 });
    expect(eased.offices.press[0]).toBe(0);
  });
});

describe('a ratchet', () => {
  it('asks for more by the stated part of the overshoot, of each office by its own figure', () => {
    const asked: Record<string, number> = {};
    const loaded = openSmall(
      ...reviewed({ kind: 'ratchet', event: 'jobStart', aim: 0.05, rate: 0.5 }, target),
    );
    runSmall(loaded, {
      look: ({ step, instruments, names }) => {
        const goal = instruments.find(({ name }) => name === 'goal');
        if (step !== 18 || goal?.adjust === undefined) return;
        const plain = goal.adjust.bind(goal);
        goal.adjust = (adjustment) => {
          asked[`${adjustment.what} ${names.offices[adjustment.office]}`] = adjustment.factor;
          plain(adjustment);
        };
      },
    });
    const { reports, names } = runSmall(openSmall(threeOffices, target));
    names.offices.slice(0, 3).forEach((office, at) => {
      const figure = reports.figure(names.events.indexOf('jobStart'), 'attached', [at], 4, 16);
      expect(asked[`threshold ${office}`]).toBeCloseTo(1 + 0.5 * Math.max(0, figure / 0.05 - 1), 12);
    });
    expect(Object.values(asked).some((factor) => factor > 1)).toBe(true);
    expect(asked['threshold reserve']).toBeUndefined();
  });

  it('that is eased away to nothing stays there, and never asks for a number that is none', () => {
    const terms = { kind: 'ratchet', event: 'jobLoss', aim: 5, ease: 1, every: 2, lag: 1, window: 1 };
    const { commissioner } = runReviewed(terms, { pathway: { transitions: { losesWork: { hazard: '0' } } } });
    expect([...(commissioner.aims.get('check') ?? [])].slice(0, 3)).toEqual([0, 0, 0]);
  });
});

describe('re-weighting', () => {
  it('moves prices towards what is short of its aim and away from what is named below 0, at most so far', () => {
    const prices = (aim: number) => {
      const world = runReviewed({
        kind: 'reweight',
        event: 'jobStart',
        aim,
        prices: { start: 1, joining: -0.1 },
        most: 0.25,
      });
      const [start, joining] = ['start', 'joining'].map((name) => {
        const instrument = world.instruments.find((each) => each.name === name);
        return instrument?.believedPrice(
          eventOf(world, name === 'start' ? 'jobStart' : 'attached'),
          0,
          0,
          true,
        );
      });
      return { start, joining };
    };
    expect(prices(1e9).start).toBe(1500 * 1.25);
    expect(prices(1e9).joining).toBeCloseTo(300 * 0.9, 6);
    expect(prices(1e-9).start).toBe(1500 * 0.75);
    expect(prices(1e-9).joining).toBeCloseTo(300 * 1.1, 6);
  });
});

describe('shares that shift', () => {
  const shifted = (share: number) => (world: World) => {
    if (world.step === 9) shiftShare(world, 0, 2, share);
  };

  it('leave everybody’s luck where it was: only who falls into the moved share changes office', () => {
    const before = runSmall(openSmall(threeOffices));
    const small = runSmall(openSmall(threeOffices), { look: shifted(0.1) });
    const large = runSmall(openSmall(threeOffices), { look: shifted(0.25) });
    let moved = 0;
    let later = 0;
    for (let row = 0; row < before.people.count; row++) {
      const was = before.service.office[row];
      expect(was).toBe(before.people.office[row]);
      const [less, more] = [small.service.office[row], large.service.office[row]];
      if (before.people.referredAt[row] < 10) {
        expect([less, more]).toEqual([was, was]);
        continue;
      }
      later++;
      if (less !== was) {
        moved++;
        expect([was, less, more]).toEqual([0, 2, 2]);
      }
      if (more !== was) expect([was, more]).toEqual([0, 2]);
    }
    // 360 referrals, a tenth: 4.4 standard errors.
    expect(Math.abs(moved - later / 10)).toBeLessThan(4.4 * Math.sqrt(later * 0.09));
    expect(small.offices.referralShare).toEqual(Float64Array.of(0.4, 0.3, 0.30000000000000004, 0));
  });

  it('take posts along to the nearest whole one, and hand their clients to the colleagues who stay', () => {
    runSmall(openSmall(threeOffices), {
      look: (world) => {
        shifted(0.25)(world);
        const { caseworkers, service } = world;
        const advisers = [0, 1, 2].map(
          (office) =>
            [...caseworkers.office.subarray(0, caseworkers.firstOfRole[1])].filter((own) => own === office)
              .length,
        );
        expect(advisers).toEqual(world.step < 10 ? [4, 2, 2] : [2, 2, 4]);
        for (let at = 0; at < service.attachedCount; at++) {
          const row = service.attached[at];
          for (const workers of service.worker)
            expect(caseworkers.office[workers[row]]).toBe(service.office[row]);
        }
      },
    });
  });

  it('leave half a post where it is, and end', () => {
    // An eighth of north's share is half of its four advisers.
    const world = runSmall(openSmall(threeOffices), { look: shifted(0.0625) });
    expect([...world.caseworkers.office].filter((office) => office === 0).length).toBe(6);
    expect(world.market.posts[0]).toBeCloseTo(3.5, 12);
  });

  it('move from the worst to the best by evidence, where they lie far enough apart', () => {
    const world = runReviewed({ kind: 'shiftShares', share: 0.1 });
    const [review] = world.commissioner.held;
    const order = [...review.offices].sort(
      (a, b) => review.evidence[review.offices.indexOf(a)] - review.evidence[review.offices.indexOf(b)],
    );
    const change = (office: number) => world.offices.referralShare[office] - world.offices.share[office];
    expect(change(order[0])).toBeCloseTo(-0.1, 12);
    expect(change(order[2])).toBeCloseTo(0.1, 12);
    expect(change(order[1])).toBe(0);
    const apart = runReviewed({ kind: 'shiftShares', share: 0.1, gap: 10 });
    expect(apart.offices.referralShare).toEqual(apart.offices.share);
  });
});

describe('the end of a contract', () => {
  const ending = (more: Patch = {}) => reviewed({ kind: 'renew', bar: 1, handoverLoss: 0.25, ...more });

  it('takes referrals, posts and attached clients to the best office or the named one, and loses nobody', () => {
    for (const successor of ['', 'reserve']) {
      let before: { attached: number[]; trust: Float64Array; office: Uint8Array } | undefined;
      const base = openSmall(threeOffices);
      runSmall(base, {
        look: ({ step, service }) => {
          if (step === 19)
            before = {
              attached: [...service.attached.subarray(0, service.attachedCount)],
              trust: service.trust.slice(),
              office: service.office.slice(),
            };
        },
      });
      let at19 = false;
      const world = runSmall(openSmall(...ending({ successor })), {
        look: (now) => {
          const { caseworkers, service, offices } = now;
          const [review] = now.commissioner.held;
          const counted = now.names.offices.map((_, office) =>
            now.step < 19
              ? offices.attached[office]
              : [...service.attached.subarray(0, service.attachedCount)].filter(
                  (row) => service.office[row] === office,
                ).length,
          );
          expect(counted.reduce((a, b) => a + b, 0)).toBe(service.attachedCount);
          expect(offices.referralShare.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          if (now.step < 19) return;
          const ended = review.ended?.office as number;
          const heir = review.ended?.successor as number;
          expect([...caseworkers.office]).not.toContain(ended);
          expect(counted[ended]).toBe(0);
          for (let row = now.people.firstOfStep[20]; row < now.windowTo; row++)
            expect(service.office[row]).not.toBe(ended);
          for (let at = 0; at < service.attachedCount; at++) {
            const row = service.attached[at];
            for (const workers of service.worker)
              expect(caseworkers.office[workers[row]]).toBe(service.office[row]);
          }
          if (now.step !== 19 || before === undefined) return;
          at19 = true;
          expect([...service.attached.subarray(0, service.attachedCount)]).toEqual(before.attached);
          for (const row of before.attached) {
            const goes = before.office[row] === ended;
            expect(service.office[row]).toBe(goes ? heir : before.office[row]);
            expect(service.trust[row]).toBeCloseTo(before.trust[row] * (goes ? 0.75 : 1), 12);
          }
        },
      });
      expect(at19).toBe(true);
      const { ended } = world.commissioner.held[0];
      if (successor === 'reserve') expect(ended?.successor).toBe(3);
      expect(world.offices.contractEnded[ended?.office as number]).toBe(20);
      // Nothing can be moved to it any more.
      shiftShare(world, ended?.successor as number, ended?.office as number, 0.1);
      expect(world.offices.referralShare[ended?.office as number]).toBe(0);
    }
  });

  it('does not come where the worst office is above the bar, or no rival is better by the margin', () => {
    expect(runSmall(openSmall(...ending({ bar: -5 }))).commissioner.held[0].ended).toBeUndefined();
    const tender = (more: Patch) => runReviewed({ kind: 'tender', ...more }).commissioner.held[0].ended;
    expect(tender({ advantage: 9 })).toBeUndefined();
    expect(tender({ advantage: 0 })).toBeDefined();
    expect(tender({ advantage: 9, benchmark: 20, successor: 'reserve' })).toMatchObject({ successor: 3 });
  });

  it('can come to a single office by a usual figure and a rival’s bid, for a successor in reserve', () => {
    const single: Patch = {
      offices: { north: { share: 1 }, south: null, west: null, reserve: { share: 0 } },
      commissioner: { evidence: { monitoring: { figures: { jobStart: { usual: 0.5, spread: 0.1 } } } } },
    };
    const world = runReviewed({ kind: 'tender', benchmark: 0, advantage: 1, successor: 'reserve' }, single);
    expect(world.commissioner.held[0].ended).toEqual({ office: 0, successor: 1 });
    expect(world.offices.referralShare).toEqual(Float64Array.of(0, 1));
  });
});

describe('what a file may say of reviews', () => {
  const refusal = (...patches: Patch[]): string => {
    try {
      openSmall(...patches);
    } catch (error) {
      if (error instanceof ScenarioError)
        return error.problems.map((each) => JSON.stringify(each)).join('\n');
      throw error;
    }
    return '';
  };

  it('is checked: kinds, events, stages, instruments, successors, and pairs of usual and spread', () => {
    const told = (review: Patch) => refusal(...reviewed(review));
    expect(told({ kind: 'pusch', event: 'jobStart', aim: 1 })).toContain('"nearest":"push"');
    expect(told({ kind: 'push', event: 'jobStarts', aim: 1 })).toContain('"nearest":"jobStart"');
    expect(told({ kind: 'shiftShares', share: 0.1, stage: 'monitor' })).toContain('"nearest":"monitoring"');
    expect(told({ kind: 'reweight', event: 'jobStart', aim: 1, prices: { starts: 1 } })).toContain(
      '"nearest":"start"',
    );
    // What a review could not move is told, and not passed over in silence.
    const advance: Patch = { incentives: { advance: { kind: 'upfront', amount: 100 } } };
    for (const review of [
      { kind: 'reweight', event: 'jobStart', aim: 1, prices: { advance: 1 } },
      { kind: 'ratchet', event: 'jobStart', aim: 1, instruments: { start: true } },
    ])
      expect(refusal(...reviewed(review, advance))).toMatch(
        /no instrument with a (price|threshold) that a review can move/,
      );
    expect(told({ kind: 'renew', successor: 'reserves' })).toContain('"nearest":"reserve"');
    expect(told({ kind: 'tender', benchmark: 1 })).toContain('needs an office to work in');
    const half = { commissioner: { evidence: { monitoring: { figures: { jobStart: { usual: 1 } } } } } };
    expect(refusal(threeOffices, half)).toContain('both or neither');
  });
});
