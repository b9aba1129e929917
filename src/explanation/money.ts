import { instrumentKinds } from '../model/incentives/registry.ts';
import { spellName } from '../words/format.ts';
import { opening, said, some, type Telling, type ToldPart } from './telling.ts';

/** Who employs the caseworkers, what offices are paid and for what, and what presses them. */
export function moneyPart(telling: Telling): ToldPart {
  const { scenario, tell } = telling;
  const { commissioner } = scenario;
  const instruments = Object.keys(scenario.incentives);
  const returns = Object.entries(commissioner.returns).map(
    ([event, money]) => `${tell.money(money)} for each ${tell.event(event)}`,
  );
  return {
    id: 'money',
    heading: 'What offices are paid, and for what',
    lines: said(
      offices(telling),
      ...instruments.map((name) => instrumentLine(telling, name)),
      instruments.length === 0 &&
        'No instrument pays: no money follows from what is done or from what comes of it.',
      pressure(telling),
      commissioner.weeklyCost > 0 &&
        `Managing it costs the commissioner ${tell.money(commissioner.weeklyCost)} a week.`,
      returns.length > 0 && `Public budgets get back ${tell.list(returns)}.`,
    ),
  };
}

/** An instrument by its name and kind, and its terms as the kind says them. */
function instrumentLine(telling: Telling, name: string): string {
  const { scenario, tell } = telling;
  const terms = scenario.incentives[name];
  const { title, says } = instrumentKinds[terms.kind];
  const own = spellName(name);
  const label = own === title.toLowerCase() ? title : `${tell.sentence(own)} (${title.toLowerCase()})`;
  return `${label}: ${opening(says(terms as never, tell), 3, telling)}`;
}

function offices(telling: Telling): string {
  const { scenario, tell } = telling;
  const entries = Object.entries(scenario.offices);
  if (entries.length === 1) return `There is one office, ${tell.title('office', entries[0][0])}.`;
  const list = entries.map(([name, { share }]) => `${tell.title('office', name)} (${tell.share(share)})`);
  return `${entries.length} offices share referrals and posts: ${some(list, telling)}.`;
}

/**
 * Offices with the same terms of pressure are told together. Money presses only where it is held against a plan, and what
 * instruments hold against an office where one does.
 */
function pressure(telling: Telling): string {
  const { scenario, tell } = telling;
  const holds = Object.values(scenario.incentives).some(
    (terms) => 'heldAgainst' in terms && Number(terms.heldAgainst) > 0,
  );
  const pushes = Object.values(scenario.commissioner.reviews).some(({ kind }) => kind === 'push');
  const same = new Map<string, string[]>();
  for (const [name, { plan, pressure, manager, cash }] of Object.entries(scenario.offices)) {
    const { base, response, cap } = pressure;
    const pressed = [
      ...(Object.keys(plan).length > 0 ? ['what income lacks of the plan, over costs'] : []),
      ...(holds ? ['what instruments hold against the office'] : []),
    ];
    const parts = [
      ...(base > 0 ? [`${tell.number(base)} from talk of targets alone`] : []),
      ...(response > 0 && pressed.length > 0 ? [`${tell.number(response)} times ${tell.list(pressed)}`] : []),
      ...(cash.response > 0 ? [`${tell.number(cash.response)} when no cash is at hand`] : []),
      ...(pushes ? ['what reviews put on'] : []),
    ];
    const passed =
      manager.passesOn === 1 ? '' : `; managers pass on ${tell.number(manager.passesOn)} times as much`;
    const words =
      parts.length > 0 ? `is ${tell.list(parts)}, at most ${tell.number(cap)}${passed}` : 'is none';
    same.set(words, [...(same.get(words) ?? []), tell.title('office', name)]);
  }
  if (same.size === 1) return `Pressure on caseworkers ${[...same.keys()][0]}.`;
  return [...same].map(([words, names]) => `Pressure ${words} in ${some(names, telling)}.`).join(' ');
}
