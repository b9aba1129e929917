import { areasSentence } from '../../words/areas.ts';
import { headlineDifferences } from '../../words/comparison.ts';
import { gainsSentence, spanSentence } from '../../words/evaluation.ts';
import { indicatorSentence } from '../../words/indicator.ts';
import { saidOnce } from '../../words/intervals.ts';
import { accountsSentence, whoPaidSentence } from '../../words/money.ts';
import { designIds, readMean, readMeasure, sliceValues } from '../../words/read.ts';
import { reportedAgainstTrueSentence } from '../../words/reported.ts';
import { leaning, takenFromOthersSentence } from '../../words/sentences.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html } from '../html.ts';
import { byDesignNote, byDesignTable } from './byDesign.ts';
import type { PageCharts } from './charts.ts';

/** Of so many designs each is told by itself. */
const MOST_GAINS = 3;

interface Topic {
  id: string;
  title: string;
  /** Paragraphs, each computed from the tables; empty ones are left out. */
  told(tables: ReportTables): string[];
  caption: string;
  keys(tables: ReportTables): string[];
  /** Charts that show it, as far as they are drawn. */
  charts: string[];
}

/** Each topic as a section: words, a small table by design, charts. */
export function topicSections(tables: ReportTables, charts: PageCharts): [string, string, Html][] {
  const first = topics.findIndex(({ keys }) => anyHas(tables, keys(tables)));
  return topics.map((topic, at) => [
    topic.id,
    topic.title,
    topicSection(tables, topic, charts, at === first ? byDesignNote(tables) : ''),
  ]);
}

/** Measures that the sections show, by which a reader is told what they mean. */
export const topicKeys = (tables: ReportTables): string[] => topics.flatMap(({ keys }) => keys(tables));

function topicSection(
  tables: ReportTables,
  { id, title, told, caption, keys, charts: ids }: Topic,
  charts: PageCharts,
  note: string,
): Html {
  const paragraphs = told(tables)
    .filter((text) => text !== '')
    .map((text) => saidOnce(tables.manifest, text));
  return html`<section id="${id}"><h2>${title}</h2>
${paragraphs.map((text) => html`<p>${text}</p>`)}
${whyNone(tables, keys(tables))}${note !== '' && html`<p class="note">${note}</p>`}${byDesignTable(tables, caption, keys(tables))}${charts.take(...ids)}</section>`;
}

const anyHas = (tables: ReportTables, keys: readonly string[]): boolean =>
  keys.some((key) => designIds(tables).some((design) => readMean(tables, design, key) !== null));

/** Why a section has no table, where its measures were looked for and have no value. */
function whyNone(tables: ReportTables, keys: readonly string[]): Html {
  if (anyHas(tables, keys)) return html``;
  const why = keys.flatMap((key) => readMeasure(tables, tables.summary.base, key)?.why ?? []);
  return why.length === 0 ? html`` : html`<p>Not defined: ${why[0]}.</p>`;
}

/** One measure over the designs, where there are several: which is lowest, which highest, which these runs do not tell apart. */
const span = (tables: ReportTables, key: string): string =>
  designIds(tables).length > 1 ? spanSentence(tables, key) : '';

/** To whom time leans in the base: the index alone says it to those who know it. */
function lean(tables: ReportTables): string {
  const index = readMeasure(tables, tables.summary.base, 'creaming.concentration');
  if (!index || index.mean === null) return '';
  return `${designIds(tables).length > 1 ? 'Under the base time' : 'Time'} ${leaning(index)}.`;
}

/** Who gains and who loses time, against the base: of many designs the table tells it better than a line for each. */
const gains = (tables: ReportTables): string =>
  designIds(tables).length > MOST_GAINS
    ? span(tables, 'hours.perClientWeek[fifth=5]')
    : designIds(tables)
        .map((design) => gainsSentence(tables, design))
        .filter((text) => text !== '')
        .join(' ');

/** The same measure of the easiest and of the hardest fifth. */
const ends = (measure: string): string[] => [`${measure}[fifth=1]`, `${measure}[fifth=5]`];

const topics: readonly Topic[] = [
  {
    id: 'time',
    title: 'Who got the time',
    told: (tables) => [lean(tables), gains(tables)],
    caption: 'Contact hours by design',
    keys: () => [...ends('hours.perClientWeek'), 'creaming.concentration'],
    charts: ['hoursByFifth'],
  },
  {
    id: 'parked',
    title: 'Who was parked',
    told: (tables) => [span(tables, 'parking.share[fifth=5]')],
    caption: 'Share of client-weeks parked by design',
    keys: () => ['parking.share', ...ends('parking.share')],
    charts: ['parkedByFifth'],
  },
  {
    id: 'outcomes',
    title: 'What came of it, and what the service added',
    told: (tables) => [
      [span(tables, 'additional.rate'), takenFromOthersSentence(tables, tables.summary.base)]
        .join(' ')
        .trim(),
      areasSentence(tables, tables.summary.base),
      indicatorSentence(tables),
    ],
    caption: 'Outcomes by design',
    keys: (tables) => [
      'outcome.rate',
      ...ends('outcome.rate'),
      'additional.rate',
      'deadweight.share',
      ...headlineDifferences(tables).filter((key) => key === 'population.rate'),
      'areas.change',
    ],
    charts: ['outcomesWithTwin', 'areaDemand', 'indicatorParts'],
  },
  {
    id: 'money',
    title: 'Who paid whom, and for what',
    told: (tables) => [
      accountsSentence(tables, tables.summary.base),
      whoPaidSentence(tables, tables.summary.base),
      span(tables, 'cost.perAdditional'),
    ],
    caption: 'Money by design',
    keys: () => [
      'paid.total',
      'spend.total',
      'paid.perClient',
      'cost.perOutcome',
      'cost.perAdditional',
      'provider.surplus',
      'provider.margin',
    ],
    charts: [],
  },
  {
    id: 'reported',
    title: 'What is reported, and what is true',
    told: (tables) => [reportedAgainstTrueSentence(tables), span(tables, 'goodhart.gap')],
    caption: 'Reported against true by design',
    keys: (tables) => [
      'reported.share',
      'token.share',
      ...sliceValues(tables, 'reported.gap', 'event')
        .map((event) => `reported.gap[event=${event}]`)
        .filter((key) => designIds(tables).some((design) => (readMean(tables, design, key) ?? 0) !== 0))
        .slice(0, 2),
      'goodhart.gap',
    ],
    charts: ['reportedAgainstTrue', 'goodhart'],
  },
];
