import type { ClientTrace, TracedRole, TracedStep } from '../../tables/trace.ts';
import { formatNumber, listInWords, sentenceCase, spellName } from '../format.ts';
import { chanceOverTime } from './chances.ts';
import { paidSentence } from './events.ts';
import { roleIn, times, titleIn, weeksInWords } from './names.ts';

/** Weeks in which nothing happened that is told by itself, in a few sentences. */
export function stretchSentences(trace: ClientTrace, steps: readonly TracedStep[]): string[] {
  const last = steps[steps.length - 1];
  const attached = steps.some((step) => step.attached);
  const names = [...new Set(steps.flatMap(({ roles }) => roles.map(({ role }) => role)))];
  const told = names.map((name) => roleSentence(trace, name, steps)).filter((text) => text !== '');
  return [
    attached
      ? ''
      : `Without the programme${last.asTwin ? ', as the twin' : ''}: ${spellName(last.stageAfter)}.`,
    ...(told.length > 0 || !attached ? told : [`Is ${spellName(last.stageAfter)} and claims no hours.`]),
    parkedSentence(trace, steps),
    needSentence(trace, steps),
    chanceOverTime(trace, steps),
    paidSentence(trace, steps),
  ].filter((text) => text !== '');
}

function roleSentence(trace: ClientTrace, name: string, steps: readonly TracedStep[]): string {
  const own = steps.flatMap(({ roles }) => roles.filter(({ role }) => role === name));
  const seen = own.filter(({ hours }) => hours > 0);
  const is = (standing: TracedRole['standing']): number =>
    own.filter((each) => each.standing === standing && each.hours === 0).length;
  const who = sentenceCase(roleIn(name));
  const under = own.flatMap(({ hours, division }) => (hours === 0 && division !== null ? [division] : []));
  const parts = [
    seen.length > 0 ? seenWords(trace, seen) : '',
    under.length > 0 ? underWords(under) : '',
    countWords(is('token'), 'on paper only'),
    countWords(is('notReady'), 'not ready by the screening'),
    countWords(is('noCaseworker') + is('away'), 'nobody with hours'),
  ].filter((text) => text !== '');
  return parts.length === 0 ? '' : `${who}: ${parts.join('; ')}.`;
}

const countWords = (count: number, what: string): string => (count === 0 ? '' : `${times(count)} ${what}`);

function seenWords(trace: ClientTrace, seen: readonly TracedRole[]): string {
  const hours = seen.reduce((sum, each) => sum + each.hours, 0);
  const required = seen.filter((each) => each.required).length;
  const holding = seen.filter(({ contact }) => contact === 'holding').length;
  const activities = [...new Set(seen.flatMap(({ activity }) => activity ?? []))];
  const extra = [
    activities.length > 0
      ? `in ${listInWords(activities.map((each) => titleIn(trace, 'activity', each)))}`
      : '',
    required > 0 ? `${times(required)} by a rule` : '',
    holding > 0 ? `${times(holding)} on what touches no barrier` : '',
  ].filter((text) => text !== '');
  return `seen ${times(seen.length)}, ${formatNumber(hours, 1)} hours in all${extra.length > 0 ? ` (${extra.join(', ')})` : ''}`;
}

function underWords(under: readonly NonNullable<TracedRole['division']>[]): string {
  const known = under.filter(({ least }) => least !== null);
  if (known.length === 0) return `${times(under.length)} without any appointment to give`;
  const mean = (values: readonly number[]): string =>
    formatNumber(values.reduce((sum, each) => sum + each, 0) / values.length);
  const against = `appeal ${mean(known.map(({ appeal }) => appeal))} on average, ${mean(known.map(({ least }) => least!))} the last who got time`;
  return `${times(under.length)} under the line (${against})`;
}

function parkedSentence({ stepsPerWeek }: ClientTrace, steps: readonly TracedStep[]): string {
  const parked = steps.filter((step) => step.parked !== 'no').length;
  if (parked === 0) return '';
  return parked === steps.length
    ? 'Parked all the while.'
    : `Parked for ${weeksInWords(parked / stepsPerWeek)} of it.`;
}

/** Need at the end of the stretch, true and as it seems; only what differs to the hundredth is said to have moved. */
function needSentence(trace: ClientTrace, steps: readonly TracedStep[]): string {
  const last = steps[steps.length - 1];
  const before = trace.steps[trace.steps.indexOf(steps[0]) - 1]?.need ?? trace.client.need;
  const [from, to, twin] = [before, last.need, last.twinNeed].map((value) => formatNumber(value));
  const moved = from === to ? `Need stays at ${to}` : `Need goes from ${from} to ${to}`;
  if (last.asTwin) return `${moved}.`;
  const look = last.roles.find(({ seen }) => seen !== null)?.seen;
  const seems =
    look && formatNumber(look.need) !== formatNumber(look.trueNeed)
      ? ` and seems ${formatNumber(look.need)} at last`
      : '';
  return twin === to
    ? `${moved}${seems}; the twin’s is the same.`
    : `${moved}${seems}; the twin’s is ${twin}.`;
}
