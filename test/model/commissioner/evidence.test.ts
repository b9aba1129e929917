import { describe, expect, it } from 'vitest';
import { weighEvidence } from '../../../src/model/commissioner/evidence.ts';
import { hearStories } from '../../../src/model/commissioner/stories.ts';
import { Reports } from '../../../src/model/reports.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { threeOffices } from './programme.ts';

/** Looks at the world at the end of a week. */
function at(step: number, patches: Patch[], look: (world: World) => void): void {
  runSmall(openSmall(...patches), {
    look: (world) => {
      if (world.step === step) look(world);
    },
  });
}

describe('reports', () => {
  it('give counts and rates of a window, and no number where there is nothing to divide by', () => {
    const reports = new Reports(2, ['attached', 'jobStart'], 10);
    for (let step = 0; step < 10; step++) {
      reports.reportCaseload(0, step, 5);
      for (let n = 0; n < 3; n++) reports.reportReferral(0, step);
      for (let n = 0; n < 2; n++) reports.reportEvent(0, 0, step);
      if (step >= 6) reports.reportEvent(0, 1, step);
    }
    expect(reports.figure(1, 'count', [0, 1], 4, 8)).toBe(2);
    expect(reports.figure(1, 'attached', [0], 4, 8)).toBe(0.25);
    expect(reports.figure(1, 'referred', [0], 4, 8)).toBeCloseTo(2 / 12, 12);
    expect(reports.figure(1, 'caseload', [0], 4, 8)).toBe(0.4);
    expect(reports.figure(1, 'count', [0], -5, 6)).toBe(0);
    expect(reports.figure(1, 'attached', [1], 0, 10)).toBeNaN();
  });

  it('hold the claimed events, referrals and caseloads of a run', () => {
    const world = runSmall(openSmall(threeOffices));
    const { reports, names, people, service, steps } = world;
    const every = names.offices.map((_, office) => office);
    const attached = names.events.indexOf('attached');
    expect(reports.count(attached, every, 0, steps)).toBe(
      [...service.attachedAt].filter((step) => step >= 0).length,
    );
    for (const office of every) {
      const referred = [...people.office].filter((own) => own === office).length;
      const rate = reports.figure(attached, 'referred', [office], 0, steps);
      const own = reports.count(attached, [office], 0, steps);
      if (referred > 0) expect(rate).toBeCloseTo(own / referred, 12);
    }
  });
});

describe('evidence', () => {
  const stage = (weights: Patch): Patch => ({
    commissioner: { evidence: { monitoring: null, review: weights } },
  });

  it('is the mean of standard deviations by weight, with less money better, and nothing where nothing is known', () => {
    const weights = stage({ figures: { jobStart: { weight: 2 }, attached: { per: 'referred' } }, money: 1 });
    at(20, [threeOffices, weights], (world) => {
      const offices = [0, 1, 2];
      const z = (values: number[]) => {
        const mean = values.reduce((a, b) => a + b) / 3;
        const sd = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 3);
        return values.map((each) => (each - mean) / sd);
      };
      const figure = (name: string, per: 'attached' | 'referred') =>
        z(
          offices.map((office) =>
            world.reports.figure(world.names.events.indexOf(name), per, [office], 5, 20),
          ),
        );
      const money = z(
        offices.map((office) => {
          let paid = 0;
          for (let step = 5; step < 20; step++) paid += world.books.officeIncome(office, step);
          return -paid / world.reports.meanCaseload([office], 5, 20);
        }),
      );
      const [starts, joined] = [figure('jobStart', 'attached'), figure('attached', 'referred')];
      const { all } = weighEvidence(world, 'review', offices, 5, 20);
      for (const office of offices)
        expect(all[office]).toBeCloseTo((2 * starts[office] + joined[office] + money[office]) / 4, 10);
      expect(all.reduce((a, b) => a + b)).toBeCloseTo(0, 10);
      expect(weighEvidence(world, 'review', [3], 5, 20).all).toEqual([Number.NaN]);
      expect(weighEvidence(world, 'nowhere', [0], 5, 20).all).toEqual([Number.NaN]);
    });
  });

  it('says nothing of an office that stands alone without a usual figure, and counts grow with the scale', () => {
    at(20, [threeOffices, stage({ figures: { jobStart: {} }, money: 1 })], (world) => {
      expect(weighEvidence(world, 'review', [0], 5, 20).all).toEqual([Number.NaN]);
    });
    const usual = { figures: { jobStart: { per: 'count', usual: 10, spread: 2 } } };
    at(20, [threeOffices, stage(usual), { scale: 0.5 }], (world) => {
      const starts = world.reports.figure(world.names.events.indexOf('jobStart'), 'count', [0], 5, 20);
      expect(weighEvidence(world, 'review', [0], 5, 20).all[0]).toBeCloseTo((starts - 5) / 1, 12);
    });
  });

  it('has stories as far as they weigh, and can be looked at without them', () => {
    const figures = { jobStart: {} };
    at(20, [threeOffices, stage({ figures, stories: 1 })], (world) => {
      const heard = weighEvidence(world, 'review', [0, 1, 2], 5, 20);
      expect(heard.all).not.toEqual(heard.withoutStories);
      at(20, [threeOffices, stage({ figures })], (silent) => {
        const unheard = weighEvidence(silent, 'review', [0, 1, 2], 5, 20);
        expect(unheard.all).toEqual(heard.withoutStories);
        expect(unheard.all).toEqual(unheard.withoutStories);
      });
    });
  });
});

describe('stories', () => {
  it('are those of the same people whatever the scheme, and of the office’s own', () => {
    const worths: number[] = [];
    for (const amount of [1500, 1500]) {
      at(
        20,
        [threeOffices, { incentives: { start: { amount } } }],
        (world) => void worths.push(hearStories(world, 0, 4).worth),
      );
    }
    expect(worths[0]).toBe(worths[1]);
    at(20, [threeOffices], (world) => {
      expect(hearStories(world, 0, 4).lives).toBe(4);
      expect(hearStories(world, 3, 4).lives).toBe(0);
      expect(hearStories(world, 3, 4).worth).toBeNaN();
      expect(hearStories(world, -1, 1e6).lives).toBe(world.service.attachedCount);
    });
  });

  it('are the noisier the fewer they are: their spread falls with the root of their number', () => {
    const spread = (n: number) => {
      const misses: number[] = [];
      runSmall(openSmall(threeOffices), {
        look: (world) => {
          if (world.step < 15 || world.step >= 40) return;
          misses.push(hearStories(world, -1, n).worth - hearStories(world, -1, 1e6).worth);
        },
      });
      return Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length);
    };
    const [few, many] = [spread(2), spread(18)];
    // Root of 9 is 3; 25 weeks leave the ratio within a factor of 1.9 at four standard errors.
    expect(few / many).toBeGreaterThan(3 / 1.9);
    expect(few / many).toBeLessThan(3 * 1.9);
  });
});
