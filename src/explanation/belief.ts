import { said, some, type Telling, type ToldPart } from './telling.ts';

/** What caseworkers believe pays, and what they do not see. */
export function beliefPart(telling: Telling): ToldPart {
  const { scenario, tell } = telling;
  const { beliefs } = scenario.caseworkers;
  return {
    id: 'beliefs',
    heading: 'What caseworkers believe',
    lines: said(
      expected(telling),
      `They look ${tell.counted(beliefs.horizon, 'week')} ahead. What they know of a group’s prices counts ${tell.share(beliefs.priceSalience)} against the mean of all prices, and what they know of a group itself ${tell.share(beliefs.groupKnowledge)} against the mean of all clients.`,
      beliefs.insight === 0
        ? 'They rank clients by how likely success is, not by what an hour adds to it.'
        : `They rank clients by what an hour adds ${tell.share(beliefs.insight)} of the way, the rest by how likely success is.`,
      beliefs.recasting > 0 &&
        `Under load they read deep need as lack of will (${tell.number(beliefs.recasting)} for each unit of load above full).`,
      `First impressions of need are off by ${tell.number(scenario.clients.appearanceError)} (standard deviation), and half of that is gone after ${tell.counted(scenario.clients.appearanceLearning, 'hour')} of contact.`,
    ),
  };
}

function expected(telling: Telling): string {
  const { scenario, tell } = telling;
  const moves = Object.values(scenario.pathway.transitions).filter(
    ({ believed }) => !(Number(believed.text) === 0),
  );
  const events = [...new Set(moves.map(({ emits }) => tell.event(emits)))];
  const milestones = [
    ...new Set(
      Object.values(scenario.pathway.milestones).map(
        ({ emits, believedChance }) => `${tell.event(emits)} (${tell.share(believedChance)})`,
      ),
    ),
  ];
  if (events.length === 0 && milestones.length === 0)
    return 'They expect no event to follow from their work, so none pulls them by its price.';
  const chances = `They have a view of how likely ${some(events, telling)} ${events.length === 1 ? 'is' : 'are'} for each client, which need not be true`;
  const later = `of what may follow they believe that it does: ${some(milestones, telling)}`;
  if (milestones.length === 0) return `${chances}.`;
  return `${tell.sentence(events.length === 0 ? later : `${chances}; ${later}`)}.`;
}
