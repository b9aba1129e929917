import { distribution, flag, parameter, section, text } from '../../scenario/kit/index.ts';

/** What differs between kinds in the fields that all of them have. */
export interface DutyDefaults {
  item: number;
  itemSource: string;
  due: number;
  dueSource: string;
  /** How an item stands with each motive, 1 being the average client. */
  pull: { need: number; gain: number; deserving: number; ease: number; voice: number };
  pullSource: string;
}

/** Fields of every kind of duty: whose it is, how long an item takes, and how it appeals. */
export function dutyFields({ item, itemSource, due, dueSource, pull, pullSource }: DutyDefaults) {
  const value = (name: keyof typeof pull, doc: string) =>
    parameter({ doc, min: 0, default: pull[name], source: pullSource, range: [0, 2] });
  return {
    title: text({ doc: 'Name in charts and reports.', default: '' }),
    role: text({ doc: 'Role whose duty it is.' }),
    item: parameter({
      doc: 'Hours of one item: it takes exactly so long or is left.',
      unit: 'hours',
      above: 0,
      default: item,
      source: itemSource,
    }),
    due: parameter({
      doc: 'Weeks within which an item is to be done: at this age of the oldest the mandate motive is 1. 0: nobody asks for it by a date.',
      unit: 'weeks',
      min: 0,
      default: due,
      source: dueSource,
    }),
    pull: section(
      {
        need: value('need', 'Need that caseworkers see behind an item; 1 is that of the average client.'),
        gain: value(
          'gain',
          'Good that they believe an item does; 1 is that of an hour with the average client.',
        ),
        deserving: value('deserving', 'How deserving it is; 1 is the average client.'),
        ease: value('ease', 'How easy it is, 0 tedious or unpleasant, 1 as easy as it gets.'),
        voice: value('voice', 'How loudly somebody calls for it.'),
      },
      { doc: 'How an item appeals to each motive beside payoff, turn and mandate.' },
    ),
    first: flag({
      doc: 'Whether it is taken before hours are divided: time that is not the caseworker’s to divide.',
      default: false,
      source: 'assumed: it claims hours beside clients',
    }),
    onSlack: flag({
      doc: 'Whether it gets only hours that nobody else claims, and those that a scheme leaves free.',
      default: false,
      source: 'assumed: it claims hours beside clients',
    }),
  };
}

/** Fields of duties of which a stated number of items come in, all kinds but recording. */
export function askedFields(ask: { mean: number; source: string } | undefined) {
  const about = {
    doc: 'Items that are asked of each caseworker a week; broken numbers are rounded up or down by chance.',
    unit: 'items a week',
    min: 0,
  };
  return {
    ask:
      ask === undefined
        ? distribution(about)
        : distribution({ ...about, default: { dist: 'constant', value: ask.mean }, source: ask.source }),
    waits: flag({
      doc: 'Whether what is not done waits; otherwise it lapses at the end of the step.',
      default: false,
      source: 'assumed: the occasion is gone',
    }),
    worth: parameter({
      doc: 'Money that caseworkers believe one item to bring the office.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: nobody pays for it',
    }),
  };
}
