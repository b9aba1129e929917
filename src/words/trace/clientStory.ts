import type { ClientTrace, TracedStep } from '../../tables/trace.ts';
import { formatNumber, spellName } from '../format.ts';
import { arrivalSentences, outcomeSentences } from './events.ts';
import { clientHead } from './head.ts';
import { tellingSteps } from './moments.ts';
import { weeksInWords, whenInWords } from './names.ts';
import { roleSentences } from './roles.ts';
import { stretchSentences } from './stretch.ts';

/** A trace in words: paragraphs at the head, then what is told of some time under its label. */
export interface ToldTrace {
  head: string[];
  parts: ToldPart[];
}

export interface ToldPart {
  /** "Week 12", "Weeks 13–20". */
  label: string;
  /** One paragraph each. */
  text: string[];
}

/** Which weeks are told, counted from 0 and both included, and whether each step by itself. */
export interface Telling {
  from: number;
  to: number;
  all: boolean;
}

const HALF_YEAR = 26;

/** A life in plain English, week by week where something happened, with the twin's beside it. */
export function clientStory(trace: ClientTrace, telling: Telling): ToldTrace {
  const isTelling = tellingSteps(trace);
  const parts: ToldPart[] = [];
  let quiet: TracedStep[] = [];
  const tellQuiet = (): void => {
    if (quiet.length > 0)
      parts.push({ label: spanOf(quiet), text: [stretchSentences(trace, quiet).join(' ')] });
    quiet = [];
  };
  trace.steps.forEach((step, at) => {
    if (step.week < telling.from || step.week > telling.to) return;
    if (!telling.all && !isTelling[at]) {
      // Time in the programme is told by the half-year, so that it shows how things moved.
      const isLong = quiet.length > 0 && step.attached && step.week - quiet[0].week >= HALF_YEAR;
      if (isLong || quiet.at(-1)?.attached === !step.attached) tellQuiet();
      quiet.push(step);
      return;
    }
    tellQuiet();
    parts.push({
      label: whenInWords(step.week, step.step, trace.stepsPerWeek),
      text: stepStory(trace, step),
    });
  });
  tellQuiet();
  return { head: clientHead(trace), parts: parts.filter(({ text }) => text.join('') !== '') };
}

/** One step in full: what came before hours were divided, what each role saw and did, what came of it, and the twin. */
function stepStory(trace: ClientTrace, step: TracedStep): string[] {
  const arrival = arrivalSentences(step).join(' ');
  const roles = step.roles.map((role) => roleSentences(trace, step, role).join(' '));
  const outcome = [
    ...(isParkedSince(trace, step) ? [parkedFrom(trace)] : []),
    ...outcomeSentences(trace, step),
  ].join(' ');
  return [arrival, ...roles, outcome, beside(step)].filter((text) => text !== '');
}

const isParkedSince = ({ steps }: ClientTrace, step: TracedStep): boolean =>
  step.parked !== 'no' && steps[steps.indexOf(step) - 1]?.parked === 'no';

const parkedFrom = ({ parkedAfter }: ClientTrace): string =>
  `Counts as parked from now on: ${weeksInWords(parkedAfter)} without contact that helps.`;

/** Where both stand at the end of the step. */
function beside({ need, twinNeed, stageAfter, twinStageAfter, asTwin }: TracedStep): string {
  if (asTwin) return `At the week’s end: ${spellName(stageAfter)}, need ${formatNumber(need)}, as the twin.`;
  return `At the week’s end: ${spellName(stageAfter)}, need ${formatNumber(need)}; the twin: ${spellName(twinStageAfter)}, need ${formatNumber(twinNeed)}.`;
}

/** Weeks of some steps, counted from 1. */
export function spanOf(steps: readonly { week: number }[]): string {
  const [from, to] = [steps[0].week + 1, steps[steps.length - 1].week + 1];
  return from === to ? `Week ${from}` : `Weeks ${from}–${to}`;
}
