import { drawableCharts } from '../../charts/index.ts';
import type { ReportTables } from '../../words/tables.ts';
import type { Drawer } from './drawer.ts';
import type { Hearer } from './protocol.ts';

/**
 * The charts of one question, drawn while its replicates run on. New numbers end the drawing of those before after the chart
 * under way, so that a slow chart never holds numbers up, and the last numbers are drawn whole.
 */
export class Drawings {
  private latest: ReportTables | undefined;
  private drawing = Promise.resolve();
  private failure: { error: unknown } | undefined;

  constructor(
    private readonly drawer: Drawer,
    private readonly wanted: ReadonlySet<string>,
    private readonly hearer: Hearer,
    private readonly signal: AbortSignal,
  ) {}

  draw(tables: ReportTables): void {
    this.latest = tables;
    this.drawing = this.drawing.then(() => this.drawAll(tables));
  }

  /** Resolves when the last numbers are drawn, and rejects where one of their charts could not be. */
  async all(): Promise<void> {
    await this.drawing;
    if (this.failure && !this.signal.aborted) throw this.failure.error;
  }

  private async drawAll(tables: ReportTables): Promise<void> {
    const isOver = () => this.signal.aborted || this.latest !== tables;
    if (isOver()) return;
    this.failure = undefined;
    void this.drawer.take(tables);
    for (const { id } of drawableCharts(tables)) {
      if (!this.wanted.has(id)) continue;
      // Checked without a wait before what is asked of the drawer: so it cannot have taken other tables meanwhile.
      if (isOver()) return;
      await this.drawOne(tables, id);
    }
  }

  /** One chart that cannot be drawn takes none of the others away. */
  private async drawOne(tables: ReportTables, id: string): Promise<void> {
    try {
      const picture = await this.drawer.picture(id);
      if (!this.signal.aborted) this.hearer.chart(picture, tables.manifest.replicates);
    } catch (error) {
      this.failure ??= { error };
    }
  }
}
