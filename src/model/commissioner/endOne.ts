import { endContract } from '../contract.ts';
import { unknownName } from '../incentives/nameProblems.ts';
import type { World } from '../world.ts';
import { worstAndBest } from './aims.ts';
import { type Decision, type Findings, nothing, type ReviewCheck, type ReviewProblem } from './review.ts';

/** Terms of a review that may end a contract. */
export interface EndTerms {
  successor: string;
  handoverLoss: number;
}

/**
 * The decision to end the contract of the office at a place, for the successor that the terms name or the office with
 * the best evidence; nothing where nobody else could have it.
 */
export function endOne(terms: EndTerms, findings: Findings, place: number, world: World): Decision {
  const { offices, evidence } = findings;
  const office = offices[place];
  const named = world.names.offices.indexOf(terms.successor);
  const best = worstAndBest(evidence)?.best;
  const fallback = best === undefined || best === place ? -1 : offices[best];
  const successor =
    named >= 0 && named !== office && world.offices.contractEnded[named] < 0 ? named : fallback;
  if (successor < 0) return nothing;
  return {
    key: `end ${office} ${successor}`,
    ended: { office, successor },
    carryOut: () => endContract(world, office, successor, terms.handoverLoss),
  };
}

/** A successor that is no office, and nobody at all who could follow. */
export function checkSuccessor(terms: EndTerms, { names }: ReviewCheck): ReviewProblem[] {
  const { successor } = terms;
  if (successor !== '' && !names.offices.includes(successor))
    return unknownName('successor', successor, names.offices, 'office');
  if (names.offices.length > 1) return [];
  return [
    {
      path: ['successor'],
      message: 'with one office nobody could get the contract',
      found: successor === '' ? 'none' : `${successor}, the only office`,
      allowed: 'a further office, which may have a share of 0',
    },
  ];
}
