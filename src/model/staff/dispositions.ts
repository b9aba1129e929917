import { byMotive, type MotiveName } from './motives/registry.ts';

/** A row of the table: what a caseworker of this kind gives time for. */
export interface Disposition {
  /** Word that scenario files use in `caseworkers.roles.*.mix`. */
  id: string;
  /** Name in charts and reports. */
  title: string;
  /** Weight of each motive, at least 0. All 0 means no motive: every claimant has the same appeal. */
  weights: Readonly<Record<MotiveName, number>>;
  /** The literature behind the row, and where its numbers come from. */
  source: string;
}

/** A row from the weights that are not 0. */
function row(
  id: string,
  title: string,
  given: Partial<Record<MotiveName, number>>,
  source: string,
): Disposition {
  const weights = byMotive(({ name }) => given[name] ?? 0);
  return { id, title, weights, source };
}

/**
 * Named dispositions. The kinds come from the literature; no source measures weights, so all numbers are assumed.
 * The first five rows were tried in a trial of the model without the motives mandate and voice, which are kept at
 * 0 there so that its figures can be reproduced, but for the bureaucrat's mandate (it acts only where a rule is
 * overdue) and the caregiver's voice (only in a crisis or after a complaint).
 */
export const dispositions: Readonly<Record<string, Disposition>> = Object.fromEntries(
  [
    row(
      'entrepreneur',
      'Entrepreneur',
      { payoff: 1.2, need: 0.1, deserving: 0.3, ease: 0.2, turn: 0.3 },
      'Considine & Lewis 1999 (the market front line); Bevan & Hood 2006 (reactive gamers); weights assumed',
    ),
    row(
      'caregiver',
      'Caregiver',
      { payoff: 0.3, need: 1, gain: 0.3, deserving: 0.2, turn: 0.5, voice: 0.1 },
      'Zacka 2017 (the caregiver); Tummers et al. 2015 (moving towards clients); weights assumed',
    ),
    row(
      'professional',
      'Professional',
      { payoff: 0.4, need: 0.3, gain: 1, deserving: 0.1, turn: 0.4 },
      'Hupe & Hill 2007 (professional accountability): time where it changes most; weights assumed',
    ),
    row(
      'bureaucrat',
      'Bureaucrat',
      { payoff: 0.5, mandate: 0.5, need: 0.1, ease: 0.1, turn: 1.2 },
      'Lipsky 1980 (queues and routines); Considine & Lewis 1999 (the procedural front line); weights assumed',
    ),
    row(
      'indifferent',
      'Indifferent',
      { payoff: 0.4, deserving: 0.2, ease: 1, turn: 0.2 },
      'Zacka 2017 (the indifferent); Brodkin 2011 (what is measured, by the least costly path); weights assumed',
    ),
    row(
      'enforcer',
      'Enforcer',
      { payoff: 0.3, mandate: 1.5, gain: 0.1, deserving: 0.8, ease: 0.1, turn: 0.6 },
      'Zacka 2017 (the enforcer); Maynard-Moody & Musheno 2003 (the state agent); Tummers et al. 2015 (moving against clients); weights assumed',
    ),
    row(
      'advocate',
      'Advocate',
      { payoff: 0.1, need: 0.8, gain: 0.3, turn: 0.4, voice: 0.5 },
      'Maynard-Moody & Musheno 2003 (the citizen agent); Jilke & Tummers 2018 (needed deservingness); weights assumed',
    ),
    row(
      'gatekeeper',
      'Gatekeeper',
      { payoff: 0.5, mandate: 0.5, need: 0.1, deserving: 0.6, ease: 0.5, turn: 0.3 },
      'Lipsky 1980 (rationing and creaming); Jilke & Tummers 2018 (earned deservingness); weights assumed',
    ),
    row(
      'equal',
      'Equal treatment',
      {},
      'a yardstick and no kind of person: without a motive every claimant has the same appeal',
    ),
  ].map((each) => [each.id, each]),
);
