/**
 * Bundled scenarios of which one replicate is held to stored numbers, and compared between engines: each kind of
 * instrument, clock and partnership at least once, at a scale at which a replicate takes a moment.
 */
export const goldenCases: readonly { scenario: string; scale: number }[] = [
  { scenario: 'first', scale: 0.2 },
  { scenario: 'activation-pilot', scale: 0.05 },
  { scenario: 'liaison-diversion', scale: 0.1 },
  { scenario: 'strategic-outcomes', scale: 0.1 },
  { scenario: 'work-programme', scale: 0.05 },
  { scenario: 'joint-commissioning', scale: 0.1 },
  { scenario: 'joint-commissioning/budgets', scale: 0.1 },
  { scenario: 'joint-commissioning/captured-incumbent', scale: 0.1 },
  { scenario: 'joint-commissioning/inspection-shock', scale: 0.1 },
  { scenario: 'joint-commissioning/weighing-evidence', scale: 0.1 },
  { scenario: 'justice-reinvestment/local-contract', scale: 0.1 },
  { scenario: 'lessons/recording-against-seeing', scale: 0.2 },
  { scenario: 'lessons/threshold-and-luck', scale: 0.2 },
  { scenario: 'lessons/who-are-you', scale: 0.2 },
];
