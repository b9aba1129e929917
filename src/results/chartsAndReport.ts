import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { builtFile } from '../backends/packageFiles.ts';
import type { ReportTables } from '../charts/tables.ts';
import { makeFolder, writeJson, writeWhole } from './files.ts';
import { renderPng } from './png.ts';

/**
 * Draws every chart (specification, SVG and PNG) and writes `report.html`, all from the tables alone. Charts of an
 * earlier build that are no longer drawn are removed. Loaded late, since the chart library is slow to start.
 */
export async function writeChartsAndReport(folder: string, tables: ReportTables): Promise<void> {
  const [{ drawCharts }, { buildReport, buildScorecard }] = await Promise.all([
    import('../charts/index.ts'),
    import('../report/index.ts'),
  ]);
  const chartsFolder = join(folder, 'charts');
  makeFolder(chartsFolder);
  const drawn = await drawCharts(tables);
  const files = new Set<string>();
  for (const { id, spec, svg } of drawn) {
    writeJson(join(chartsFolder, `${id}.vl.json`), spec);
    writeWhole(join(chartsFolder, `${id}.svg`), svg);
    writeWhole(join(chartsFolder, `${id}.png`), await renderPng(svg));
    for (const ending of ['vl.json', 'svg', 'png']) files.add(`${id}.${ending}`);
  }
  for (const file of readdirSync(chartsFolder)) if (!files.has(file)) rmSync(join(chartsFolder, file));
  const scorecard = drawn.find(({ id }) => id === 'scorecard');
  if (scorecard) writeWhole(join(folder, 'scorecard.html'), buildScorecard(tables, scorecard));
  const embedScript = readFileSync(builtFile('embed.js'), 'utf8');
  writeWhole(join(folder, 'report.html'), await buildReport(tables, drawn, { embedScript }));
}
