import type { DrawnChart } from '../charts/chart.ts';
import type { ReportTables } from '../words/tables.ts';
import { html } from './html.ts';
import { documentHead } from './page.ts';
import { inlineSvg } from './sections/charts.ts';

const css = `
@page { size: A3 landscape; margin: 9mm; }
html, body { margin: 0; background: #fff; }
figure { margin: 0; padding: 1rem; }
svg { display: block; width: 100%; height: auto; max-height: calc(100vh - 2rem); }
@media print {
  figure { padding: 0; }
  svg { height: 277mm; max-height: 277mm; width: 402mm; }
}
`;

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The scorecard alone on one sheet: A3 lying, and A4 where a printer scales it. Runs no script and loads nothing. */
export function buildScorecard({ manifest }: ReportTables, chart: DrawnChart): string {
  return html`<!doctype html>
<html lang="en">
<head>
${documentHead(`Scorecard: ${manifest.title}`, POLICY, css)}
</head>
<body>
<main><figure>${inlineSvg(chart)}</figure></main>
</body>
</html>
`.text;
}
