import * as z from 'zod';
import { entry, flag, parameter, share, text } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { amountFields, categoryField, checkAmounts, readAmounts } from './amount.ts';
import { countedEvents, feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind, InstrumentProblem } from './instrument.ts';
import { unknownName } from './nameProblems.ts';

export const clawbackSchema = entry(
  {
    kind: z.literal('clawback'),
    event: text({ doc: 'Event after which money may come back, such as one that another instrument pays.' }),
    ...amountFields('Money that comes back.'),
    ifEvent: text({
      doc: 'Event that brings the money back when it follows within the weeks of `within`; empty where `unless` is stated.',
      default: '',
    }),
    unless: text({
      doc: 'Event that must follow within the weeks of `within`, or the money comes back; empty where `ifEvent` is stated.',
      default: '',
    }),
    within: parameter({ doc: 'Weeks after the event.', unit: 'weeks', above: 0, wholeSteps: true }),
    once: flag({
      doc: 'Whether only the first such event of each client can be followed by a clawback.',
      default: true,
      source: 'assumed: contracts pay an outcome of a client once',
    }),
    believedChance: share({
      doc: 'Believed chance that the money comes back, which makes the event worth less.',
      default: 0.5,
      source: 'assumed: as likely as not, like the believed chance of a milestone',
      range: [0, 1],
    }),
    category: categoryField(),
  },
  { doc: 'A clawback: money for an event comes back when it does not last. State `ifEvent` or `unless`.' },
);

export type Clawback = z.infer<typeof clawbackSchema>;

/** Who is under watch since when and for whom: kept when the terms change. Rows are watched in order of time. */
interface Watch {
  event: string;
  /** [client] step of the event under watch, −1 for none. */
  since: Int32Array;
  /** [client] office that had the event. */
  office: Uint8Array;
  queue: { client: number; since: number }[];
  /** First of the queue that is not judged yet. */
  next: number;
}

const watches = new WeakMap<Instrument, Watch>();

function check(terms: Clawback, names: Parameters<typeof checkAmounts>[1]): InstrumentProblem[] {
  const problems = [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...checkAmounts(terms, names),
  ];
  for (const field of ['ifEvent', 'unless'] as const)
    if (terms[field] !== '') problems.push(...unknownName(field, terms[field], names.events, 'event'));
  if ((terms.ifEvent === '') === (terms.unless === ''))
    problems.push({
      path: [],
      message: 'a clawback comes if an event follows, or unless one does: state one of them',
      found: terms.ifEvent === '' ? 'neither ifEvent nor unless' : 'both ifEvent and unless',
      allowed: names.events.join(', '),
    });
  return problems;
}

/**
 * Takes money back after an event that is not followed by what was hoped for. It sees recorded events only: who has
 * left the programme has none, so that `unless` counts them as failed and `ifEvent` as lasting. While a client is
 * under watch, further such events begin no watch of their own.
 *
 * The event is believed to bring −amount × believed chance; for a client under watch, `ifEvent` brings −amount and
 * `unless` +amount.
 */
export const clawback: InstrumentKind<typeof clawbackSchema> = {
  kind: 'clawback',
  title: 'Clawback',
  pays: 'Takes money back from the office when, within so many weeks of an event, another event follows, or one that should follow has not.',
  tempts:
    'To choose clients whose outcomes last by themselves, to look after those under watch and nobody longer than that, and to lose sight of those whose failure would be recorded.',
  example: 'lostJob:\n  kind: clawback\n  event: jobStart\n  amount: 300\n  ifEvent: jobLoss\n  within: 13\n',
  schema: clawbackSchema,
  says(terms, tell) {
    const when =
      terms.ifEvent === ''
        ? `no ${tell.event(terms.unless)} follows`
        : `${tell.event(terms.ifEvent)} follows`;
    return `Offices pay back ${tell.price(terms)} when ${when} within ${tell.counted(terms.within, 'week')} of ${terms.once ? 'the first' : 'a'} ${tell.event(terms.event)} of a client; they believe that it comes to that with a chance of ${tell.share(terms.believedChance)}.`;
  },
  adjusts: ['price'],
  check,
  create(terms, setup, previous) {
    const { names, people, officeShares } = setup;
    const [back, saved] = [terms.ifEvent, terms.unless].map((event) =>
      event === '' ? -1 : names.events.indexOf(event),
    );
    const amounts = readAmounts(terms, setup);
    const factors = factorsAfter(previous, officeShares.length);
    const post = feePoster(setup, terms.category);
    const before = previous && watches.get(previous);
    const watch: Watch =
      before?.event === terms.event
        ? before
        : {
            event: terms.event,
            since: new Int32Array(people.count).fill(-1),
            office: new Uint8Array(people.count),
            queue: [],
            next: 0,
          };
    const begins = countedEvents(terms, setup);
    const takeBack = (step: number, client: number): void => {
      const office = watch.office[client];
      const group = people.group[client];
      post(step, office, group, -amounts.ofClient(client, group) * factors.price[office]);
      watch.since[client] = -1;
    };
    const believed = (event: number, first: boolean) => (begins(event, first) ? -terms.believedChance : 0);

    const instrument: Instrument = {
      name: setup.name,
      kind: 'clawback',
      believedPrice: (event, group, office, first) =>
        believed(event, first) * amounts.ofGroup(group) * factors.price[office],
      believedPriceOf(event, client, office, first) {
        let share = 0;
        if (watch.since[client] < 0) share = believed(event, first);
        else if (event === back) share = -1;
        else if (event === saved) share = 1;
        return share === 0
          ? 0
          : share * amounts.ofClient(client, people.group[client]) * factors.price[office];
      },
      onEvent({ step, event, client, office, first }) {
        const since = watch.since[client];
        if (since >= 0 && step - since <= terms.within) {
          if (event === back) takeBack(step, client);
          if (event === saved) watch.since[client] = -1;
        }
        if (!begins(event, first) || watch.since[client] >= 0) return;
        watch.since[client] = step;
        watch.office[client] = office;
        watch.queue.push({ client, since: step });
      },
      settle({ step }) {
        for (; watch.next < watch.queue.length; watch.next++) {
          const { client, since } = watch.queue[watch.next];
          if (step - since < terms.within) break;
          if (watch.since[client] !== since) continue;
          if (saved >= 0) takeBack(step, client);
          watch.since[client] = -1;
        }
      },
    };
    watches.set(instrument, watch);
    return adjustable(instrument, factors, ['price']);
  },
};
