import type { CaseworkerTrace, TracedDesk } from '../../tables/trace.ts';
import { weekOfCaseworker } from '../caseworkerWeek.ts';
import { formatNumber, formatPercent, listInWords, sentenceCase, spellName } from '../format.ts';
import { fifthName } from '../names.ts';
import { spanOf, type Telling, type ToldPart, type ToldTrace } from './clientStory.ts';
import { type DeskSums, sumDesk } from './deskSums.ts';
import { worldSentence } from './head.ts';
import { roleIn, titleIn, weeksInWords, whenInWords, withArticle } from './names.ts';

/** Weeks that are summed up together. */
const SPAN = 26;

/** Less than this is told as none: half a hundredth, or half a percent. */
const SMALL = 0.005;

/** A caseworker's weeks in plain English: spans summed up, and between them the weeks that tell most. */
export function caseworkerStory(trace: CaseworkerTrace, telling: Telling): ToldTrace {
  const steps = trace.steps.filter(({ week }) => week >= telling.from && week <= telling.to);
  const told = telling.all ? new Map<TracedDesk, string>() : tellingDesks(trace, steps);
  const parts: ToldPart[] = [];
  let span: TracedDesk[] = [];
  const tellSpan = (): void => {
    if (span.length > 0) parts.push({ label: spanOf(span), text: spanSentences(trace, span) });
    span = [];
  };
  for (const step of steps) {
    if (telling.all || told.has(step)) {
      tellSpan();
      const why = told.get(step);
      parts.push({
        label: whenInWords(step.week, step.step, trace.stepsPerWeek),
        text: [...(why === undefined ? [] : [why]), deskSentences(step).join(' '), whoGotTime(step)].filter(
          (text) => text !== '',
        ),
      });
      continue;
    }
    if (span.length > 0 && step.week - span[0].week >= SPAN) tellSpan();
    span.push(step);
  }
  tellSpan();
  return { head: headOf(trace), parts: parts.filter(({ text }) => text.join('') !== '') };
}

function headOf(trace: CaseworkerTrace): string[] {
  const { caseworker, steps } = trace;
  const where = `Caseworker ${caseworker.id} in ${worldSentence(trace)}.`;
  const beside = caseworker.posts > 1 ? `, one of ${caseworker.posts} such posts` : '';
  const first = steps[0];
  const holders = [...new Set(steps.filter(({ present }) => present).map((step) => step.caseworker))];
  const who =
    first === undefined
      ? ''
      : ` ${sentenceCase(withArticle(spellName(first.disposition)))} at the start, skill ${formatNumber(first.skill)}; what moves: ${weightsOf(first)}.`;
  const held = holders.length > 1 ? ` The post is held by ${listInWords(holders)} one after the other.` : '';
  const post = `The ${roleIn(caseworker.role)} in ${titleIn(trace, 'office', caseworker.office)}${beside}.${who}${held}`;
  return [where, post, overall(sumDesk(steps))].filter((text) => text !== '');
}

function weightsOf({ weights }: TracedDesk): string {
  const list = Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([motive, weight]) => `${spellName(motive)} ${formatNumber(weight, 1)}`);
  return list.length === 0 ? 'nothing, so that all claim alike' : listInWords(list);
}

function overall(sums: DeskSums): string {
  if (sums.worked === 0) return 'There were no hours to divide.';
  return `In all ${formatNumber(sums.atHand, 0)} hours, ${whereTo(sums)}.${byFifths(sums)}`;
}

/** Where hours went, as shares of those at hand. */
function whereTo(sums: DeskSums): string {
  const share = (hours: number): string => formatPercent(hours / sums.atHand, 0);
  const parts: [number, string][] = [
    [sums.byAppeal, 'to clients by appeal'],
    [sums.required, 'to contacts that a rule asks for'],
    [sums.free, 'to clients in hours left free'],
    [sums.token, 'to contacts on paper only'],
    ...Object.entries(sums.duties).map(([duty, hours]): [number, string] => [hours, `to ${spellName(duty)}`]),
  ];
  const rest = sums.atHand - parts.reduce((sum, [hours]) => sum + hours, 0);
  if (rest > 0.005 * sums.atHand) parts.push([rest, 'to nobody']);
  const told = parts.filter(([hours]) => hours > 0).sort((a, b) => b[0] - a[0]);
  return told.length === 0
    ? 'of which nobody got any'
    : listInWords(told.map(([hours, to]) => `${share(hours)} ${to}`));
}

function byFifths({ byFifth }: DeskSums): string {
  const all = byFifth.reduce((sum, each) => sum + each, 0);
  if (!(all > 0)) return '';
  const share = (fifth: number): string => formatPercent(byFifth[fifth - 1] / all, 0);
  return ` Of the hours with clients the ${fifthName(1)} got ${share(1)} and the ${fifthName(5)} ${share(5)}.`;
}

/** Some weeks together. */
function spanSentences(trace: CaseworkerTrace, steps: readonly TracedDesk[]): string[] {
  const sums = sumDesk(steps);
  if (sums.worked === 0)
    return [
      sums.vacant > 0 ? 'The post is vacant.' : 'Nobody claims hours yet, or there are none to divide.',
    ];
  const last = steps[steps.length - 1];
  const vacant =
    sums.vacant > 0 ? ` The post is vacant for ${weeksInWords(sums.vacant / trace.stepsPerWeek)} of it.` : '';
  const line = sums.line === null ? '' : `, the line at ${formatNumber(sums.line)}`;
  const motives = Object.entries(sums.motives)
    .filter(([, share]) => share >= 0.05)
    .sort((a, b) => b[1] - a[1])
    .map(([motive, share]) => `${spellName(motive)} ${formatPercent(share, 0)}`);
  const moved = motives.length > 0 ? ` What moved: ${listInWords(motives)}.` : '';
  const claims =
    sums.claimants === 0
      ? 'Nobody claimed by appeal.'
      : `Of ${formatNumber(sums.claimants, 1)} clients who claimed on average ${formatNumber(sums.served, 1)} lay above the line${line}.`;
  return [
    `${formatNumber(sums.atHand, 0)} hours: ${whereTo(sums)}. ${claims}${moved}${byFifths(sums)} ${mood(last, sums.goalStrain, sums.pressure)}${vacant}`.trimEnd(),
  ];
}

/** Goal strain, pressure, burnout and habit; what is none is left out. */
function mood(step: TracedDesk, goalStrain: number | null, pressure: number): string {
  const parts = [
    goalStrain !== null && goalStrain >= SMALL
      ? `goal strain ${formatPercent(goalStrain, 0)} of the hours`
      : '',
    pressure >= SMALL ? `pressure felt ${formatNumber(pressure)}` : '',
    step.burnoutAfter >= SMALL ? `burnout ${formatNumber(step.burnoutAfter)} at the end` : '',
    habitOf(step),
  ].filter((text) => text !== '');
  return parts.length === 0 ? '' : `${sentenceCase(parts.join('; '))}.`;
}

function habitOf({ habit }: TracedDesk): string {
  const used = Object.entries(habit)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([activity, share]) => `${spellName(activity)} ${formatPercent(share, 0)}`);
  return Object.keys(habit).length > 1 ? `habit: ${listInWords(used)}` : '';
}

/** One step in full; who the caseworker is stands in the head. */
function deskSentences(step: TracedDesk): string[] {
  const [, ...sentences] = weekOfCaseworker(step);
  if (!step.present) return sentences;
  const clients = formatNumber(step.caseload, Number.isInteger(step.caseload) ? 0 : 1);
  return [
    `${clients} ${clients === '1' ? 'client' : 'clients'}.`,
    ...sentences,
    mood(step, step.goalStrain, step.pressure),
  ].filter((text) => text !== '');
}

/** The first above the line and the first under it, by name. */
function whoGotTime(step: TracedDesk): string {
  const claimed = step.clients.filter(({ standing }) => standing === 'claimed');
  const name = ({ client, fifth }: TracedDesk['clients'][number]): string =>
    `${client} of the ${fifthName(fifth)}`;
  const most = claimed.filter(({ hours }) => hours > 0).sort((a, b) => b.hours - a.hours)[0];
  const under = claimed.find(({ hours }) => hours === 0);
  if (most === undefined) return '';
  const got = `Most time went to ${name(most)}: ${formatNumber(most.hours)} hours at an appeal of ${formatNumber(most.appeal)}.`;
  return under === undefined
    ? got
    : `${got} First under the line was ${name(under)}, with ${formatNumber(under.appeal)}.`;
}

/** Weeks that tell most, and why. */
function tellingDesks(
  { steps: all }: CaseworkerTrace,
  steps: readonly TracedDesk[],
): Map<TracedDesk, string> {
  const told = new Map<TracedDesk, string>();
  const worked = steps.filter(({ present, served }) => present && served > 0);
  const tell = (step: TracedDesk | undefined, why: string): void => {
    if (step !== undefined && !told.has(step)) told.set(step, why);
  };
  steps.forEach((step) => {
    const before = all[all.indexOf(step) - 1];
    if (before === undefined) return;
    if (step.present && step.caseworker !== before.caseworker)
      tell(step, `${step.caseworker}, ${withArticle(spellName(step.disposition))}, takes the post.`);
    else if (!step.present && before.present) tell(step, 'The post falls vacant.');
  });
  tell(worked[0], 'The first appointments.');
  tell(
    most(worked, ({ goalStrain }) => (goalStrain !== null && goalStrain >= SMALL ? goalStrain : 0)),
    'The week of most goal strain: how far hours went from the caseworker’s own will.',
  );
  tell(
    most(worked, ({ pressure }) => pressure),
    'The week of most pressure.',
  );
  tell(
    most(worked, ({ claimants, served }) => claimants - served),
    'The week with most clients under the line.',
  );
  return told;
}

/** The first step with the most of something, if anything. */
function most(steps: readonly TracedDesk[], of: (step: TracedDesk) => number): TracedDesk | undefined {
  let best: TracedDesk | undefined;
  for (const step of steps) if (of(step) > (best === undefined ? 0 : of(best))) best = step;
  return best;
}
