import type { ClientTrace, TracedChance, TracedStep } from '../../tables/trace.ts';
import { sentenceCase, spellName } from '../format.ts';
import { chancesInWords } from './names.ts';

/** Ways on which a draw decided something in this step, for client or twin. */
export const decisiveChances = ({ chances }: TracedStep): TracedChance[] =>
  chances.filter(
    ({ draw, chance, twinChance, moved, twinMoved }) =>
      moved || twinMoved || (chance !== null && draw < chance) || (twinChance !== null && draw < twinChance),
  );

/** The draw behind one event: what it was held against for client and twin, and who moved. */
export function drawSentence(step: TracedStep, told: TracedChance): string {
  const { event, draw, chance, twinChance } = told;
  const what = sentenceCase(spellName(event));
  const [drawn, own, twins] = chancesInWords(draw, chance ?? draw, twinChance ?? draw);
  const contact = told.inContact ? ' in contact' : '';
  if (step.asTwin)
    return `${what}: the draw was ${drawn} and the chance ${twins}, without the programme the same as the twin’s.`;
  const against =
    chance !== null && twinChance !== null
      ? `the chance was ${own} for the client and ${twins} for the twin`
      : chance !== null
        ? `the client’s chance${contact} was ${own}; the twin ${noChance(told, step.twinStage, 'had none')}`
        : `the twin’s chance was ${twins}; the client ${noChance(told, step.stage, 'had none')}`;
  return `${what}: the draw was ${drawn}; ${against}: ${outcome(told)}.`;
}

const noChance = (told: TracedChance, stage: string, words: string): string =>
  told.inContact ? words : `(${spellName(stage)}) ${words}`;

function outcome({ chance, twinChance, draw, moved, twinMoved, opening }: TracedChance): string {
  const short = (ready: boolean, has: boolean): boolean => ready && !has;
  const ready = chance !== null && draw < chance;
  const twinReady = twinChance !== null && draw < twinChance;
  const blocked = opening !== null && (short(ready, moved) || short(twinReady, twinMoved));
  const full = blocked ? ', since others were readier for the openings that there were' : '';
  // A draw can be small enough for two ways at once; the one with the smaller clock is taken.
  const other =
    !blocked && (short(ready, moved) || short(twinReady, twinMoved)) ? ' (another way came first)' : '';
  if (moved && twinMoved) return 'so both moved';
  if (moved)
    return twinChance === null
      ? 'so the client moved'
      : `so the client moved and the twin did not${full}${other}`;
  if (twinMoved)
    return chance === null ? 'so the twin moved' : `so the twin moved and the client did not${full}${other}`;
  return `and nobody moved${full}${other}`;
}

/** What the chance of the main event, or else of whatever is at stake most, was on average over some steps. */
export function chanceOverTime(
  { mainEvent, stepsPerWeek }: ClientTrace,
  steps: readonly TracedStep[],
): string {
  const at = steps.flatMap((step) => step.chances.filter(({ event }) => event === mainEvent));
  const mean = (values: readonly (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
  };
  const own = mean(at.map(({ chance }) => chance));
  const twins = mean(at.map(({ twinChance }) => twinChance));
  if (own === null) return '';
  const [one, other] = chancesInWords(own, twins ?? own);
  const per = stepsPerWeek === 1 ? 'a week' : stepsPerWeek === 7 ? 'a day' : 'a step';
  const beside = twins === null || steps.every(({ asTwin }) => asTwin) ? '' : `, the twin’s ${other}`;
  return `The chance of ${spellName(mainEvent)} was ${one} ${per} on average${beside}; no draw was so small.`;
}
