import { reviewKinds } from '../model/commissioner/registry.ts';
import { spellName } from '../words/format.ts';
import { said, type Telling, type ToldPart } from './telling.ts';

/** What the commissioner does: reviews, evidence, and how strategy reaches the front line. */
export function commissionerPart(telling: Telling): ToldPart {
  const { scenario, tell } = telling;
  const { reviews, coupling, relations } = scenario.commissioner;
  const held = Object.entries(reviews).map(
    ([name, terms]) =>
      `${tell.sentence(spellName(name))}: ${reviewKinds[terms.kind].says(terms as never, tell)}`,
  );
  return {
    id: 'commissioner',
    heading: 'What the commissioner does',
    lines: said(
      ...held,
      held.length === 0 && 'It holds no reviews: terms change only as the file says.',
      ...evidence(telling),
      coupling.understood > 0 &&
        `Caseworkers turn ${tell.share(coupling.understood)} of what pulls them by its price to what the board wants it for.`,
      coupling.stories > 0 &&
        `Stories weigh ${tell.share(coupling.stories)} against the indicator when the board sets priorities.`,
      relations.growth > 0 &&
        `A kept promise adds ${tell.share(relations.growth)} of what is missing to full trust in an office, and a broken one takes ${tell.share(relations.loss)} of it.`,
    ),
  };
}

function evidence({ scenario, tell }: Telling): string[] {
  return Object.entries(scenario.commissioner.evidence).map(([stage, weights]) => {
    const figures = Object.entries(weights.figures).map(
      ([event, { weight }]) => `reported ${tell.event(event)} (${tell.number(weight)})`,
    );
    const others = Object.entries(weights)
      .filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] !== 0)
      .map(([kind, weight]) => `${spellName(kind)} (${tell.number(weight)})`);
    const all = [...figures, ...others];
    return `At the stage “${spellName(stage)}” it goes by ${all.length > 0 ? tell.list(all) : 'nothing'}.`;
  });
}
