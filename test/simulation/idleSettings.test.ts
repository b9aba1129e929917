import { describe, expect, it } from 'vitest';
import { idleSettings } from '../../src/simulation/index.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const idle = (...patches: Patch[]) => idleSettings(openSmall(...patches));

const partners = (reach: Patch): Patch => ({
  partners: { police: { share: 0.5, effortCost: 1 }, council: { share: 0.5, effortCost: 1 } },
  partnership: { reach },
});
const demand = (metrics: Patch, more: Patch = {}): Patch => ({
  incentives: {
    demand: { kind: 'areaReward', metrics, baseline: { weeks: 10 }, tests: { from: 10, weeks: 10 }, ...more },
  },
});

describe('settings of which nothing comes', () => {
  it('are none in the small programme', () => expect(idle()).toEqual([]));

  it('interventions that no formula reads', () => {
    const interventions = { panel: {}, triage: {}, court: { planned: { north: 1 } } };
    const hazard = 'logistic(-3 - panel)';
    expect(idle({ interventions, pathway: { transitions: { losesWork: { hazard } } } })).toEqual([
      'interventions.triage: no formula reads it, so that it is decided on and paid for and changes nothing.',
    ]);
  });

  it('management that adoption needs and no office has', () => {
    const needing: Patch = {
      interventions: { panel: { managementNeeded: 0.5 } },
      offices: { north: { performanceManagement: 0 }, south: { performanceManagement: 0 } },
      pathway: { transitions: { losesWork: { hazard: 'logistic(-3 - panel)' } } },
    };
    expect(idle(needing)).toEqual([
      'interventions.panel.managementNeeded: no office has performanceManagement, so that nothing of what it would earn is ever seen.',
    ]);
    expect(idle(needing, { offices: { south: { performanceManagement: 0.2 } } })).toEqual([]);
  });

  it('shares of partners where nothing is paid for what they change', () => {
    expect(idle(partners({}))[0]).toMatch(/^partners: partnership\.reach names no event/);
    expect(idle(partners({ jobLoss: 0.2 }))[0]).toMatch(
      /^partners: nothing is paid for jobLoss, and no area/,
    );
    expect(idle(partners({ jobStart: 0.2 }))).toEqual([]);
    expect(idle(partners({ jobLoss: 0.2 }), demand({ loss: { event: 'jobLoss', price: 10 } }))).toEqual([]);
  });

  it('a metric of what never happens', () => {
    const metrics = { loss: { event: 'jobLoss', price: 10 }, start: { event: 'jobStart', price: 10 } };
    expect(idle(demand(metrics))).toEqual([]);
    expect(idle(demand(metrics), { pathway: { transitions: { losesWork: { hazard: '0' } } } })).toEqual([
      'incentives.demand.metrics.loss.event: jobLoss never happens, since the hazard of what brings it is 0, and the metric counts nothing.',
    ]);
  });

  it('tests and reviews after the end of the run, which lasts 52 weeks', () => {
    const metrics = { start: { event: 'jobStart', price: 10 } };
    expect(idle(demand(metrics, { tests: { from: 12, weeks: 20, number: 2 } }))).toEqual([]);
    expect(idle(demand(metrics, { tests: { from: 13, weeks: 20, number: 2 } }))).toEqual([
      'incentives.demand.tests: the run of 52 weeks completes 1 of 2 tests, and the others are not judged.',
    ]);
    const review = (first: number): Patch => ({
      incentives: { aim: { kind: 'target', event: 'jobStart', threshold: 3, amount: 100, period: 26 } },
      commissioner: { reviews: { ratchet: { kind: 'ratchet', first, event: 'jobStart', aim: 3 } } },
    });
    expect(idle(review(52))).toEqual([]);
    expect(idle(review(53))).toEqual([
      'commissioner.reviews.ratchet.first: the run ends after 52 weeks, so that the review of week 53 is never held.',
    ]);
  });

  it('weeks that are no whole number of steps', () => {
    const metrics = { start: { event: 'jobStart', price: 10 } };
    const lag = (weeks: number): Patch => demand(metrics, { lag: weeks });
    expect(idle({ clock: { step: 'day' } }, lag(3))).toEqual([]);
    expect(idle({ clock: { step: 'day' } }, lag(2.5))).toEqual([
      'incentives.demand.lag: 2.5 weeks are no whole number of steps, and are taken for 18 of 7 a week.',
    ]);
  });

  it('are named only where they work in no design and no phase', () => {
    const designs = { base: {}, other: { set: { offices: { south: { performanceManagement: 0.2 } } } } };
    const needing: Patch = {
      interventions: { panel: { managementNeeded: 0.5 } },
      offices: { north: { performanceManagement: 0 }, south: { performanceManagement: 0 } },
      pathway: { transitions: { losesWork: { hazard: 'logistic(-3 - panel)' } } },
      designs,
    };
    expect(idle(needing)).toEqual([]);
  });
});
