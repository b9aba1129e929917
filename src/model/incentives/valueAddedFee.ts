import * as z from 'zod';
import { entry, formula, namedMap, parameter, share, text } from '../../scenario/kit/index.ts';
import { UnrunnableError } from '../unrunnable.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { amountFields, categoryField, checkAmounts, readAmounts } from './amount.ts';
import { feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind, InstrumentSetup } from './instrument.ts';
import { unknownName, unknownNames } from './nameProblems.ts';

export const valueAddedFeeSchema = entry(
  {
    kind: z.literal('valueAddedFee'),
    event: text({ doc: 'Event that counts, once for each client, such as `jobStart`.' }),
    ...amountFields('Money for one event more than was expected; the office owes it for one less.'),
    expected: formula('price', {
      doc: 'Chance that the client has the event by the horizon without the programme, as a stated model predicts it from what is recorded; between 0 and 1.',
      min: 0,
      max: 1,
    }),
    expectedByGroup: namedMap(share({ doc: 'Expected chance of this group, in place of `expected`.' }), {
      doc: 'Expected chances by group; a group that is not named gets `expected`.',
      default: {},
    }),
    within: parameter({
      doc: 'Weeks after joining at which a client is settled.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 52,
      source: 'assumed: a year',
      range: [26, 104],
    }),
    category: categoryField(),
  },
  { doc: 'A value-added fee: pays observed less expected events, client by client at a horizon.' },
);

export type ValueAddedFee = z.infer<typeof valueAddedFeeSchema>;

/** Who has had the event and who is settled, kept when the terms change. */
interface Cohort {
  event: string;
  /** Step from which joiners are counted. */
  since: number;
  /** [client] 1 once the event is on record. */
  had: Uint8Array;
  /** Clients before this row are settled: they are in order of referral, and who joins does so then. */
  next: number;
}

const cohorts = new WeakMap<Instrument, Cohort>();

/** Expected chance of each client. Throws UnrunnableError for one that is no chance. */
function expectedChances(terms: ValueAddedFee, setup: InstrumentSetup): Float64Array {
  const { people, names } = setup;
  const amounts = setup.clientAmounts(terms.expected);
  const chances = new Float64Array(people.count);
  for (let client = 0; client < people.count; client++) {
    const own = terms.expectedByGroup[names.groups[people.group[client]]] as number | undefined;
    chances[client] = own ?? amounts.of(client);
    if (!(chances[client] >= 0 && chances[client] <= 1))
      throw new UnrunnableError(
        `incentives.${setup.name}.expected gives ${chances[client]} for a client. It is a chance: keep the formula ` +
          'between 0 and 1, for example with min(1, max(0, …)).',
      );
  }
  return chances;
}

/**
 * Observed less expected: amount × (1 if the event is on record within the horizon, else 0, less the expected chance),
 * settled once for each client who joined, `within` steps later, with the office that has the client then. So joining is
 * believed to cost amount × expected, and the event to bring the whole amount until the client is settled; where need is
 * predicted without error the choice of whom to take brings nothing. Predicted need is not: who is easier than predicted
 * still pays.
 *
 * Who joined before the scheme came is not counted. Where the scheme ends, clients under way are settled by the part of
 * the horizon that has passed; at the end of the run they are not.
 */
export const valueAddedFee: InstrumentKind<typeof valueAddedFeeSchema> = {
  kind: 'valueAddedFee',
  title: 'Value-added fee',
  pays: 'For each client, at a horizon after joining, the price of an event times observed less expected: more than was to be expected is paid, less is owed.',
  tempts:
    'No more to take who would have succeeded anyway, as far as the expectation is right; to take who is easier than predicted, and to work where an hour changes the chance most.',
  example:
    'added:\n  kind: valueAddedFee\n  event: jobStart\n  amount: 3000\n  expected: 0.45 - 0.4 * predictedNeed\n  within: 52\n',
  schema: valueAddedFeeSchema,
  says(terms, tell) {
    const groups = Object.entries(terms.expectedByGroup).map(
      ([group, chance]) => `${tell.share(chance)} of ${tell.title('group', group)}`,
    );
    const other = groups.length > 0 ? `${tell.list(groups)}, others ` : '';
    return `Offices get ${tell.price(terms)} for each client with ${tell.event(terms.event)} beyond what was to be expected within ${tell.counted(terms.within, 'week')} of joining, and owe as much for each short of it. Expected are ${other}${tell.formula(terms.expected)}.`;
  },
  adjusts: ['price'],
  check: (terms, names) => [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...checkAmounts(terms, names),
    ...unknownNames(Object.keys(terms.expectedByGroup), names.groups, 'group', (name) => [
      'expectedByGroup',
      name,
    ]),
  ],
  create(terms, setup, previous) {
    const { names, people, record } = setup;
    const counted = names.events.indexOf(terms.event);
    const joining = names.events.indexOf('attached');
    const amounts = readAmounts(terms, setup);
    const expected = expectedChances(terms, setup);
    const factors = factorsAfter(previous, setup.officeShares.length);
    const post = feePoster(setup, terms.category);
    const before = previous && cohorts.get(previous);
    const cohort: Cohort =
      before?.event === terms.event
        ? before
        : { event: terms.event, since: setup.startStep, had: new Uint8Array(people.count), next: 0 };
    const amountOf = (client: number, office: number): number =>
      amounts.ofClient(client, people.group[client]) * factors.price[office];
    const owed = meanOwed(
      setup,
      (client) => amounts.ofClient(client, people.group[client]) * expected[client],
    );
    const counts = (client: number): boolean => record.attachedAt[client] >= cohort.since;
    // At the door nobody has joined yet.
    const mayCount = (client: number): boolean => record.attachedAt[client] < 0 || counts(client);
    const settleClient = (step: number, client: number, passed: number): void => {
      if (!counts(client)) return;
      const office = record.office[client];
      const result = cohort.had[client] - passed * expected[client];
      post(step, office, people.group[client], amountOf(client, office) * result);
    };
    const instrument: Instrument = {
      name: setup.name,
      kind: 'valueAddedFee',
      believedPrice(event, group, office, first) {
        if (event === counted && first) return amounts.ofGroup(group) * factors.price[office];
        return event === joining ? -owed[group] * factors.price[office] : 0;
      },
      believedPriceOf(event, client, office) {
        if (event === joining) return -amountOf(client, office) * expected[client];
        const open = event === counted && client >= cohort.next && cohort.had[client] === 0;
        return open && mayCount(client) ? amountOf(client, office) : 0;
      },
      onEvent({ event, client }) {
        if (event === counted && client >= cohort.next) cohort.had[client] = 1;
      },
      settle({ step }) {
        const { referredAt, count } = people;
        for (; cohort.next < count && referredAt[cohort.next] + terms.within <= step; cohort.next++)
          settleClient(step, cohort.next, 1);
      },
      end(step) {
        for (let client = cohort.next; client < people.count && people.referredAt[client] < step; client++)
          settleClient(step, client, Math.min(1, (step - people.referredAt[client]) / terms.within));
      },
    };
    cohorts.set(instrument, cohort);
    return adjustable(instrument, factors, ['price']);
  },
};

/** Mean over the members of each group of what joining is believed to cost; 0 for a group without members. */
function meanOwed({ names, people }: InstrumentSetup, owedBy: (client: number) => number): Float64Array {
  const sums = new Float64Array(names.groups.length);
  const members = new Float64Array(names.groups.length);
  for (let client = 0; client < people.count; client++) {
    sums[people.group[client]] += owedBy(client);
    members[people.group[client]]++;
  }
  return sums.map((sum, group) => (members[group] > 0 ? sum / members[group] : 0));
}
