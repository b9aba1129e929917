import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { comparedSteps, isWithin } from './follow.ts';
import { totalSpend } from './ledger.ts';
import type { MeasureDoc, MeasureSetup } from './measure.ts';
import { ratioRow, valueRow } from './slices.ts';

const SPEND = 'spend.total (fees and grants, free provision, management) over the whole run';
const NET = 'clients with the event and twin without − twins with it and client without, among attached';

/** The catalogue of what an outcome costs and returns, gross and net of the twins. */
export const costDocs: MeasureDoc[] = [
  {
    id: 'cost.perOutcome',
    kind: 'world',
    unit: 'money an event',
    better: 'lower',
    definition: 'What the commissioner spent for each outcome in the programme.',
    formula: `${SPEND} / clients with a claimed event. The whole is \`measures.priceEvent\`, or the main event.`,
    reading: 'The price as the programme would report it.',
    caveat: 'Counts outcomes that would have come anyway: see cost.perAdditional.',
    slices: ['event'],
  },
  {
    id: 'cost.perAdditional',
    kind: 'world',
    unit: 'money an event',
    better: 'lower',
    definition: 'What the commissioner spent for each outcome that the service added, net.',
    formula: `${SPEND} / (${NET}; within the window of referral).`,
    reading: 'The price of what would not have happened otherwise.',
    caveat: 'Undefined where nothing was added, and wild where little was.',
    slices: ['event'],
  },
  {
    id: 'return.gross',
    kind: 'world',
    unit: 'ratio',
    definition: 'What events in the programme return to public budgets, per unit of money spent.',
    formula: `Σ \`commissioner.returns\` × clients with the claimed event / ${SPEND}.`,
    reading: 'Above 1: the returns exceed the spending, if all of it is the programme’s doing.',
    caveat: 'It is not all the programme’s doing: see return.net.',
    slices: [],
  },
  {
    id: 'return.net',
    kind: 'world',
    unit: 'ratio',
    better: 'higher',
    definition: 'What events that the service added return to public budgets, per unit of money spent.',
    formula: `Σ \`commissioner.returns\` × (${NET}; within the window of referral) / ${SPEND}.`,
    reading: 'Above 1: the service pays for itself in public budgets.',
    caveat: 'Value to the people themselves is not in it.',
    slices: [],
  },
];

export function costRows(setup: MeasureSetup, world: World): MeasureRow[] {
  const { names, phase, books } = world;
  const { scenario, settings } = setup;
  const spend = totalSpend(books);
  const counts = new Map<number, EventCounts>();
  const countsOf = (event: number): EventCounts => {
    const known = counts.get(event) ?? countEvent(world, event, comparedSteps(scenario));
    counts.set(event, known);
    return known;
  };
  const costPair = (event: number, slice: string): MeasureRow[] => {
    const { claimed, added } = countsOf(event);
    const none = 'no net additional outcome';
    return [
      ratioRow('cost.perOutcome', slice, spend, claimed, 'no outcome was claimed'),
      added > 0
        ? valueRow('cost.perAdditional', slice, spend / added, none)
        : valueRow('cost.perAdditional', slice, null, none),
    ];
  };
  const priced = settings.priceEvent === '' ? phase.mainEvent : names.events.indexOf(settings.priceEvent);
  const named = [phase.mainEvent, phase.sustainedEvent].filter((event) => event >= 0);
  const rows = [
    ...costPair(priced, ''),
    ...[...new Set(named)].flatMap((event) => costPair(event, `event=${names.events[event]}`)),
  ];

  let gross = 0;
  let net = 0;
  const returns = Object.entries(scenario.commissioner.returns);
  for (const [name, amount] of returns) {
    const event = names.events.indexOf(name);
    gross += amount * countsOf(event).claimed;
    net += amount * countsOf(event).added;
  }
  const noReturns = returns.length === 0;
  const why = noReturns ? 'the scenario states no returns' : 'nothing was spent';
  const bottom = noReturns ? 0 : spend;
  rows.push(ratioRow('return.gross', '', gross, bottom, why), ratioRow('return.net', '', net, bottom, why));
  return rows;
}

interface EventCounts {
  /** Attached clients of whom the programme claimed the event. */
  claimed: number;
  /** Attached clients with the event beyond their twins, net, within the window. */
  added: number;
}

/** Over everybody, since money is not kept by cohort. */
function countEvent(world: World, event: number, steps: number): EventCounts {
  if (event < 0) return { claimed: 0, added: 0 };
  const { people, service, clients, twins } = world;
  const { attachedAt } = service;
  const { referredAt } = people;
  const claimedAt = service.claimedFirst[event];
  const ownAt = clients.firstEvent[event];
  const twinAt = twins.firstEvent[event];
  let claimed = 0;
  let added = 0;
  for (let row = 0; row < people.count; row++) {
    if (attachedAt[row] < 0) continue;
    if (claimedAt[row] >= 0) claimed++;
    const own = isWithin(ownAt[row], referredAt[row], steps);
    if (own !== isWithin(twinAt[row], referredAt[row], steps)) added += own ? 1 : -1;
  }
  return { claimed, added };
}
