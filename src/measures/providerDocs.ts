import type { MeasureDoc } from './measure.ts';

const WHOLE_RUN = 'It is counted over the whole run, not by cohort.';

/** The catalogue of what becomes of providers. */
export const providerDocs: MeasureDoc[] = [
  {
    id: 'spells.length',
    kind: 'world',
    unit: 'weeks',
    definition: 'Weeks from joining to leaving the programme, in the mean of those who have left.',
    formula: 'Σ weeks attached / clients who have left, by whatever way; of the office that had them last.',
    reading: 'Falling from design to design: clients are let go earlier.',
    caveat: `Who is still there at the end of the run is not counted: follow up for as long as the stay. ${WHOLE_RUN}`,
    slices: ['office'],
  },
  {
    id: 'spells.dose',
    kind: 'world',
    unit: 'hours a client',
    definition: 'Contact hours per client who joined, with roles whose contact moves barriers.',
    formula: 'Σ contact hours / clients who joined; of the office that had them last.',
    reading: 'Low with many contacts: wide and thin.',
    caveat: `Hours are a means; what they did is in the families twins and outcomes. ${WHOLE_RUN}`,
    slices: ['office'],
  },
  {
    id: 'mission.drift',
    kind: 'world',
    unit: 'share of weight',
    definition:
      'How far caseworkers’ weights on motives lie from those of their disposition at the end of the run: 0 as they were, 1 all other.',
    formula: 'mean over caseworkers in post of ½ Σ_m |w_m − w_m at the start| / Σ_m w_m at the start.',
    reading: 'Above 0: dependence on one funder has bent what the office wants (`offices.<name>.mission`).',
    caveat:
      'Burnout moves weights from week to week, and is not in it. Who wanted payoff alone from the start cannot drift.',
    slices: ['office'],
  },
];
