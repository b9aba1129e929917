import * as z from 'zod';
import { entry, namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';
import { unknownName } from '../incentives/nameProblems.ts';
import type { World } from '../world.ts';
import { shortOfAim } from './aims.ts';
import { whenHeld } from './inWords.ts';
import { type Findings, nothing, type ReviewKind, reviewFields } from './review.ts';

const domain = section(
  {
    instrument: text({ doc: 'Instrument that pays for the domain: its prices follow the domain’s money.' }),
    weight: parameter({
      doc: 'Weight of the domain’s indicator; 0 where it has none.',
      min: 0,
    }),
    event: text({ doc: 'Event that the indicator counts.' }),
    group: text({ doc: 'Group of clients that is the domain; everybody if empty.', default: '' }),
    aim: parameter({
      doc: 'What the indicator should be: clients of the domain with the event on record in the time looked at, per client attached in it.',
      above: 0,
    }),
    share: parameter({
      doc: 'Its share of the money at the start; only proportions of domains count.',
      above: 0,
      default: 1,
      source: 'assumed: all domains alike',
    }),
  },
  { doc: 'A domain of the budget: a group or a purpose, the money for it, and its indicator.' },
);

export const fundIndicatorsSchema = entry(
  {
    kind: z.literal('fundIndicators'),
    ...reviewFields(),
    domains: namedMap(domain, { doc: 'Domains by name, between which the money is divided.' }),
    slack: share({
      doc: 'Part of its money at the start that a domain keeps whatever its indicator says.',
      above: 0,
      default: 0.2,
      source:
        'assumed: what has no indicator lives off slack (document 003), a fifth of it here; 1 moves nothing',
      range: [0.05, 1],
    }),
    most: share({
      doc: 'How far money moves at one review towards what indicators ask for.',
      default: 0.5,
      source: 'assumed: half of the way; 0 is in the range',
      range: [0, 1],
    }),
  },
  { doc: 'Money follows indicators: a budget is divided among domains by weight × gap of their indicators.' },
);

/**
 * Share of a domain ← share + most × (asked − share), asked = slack × share at the start + (1 − slack) × weight × gap / Σ,
 * gap = what its indicator lacks of its aim, as a part of it. Prices follow, so that the money stays the same in all as
 * long as what it pays for does. Where no indicator lacks anything, or none has weight, money stays.
 */
export const fundIndicators: ReviewKind<typeof fundIndicatorsSchema> = {
  kind: 'fundIndicators',
  title: 'Money for indicators',
  does: 'Divides money among domains by the weight of their indicators and what these lack of their aims: no indicator, no money.',
  example:
    'yearly:\n  kind: fundIndicators\n  first: 52\n  domains:\n    near: { instrument: start, weight: 1, event: jobStart, aim: 0.4 }\n    far: { instrument: joining, weight: 0, event: jobStart, aim: 0.3 }\n',
  schema: fundIndicatorsSchema,
  says(terms, tell) {
    const domains = Object.entries(terms.domains).map(
      ([, { instrument, weight, event, group, aim }]) =>
        `“${tell.title('instrument', instrument)}” by ${tell.event(event)}${group === '' ? '' : ` of ${tell.title('group', group)}`} (weight ${tell.number(weight)}, aim ${tell.number(aim)})`,
    );
    return `${whenHeld(terms, tell)}, the money of ${tell.list(domains)} moves ${tell.share(terms.most)} of the way to where indicators lack most of their aims; a domain keeps ${tell.share(terms.slack)} of what it had.`;
  },
  check: ({ domains }, { names, instrumentsWith }) =>
    Object.entries(domains).flatMap(([name, { instrument, event, group }]) =>
      [
        ...unknownName(
          'instrument',
          instrument,
          instrumentsWith.price,
          'instrument with a price that a review can move',
        ),
        ...unknownName('event', event, names.events, 'event'),
        ...(group === '' ? [] : unknownName('group', group, names.groups, 'group')),
      ].map((problem) => ({ ...problem, path: ['domains', name, ...problem.path] })),
    ),
  decide(terms, findings, world) {
    const domains = Object.values(terms.domains);
    const total = domains.reduce((sum, { share }) => sum + share, 0);
    const first = domains.map(({ share }) => share / total);
    const keys = Object.keys(terms.domains).map((name) => `${findings.name}.${name}`);
    const before = keys.map((key, at) => world.commissioner.domainShares.get(key) ?? first[at]);
    const asks = domains.map(
      ({ weight, event, group, aim }) =>
        weight *
        Math.max(0, shortOfAim(onRecord(world, findings, event, world.names.groups.indexOf(group)), aim)),
    );
    const all = asks.reduce((a, b) => a + b, 0);
    if (all <= 0) return nothing;
    const after = before.map(
      (share, at) =>
        share + terms.most * (terms.slack * first[at] + ((1 - terms.slack) * asks[at]) / all - share),
    );
    return {
      key: `money ${after.join(' ')}`,
      carryOut: () => {
        domains.forEach(({ instrument }, at) => {
          world.commissioner.domainShares.set(keys[at], after[at]);
          world.instruments
            .find(({ name }) => name === instrument)
            ?.adjust?.({ what: 'price', office: -1, factor: after[at] / before[at] });
        });
      },
    };
  },
};

/** Clients of a group (−1: of all) with their first such event on record in the steps seen, per client attached in them. */
function onRecord(
  { service, people, names }: World,
  findings: Findings,
  event: string,
  group: number,
): number {
  const { from, to, offices } = findings;
  const claimed = service.claimedFirst[names.events.indexOf(event)];
  let events = 0;
  let attached = 0;
  for (let row = 0; row < people.count; row++) {
    if ((group >= 0 && people.group[row] !== group) || !offices.includes(service.office[row])) continue;
    if (service.attachedAt[row] >= from && service.attachedAt[row] < to) attached++;
    if (claimed[row] >= from && claimed[row] < to) events++;
  }
  return attached > 0 ? events / attached : Number.NaN;
}
