import { meant, type Tell } from '../tell.ts';
import type { AreaRewardTerms } from './terms.ts';

/** A reward for lower demand of an area, in plain English: whose demand, what is counted, tests, shares, and belief. */
export function areaRewardInWords(terms: AreaRewardTerms, tell: Tell): string {
  const { tests, baseline, belief, upfront } = terms;
  const metrics = Object.values(terms.metrics).map(({ event, stage, price }) =>
    event === ''
      ? `${tell.money(price)} for each week of a person in “${tell.title('stage', stage)}”`
      : `${tell.money(price)} for each ${tell.event(event)}`,
  );
  const exceptional = Object.values(terms.metrics).filter((each) => each.exceptional).length;
  const from =
    terms.shareBelow === 0 ? '' : `${tell.share(terms.shareBelow)} of the saving up to there, and `;
  return [
    `The offices of an area share a reward if demand${whose(terms, tell)} falls by ${tell.share(terms.threshold)} or more against ${tell.counted(baseline.weeks, 'week')} from week ${baseline.from} on, in each of ${tell.counted(tests.number, 'test')} of ${tell.counted(tests.weeks, 'week')} from week ${tests.from} on.`,
    `Demand is ${tell.list(metrics)}${exceptional > 0 ? `; ${tell.counted(exceptional, 'metric')} may count as exceptional, and ${terms.adjust ? 'is left out' : 'is counted all the same'}` : ''}.`,
    `They get ${from}${tell.share(terms.shareAbove)} of what lies beyond, up to a fall of ${tell.share(terms.cap)}, ${tell.counted(terms.lag, 'week')} late.`,
    terms.penalty === 0
      ? 'A rise costs them nothing.'
      : `Of the cost of demand above the baseline they owe ${tell.share(terms.penalty)}.`,
    upfront.share === 0
      ? 'Nothing is paid upfront.'
      : `Of the reward for a fall of ${tell.share(upfront.fall)}, ${tell.share(upfront.share)} is paid upfront, and what was not earned ${upfront.returned ? 'is taken back' : 'is kept'}.`,
    `They believe that demand would change by ${tell.share(belief.trend)} anyway, look at ${tell.share(belief.attention)} of the figures that have come in as far as they manage performance, and lose ${tell.number(belief.complexity)} of understanding with each metric beyond the first; caseworkers notice ${tell.share(belief.frontLine)} of what an event costs.`,
  ].join(' ');
}

function whose({ groups, areas }: AreaRewardTerms, tell: Tell): string {
  const names = (of: 'group' | 'area', flags: Readonly<Record<string, boolean>>): string => {
    const { only, not } = meant(flags);
    const titles = (list: string[]) => tell.list(list.map((name) => tell.title(of, name)));
    return only.length > 0 ? titles(only) : not.length > 0 ? `all but ${titles(not)}` : '';
  };
  const people = names('group', groups);
  const places = names('area', areas);
  return `${people && ` of ${people}`}${places && ` in ${places}`}`;
}
