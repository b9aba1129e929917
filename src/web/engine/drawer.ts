import { drawableCharts, type FigureTable, figureTables, renderSvg } from '../../charts/index.ts';
import type { ReportTables } from '../../words/tables.ts';
import type { DrawnPicture } from './protocol.ts';

/** Draws the charts of an answer: a worker of its own, since one chart takes as long as the tables of the next question. */
export interface Drawer {
  /** What is drawn from now on. */
  take(tables: ReportTables): void | Promise<void>;
  picture(id: string): Promise<DrawnPicture>;
}

/** @throws RangeError where these tables have no such chart. */
export class ChartDrawer implements Drawer {
  private tables: ReportTables | undefined;

  take(tables: ReportTables): void {
    this.tables = tables;
  }

  async picture(id: string): Promise<DrawnPicture> {
    const { tables } = this;
    if (!tables) throw new RangeError(`there are no tables of which to draw ${id}`);
    const chart = chartOf(tables, id);
    const spec = chart.spec(tables);
    return {
      id,
      title: chart.title(tables),
      description: String(spec.description ?? chart.title(tables)),
      svg: await renderSvg(spec),
    };
  }
}

/** The specification of a chart, from which it is made live. */
export const specificationOf = (tables: ReportTables, id: string): object => chartOf(tables, id).spec(tables);

/** The figures of a chart, as tables. */
export const figuresOf = (tables: ReportTables, id: string): FigureTable[] =>
  figureTables(chartOf(tables, id).spec(tables));

function chartOf(tables: ReportTables, id: string) {
  const chart = drawableCharts(tables).find((one) => one.id === id);
  if (!chart) throw new RangeError(`there is no chart ${id} of these tables`);
  return chart;
}
