import { drawableCharts } from '../../charts/index.ts';
import { parseMeasureKey } from '../../tables/rows.ts';
import { changeKeys } from '../../words/change.ts';
import { headlineDifferences } from '../../words/comparison.ts';
import { sentenceCase } from '../../words/format.ts';
import { differenceInWords, withInterval } from '../../words/intervals.ts';
import { lensFinding, preferenceInWords, shownViews, viewInWords } from '../../words/lenses.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { summaryParagraph } from '../../words/paragraphs.ts';
import { designIds, designTitle, quotedTitle, readDifference, readMeasure } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import type { Answer, DesignView, Headline } from './protocol.ts';

/** What the page shows of tables at once, before any chart is drawn. */
export function answerOf(
  tables: ReportTables,
  { of, changes, forecasts }: Pick<Answer, 'of' | 'changes' | 'forecasts'>,
): Answer {
  return {
    replicates: tables.manifest.replicates,
    of,
    designs: designIds(tables).map((id) => ({ id, title: designTitle(tables, id) })),
    headlines: shownKeys(tables).map((key) => headlineOf(tables, key)),
    finding: summaryParagraph(tables),
    disagreement: lensFinding(tables),
    views: viewsOf(tables),
    changes,
    forecasts,
    charts: drawableCharts(tables).map((chart) => ({ id: chart.id, title: chart.title(tables) })),
    warnings: tables.warnings ?? [],
  };
}

/** The designs from each stakeholder’s view: its order by each measure, and nothing added up. */
function viewsOf(tables: ReportTables): DesignView[] {
  // In quotation marks: titles have commas of their own, and stand in lists.
  const names = (design: string) => quotedTitle(tables, design);
  return shownViews(tables).map((view) => ({
    id: view.lens,
    whose: sentenceCase(view.of.whose),
    asks: view.of.asks,
    prefers: preferenceInWords(tables, view, names),
    orders: viewInWords(tables, view, names),
  }));
}

/** The headlines of every comparison, and the hours and pressure behind them where some design has them. */
function shownKeys(tables: ReportTables): string[] {
  const has = (key: string) => designIds(tables).some((id) => readMeasure(tables, id, key)?.mean != null);
  const behind = ['hours.perClientWeek[fifth=1]', 'hours.perClientWeek[fifth=5]', 'staff.goalStrain'];
  return [...headlineDifferences(tables), ...behind.filter((key) => changeKeys.includes(key))].filter(has);
}

function headlineOf(tables: ReportTables, key: string): Headline {
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const figures = designIds(tables).map((id) => {
    const difference = readDifference(tables, id, key);
    return [
      id,
      {
        text: withInterval(readMeasure(tables, id, key), quantity, currency),
        against: difference ? differenceInWords(difference, quantity, currency) : '',
      },
    ] as const;
  });
  const { measure } = parseMeasureKey(key);
  return {
    key,
    name: sentenceCase(measureName(key, tables)),
    definition: tables.catalogue.find(({ id }) => id === measure)?.definition ?? '',
    figures: Object.fromEntries(figures),
  };
}
