import { spellName } from '../words/format.ts';
import { said, some, type Telling, type ToldPart } from './telling.ts';

/** What limits from outside: openings, shocks, closed activities; and who else works there. */
export function outsidePart(telling: Telling): ToldPart {
  return {
    id: 'outside',
    heading: 'What limits from outside',
    lines: said(...openings(telling), ...shocks(telling), ...closure(telling), ...others(telling)),
  };
}

function openings({ scenario, tell }: Telling): string[] {
  const pools = Object.entries(scenario.world.openings);
  if (pools.length === 0) return ['Openings are unlimited: nobody takes a place from another.'];
  return pools.map(([name, { perWeek, rivals }]) => {
    const competing =
      rivals.dist === 'constant' && Number(rivals.value) === 0
        ? ''
        : `, for which ${tell.spread(rivals, 'other seeker')} compete as well`;
    return `${tell.sentence(spellName(name))}: ${tell.spread(perWeek, 'opening')} a week for clients who are ready${competing}.`;
  });
}

const shocks = ({ scenario, tell }: Telling): string[] =>
  Object.entries(scenario.world.shocks).map(
    ([name, { chance, weeks, openings }]) =>
      `A shock (${spellName(name)}) strikes with a chance of ${tell.share(chance)} a week and lasts ${tell.counted(weeks, 'week')}${openings === 1 ? '' : `; openings are then ${tell.share(openings)} of what they were`}.`,
  );

const closure = ({ scenario, tell }: Telling): string[] =>
  Object.entries(scenario.world.closure).map(([activity, most]) =>
    most === 0
      ? `${tell.title('activity', activity)} is closed.`
      : `${tell.title('activity', activity)} may be ${tell.share(most)} of contacts at most.`,
  );

function others(telling: Telling): (string | false)[] {
  const { scenario, tell } = telling;
  const { areas, partners, partnership, interventions } = scenario;
  const used = new Set(Object.values(scenario.offices).map(({ area }) => area));
  const places = Object.keys(areas).filter((name) => used.has(name));
  const names = Object.keys(partners);
  const budgets = partnership.budgets === 'free' ? 'as partners decide' : partnership.budgets;
  const each = Object.entries(partners).map(
    ([name, { share }]) => `${tell.title('partner', name)} (${tell.share(share)})`,
  );
  const practices = Object.entries(interventions);
  const planned = practices.filter(([, { planned }]) => Object.keys(planned).length > 0).length;
  return [
    places.length > 0 &&
      `Offices answer together in ${tell.counted(places.length, 'area')}: ${some(
        places.map((name) => tell.title('area', name)),
        telling,
      )}.`,
    names.length > 0 &&
      `Partners share what is earned together: ${some(each, telling)}. They decide ${tell.every(partnership.review)}, trust one another ${tell.number(partnership.trust.start)} of 1 at the start, and keep budgets ${budgets}.`,
    practices.length > 0 &&
      `${tell.counted(practices.length, 'intervention')} may be taken up: ${some(
        practices.map(([name, { title }]) => title || tell.sentence(spellName(name))),
        telling,
      )}. ${planned === 0 ? 'None of them was' : planned === practices.length ? 'All of them were, somewhere,' : `${planned} of them ${planned === 1 ? 'was' : 'were'}, somewhere,`} planned in any case.`,
  ];
}
