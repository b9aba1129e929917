import fc from 'fast-check';

/** Two agencies that fear, leave, fail inspections and pool, and a practice that needs both. */
export const randomPartnership = fc
  .record({
    budgets: fc.constantFrom('separate', 'aligned', 'pooled', 'free', 'free'),
    reach: fc.constantFrom(-1, -0.5, 0, 0.5),
    turnover: fc.constantFrom(0, 3),
    inspection: fc.constantFrom(0, 0.1),
    fear: fc.constantFrom(0, 1000),
    fall: fc.constantFrom(0, 0.2),
    alone: fc.boolean(),
  })
  .map(({ alone, ...pick }) => ({
    partners: {
      police: {
        share: 0.7,
        influence: 0.4,
        effortCost: 40,
        fixedCost: 5,
        priority: 0.2,
        turnover: pick.turnover,
        inspection: { chance: pick.inspection, weeks: 4 },
      },
      council: {
        share: 0.3,
        influence: 0.6,
        effortCost: 10,
        ownTarget: 0.3,
        controlLoss: 0.1,
        legalCost: 0.1,
        contagion: pick.fear,
        span: 2,
      },
    },
    partnership: {
      review: 3,
      memory: 4,
      reach: { jobStart: pick.reach },
      trust: { start: 0.6, growth: 0.5 },
      budgets: pick.budgets,
      trustToPool: 0.3,
      scareWeeks: 5,
      poolsElsewhere: pick.fall,
      sharedTargets: 0.5,
    },
    interventions: {
      together: {
        evidence: 'promising',
        needs: alone ? { police: 1 } : { police: 1, council: 3 },
        setUp: { fixed: 50, perShare: 20 },
        running: { perShare: 4 },
        expects: { jobStart: 60 },
        groups: { far: true },
        review: 2,
        delay: 1,
        ends: true,
      },
    },
  }));
