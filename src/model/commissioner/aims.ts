import type { FigureBasis } from '../reports.ts';
import type { World } from '../world.ts';
import type { Findings } from './review.ts';

/** A figure and its aim, as terms state them. */
export interface AimTerms {
  event: string;
  per: FigureBasis;
  aim: number;
}

/** A count grows with the scenario's scale, a rate does not. */
export function scaledFigure(per: FigureBasis, figure: number, { phase }: World): number {
  return per === 'count' ? figure * phase.scenario.scale : figure;
}

/** The reported figure of some offices together, over the steps that a review sees. */
export function seenFigure(
  terms: AimTerms,
  { from, to }: Findings,
  offices: readonly number[],
  world: World,
): number {
  return world.reports.figure(world.names.events.indexOf(terms.event), terms.per, offices, from, to);
}

/**
 * Whether each office's own reported figure reaches the aim, by place; undefined where it has none. An aim in events that
 * is one for all offices asks each for its share of referrals of it.
 */
export function figuresKept(
  terms: AimTerms & { of?: 'all' | 'each' },
  findings: Findings,
  world: World,
  aimOf: (office: number) => number = () => scaledFigure(terms.per, terms.aim, world),
): (boolean | undefined)[] {
  const shared = terms.per === 'count' && terms.of !== 'each';
  return findings.offices.map((office) => {
    const figure = seenFigure(terms, findings, [office], world);
    const aim = aimOf(office) * (shared ? world.offices.referralShare[office] : 1);
    return Number.isNaN(figure) ? undefined : figure >= aim;
  });
}

/** How far a figure lies below its aim, as a share of the aim: at most 1; below 0 where it is above. 0 where there is none. */
export function shortOfAim(figure: number, aim: number): number {
  if (Number.isNaN(figure) || aim <= 0) return 0;
  return Math.max(-1, (aim - figure) / aim);
}

/** The places of the offices with the least and the most evidence; undefined where fewer than two have any. */
export function worstAndBest(evidence: readonly number[]): { worst: number; best: number } | undefined {
  let worst = -1;
  let best = -1;
  evidence.forEach((value, place) => {
    if (Number.isNaN(value)) return;
    if (worst < 0 || value < evidence[worst]) worst = place;
    if (best < 0 || value > evidence[best]) best = place;
  });
  return worst < 0 || worst === best ? undefined : { worst, best };
}
