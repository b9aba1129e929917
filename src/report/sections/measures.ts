import type { MeasureSummary } from '../../tables/rows.ts';
import { formatQuantity, NOT_DEFINED, sentenceCase, spellName } from '../../words/format.ts';
import { intervalRange, ONE_RUN_NOTE } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { designIds, designTitle, fifths, readMean, readMeasure, sliceValues } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { folded, type Html, html, type Row, table } from '../html.ts';
import { designHeadings, designLetter } from '../letters.ts';

/** Headline measures, by the question that they answer. */
export function headlineGroups(tables: ReportTables): { heading: string; keys: string[] }[] {
  const sliced = (measure: string, part: string) =>
    sliceValues(tables, measure, part).map((value) => `${measure}[${part}=${value}]`);
  /** The measure where some design has it: most programmes have no duties, and need not read that many times. */
  const defined = (key: string): string[] =>
    designIds(tables).some((design) => readMean(tables, design, key) !== null) ? [key] : [];
  return [
    {
      heading: 'What came of it',
      keys: [
        'attached.rate',
        'outcome.rate',
        'outcome.rate[fifth=1]',
        'outcome.rate[fifth=5]',
        ...sliced('outcome.rate', 'group'),
        ...sliced('event.rate', 'event'),
        'sustained.share',
        'equity.gap',
      ],
    },
    {
      heading: 'What the service added',
      keys: ['additional.rate', 'deadweight.share', 'equity.added', 'harm.parking', 'displacement.share'],
    },
    {
      heading: 'Three kinds of outcome',
      keys: ['outcomes.service', 'outcomes.change', 'outcomes.maintenance'],
    },
    {
      heading: 'Who got the time',
      keys: [
        'hours.perClientWeek',
        'hours.perClientWeek[fifth=1]',
        'hours.perClientWeek[fifth=5]',
        'creaming.concentration',
        'creaming.within',
        'creaming.between',
        ...sliced('creaming.concentration', 'role'),
        'creaming.ratio',
        'creaming.tilt',
        'creaming.entry',
      ],
    },
    {
      heading: 'Who was parked',
      keys: ['parking.share', 'parking.share[fifth=1]', 'parking.share[fifth=5]', 'passedBack.share'],
    },
    {
      heading: 'Money',
      keys: [
        'paid.total',
        'paid.perClient',
        'cost.perOutcome',
        'cost.perAdditional',
        'provider.surplus',
        'provider.margin',
        ...sliced('paid.by.group', 'group'),
        ...sliced('spend.by.category', 'category'),
      ],
    },
    {
      heading: 'Areas, partners and what they took up',
      keys: [
        'areas.change',
        'areas.twinChange',
        'areas.passed',
        'areas.luckPass',
        'areas.deadweight',
        'areas.reward',
        'areas.rewardAdded',
        ...['new', 'accelerated', 'local', 'planned', 'running'].map(
          (kind) => `interventions.count[additionality=${kind}]`,
        ),
        'interventions.anyNew',
        'interventions.cost',
        'partnership.jointShare',
        'partnership.cost',
        'partnership.trustEnd',
        'partnership.pooled',
      ].flatMap(defined),
    },
    {
      heading: 'Reported against true',
      keys: [
        'reported.share',
        ...recordedEvents(tables).flatMap((event) =>
          ['event.count', 'recorded.count', 'paid.count'].map((measure) => `${measure}[event=${event}]`),
        ),
        ...['reported.gap', 'unrecorded.share', 'misreport.share', 'record.delay', 'record.backlog'].flatMap(
          defined,
        ),
        'token.share',
        'goodhart.paid',
        'goodhart.goal',
        'goodhart.gap',
      ],
    },
    {
      heading: 'Where each disposition stands between seeing and recording',
      keys: paceOfDispositions(tables),
    },
    {
      heading: 'An indicator’s rise, taken apart',
      keys: [
        'indicator.before',
        'indicator.after',
        'indicator.rise',
        'indicator.trend',
        'indicator.served',
        'indicator.substitution',
        'indicator.reporting',
        'indicator.servedShare',
      ],
    },
    {
      heading: 'Caseworkers',
      keys: [
        'staff.caseload',
        'staff.goalStrain',
        ...['staff.recordingShare', 'staff.dutyShare', 'prevented.count'].flatMap(defined),
        ...sliced('staff.dutyShare', 'duty'),
        ...sliced('staff.hoursShare', 'use'),
        'staff.burnout',
        'staff.turnover',
        'staff.vacancy',
        'staff.pressure',
        ...sliced('waiting.perCaseworker', 'role'),
      ],
    },
    {
      heading: 'Commissioner',
      keys: [
        'commissioner.reviews',
        'commissioner.ended',
        'commissioner.falseEnd',
        'commissioner.bestEnded',
        'commissioner.rankAgreement',
        'commissioner.changedByStories',
        ...sliced('commissioner.share', 'office'),
        ...sliced('board.priority', 'kind'),
      ],
    },
  ];
}

/** Events whose record differs from life, or that are paid for, in some design; none where all is on record at once. */
function recordedEvents(tables: ReportTables): string[] {
  return sliceValues(tables, 'reported.gap', 'event').filter((event) =>
    designIds(tables).some((design) => {
      const mean = (measure: string) => readMean(tables, design, `${measure}[event=${event}]`) ?? 0;
      return mean('paid.count') > 0 || mean('recorded.count') !== mean('event.count');
    }),
  );
}

/** By disposition: people seen, recorded and paid by the hour, for events that some design pays for, and time at the desk. */
function paceOfDispositions(tables: ReportTables): string[] {
  const paid = sliceValues(tables, 'paid.perHour', 'event').filter((event) =>
    designIds(tables).some((design) => (readMean(tables, design, `paid.count[event=${event}]`) ?? 0) > 0),
  );
  const kinds = sliceValues(tables, 'paid.perHour', 'disposition');
  const roles = sliceValues(tables, 'staff.deskShare', 'role');
  return [
    ...paid.flatMap((event) => [
      `event.hours[event=${event}]`,
      ...['event.perHour', 'recorded.perHour', 'paid.perHour'].flatMap((measure) =>
        kinds.map((kind) => `${measure}[event=${event},disposition=${kind}]`),
      ),
    ]),
    ...roles.flatMap((role) => kinds.map((kind) => `staff.deskShare[role=${role},disposition=${kind}]`)),
  ];
}

/** Headline measures by design: mean, 95% interval of the mean, and where one run lies. */
export function measuresSection(tables: ReportTables, title: string): Html {
  const designs = designIds(tables);
  const rows = headlineGroups(tables).flatMap(({ heading, keys }): Row[] => {
    const present = keys.filter((key) =>
      designs.some((design) => readMeasure(tables, design, key) !== undefined),
    );
    if (present.length === 0) return [];
    return [
      { heading },
      ...present.map((key) => ({
        name: sentenceCase(measureName(key, tables)),
        cells: designs.map((design) => measureCell(tables, key, readMeasure(tables, design, key))),
      })),
    ];
  });
  return html`<section id="measures"><h2>${title}</h2>
<p class="note">${tables.manifest.replicates === 1 ? ONE_RUN_NOTE : html`In each cell: the mean over runs; “CI”, its 95% interval (n = ${tables.manifest.replicates} runs, unless a smaller n is given, where the measure was undefined in some); “runs”, where one run lies (mean ± t × standard deviation).`}</p>
${folded(
  'Headline measures by design, by fifth of need and by disposition (every measure: measures.csv)',
  html`${table('Headline measures by design', ['Measure', ...designHeadings(tables, designs)], rows)}
${fifthTables(tables)}${dispositionTable(tables)}`,
  designs.length > 3,
)}</section>`;
}

function measureCell(tables: ReportTables, key: string, summary: MeasureSummary | undefined): Html {
  if (!summary) return html`not measured`;
  if (summary.mean === null) return html`${NOT_DEFINED}${summary.why && html`<small>${summary.why}</small>`}`;
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const interval = intervalRange(summary, quantity, currency);
  const spread = intervalRange({ lo: summary.spreadLo, hi: summary.spreadHi }, quantity, currency);
  const mean = formatQuantity(summary.mean, quantity, currency);
  if (tables.manifest.replicates === 1) return html`${mean}`;
  return html`${mean}${interval === null ? html`<small>n = ${summary.n}, no interval</small>` : html`<small>CI ${interval}${summary.n !== tables.manifest.replicates && ` (n = ${summary.n})`}</small>`}${spread && html`<small>runs ${spread}</small>`}`;
}

/** The numbers behind the charts by fifth: a line a design, a column a fifth. */
function fifthTables(tables: ReportTables): Html[] {
  const shown = [
    'hours.perClientWeek',
    'parking.share',
    'parking.unseen',
    'parking.holding',
    'parking.token',
    'served.rate',
    'twin.rate',
  ];
  return shown.map((measure) => {
    const key = (fifth: string) => `${measure}[fifth=${fifth}]`;
    const designs = designIds(tables);
    const rows = designs.flatMap((design, index): Row[] =>
      fifths.some((fifth) => readMeasure(tables, design, key(fifth)) !== undefined)
        ? [
            {
              name: `${designLetter(index)}. ${designTitle(tables, design)}`,
              cells: fifths.map((fifth) => shortCell(tables, design, key(fifth))),
            },
          ]
        : [],
    );
    return table(
      `${sentenceCase(measureName(measure, tables))}, by fifth of need`,
      ['Design', 'Fifth 1 (easiest)', 'Fifth 2', 'Fifth 3', 'Fifth 4', 'Fifth 5 (hardest)'],
      rows,
    );
  });
}

function dispositionTable(tables: ReportTables): Html {
  const dispositions = sliceValues(tables, 'hours.byDisposition', 'disposition');
  const rows = designIds(tables).flatMap((design, index): Row[] => [
    { heading: `${designLetter(index)}. ${designTitle(tables, design)}` },
    ...dispositions.map((disposition) => ({
      name: sentenceCase(spellName(disposition)),
      cells: fifths.map((fifth) =>
        shortCell(tables, design, `hours.byDisposition[disposition=${disposition},fifth=${fifth}]`),
      ),
    })),
  ]);
  if (dispositions.length === 0) return html``;
  return table(
    'Contact hours per client-week, by disposition of the caseworker and fifth of need',
    ['Disposition', 'Fifth 1 (easiest)', 'Fifth 2', 'Fifth 3', 'Fifth 4', 'Fifth 5 (hardest)'],
    rows,
  );
}

function shortCell(tables: ReportTables, design: string, key: string): Html {
  const summary = readMeasure(tables, design, key);
  if (!summary) return html`not measured`;
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const interval = summary.mean === null ? null : intervalRange(summary, quantity, currency);
  return html`${formatQuantity(summary.mean, quantity, currency)}${interval && html`<small>${interval}</small>`}`;
}
