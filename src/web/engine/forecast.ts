import type { Scenario } from '../../model/schema/scenario.ts';
import { interval, Moments } from '../../statistics/index.ts';
import { formatQuantity, sentenceCase } from '../../words/format.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { designIds, designTitle, readMean } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import type { KeptValues } from './keptValues.ts';
import type { ForecastQuestion } from './protocol.ts';

/** What is asked of a comparison: answers are designs by one measure, or measures of one design. */
interface Asked {
  id: string;
  ask: string;
  most: boolean;
  sameWithin: number;
  answers: readonly Answer[];
}

interface Answer {
  id: string;
  title: string;
  key: string;
  design: string;
}

/** Chosen where the answers are thought to be alike. */
const ALIKE = 'alike';

/** Values of a measure in each replicate of a design. */
type Values = readonly (number | null)[];

/**
 * Questions that can be asked before the numbers are seen, with what the runs answer: an answer where each pair with it
 * differs clearly, else that they are alike as far as these runs can tell. A scenario names its own; without, there are three of
 * who gets the time, who is parked and what comes of it, and one for each design.
 */
export function forecastQuestions(
  tables: ReportTables,
  values: KeptValues,
  own: Scenario['measures']['forecast'] = {},
): ForecastQuestion[] {
  const asked = Object.keys(own).length > 0 ? questionsOf(tables, own) : usualQuestions(tables);
  const keys = new Set(asked.flatMap(({ answers }) => answers.map(({ key }) => key)));
  const byKey = values.of([...keys]);
  const read = ({ key, design }: Answer): Values => byKey.get(key)?.get(design)?.values ?? [];
  return asked.flatMap((one) => answered(tables, read, one) ?? []);
}

/** What the scenario asks, of designs that are run. */
function questionsOf(tables: ReportTables, own: Scenario['measures']['forecast']): Asked[] {
  const ran = designIds(tables);
  return Object.entries(own).map(([id, { ask, is, measure, designs, among, design, sameWithin }]) => ({
    id,
    ask,
    most: is === 'highest',
    sameWithin,
    answers:
      measure === ''
        ? within(
            ran.includes(design) || design === '' ? design || tables.summary.base : undefined,
            Object.entries(among).map(([name, one]) => ({ id: name, title: one.title, key: one.measure })),
          )
        : between(
            tables,
            ran.filter((one) => designs.length === 0 || designs.includes(one)),
            measure,
          ),
  }));
}

/** The hours of one end of need. */
const hoursOf = (fifth: number): string => `hours.perClientWeek[fifth=${fifth}]`;

/** What can be asked of most scenarios. */
function usualQuestions(tables: ReportTables): Asked[] {
  const designs = designIds(tables);
  const ofDesigns = (id: string, key: string, most: boolean, ask: string): Asked => ({
    id,
    ask,
    most,
    sameWithin: 0,
    answers: between(tables, designs, key),
  });
  return [
    ...designs.map((design) => ({
      id: `fewer-${design}`,
      ask: `Under “${designTitle(tables, design)}”, who gets fewer hours a week?`,
      most: false,
      sameWithin: 0,
      answers: within(design, [
        { id: 'fifth1', title: 'The easiest to help', key: hoursOf(1) },
        { id: 'fifth5', title: 'The hardest to help', key: hoursOf(5) },
      ]),
    })),
    ofDesigns(
      'fewestHours',
      hoursOf(5),
      false,
      'Under which design do the hardest to help get the fewest hours?',
    ),
    ofDesigns(
      'mostParked',
      'parking.share[fifth=5]',
      true,
      'Under which design are the hardest to help parked most?',
    ),
    ofDesigns(
      'mostOutcomes',
      'outcome.rate',
      true,
      'Under which design do most of those attached reach the outcome?',
    ),
  ];
}

const between = (tables: ReportTables, designs: readonly string[], key: string): Answer[] =>
  designs.map((design) => ({ id: design, title: designTitle(tables, design), key, design }));

/** No answers of a design that is not run. */
const within = (design: string | undefined, answers: Omit<Answer, 'design'>[]): Answer[] =>
  design === undefined ? [] : answers.map((one) => ({ ...one, design }));

/** Undefined where there is no choice, or an answer has no value. */
function answered(
  tables: ReportTables,
  read: (answer: Answer) => Values,
  { id, ask, most, sameWithin, answers }: Asked,
): ForecastQuestion | undefined {
  const known = answers.flatMap((one) => {
    const mean = readMean(tables, one.design, one.key);
    return mean === null ? [] : [{ ...one, mean }];
  });
  if (known.length < 2 || known.length < answers.length) return undefined;
  const sign = most ? 1 : -1;
  const first = known.reduce((a, b) => (sign * b.mean > sign * a.mean ? b : a));
  const isClear = known.every((other) => other === first || differs(read(first), read(other), sameWithin));
  const { currency } = tables.manifest;
  const figures = known.map(
    ({ title, mean, key }) => `${title} ${formatQuantity(mean, measureQuantity(key, tables), currency)}`,
  );
  const keys = new Set(known.map(({ key }) => key));
  // Answers of several measures are told by their titles: one of them would name the others wrongly.
  const head = keys.size === 1 ? `${sentenceCase(measureName(known[0].key, tables))}: ` : '';
  return {
    id,
    ask,
    options: [
      ...known.map(({ id: option, title }) => ({ id: option, title })),
      { id: ALIKE, title: known.length > 2 ? 'No one clearly' : 'Both about the same' },
    ],
    came: isClear ? first.id : ALIKE,
    figures: `${head}${figures.join('; ')}.`,
  };
}

/** Whether the difference in pairs lies beyond what counts as the same, with its interval; of one pair, whether it does itself. */
function differs(a: Values, b: Values, sameWithin: number): boolean {
  const moments = new Moments();
  a.forEach((value, at) => {
    const other = b[at];
    if (value !== null && other !== null && other !== undefined) moments.push(value - other);
  });
  const ends = interval(moments) ?? { lo: moments.mean, hi: moments.mean };
  return ends.lo > sameWithin || ends.hi < -sameWithin;
}
