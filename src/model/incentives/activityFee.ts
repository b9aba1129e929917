import * as z from 'zod';
import { entry, parameter, text } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { amountFields, categoryField, checkAmounts, readAmounts } from './amount.ts';
import { feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind, InstrumentProblem } from './instrument.ts';
import { unknownName } from './nameProblems.ts';

export const activityFeeSchema = entry(
  {
    kind: z.literal('activityFee'),
    role: text({ doc: 'Role whose recorded contacts are paid; empty where an event is paid.', default: '' }),
    event: text({ doc: 'Event of an activity that is paid; empty where contacts are paid.', default: '' }),
    ...amountFields('Fee for each contact or event.'),
    mostPerClient: parameter({
      doc: 'Most contacts or events that are paid for one client; no limit if absent.',
      min: 0,
      max: 65535,
      integer: true,
    }).optional(),
    crisisFactor: parameter({
      doc: 'Multiplies the fee for a contact with a client whose crisis is on record; 1 pays every contact alike.',
      min: 0,
      default: 1,
      source:
        'assumed: a contact is a contact (document 003, 7.4.1: the contract counts face-to-face contacts only)',
      range: [1, 6],
    }),
    category: categoryField(),
  },
  {
    doc: 'An activity fee: paid for what is done and recorded, whatever comes of it. State a role or an event.',
  },
);

export type ActivityFee = z.infer<typeof activityFeeSchema>;

/** Units paid so far, kept so that a change of terms does not lift the limit. */
const paidCounts = new WeakMap<Instrument, { unit: string; paid: Uint16Array }>();

function check(terms: ActivityFee, names: Parameters<typeof checkAmounts>[1]): InstrumentProblem[] {
  const problems = checkAmounts(terms, names);
  if (terms.role !== '') problems.push(...unknownName('role', terms.role, names.roles, 'role'));
  if (terms.event !== '') problems.push(...unknownName('event', terms.event, names.events, 'event'));
  if ((terms.role === '') === (terms.event === ''))
    problems.push({
      path: [],
      message: 'an activity fee pays either contacts with a role or an event: state one of them',
      found: terms.role === '' ? 'neither role nor event' : 'both role and event',
      allowed: `role: ${names.roles.join(', ')}; event: ${names.events.join(', ')}`,
    });
  return problems;
}

/**
 * A fee for each recorded contact with a role, real or token, or for each event of an activity. Asked about a
 * group, it answers for clients outside a crisis who have not reached the limit; asked about a client, it knows.
 */
export const activityFee: InstrumentKind<typeof activityFeeSchema> = {
  kind: 'activityFee',
  title: 'Activity fee',
  pays: 'A fee for each recorded contact, or for each event of an activity, up to a number for each client.',
  tempts:
    'To record many short contacts with whoever is easy to see; a contact in form only is paid like a real one.',
  example: 'contactFee:\n  kind: activityFee\n  role: keyWorker\n  amount: 20\n  mostPerClient: 40\n',
  schema: activityFeeSchema,
  says(terms, tell) {
    const what =
      terms.role === ''
        ? tell.event(terms.event)
        : `contact on record with a caseworker (${tell.title('role', terms.role)})`;
    const most = terms.mostPerClient === undefined ? '' : `, up to ${terms.mostPerClient} times a client`;
    const crisis =
      terms.crisisFactor === 1 ? '' : `; in a crisis ${tell.number(terms.crisisFactor)} times as much`;
    return `Offices get ${tell.price(terms)} for each ${what}${most}${crisis}, whatever comes of it.`;
  },
  adjusts: ['price'],
  check,
  create(terms, setup, previous) {
    const { names, people, record } = setup;
    const { crisisFactor } = terms;
    const limit = terms.mostPerClient ?? Infinity;
    const paidRole = terms.role === '' ? -1 : names.roles.indexOf(terms.role);
    const paidEvent = terms.event === '' ? -1 : names.events.indexOf(terms.event);
    const amounts = readAmounts(terms, setup);
    const factors = factorsAfter(previous, setup.officeShares.length);
    const post = feePoster(setup, terms.category);
    const unit = `${terms.role}/${terms.event}`;
    const before = previous && paidCounts.get(previous);
    const paid = before?.unit === unit ? before.paid : new Uint16Array(people.count);

    const pay = (step: number, client: number, group: number, office: number, times = 1): void => {
      if (paid[client] >= limit) return;
      if (paid[client] < 65535) paid[client]++;
      post(step, office, group, times * amounts.ofClient(client, group) * factors.price[office]);
    };
    const ofGroup = (group: number, office: number): number =>
      limit > 0 ? amounts.ofGroup(group) * factors.price[office] : 0;
    const ofClient = (client: number, office: number): number =>
      paid[client] < limit ? amounts.ofClient(client, people.group[client]) * factors.price[office] : 0;
    const timesOf = (inCrisis: boolean): number => (inCrisis ? crisisFactor : 1);
    const differs = limit < Infinity || !amounts.sameWithinGroups || (paidRole >= 0 && crisisFactor !== 1);

    const instrument: Instrument = {
      name: setup.name,
      kind: 'activityFee',
      believedPrice: (event, group, office) => (event === paidEvent ? ofGroup(group, office) : 0),
      believedPerContact: (role, group, office) => (role === paidRole ? ofGroup(group, office) : 0),
      ...(differs && {
        believedPriceOf: (event: number, client: number, office: number) =>
          event === paidEvent ? ofClient(client, office) : 0,
        believedPerContactOf: (role: number, client: number, office: number) =>
          role === paidRole ? timesOf(record.inCrisis(client)) * ofClient(client, office) : 0,
      }),
      onEvent({ step, event, client, group, office }) {
        if (event === paidEvent) pay(step, client, group, office);
      },
      onContact({ step, role, client, group, office, inCrisis }) {
        if (role === paidRole) pay(step, client, group, office, timesOf(inCrisis));
      },
    };
    paidCounts.set(instrument, { unit, paid });
    return adjustable(instrument, factors, ['price']);
  },
};
