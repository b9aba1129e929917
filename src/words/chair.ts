import type { ChairClass, ChairDebrief, ChairDesk, DivisionFigures, ManagerBoard } from '../tables/chair.ts';
import { measureKey } from '../tables/rows.ts';
import { counted } from './counted.ts';
import { formatNumber, formatPercent, listInWords, sentenceCase, spellName } from './format.ts';
import { leaning } from './sentences.ts';

/** A disposition as sentences call it. */
export const dispositionName = (name: string): string =>
  name === 'equal' ? 'equal treatment' : spellName(name);

/** The value of one measure of a sitting by its key; null where it is undefined or was not measured. */
export function chairValue({ rows }: DivisionFigures, key: string): number | null {
  return rows.find(({ measure, slice }) => measureKey(measure, slice) === key)?.value ?? null;
}

const hours = (value: number): string => counted(value, 'hour', 'hours', formatNumber(value, 1));
const clients = (count: number): string => counted(count, 'client');

/** How hard the manager presses. */
export function pressureSentence({ pressure, mostPressure }: ManagerBoard): string {
  if (pressure === 0) return 'The manager leaves you alone.';
  const share = mostPressure > 0 ? pressure / mostPressure : 0;
  if (share < 1 / 3) return 'The manager mentions the figures now and then.';
  return share < 2 / 3 ? 'The manager asks about the figures every week.' : 'The manager presses hard.';
}

/** How the office stands against each target, and what else it is behind on. */
export function targetSentences({ targets, behind }: ManagerBoard): string[] {
  const known = new Set(targets.map(({ name }) => name));
  return [
    ...targets.map(
      ({ name, event, counted: done, asked, weeksLeft }) =>
        `${sentenceCase(spellName(name))}: ${done} of ${formatNumber(asked, 1)} (${spellName(event)}), ${counted(weeksLeft, 'week')} left.`,
    ),
    ...behind.flatMap(({ name, share }) =>
      known.has(name) ? [] : [`${sentenceCase(spellName(name))}: behind by ${formatPercent(share, 0)}.`],
    ),
  ];
}

/** What to look at on this desk: read off what the caseworker sees, and no advice. */
export function deskHints(desk: ChairDesk): string[] {
  const { clients: all, duties, parkedAfter, hours: time } = desk;
  const counting = all.filter(({ counts }) => counts);
  const calling = all.filter(({ crisis }) => crisis).length;
  const due = all.filter(({ required }) => required?.due).length;
  const parked = counting.filter(
    ({ weeksSinceContact, weeksOnCaseload }) => (weeksSinceContact ?? weeksOnCaseload) >= parkedAfter,
  );
  const never = counting.filter(({ weeksSinceContact }) => weeksSinceContact === null).length;
  const places = Math.floor(time.atHand / Math.min(...all.map(({ shortest }) => Math.max(shortest, 0.25))));
  const waiting = duties.reduce((sum, duty) => sum + duty.waiting, 0);
  return [
    ...(all.length > places
      ? [
          `${clients(all.length)} are on the desk, and the hours last for ${places} of the shortest appointments.`,
        ]
      : []),
    ...(calling > 0
      ? [
          `${clients(calling)} ${calling === 1 ? 'is' : 'are'} in a crisis and ${calling === 1 ? 'calls' : 'call'}.`,
        ]
      : []),
    ...(due > 0 ? [`By the rule ${clients(due)} must be seen by now.`] : []),
    ...(parked.length > 0
      ? [
          `${clients(parked.length)} ${parked.length === 1 ? 'has' : 'have'} not been seen for ${parkedAfter} weeks or more, and ${parked.length === 1 ? 'counts' : 'count'} as parked.`,
        ]
      : []),
    ...(never > 0 ? [`${clients(never)} ${never === 1 ? 'has' : 'have'} never been seen.`] : []),
    ...(waiting > 0
      ? [
          `${hours(waiting)} of other work wait.${duties.some(({ kind, waiting: own }) => kind === 'recording' && own > 0) ? ' What is not on file does not count.' : ''}`,
        ]
      : []),
  ];
}

/** Where the hours went. */
export function chairHoursSentence({ hours: spent }: DivisionFigures): string {
  const others = Object.entries(spent.duties).filter(([, value]) => value > 0);
  const parts = [
    `${formatNumber(spent.clients, 1)} to clients`,
    ...others.map(([name, value]) => `${formatNumber(value, 1)} to ${spellName(name)}`),
    ...(spent.inForm > 0 ? [`${formatNumber(spent.inForm, 1)} to contacts in form only`] : []),
    ...(spent.unspent > 0.05 ? [`${formatNumber(spent.unspent, 1)} to nothing`] : []),
  ];
  return `Of ${hours(spent.atHand)} at hand went ${listInWords(parts)}.`;
}

/** To whom time leaned, by true need. */
export function chairLeaningSentence(figures: DivisionFigures): string {
  const index = chairValue(figures, 'creaming.concentration');
  const [easiest, hardest] = ['fifth=1', 'fifth=5'].map((slice) =>
    chairValue(figures, `hours.perClientWeek[${slice}]`),
  );
  const amounts =
    easiest === null || hardest === null
      ? ''
      : ` Clients of the easiest fifth got ${formatNumber(easiest)} hours a week, of the hardest ${formatNumber(hardest)}.`;
  if (index === null) return `The concentration of hours over true need is not defined.${amounts}`;
  return `The concentration of hours over true need is ${formatNumber(index, 3)}: time ${leaning({ mean: index, lo: null, hi: null })}.${amounts}`;
}

/** Who was parked by the measure, and who got no hour. */
export function chairParkedSentence(figures: DivisionFigures, weeks: number, parkedAfter: number): string {
  const share = chairValue(figures, 'parking.share');
  const holding = chairValue(figures, 'parking.holding');
  const held = holding !== null && holding > 0 ? ` (${formatPercent(holding)} in a holding pattern)` : '';
  const none = `${figures.withoutHour} of ${clients(figures.caseload)} got no hour in ${weeks === 1 ? 'the week' : `any of the ${weeks} weeks`}.`;
  if (share === null) return `${none} Nobody was attached without outcome, so that nobody counts as parked.`;
  const short =
    share > 0 && weeks < parkedAfter
      ? ` Who counts as parked has not been seen for ${parkedAfter} weeks, longer than the sitting: much of it was there before.`
      : '';
  return `${none} ${formatPercent(share)} of client-weeks were parked${held}.${short}`;
}

/** How calls were answered; empty where nobody called. */
export function chairCallsSentence({ calls }: DivisionFigures): string {
  if (calls.weeks === 0) return '';
  return `The phone rang in ${counted(calls.weeks, 'client-week')}: ${calls.answered} ${calls.answered === 1 ? 'was' : 'were'} answered, with ${hours(calls.hours)}.`;
}

/** Whose division the student's was nearest to, or that it was near none. */
export function nearestSentence({ distances, nearest, apart }: ChairDebrief): string {
  if (distances.length === 0) return 'There was no disposition to compare with.';
  const percent = (share: number): string => formatPercent(share, 0);
  const least = distances[0].distance;
  const scale =
    apart === null
      ? ''
      : ` Two of these dispositions differ from each other in ${percent(apart)} of hours on average.`;
  if (nearest.length === 0)
    return `Your division is near none of them: from ${percent(least)} to ${percent(distances[distances.length - 1].distance)} of hours lie elsewhere, and the nearest differ by too little to be told apart.${scale}`;
  const who = listInWords(nearest.map((name) => `the ${dispositionName(name)}`)).replace(
    'the equal',
    'equal',
  );
  if (least === 0) return `You divided exactly as ${who} would have.${scale}`;
  const others = distances.filter(({ disposition }) => !nearest.includes(disposition));
  const rest =
    others.length === 0
      ? ''
      : ` (${others.map(({ disposition, distance }) => `${dispositionName(disposition)} ${percent(distance)}`).join(', ')})`;
  return `Your division is nearest to ${who}: ${percent(least)} of hours lie elsewhere${rest}.${scale}`;
}

/** What became of the clients whom the student gave no hour, beside their twins and under each disposition. */
export function fateSentences({ parked, mainEvent, dispositions }: ChairDebrief): string[] {
  if (parked.length === 0) return ['Nobody went without an hour in all of the weeks.'];
  const event = spellName(mainEvent);
  const had = (events: readonly string[]): boolean => events.includes(mainEvent);
  const count = (test: (fate: ChairDebrief['parked'][number]) => boolean): number =>
    parked.filter(test).length;
  const here = count((fate) => had(fate.here.map((each) => each.event)));
  const twins = count((fate) => had(fate.twin.map((each) => each.event)));
  const under = Object.keys(dispositions).map((name) => ({
    name,
    events: count((fate) => had(fate.under[name].events)),
    seen: count((fate) => fate.under[name].hours > 0),
  }));
  const hardest = count(({ fifth }) => fifth >= 4);
  const mean = (read: (fate: ChairDebrief['parked'][number]) => number): string =>
    formatNumber(parked.reduce((sum, fate) => sum + read(fate), 0) / parked.length);
  return [
    `You gave ${clients(parked.length)} no hour; ${hardest} of them ${hardest === 1 ? 'is' : 'are'} of the two hardest fifths by true need.`,
    `Their trust went from ${mean(({ trust }) => trust.before)} to ${mean(({ trust }) => trust.after)} in these weeks.`,
    `By the end of the run ${here} of them had the outcome (${event}); of their twins, who live the same life with the same luck and without the service, ${twins}.`,
    ...under.map(
      ({ name, events, seen }) =>
        `${sentenceCase(dispositionName(name))} would have seen ${seen} of them in these weeks: their trust would have come to ${mean((fate) => fate.under[name].trustAfter)}, and ${events} would have had the outcome.`,
    ),
    'A few weeks move a life little, and one run is one draw of luck: read the hours before the outcomes.',
  ];
}

/** How the outcome of the whole caseload differs between the student's weeks and each disposition's. */
export function caseloadSentence({ yours, dispositions, mainEvent }: ChairDebrief): string {
  const count = (figures: DivisionFigures): number => figures.events[mainEvent] ?? 0;
  const others = Object.entries(dispositions).map(
    ([name, figures]) => `${dispositionName(name)} ${count(figures)}`,
  );
  const beside = others.length === 0 ? '' : ` (${others.join(', ')})`;
  return `Of the ${clients(yours.caseload)} on the desk in the first week, ${count(yours)} had the outcome by the end of the run${beside}.`;
}

/** How a class divided its hours. */
export function classSentences({ students, measures, nearest, none }: ChairClass): string[] {
  const spread = measures.find(({ key }) => key === 'creaming.concentration');
  const idle = measures.find(({ key }) => key === 'withoutHour');
  const near = nearest
    .filter((each) => each.students > 0)
    .map((each) => `${each.students} to ${dispositionName(each.disposition)}`);
  return [
    `${counted(students.length, 'student')} sat at the same desk.`,
    ...(spread
      ? [
          `Concentration of hours over true need ran from ${formatNumber(spread.lowest, 3)} to ${formatNumber(spread.highest, 3)}, the middle one ${formatNumber(spread.median, 3)}.`,
        ]
      : []),
    ...(idle
      ? [
          `Between ${formatPercent(idle.lowest)} and ${formatPercent(idle.highest)} of clients got no hour, the middle ${formatPercent(idle.median)}.`,
        ]
      : []),
    near.length === 0
      ? 'Nobody was near a disposition.'
      : `Nearest: ${listInWords(near)}${none > 0 ? `; ${none} to none` : ''}. Who is near two is counted with both.`,
  ];
}
