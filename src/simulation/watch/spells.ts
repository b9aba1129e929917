import { type Clock, weekOf } from '../../model/clock.ts';
import { Contact } from '../../model/service.ts';
import type { SeenSpell, UnderLine, UnseenSpell } from '../../tables/life.ts';
import type { OwnStep, UnderLineStep } from './ownSteps.ts';

/** What spells are told by. */
export interface SpellSetup {
  role: string;
  clock: Clock;
  /** Steps without real contact after which a client is parked. */
  parkedAfter: number;
  activities: readonly string[];
  /** Names of the parts of an appeal, the noise of judgement last. */
  parts: readonly string[];
}

/**
 * Gathers the steps of one role into spells: weeks in which the client was seen now and then, never `parkedAfter` apart,
 * and weeks out of sight that are at least as many. Each ends where the caseworker or the stage changes, or the client
 * leaves. Shorter waits are not told, nor those with an outcome.
 */
export function spellsOf(steps: readonly OwnStep[], setup: SpellSetup): (SeenSpell | UnseenSpell)[] {
  return stretchesOf(steps).flatMap((stretch) => {
    const spells: (SeenSpell | UnseenSpell)[] = [];
    let from = 0;
    const wait = (to: number): void => {
      if (to - from >= setup.parkedAfter && stretch[from].counts)
        spells.push(unseen(stretch.slice(from, to), setup));
    };
    for (let at = 0; at < stretch.length; at++) {
      if (!isSeen(stretch[at])) continue;
      wait(at);
      let last = at;
      for (let next = at + 1; next < stretch.length && next - last <= setup.parkedAfter; next++)
        if (isSeen(stretch[next])) last = next;
      spells.push(seen(stretch.slice(at, last + 1), setup));
      at = last;
      from = last + 1;
    }
    if (from < stretch.length) wait(stretch.length);
    return spells.filter((spell) => spell.kind === 'seen' || !onlyUnclaimed(spell));
  });
}

const isSeen = ({ contact }: OwnStep): boolean => contact === Contact.matched || contact === Contact.holding;

/** Whom a stage leaves to others is not waiting. */
const onlyUnclaimed = ({ reasons }: UnseenSpell): boolean =>
  Object.keys(reasons).every((reason) => reason === 'noClaim');

/** Runs of steps with one caseworker in one stage. */
function stretchesOf(steps: readonly OwnStep[]): OwnStep[][] {
  const stretches: OwnStep[][] = [];
  for (const step of steps) {
    const before = stretches.at(-1)?.at(-1);
    const goesOn =
      before !== undefined &&
      before.step + 1 === step.step &&
      before.caseworker === step.caseworker &&
      before.stage === step.stage;
    if (goesOn) stretches[stretches.length - 1].push(step);
    else stretches.push([step]);
  }
  return stretches;
}

const span = (steps: readonly OwnStep[], clock: Clock) => ({
  week: weekOf(clock, steps[0].step),
  until: weekOf(clock, steps[steps.length - 1].step),
});

function seen(steps: readonly OwnStep[], { role, clock, activities }: SpellSetup): SeenSpell {
  const contacts = steps.filter(isSeen);
  const times = new Map<number, number>();
  for (const { activity } of contacts) if (activity >= 0) times.set(activity, (times.get(activity) ?? 0) + 1);
  return {
    kind: 'seen',
    ...span(steps, clock),
    role,
    caseworker: steps[0].caseworker,
    contacts: contacts.length,
    hours: contacts.reduce((sum, { hours }) => sum + hours, 0),
    required: contacts.filter(({ required }) => required).length,
    holding: contacts.filter(({ contact }) => contact === Contact.holding).length,
    token: steps.filter(({ contact }) => contact === Contact.token).length,
    activities: [...times]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([activity]) => activities[activity]),
  };
}

function unseen(steps: readonly OwnStep[], { role, clock, parts }: SpellSetup): UnseenSpell {
  const reasons: UnseenSpell['reasons'] = {};
  for (const { why } of steps) if (why !== undefined) reasons[why] = (reasons[why] ?? 0) + 1;
  const under = steps.flatMap((step) => step.under ?? []);
  return {
    kind: 'unseen',
    ...span(steps, clock),
    role,
    caseworker: steps[0].caseworker,
    reasons,
    underLine: under.length > 0 ? meanOf(under, parts) : null,
  };
}

/** Means over the steps; the missing motive is the one in which the client fell furthest behind over all of them. */
function meanOf(under: readonly UnderLineStep[], parts: readonly string[]): UnderLine {
  const mean = (of: (step: UnderLineStep) => number): number =>
    under.reduce((sum, each) => sum + of(each), 0) / under.length;
  let missing: string | null = null;
  let own = 0;
  let served = 0;
  parts.forEach((part, at) => {
    const mine = mean((each) => each.own[at]);
    const theirs = mean((each) => each.served[at]);
    if (theirs - mine <= served - own) return;
    missing = part;
    own = mine;
    served = theirs;
  });
  return {
    appeal: mean(({ appeal }) => appeal),
    least: mean(({ least }) => least),
    missing,
    own,
    served,
    money: mean(({ money }) => money),
    servedMoney: mean(({ servedMoney }) => servedMoney),
  };
}
