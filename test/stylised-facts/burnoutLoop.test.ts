import { describe, expect, it } from 'vitest';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { interval, Moments } from '../../src/statistics/index.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';
import { emptyThird } from './readings/emptiedPosts.ts';

const REPLICATES = 16;
const SHOCK = 60;
/** Weeks for which the posts stay empty, and weeks that are looked at from when they can be filled on. */
const EMPTY = 26;
const AFTER = 26;
const BACK = SHOCK + EMPTY;

/** A standing programme a little above full load: 20 advisers in each of two offices. */
const standing = (burnoutEffect: number): Patch => ({
  clock: { referralWeeks: 160, followUp: 60 },
  clients: { referrals: { value: 24 } },
  caseworkers: {
    roles: { adviser: { posts: 40, fullLoad: 11 }, broker: { posts: 0 } },
    burnout: { response: 0.05, recovery: 0.03 },
    staffing: { turnover: { base: 0.22, burnoutEffect }, hiring: { lag: 13 } },
  },
  pathway: { programme: { dropOut: 0 } },
  offices: { north: { pressure: { response: 0 } }, south: { pressure: { response: 0 } } },
});

interface Standard {
  /** Contact hours a client-week. */
  hours: number;
  burnout: number;
  vacancy: number;
}

/** Means over the weeks of the shock and over the half-year after it, with a third of the posts emptied at once or not. */
function standards(burnoutEffect: number, replicate: number, shocked: boolean) {
  const during = { hours: 0, weeks: 0, burnout: 0, present: 0, posts: 0 };
  const later = { ...during };
  runSmall(openSmall(standing(burnoutEffect)), {
    replicate,
    look: (world) => {
      const { step, caseworkers, service } = world;
      const into =
        step > SHOCK && step <= SHOCK + EMPTY
          ? during
          : step > BACK && step <= BACK + AFTER
            ? later
            : undefined;
      if (into !== undefined) {
        into.weeks += service.attachedCount;
        for (let row = 0; row < caseworkers.count; row++) {
          into.hours += caseworkers.hoursGiven[row];
          into.burnout += caseworkers.present[row] * caseworkers.burnout[row];
          into.present += caseworkers.present[row];
          into.posts++;
        }
      }
      if (shocked && step === SHOCK) emptyThird(world, EMPTY);
    },
  });
  const of = (sums: typeof during): Standard => ({
    hours: sums.hours / sums.weeks,
    burnout: sums.burnout / sums.present,
    vacancy: 1 - sums.present / sums.posts,
  });
  return { during: of(during), later: of(later) };
}

/** Shocked less unshocked on the same luck, with its 95% t interval. */
function effects(burnoutEffect: number) {
  const moments = {
    during: { hours: new Moments(), burnout: new Moments(), vacancy: new Moments() },
    later: { hours: new Moments(), burnout: new Moments(), vacancy: new Moments() },
  };
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const [plain, shocked] = [false, true].map((each) => standards(burnoutEffect, replicate, each));
    for (const when of ['during', 'later'] as const)
      for (const what of ['hours', 'burnout', 'vacancy'] as const)
        moments[when][what].push(shocked[when][what] - plain[when][what]);
  }
  const read = (each: Moments) => ({
    mean: each.mean,
    lo: interval(each)?.lo ?? NaN,
    hi: interval(each)?.hi ?? NaN,
  });
  const of = (when: 'during' | 'later') => ({
    hours: read(moments[when].hours),
    burnout: read(moments[when].burnout),
    vacancy: read(moments[when].vacancy),
  });
  return { during: of('during'), later: of('later') };
}

/**
 * Load → burnout → exits → load. A third of the posts falls vacant for half a year, at the top of the assumed
 * ranges of burnout's growth and of its effect on exits. Found with the loop: hours a client-week −0.176 during the
 * shock and −0.018 (−0.027 to −0.009) in the half-year after it; vacancies +0.026 (0.006 to 0.045). With the loop
 * cut: −0.163, then +0.003 (−0.002 to 0.008). So the loop is there, and it dies out.
 *
 * The window of the half-year was chosen with results at hand and not stated beforehand: one from a quarter to a year
 * after the shock was tried as well, in 12 runs, and showed no loss of hours that could be told from none (−0.005, −0.014
 * to 0.004). So this shows that the loop is at work, where and for how long. Whether the model has the fact (F15) is asked in
 * the table of facts, where it cannot be told.
 */
describe('load, burnout and exits', () => {
  const loop = effects(3);
  const cut = effects(0);

  it('after a shock of load standards recover only in part: hours and calm are still missing when posts can be filled', () => {
    expect(loop.later.hours.hi).toBeLessThan(0);
    expect(loop.later.hours.lo).toBeGreaterThan(loop.during.hours.hi);
    expect(loop.later.burnout.lo).toBeGreaterThan(0);
    expect(loop.later.burnout.hi).toBeLessThan(loop.during.burnout.lo);
    expect(loop.later.vacancy.lo).toBeGreaterThan(0);
  });

  it('without exits by burnout hours recover in full, though burnout lingers', () => {
    expect(cut.later.hours.hi).toBeGreaterThan(0);
    expect(cut.later.hours.lo).toBeGreaterThan(-0.01);
    expect(cut.later.burnout.lo).toBeGreaterThan(0);
    expect(cut.later.hours.lo).toBeGreaterThan(loop.later.hours.hi);
    // The load of the shock alone brings more exits with the loop than without.
    expect(loop.during.vacancy.lo).toBeGreaterThan(cut.during.vacancy.hi);
  });
});

/** Intervals found: 0.21 to 0.27 under load, 0.104 to 0.116 where nobody is overloaded. */
describe('turnover a year', () => {
  const turnover = (replicates: number, ...patches: Patch[]) => {
    const loaded = openSmall(...patches, { measures: { include: ['organisation'] } });
    const moments = new Moments();
    for (let replicate = 0; replicate < replicates; replicate++) {
      const { designs } = simulateReplicate(loaded, replicate, { references: [], clientTable: false });
      const row = designs[0].rows.find(({ measure, slice }) => measure === 'staff.turnover' && slice === '');
      moments.push(row?.value ?? Number.NaN);
    }
    return interval(moments) ?? { lo: Number.NaN, hi: Number.NaN };
  };

  it('lies in the usual 20–40% under load, with a base of a fifth and burnout as assumed', () => {
    const { lo, hi } = turnover(8, standing(1.5));
    expect(lo).toBeGreaterThan(0.2);
    expect(hi).toBeLessThan(0.4);
  });

  it('lies in the healthy 10–12% with a base of 0.11 where nobody is overloaded', () => {
    const calm: Patch = {
      clients: { referrals: { value: 2 } },
      caseworkers: {
        roles: { adviser: { posts: 800 } },
        staffing: { turnover: { base: 0.11 } },
      },
    };
    const { lo, hi } = turnover(8, standing(1.5), calm);
    expect(lo).toBeGreaterThan(0.1);
    expect(hi).toBeLessThan(0.12);
  });
});
