import { meanValueAdded } from '../money/valueAdded.ts';
import type { World } from '../world.ts';
import { getUsedTo } from './evidence/user.ts';
import { unknown, weighEvidence } from './evidence.ts';
import { reviewKinds } from './registry.ts';
import { ageRelations, payTransaction, rememberPromises } from './relations.ts';
import type { Findings, ReviewTerms } from './review.ts';
import { hearStories } from './stories.ts';

/** At the end of a step: trust moves with what was found and who left, then it holds the reviews that are due, in the order of the file. What they change holds from the next step on. */
export function holdReviews(world: World): void {
  ageRelations(world);
  for (const [name, terms] of Object.entries(world.phase.scenario.commissioner.reviews)) {
    if (isDue(world, terms)) holdReview(world, name, terms);
  }
}

function isDue({ step, steps, phase }: World, { first, every, during }: ReviewTerms): boolean {
  const past = step + 1 - first;
  if (past < 0 || (during === 'referrals' ? step >= phase.scenario.clock.referralWeeks : step >= steps))
    return false;
  return every > 0 ? past % every === 0 : past === 0;
}

function holdReview(world: World, name: string, terms: ReviewTerms): void {
  const { offices, step, steps, commissioner, value } = world;
  const kind = reviewKinds[terms.kind];
  const to = step + 1 - terms.lag;
  const from = Math.max(0, to - terms.window);
  if (to <= 0) return;
  const looked = Array.from({ length: offices.count }, (_, office) => office).filter(
    (office) =>
      offices.contractEnded[office] < 0 &&
      (offices.referralShare[office] > 0 || offices.attached[office] > 0),
  );
  const evidence =
    kind.stage === undefined ? unknown(looked) : weighEvidence(world, kind.stage(terms), looked, from, to);
  const { coupling, stories } = world.phase.scenario.commissioner;
  const heard = kind.listens && coupling.stories > 0 ? hearStories(world, -1, stories.lives) : undefined;
  const findings: Findings = { name, from, to, offices: looked, evidence: evidence.all, stories: heard };
  const decision = kind.decide(terms, findings, world);
  const unheard = kind.decide(
    terms,
    { ...findings, evidence: evidence.withoutStories, stories: undefined },
    world,
  );
  const unfavoured = kind.decide(terms, { ...findings, evidence: evidence.withoutFavour }, world);
  commissioner.held.push({
    step,
    name,
    kind: terms.kind,
    offices: looked,
    evidence: evidence.all,
    value: looked.map((office) =>
      value === undefined ? Number.NaN : meanValueAdded(value, office, steps, from, to),
    ),
    changedByStories: decision.key !== unheard.key,
    changedByFavour: decision.key !== unfavoured.key,
    ended: decision.ended,
  });
  const kept = kind.promises?.(terms, findings, world) ?? [];
  payTransaction(world, looked, decision.ended?.successor ?? -1);
  rememberPromises(world, looked, kept);
  if (usersAsked(world, kind.stage?.(terms))) getUsedTo(world, looked);
  decision.carryOut();
}

function usersAsked({ phase }: World, stage: string | undefined): boolean {
  const { evidence } = phase.scenario.commissioner;
  return stage !== undefined && (evidence[stage]?.user ?? 0) !== 0;
}
