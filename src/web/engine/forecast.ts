import { interval, Moments } from '../../statistics/index.ts';
import { formatQuantity, sentenceCase } from '../../words/format.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { designIds, designTitle, readMean } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import type { KeptValues } from './keptValues.ts';
import type { ForecastQuestion } from './protocol.ts';

/** Something that a forecast can choose, with its value in each replicate. */
interface Candidate {
  id: string;
  title: string;
  values: readonly (number | null)[];
  mean: number | null;
}

/** What is asked of the designs side by side. */
const ofDesigns = [
  {
    id: 'fewestHours',
    key: 'hours.perClientWeek[fifth=5]',
    most: false,
    ask: 'Under which design do the hardest to help get the fewest hours?',
  },
  {
    id: 'mostParked',
    key: 'parking.share[fifth=5]',
    most: true,
    ask: 'Under which design are the hardest to help parked most?',
  },
  {
    id: 'mostOutcomes',
    key: 'outcome.rate',
    most: true,
    ask: 'Under which design do most of those attached reach the outcome?',
  },
] as const;

/** What is asked within a design: whether the easiest or the hardest to help get fewer hours. */
const hoursOf = (fifth: number): string => `hours.perClientWeek[fifth=${fifth}]`;

/** Every measure that a question looks at. */
const keysRead = [hoursOf(1), hoursOf(5), ...ofDesigns.map(({ key }) => key)];

/** Chosen where the candidates are thought to be alike. */
const ALIKE = 'alike';

/** Values of a measure in each replicate of a design. */
type Read = (key: string, design: string) => readonly (number | null)[];

/**
 * Questions that can be asked before the numbers are seen, with what the runs answer: a candidate where each pair with it
 * differs clearly, else that they are alike as far as these runs can tell.
 */
export function forecastQuestions(tables: ReportTables, values: KeptValues): ForecastQuestion[] {
  const byKey = values.of(keysRead);
  const read: Read = (key, design) => byKey.get(key)?.get(design)?.values ?? [];
  const designs = designIds(tables);
  const between =
    designs.length < 2
      ? []
      : ofDesigns.map(({ id, key, most, ask }) =>
          questionOf(
            tables,
            id,
            ask,
            key,
            most,
            designs.map((design) => ({
              id: design,
              title: designTitle(tables, design),
              values: read(key, design),
              mean: readMean(tables, design, key),
            })),
          ),
        );
  const within = designs.map((design) => withinDesign(tables, read, design));
  return [...within, ...between].flatMap((question) => (question ? [question] : []));
}

function withinDesign(tables: ReportTables, read: Read, design: string): ForecastQuestion | undefined {
  const ends = [1, 5].map((fifth) => ({
    id: `fifth${fifth}`,
    title: fifth === 1 ? 'The easiest to help' : 'The hardest to help',
    values: read(hoursOf(fifth), design),
    mean: readMean(tables, design, hoursOf(fifth)),
  }));
  const ask = `Under “${designTitle(tables, design)}”, who gets fewer hours a week?`;
  return questionOf(tables, `fewer-${design}`, ask, 'hours.perClientWeek', false, ends);
}

function questionOf(
  tables: ReportTables,
  id: string,
  ask: string,
  key: string,
  most: boolean,
  candidates: readonly Candidate[],
): ForecastQuestion | undefined {
  if (candidates.some(({ mean }) => mean === null)) return undefined;
  const sign = most ? 1 : -1;
  const first = candidates.reduce((a, b) => (sign * b.mean! > sign * a.mean! ? b : a));
  const isClear = candidates.every((other) => other === first || differs(first.values, other.values));
  const figure = (value: number) =>
    formatQuantity(value, measureQuantity(key, tables), tables.manifest.currency);
  return {
    id,
    ask,
    options: [
      ...candidates.map(({ id: option, title }) => ({ id: option, title })),
      { id: ALIKE, title: candidates.length > 2 ? 'No one clearly' : 'Both about the same' },
    ],
    came: isClear ? first.id : ALIKE,
    figures: `${sentenceCase(measureName(key, tables))}: ${candidates.map(({ title, mean }) => `${title} ${figure(mean!)}`).join('; ')}.`,
  };
}

/** Whether the difference in pairs leaves out 0; of one pair, whether there is any. */
function differs(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  const moments = new Moments();
  a.forEach((value, at) => {
    const other = b[at];
    if (value !== null && other !== null && other !== undefined) moments.push(value - other);
  });
  const between = interval(moments);
  return between === null ? moments.mean !== 0 : between.lo > 0 || between.hi < 0;
}
