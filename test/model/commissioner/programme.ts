import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** A programme of three offices with referrals for 40 weeks; `reserve` has no share. */
export const threeOffices: Patch = {
  clock: { referralWeeks: 40, followUp: 30 },
  clients: { referrals: { value: 12 } },
  caseworkers: { roles: { adviser: { posts: 8 }, broker: { posts: 4 } } },
  offices: { north: { share: 0.5 }, south: { share: 0.3 }, west: { share: 0.2 }, reserve: { share: 0 } },
  commissioner: { evidence: { monitoring: { figures: { jobStart: { per: 'attached' } } } } },
};

export const reviewed = (review: Patch, more: Patch = {}): Patch[] => [
  threeOffices,
  more,
  { commissioner: { reviews: { check: { first: 20, lag: 4, window: 12, every: 0, ...review } } } },
];

export const runReviewed = (review: Patch, more: Patch = {}, look?: (world: World) => void): World =>
  runSmall(openSmall(...reviewed(review, more)), { look });

/** What happened in a step, as text: hours, status, offices, caseworkers and trust of everybody, and money. */
function pictureOf({ service, books, step, caseworkers }: World): string {
  const money = books.accounts.map((_, account) => books.stepFlow(account, step));
  return JSON.stringify([
    service.hours.map((column) => [...column]),
    service.worker.map((column) => [...column]),
    [...service.status],
    [...service.office],
    [...service.trust],
    [...caseworkers.office],
    money,
  ]);
}

export const pictures = (patches: Patch[]): string[] => {
  const seen: string[] = [];
  runSmall(openSmall(...patches), { look: (world) => void seen.push(pictureOf(world)) });
  return seen;
};
