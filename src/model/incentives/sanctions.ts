import * as z from 'zod';
import { log } from '../../random/index.ts';
import { entry, parameter, share } from '../../scenario/kit/index.ts';
import { COMMISSIONER, OUTSIDE } from '../money/books.ts';
import type { InstrumentKind, SanctionTerms } from './instrument.ts';
import { OfficeGroupSums } from './officeGroupSums.ts';

export const sanctionsSchema = entry(
  {
    kind: z.literal('sanctions'),
    chance: share({
      doc: 'Weekly chance that an attached client without outcome is sanctioned, at no motive and no pressure, with mean motivation as it is seen.',
      unit: 'per week',
      default: 0.005,
      source: 'assumed: about a fifth of clients in a year; no source of this project states a rate',
      range: [0, 0.05],
    }),
    mandate: parameter({
      doc: 'What a unit of the caseworker’s weight of the mandate motive adds to the logit.',
      min: 0,
      default: 1,
      source: 'assumed: enforcers sanction about five times as often; 0 is in the range',
      range: [0, 2],
    }),
    pressure: parameter({
      doc: 'What a unit of felt pressure adds to the logit.',
      min: 0,
      default: 0.5,
      source:
        'assumed: pressure raises sanctions (published evidence, F16), the size is ours; 0 is in the range',
      range: [0, 1.5],
    }),
    unwillingness: parameter({
      doc: 'What perceived motivation below the mean adds to the logit, for each unit.',
      min: 0,
      default: 3,
      source: 'assumed: who looks unwilling is sanctioned; the size is ours',
      range: [0, 6],
    }),
    weeks: parameter({
      doc: 'Weeks for which a sanction lasts.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 4,
      source: 'assumed: the shortest of the usual lengths',
      range: [1, 26],
    }),
    trustLoss: share({
      doc: 'Part of the client’s trust that a sanction destroys.',
      default: 0.5,
      source:
        'assumed: document 004 says that clients who know sanctions do not trust the offer, not how much',
      range: [0, 1],
    }),
    withheld: parameter({
      doc: 'Benefit withheld from the client while a sanction lasts and the client is attached.',
      unit: 'money a week',
      min: 0,
      default: 0,
      source: 'assumed: not counted unless stated',
    }),
  },
  {
    doc: 'Sanctions: caseworkers may sanction clients whom they deem unwilling. Records the event `sanctioned`.',
  },
);

export type Sanctions = z.infer<typeof sanctionsSchema>;

/**
 * Gives caseworkers the power to sanction; `src/model/week/sanction.ts` says who is. Pays offices nothing: benefit
 * withheld flows from the client, who is of the world outside, to the commissioner, in an account of its own kind.
 */
export const sanctions: InstrumentKind<typeof sanctionsSchema> = {
  kind: 'sanctions',
  title: 'Sanctions',
  pays: 'Nothing: caseworkers may sanction clients without outcome, who lose trust and may lose benefit to the commissioner.',
  tempts:
    'To answer pressure, and what looks like lack of will, with a sanction instead of time; some clients leave, and leave the record.',
  example: 'conditionality:\n  kind: sanctions\n  chance: 0.005\n  weeks: 4\n  withheld: 75\n',
  schema: sanctionsSchema,
  says: (terms, tell) =>
    `Caseworkers may sanction clients without outcome: ${tell.share(terms.chance)} of them a week at no motive either way, more often under pressure, by who cares for mandates, and who looks unwilling. A sanction lasts ${tell.counted(terms.weeks, 'week')} and takes ${tell.share(terms.trustLoss)} of trust${terms.withheld === 0 ? '' : ` and ${tell.money(terms.withheld)} of benefit a week`}.`,
  check: () => [],
  create(terms, setup) {
    const { people, record, names } = setup;
    const account = setup.account('benefit', 'sanctions');
    const { chance, mandate, pressure, unwillingness, weeks, trustLoss } = terms;
    const power: SanctionTerms = {
      base: log(chance / (1 - chance)),
      mandate,
      pressure,
      unwillingness,
      weeks,
      trustLoss,
    };
    const withheld = new OfficeGroupSums(1, names.groups.length);
    return {
      name: setup.name,
      kind: 'sanctions',
      believedPrice: () => 0,
      sanctions: () => power,
      settle({ step }) {
        if (terms.withheld <= 0) return;
        for (let at = 0; at < record.attachedCount(); at++) {
          const client = record.attached[at];
          if (record.sanctionedUntil[client] > step) withheld.add(0, people.group[client], terms.withheld);
        }
        withheld.flush((_, group, sum) => setup.books.post(step, OUTSIDE, COMMISSIONER, account, group, sum));
      },
    };
  },
};
