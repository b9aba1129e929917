import type { Life, LifeEntry, NoContactReason, UnderLine, UnseenSpell, Weeks } from '../tables/life.ts';
import { formatMoney, formatNumber, formatPercent, listInWords, sentenceCase, spellName } from './format.ts';
import { fifthName } from './names.ts';

/** One dated sentence of a story. Weeks are counted from 1, as people count them. */
export interface StoryLine {
  from: number;
  to: number;
  text: string;
}

/** Title that the scenario gives to what is named, or else the name spelled out. */
const nameIn = (life: Life, of: string, name: string): string => {
  const titles = life.titles[of];
  return titles !== undefined && Object.hasOwn(titles, name) ? titles[name] : spellName(name);
};

/** Who a client is: group, place in the order of need, and barriers, the highest first. */
export function personInWords(life: Life): string {
  const { person } = life;
  const barriers = [...person.barriers]
    .sort((a, b) => b.level - a.level)
    .map(
      ({ name, level, hidden }) =>
        `${degree(level)} ${spellName(name)} (${formatNumber(level)}${hidden ? ', partly hidden' : ''})`,
    );
  const who = `Client ${life.client}, ${nameIn(life, 'group', person.group)}, of the ${fifthName(person.fifth)}`;
  return `${who}. Barriers: ${listInWords(barriers)}. Motivation ${formatNumber(person.motivation)}, trust ${formatNumber(person.trust)} at referral.`;
}

/** A barrier in [0, 1]. */
function degree(level: number): string {
  if (level < 0.25) return 'low';
  if (level < 0.5) return 'moderate';
  return level < 0.75 ? 'high' : 'very high';
}

/** What happened to a client, in order of time: contact, reasons of weeks without it, events, and money that came of it. */
export function lifeStory(life: Life): StoryLine[] {
  return life.entries.flatMap((entry) => {
    const text = sentence(life, entry);
    return text === '' ? [] : [lineOf(entry, text)];
  });
}

/** What happened to the twin in the same weeks. */
export function twinStory(life: Life): StoryLine[] {
  if (life.twin.length === 0) {
    const weeks = life.twinStages.flatMap((stage, week) => (stage === '' ? [] : [week]));
    if (weeks.length === 0) return [];
    const span = { week: weeks[0], until: weeks[weeks.length - 1] };
    return [lineOf(span, `Nothing happened; ${spellName(life.twinStages[span.until])} to the end.`)];
  }
  return life.twin.map((each) => lineOf(each, `${sentenceCase(spellName(each.event))}.`));
}

/** Client against twin in one sentence: what only one of them had. */
export function againstTwin(life: Life): string {
  const had = (list: readonly string[]): Set<string> => new Set(list);
  const own = had(
    life.entries.flatMap((each) => (each.kind === 'event' && !programme.has(each.event) ? [each.event] : [])),
  );
  const twin = had(life.twin.map(({ event }) => event));
  const only = (one: Set<string>, other: Set<string>): string[] =>
    [...one].filter((event) => !other.has(event)).map(spellName);
  const [client, other] = [only(own, twin), only(twin, own)];
  if (client.length === 0 && other.length === 0)
    return own.size === 0
      ? 'Neither the client nor the twin without service had any event.'
      : 'The twin without service had the same kinds of event.';
  return [
    client.length > 0 ? `Only the client had: ${listInWords(client)}.` : '',
    other.length > 0 ? `Only the twin without service had: ${listInWords(other)}.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** Events that a programme makes and no life has by itself. */
const programme = new Set([
  'attached',
  'declined',
  'refused',
  'droppedOut',
  'completed',
  'passedBack',
  'sanctioned',
  'prevented',
]);

const lineOf = ({ week, until }: Weeks, text: string): StoryLine => ({ from: week + 1, to: until + 1, text });

const eventSentences: Record<string, string> = {
  attached: 'Joined the programme.',
  declined: 'Was offered a place and did not want it.',
  refused: 'Wanted a place; the office refused it.',
  droppedOut: 'Dropped out of the programme.',
  completed: 'Left the programme: the time was up, or the outcome final.',
  passedBack: 'Did not pass the screening and was passed back.',
  sanctioned: 'Was sanctioned.',
  prevented: 'Was never referred: prevention came before.',
};

function sentence(life: Life, entry: LifeEntry): string {
  switch (entry.kind) {
    case 'referred':
      return `Referred to ${nameIn(life, 'office', life.person.office)}${entry.inCrisis ? ', in a crisis' : ''}.`;
    case 'event':
      return eventSentence(entry);
    case 'caseworker':
      return handOver(entry);
    case 'crisis':
      return 'In a crisis.';
    case 'found':
      return `The hidden part of ${spellName(entry.barrier)} was found.`;
    case 'paid':
      return entry.amount < 0
        ? `The office owed ${formatMoney(-entry.amount, life.currency)} (${spellName(entry.account)}).`
        : `The office was paid ${formatMoney(entry.amount, life.currency)} (${spellName(entry.account)}).`;
    case 'followedTo':
      return 'Followed until here.';
    case 'seen':
      return seen(life, entry);
    case 'unseen':
      return unseen(life, entry);
  }
}

function eventSentence({ event, attached, asTwin }: Extract<LifeEntry, { kind: 'event' }>): string {
  if (Object.hasOwn(eventSentences, event)) return eventSentences[event];
  const what = sentenceCase(spellName(event));
  if (asTwin) return `${what}, without the programme: as the twin.`;
  return attached ? `${what}.` : `${what}, after the programme.`;
}

function handOver({ role, from, to }: Extract<LifeEntry, { kind: 'caseworker' }>): string {
  const who = spellName(role);
  if (from === null) return to === null ? `No ${who} was there.` : `Got the ${who} ${to}.`;
  return to === null
    ? `The ${who} ${from} left; nobody took over.`
    : `Handed over from the ${who} ${from} to ${to}.`;
}

/** "once", "3 times". */
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

function seen(life: Life, spell: Extract<LifeEntry, { kind: 'seen' }>): string {
  const weeks = spell.until - spell.week + 1;
  const who = spellName(spell.role);
  const hours = `${formatNumber(spell.hours, 1)} hours in all`;
  const perWeek = `${formatNumber(spell.hours / weeks)} a week`;
  const how = weeks === 1 ? hours : `${hours}, ${perWeek}`;
  const said = [
    spell.activities.length > 0
      ? `in ${listInWords(spell.activities.map((each) => nameIn(life, 'activity', each)))}`
      : '',
    spell.required > 0 ? `${times(spell.required)} since a rule asked for it` : '',
    spell.holding > 0 ? `${times(spell.holding)} on what touched none of the barriers` : '',
    spell.token > 0 ? `${times(spell.token)} more on paper only` : '',
  ].filter((text) => text !== '');
  const over = weeks === 1 ? '' : ` in ${weeks} weeks`;
  return `Seen by the ${who} ${times(spell.contacts)}${over}: ${[how, ...said].join('; ')}.`;
}

const reasonWords: Record<NoContactReason, string> = {
  underLine: 'others came before',
  notReady: 'not ready by the screening',
  noCaseworker: 'no caseworker with hours',
  noClaim: 'a stage that claims no hours',
  token: 'contact on paper only',
};

function unseen(life: Life, spell: UnseenSpell): string {
  const weeks = spell.until - spell.week + 1;
  const all = Object.values(spell.reasons).reduce((sum, each) => sum + each, 0);
  const reasons = (Object.entries(spell.reasons) as [NoContactReason, number][])
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) =>
      count === all
        ? reasonWords[reason]
        : `${reasonWords[reason]} (${formatPercent(count / all, 0)} of the time)`,
    );
  const why = spell.underLine === null ? '' : ` ${underLine(life, spell.underLine)}`;
  const length = weeks === 1 ? 'a week' : `${weeks} weeks`;
  return `Not seen by the ${spellName(spell.role)} for ${length}: ${listInWords(reasons)}.${why}`;
}

/** What each motive looks at, as what was missing. */
const missingWords: Record<string, string> = {
  payoff: 'little pay was believed to come',
  mandate: 'no rule was overdue',
  gain: 'little change was believed possible',
  need: 'need seemed small',
  deserving: 'motivation seemed low',
  ease: 'the work seemed hard',
  turn: 'others had waited longer',
  voice: 'others were louder',
  equal: 'the lot fell on others',
  formula: 'the scenario’s formula put others first',
  noise: 'the judgement of the day fell against the client',
};

function underLine(
  life: Life,
  { appeal, least, missing, own, served, money, servedMoney }: UnderLine,
): string {
  const line = `Appeal was ${formatNumber(appeal)} on average, and ${formatNumber(least)} was the least that got time.`;
  if (missing === null) return line;
  const against = `${formatNumber(own)} against ${formatNumber(served)} of those seen`;
  const pounds =
    missing === 'payoff'
      ? `; believed to bring ${formatMoney(money, life.currency)}, those seen ${formatMoney(servedMoney, life.currency)}`
      : '';
  return `${line} What was missing most: ${missingWords[missing] ?? spellName(missing)} (${against}${pounds}).`;
}
