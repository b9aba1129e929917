import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { builtFile } from '../backends/packageFiles.ts';
import type { ReportTables } from '../charts/tables.ts';
import { writeJson, writeWhole } from './files.ts';
import { renderPng } from './png.ts';

/**
 * Draws every chart (specification, SVG and PNG) and writes `report.html`, all from the tables alone. Charts of an
 * earlier build that are no longer drawn are removed. Loaded late, since the chart library is slow to start.
 */
export async function writeChartsAndReport(folder: string, tables: ReportTables): Promise<void> {
  const [{ buildCharts, renderSvg }, { buildReport }] = await Promise.all([
    import('../charts/index.ts'),
    import('../report/index.ts'),
  ]);
  const chartsFolder = join(folder, 'charts');
  mkdirSync(chartsFolder, { recursive: true });
  const drawn = [];
  const files = new Set<string>();
  for (const chart of buildCharts(tables)) {
    const svg = await renderSvg(chart.spec);
    writeJson(join(chartsFolder, `${chart.id}.vl.json`), chart.spec);
    writeWhole(join(chartsFolder, `${chart.id}.svg`), svg);
    writeWhole(join(chartsFolder, `${chart.id}.png`), await renderPng(svg));
    for (const ending of ['vl.json', 'svg', 'png']) files.add(`${chart.id}.${ending}`);
    drawn.push({ ...chart, svg });
  }
  for (const file of readdirSync(chartsFolder)) if (!files.has(file)) rmSync(join(chartsFolder, file));
  const embedScript = readFileSync(builtFile('embed.js'), 'utf8');
  writeWhole(join(folder, 'report.html'), await buildReport(tables, drawn, { embedScript }));
}
