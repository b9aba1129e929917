import type { ClientTrace, TracedStep } from '../../tables/trace.ts';
import { formatMoney, listInWords, sentenceCase, spellName } from '../format.ts';
import { decisiveChances, drawSentence } from './chances.ts';
import { chancesInWords, roleIn } from './names.ts';

/** Joining and what else came before the hours of a step were divided. */
export function arrivalSentences(step: TracedStep): string[] {
  const had = (event: string): boolean => step.events.some((each) => each.event === event);
  return [
    had('prevented') ? 'Is never referred: prevention came before.' : '',
    had('attached') ? joins(step) : '',
    had('declined') ? `Does not want the place${drawn(step, 'uptake', 'the chance to want it')}.` : '',
    had('refused')
      ? `Wants a place${drawn(step, 'uptake', 'the chance to want it')}; the office refuses it${drawn(step, 'acceptance', 'the chance to be taken')}.`
      : '',
    step.crisisBegan === null
      ? ''
      : `A crisis begins, for the twin as well${drawWords(step.crisisBegan, 'the chance')}.`,
    ...step.caseworkers.map((change) => handOver(change)),
  ].filter((text) => text !== '');
}

/** Whoever is sure to want a place and to be given it just joins. */
function joins(step: TracedStep): string {
  const wants = drawn(step, 'uptake', 'the chance to want it');
  const given = drawn(step, 'acceptance', 'the chance to be taken');
  if (wants === '' && given === '') return 'Joins the programme.';
  return `Wants a place${wants} and is given it${given}.`;
}

/** A draw and what it was held against; nothing where that was sure. */
function drawn({ draws }: TracedStep, about: string, chance: string, twin = false): string {
  const known = draws.find((each) => each.about === about && each.twin === twin);
  return known === undefined ? '' : drawWords(known, chance);
}

function drawWords({ draw, chance }: { draw: number; chance: number }, what: string): string {
  if (chance >= 1) return '';
  const [one, other] = chancesInWords(draw, chance);
  return ` (the draw was ${one}, ${what} ${other})`;
}

function handOver({ role, from, to }: TracedStep['caseworkers'][number]): string {
  const who = roleIn(role);
  if (from === null) return to === null ? `There is no ${who}.` : `The ${who} is ${to}.`;
  return to === null
    ? `The ${who} ${from} leaves; nobody takes over.`
    : `The ${who} ${from} hands over to ${to}.`;
}

/** What came after the hours of a step: what was found, sanctions, events with the draws behind them, leaving, money. */
export function outcomeSentences(trace: ClientTrace, step: TracedStep): string[] {
  const moves = decisiveChances(step);
  const told = new Set([...before, ...moves.filter(({ moved }) => moved).map(({ event }) => event)]);
  return [
    step.found ? `The hidden part of a barrier is found${drawn(step, 'discovery', 'the chance')}.` : '',
    ...moves.map((each) => drawSentence(step, each)),
    step.draws.some(({ about, twin }) => about === 'quality' && !twin) ? qualitySentence(step) : '',
    ...step.events.filter(({ event }) => !told.has(event)).map(({ event }) => otherEvent(step, event)),
    twinsOwn(step),
    paidSentence(trace, [step]),
  ].filter((text) => text !== '');
}

/** What the twin reached without a draw. */
function twinsOwn({ asTwin, chances, twinEvents }: TracedStep): string {
  const byDraw = new Set(chances.filter(({ twinMoved }) => twinMoved).map(({ event }) => event));
  const others = twinEvents.filter((event) => !byDraw.has(event)).map(spellName);
  return asTwin || others.length === 0 ? '' : `The twin reaches ${listInWords(others)}.`;
}

/** Events that are told where they come: before hours are divided. */
const before = ['attached', 'declined', 'refused', 'prevented'];

function qualitySentence(step: TracedStep): string {
  const known = step.draws.find(({ about, twin }) => about === 'quality' && !twin)!;
  // Where the scenario tells no quality apart there is nothing to say.
  if (known.chance <= 0 || known.chance >= 1) return '';
  return `It is of ${known.happened ? 'good' : 'lesser'} quality${drawWords(known, 'the chance of a good one')}.`;
}

function otherEvent(step: TracedStep, event: string): string {
  switch (event) {
    case 'droppedOut':
      return `Drops out of the programme${drawn(step, 'dropOut', 'the chance')}.`;
    case 'completed':
      return 'Leaves the programme: the time is up, or the outcome final.';
    case 'passedBack':
      return 'Is passed back as not ready.';
    case 'sanctioned':
      return `Is sanctioned${drawn(step, 'sanction', 'the chance')}, which costs trust.`;
    default: {
      const byActivity = step.draws.some(({ about, happened }) => about === 'activityEvent' && happened);
      const why = byActivity
        ? drawn(step, 'activityEvent', 'the chance')
        : step.asTwin
          ? ''
          : ' (reached by weeks, without a draw)';
      return `${sentenceCase(spellName(event))}${why}.`;
    }
  }
}

/** Money that the office got or owed for this client over some steps. */
export function paidSentence({ currency }: ClientTrace, steps: readonly TracedStep[]): string {
  const byAccount = new Map<string, number>();
  for (const { paid } of steps)
    for (const { account, amount } of paid) byAccount.set(account, (byAccount.get(account) ?? 0) + amount);
  const list = (sign: number): string[] =>
    [...byAccount]
      .filter(([, amount]) => sign * amount > 0)
      .map(([account, amount]) => `${formatMoney(sign * amount, currency)} (${spellName(account)})`);
  const [got, owed] = [list(1), list(-1)];
  return [
    got.length > 0 ? `The office is paid ${listInWords(got)}.` : '',
    owed.length > 0 ? `The office owes ${listInWords(owed)}.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
