import type { ClientTrace, TracedDivision, TracedLook, TracedRole, TracedStep } from '../../tables/trace.ts';
import { formatMoney, formatNumber, listInWords, spellName } from '../format.ts';
import { chancesInWords, ordinal, roleIn, titleIn, withArticle } from './names.ts';

/** Below this a difference is not worth a word: numbers are told to hundredths. */
const SMALL = 0.005;

/** What one role saw and did in one step. */
export function roleSentences(trace: ClientTrace, step: TracedStep, role: TracedRole): string[] {
  return [
    role.seen === null || role.standing === 'noClaim' ? '' : lookSentence(trace, step, role, role.seen),
    standingSentence(step, role),
    role.division === null ? '' : madeOf(trace, role.division, role.hours > 0),
    hourSentence(trace, step, role),
  ].filter((text) => text !== '');
}

function lookSentence(trace: ClientTrace, step: TracedStep, role: TracedRole, seen: TracedLook): string {
  const who = whoIs(trace, step, role);
  const apart = seen.need - seen.trueNeed;
  const [need, isTrue] = toldApart(seen.need, seen.trueNeed);
  const why = [
    seen.hiddenPart >= SMALL ? `${formatNumber(seen.hiddenPart)} of it is hidden` : '',
    Math.abs(seen.error) >= SMALL ? errorInWords(trace, seen) : '',
    Math.abs(seen.bias) >= SMALL ? `the view of the group ${added(seen.bias)}` : '',
  ].filter((text) => text !== '');
  const looks =
    Math.abs(apart) < SMALL
      ? `To ${who} need seems ${formatNumber(seen.need)}, as it is`
      : `To ${who} need seems ${need} and is ${isTrue}`;
  const motivation =
    Math.abs(seen.motivation - seen.trueMotivation) < SMALL
      ? ''
      : ` Motivation seems ${formatNumber(seen.motivation)} and is ${formatNumber(seen.trueMotivation)}.`;
  return `${looks}${why.length > 0 ? ` (${listInWords(why)})` : ''}.${motivation}`;
}

function errorInWords({ client }: ClientTrace, { error, contactHours }: TracedLook): string {
  const faded = Math.abs(client.appearanceError - error) >= SMALL;
  const from = faded
    ? `, ${formatNumber(Math.abs(client.appearanceError))} before ${formatNumber(contactHours, 1)} hours of contact`
    : '';
  return `misreading ${added(error)}${from}`;
}

const added = (amount: number): string =>
  `${amount < 0 ? 'takes off' : 'adds'} ${formatNumber(Math.abs(amount))}`;

/** A caseworker is introduced once: again only after another of the role. */
function whoIs(trace: ClientTrace, step: TracedStep, { role, caseworker, disposition }: TracedRole): string {
  const who = `the ${roleIn(role)}`;
  const before = trace.steps
    .slice(0, trace.steps.indexOf(step))
    .findLast(({ roles }) => roles.some((each) => each.role === role && each.seen !== null));
  const same = before?.roles.some((each) => each.role === role && each.caseworker === caseworker);
  if (caseworker === null || same === true) return who;
  return `${who} ${caseworker}${disposition === null ? '' : `, ${withArticle(spellName(disposition))},`}`;
}

/** Whether the client lay above the line, and if the client claimed nothing, why. */
function standingSentence(step: TracedStep, role: TracedRole): string {
  const who = roleIn(role.role);
  const hours = `${formatNumber(role.hours)} hours`;
  switch (role.standing) {
    case 'claimed':
      return lineSentence(role, role.division!);
    case 'required':
      return `A rule asks for a contact: ${hours}${drawOf(step, 'compliance', 'complied with')}.`;
    case 'token':
      return `A rule asks for a contact, and the ${who} puts one on record in form only${drawOf(step, 'formOnly', 'in form only')}.`;
    case 'notReady':
      return `The ${who} sees only who is ready by the screening; the client is not.`;
    case 'noClaim':
      return step.stage === step.stageAfter
        ? `Who is ${spellName(step.stage)} claims no hours of the ${who}.`
        : '';
    case 'away':
      return role.caseworker === null ? '' : `The ${who} has no hours to divide.`;
    case 'colleague':
      return '';
    case 'noCaseworker':
      return role.hours > 0 ? '' : `There is no ${who} with hours for the client.`;
  }
}

function drawOf({ draws }: TracedStep, about: string, words: string): string {
  const known = draws.find((each) => each.about === about);
  // What is sure needs no draw.
  if (known === undefined || known.chance >= 1) return '';
  const [draw, chance] = chancesInWords(known.draw, known.chance);
  return ` (${words}: the draw was ${draw}, the chance ${chance})`;
}

function lineSentence({ hours }: TracedRole, division: TracedDivision): string {
  const { appeal, place, claimants, served, least } = division;
  const free = hours - division.hours;
  const beside = free >= SMALL ? ` Of hours left free the client gets ${formatNumber(free)}.` : '';
  const rank = `${ordinal(place)} of ${claimants} who claim hours`;
  if (least === null) return `Appeal ${formatNumber(appeal)}, ${rank}; nobody gets an appointment.${beside}`;
  const [own, last] = toldApart(appeal, least);
  if (division.hours > 0)
    return `Appeal ${own}, ${rank}: above the line (the last who gets time has ${last}), ${formatNumber(division.hours)} hours.${beside}`;
  const others = served === 1 ? 'the only one who gets time has' : `the last of ${served} who get time has`;
  return `Appeal ${own}, ${rank}: under the line (${others} ${last}${whyUnder(appeal, least)}).${beside}`;
}

/** Where appointments differ in length, or appeals do not, more than appeal decides. */
function whyUnder(appeal: number, least: number): string {
  if (appeal > least) return ', and takes a shorter appointment';
  return appeal === least ? ', and a lot decides' : '';
}

/** Two numbers to hundredths, or finer where they would look the same. */
function toldApart(one: number, other: number): [string, string] {
  for (let decimals = 2; ; decimals++) {
    const written: [string, string] = [formatNumber(one, decimals), formatNumber(other, decimals)];
    if (written[0] !== written[1] || one === other || decimals === 6) return written;
  }
}

/** What the appeal is made of, the greatest part first, and for who lies under the line what those served had more. */
function madeOf(trace: ClientTrace, division: TracedDivision, isServed: boolean): string {
  const { motives, noise, noiseForm, judged, pressed } = division;
  const parts = Object.entries(motives)
    .filter(([, part]) => Math.abs(part) >= SMALL)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([motive, part]) => `${spellName(motive)} ${formatNumber(part)}`);
  const sum = parts.length > 0 ? `It is made of ${listInWords(parts)}` : `It is ${formatNumber(judged)}`;
  const day =
    noiseForm === 'additive'
      ? `${noise < 0 ? '−' : '+'} ${formatNumber(Math.abs(noise))}`
      : `× ${formatNumber(noise)}`;
  const pressure = pressed >= SMALL ? ` (${formatNumber(pressed)} of payoff by pressure)` : '';
  return `${sum}${pressure}; the judgement of the day ${day}.${isServed ? '' : missing(trace, division)}`;
}

function missing(
  { currency }: ClientTrace,
  { motives, servedMotives, money, servedMoney }: TracedDivision,
): string {
  const behind = Object.entries(servedMotives)
    .map(([motive, served]) => ({ motive, served, own: motives[motive], gap: served - motives[motive] }))
    .sort((a, b) => b.gap - a.gap)[0];
  if (behind === undefined || behind.gap < SMALL) return '';
  const bring =
    behind.motive === 'payoff' && servedMoney !== null
      ? `; believed to bring ${formatMoney(money, currency)}, those served ${formatMoney(servedMoney, currency)}`
      : '';
  return ` Those served had most more of ${spellName(behind.motive)} (${formatNumber(behind.served)} against ${formatNumber(behind.own)}${bring}).`;
}

/** What a real contact did. */
function hourSentence(trace: ClientTrace, step: TracedStep, role: TracedRole): string {
  if (role.contact !== 'matched' && role.contact !== 'holding') return '';
  const fell = Object.entries(step.helped)
    .filter(([, change]) => change < 0)
    .sort((a, b) => a[1] - b[1])
    .map(([barrier, change]) => `${spellName(barrier)} by ${formatNumber(-change, 3)}`);
  const what =
    role.activity === null ? 'The contact' : sentenceStart(titleIn(trace, 'activity', role.activity));
  const match = role.contact === 'holding' ? ' touches none of the barriers that need help' : '';
  const help = fell.length > 0 ? ` lowers ${listInWords(fell)}` : match === '' ? ' moves no barrier' : '';
  const recent = `recent contact is now ${formatNumber(role.recentHours)} hours a week`;
  return `${what}${match}${match !== '' && help !== '' ? ' and' : ''}${help}; trust is ${formatNumber(step.trust)}, ${recent}.`;
}

const sentenceStart = (text: string): string => text[0].toUpperCase() + text.slice(1);
