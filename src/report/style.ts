/** The report's own style: no fonts or pictures from elsewhere, dark text on white, page breaks for paper. */
export const css = `
:root { --ink: #1a1a1a; --muted: #4d4d4d; --line: #c8c8c8; --soft: #f3f5f7; --accent: #005a8c; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 66rem; color: var(--ink); background: #fff;
  font: 1rem/1.55 "DejaVu Sans", Verdana, "Segoe UI", sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem; padding-top: 0.5rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.4rem; }
p, li, dd { max-width: 46rem; }
#finding > * { max-width: none; }
#finding li { max-width: none; }
a { color: var(--accent); }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: 0.5rem; }
.facts { color: var(--muted); font-size: 0.9rem; }
.question { font-size: 1.2rem; font-weight: bold; }
ul.finding li { margin: 0.3rem 0; }
dl.designs dt { font-weight: bold; margin-top: 0.7rem; }
dl.designs dd { margin: 0.1rem 0 0 1.4rem; }
pre.copy { background: var(--soft); padding: 0.7rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; font: 0.85rem/1.45 "DejaVu Sans Mono", Consolas, monospace; }
details.annexed { margin: 0.8rem 0; }
details.annexed > summary { cursor: pointer; color: var(--accent); }
details.figures { font-size: 0.9rem; }
.finding { font-size: 1.02rem; border-left: 5px solid var(--accent); padding: 0.2rem 0 0.2rem 1rem; }
ul.finding { padding-left: 2.2rem; }
.banner { border: 3px solid #8a4b00; background: #fff4e0; padding: 0.8rem 1rem; font-weight: bold; }
.note { color: var(--muted); font-size: 0.9rem; }
nav ul { columns: 2; padding-left: 1.2rem; }
.scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; font-size: 0.82rem; line-height: 1.4; }
caption { text-align: left; font-weight: bold; font-size: 0.92rem; padding: 0.3rem 0; max-width: 46rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: normal; }
tr.group th { font-weight: bold; background: var(--soft); }
td small, th small { display: block; color: var(--muted); font-size: 0.92em; }
td .moved { font-weight: bold; color: var(--ink); }
.note { font-size: 0.9rem; }
ul.cell { margin: 0; padding-left: 1rem; }
ul.cell li { max-width: none; }
code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
figure { margin: 1.5rem 0; }
figure svg, figure canvas { max-width: 100%; height: auto; }
figcaption { color: var(--muted); font-size: 0.9rem; max-width: 46rem; }
.dense { display: none; }
.live { overflow-x: auto; }
.live.vega-embed { max-width: 100%; }
.replaced { display: none; }
dl.plain { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dl.plain dd { margin: 0; overflow-wrap: anywhere; }
@page { size: A4; margin: 16mm 14mm; }
@page wide { size: A4 landscape; margin: 12mm; }
@media print {
  html { font-size: 9.5pt; }
  body { line-height: 1.42; }
  p, li, dd, caption { max-width: none; }
  body { padding: 0; max-width: none; }
  pre.copy, ul.finding li { break-inside: avoid; }
  /* vega-embed sets a display of its own on the live chart, which paper must not show beside the picture. */
  nav, .skip, .live, details.figures, .on-screen { display: none !important; }
  .replaced { display: block; }
  .scroll { overflow: visible; }
  h2, h3, caption { break-after: avoid; }
  figure, tr, .banner { break-inside: avoid; }
  /* The first sheet is the front page: question, finding and one chart. */
  #finding { break-after: page; }
  #finding figure svg { max-width: 182mm; max-height: 122mm; }
  #finding .question { margin: 0.5rem 0; }
  #finding ul.finding { margin: 0.5rem 0; }
  #finding ul.finding li { margin: 0.15rem 0; }
  #finding figure { margin: 0.5rem 0 0; }
  #charts { break-before: page; }
  .short { break-inside: avoid; }
  details.annexed { margin: 0.2rem 0; }
  details.annexed > summary { color: inherit; }
  h2 { margin-top: 1.4rem; }
  h3 { margin-top: 0.8rem; }
  dl.designs dt { margin-top: 0.45rem; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child, tr.group + tr { break-before: avoid; }
  pre.copy { font-size: 7pt; margin: 0.5rem 0; padding: 0.4rem 0.7rem; }
  dl.plain { gap: 0.1rem 0.8rem; font-size: 8pt; }
  table { font-size: 7.5pt; }
  th, td { padding: 0.2rem 0.35rem; }
  /* All that was assumed, as small as can still be read, so that a cited print says it. */
  .dense { display: block; columns: 2; column-gap: 5mm; font-size: 6pt; line-height: 1.28; }
  .dense h3 { font-size: 7pt; margin: 0.7rem 0 0.15rem; }
  .dense h3:first-child { margin-top: 0; }
  .dense .note { font-size: inherit; margin: 0; color: inherit; }
  .dense ul { list-style: none; margin: 0; padding: 0; }
  .dense li { margin: 0.1rem 0; padding-left: 0.7em; text-indent: -0.7em; overflow-wrap: anywhere; }
  .wide { page: wide; }
  details.wide:not([open]) { page: auto; }
  figure { margin: 0.8rem 0; }
  figure svg { max-width: 160mm; max-height: 125mm; }
  figure.tall svg { max-width: 182mm; max-height: 235mm; }
  a { color: inherit; text-decoration: none; }
}
@media (max-width: 40rem) { nav ul { columns: 1; } dl.plain { grid-template-columns: 1fr; } }
/* On a small screen a chart scrolls: made as small as the screen, its letters could not be read. */
@media screen and (max-width: 40rem) {
  body { padding: 0.8rem; }
  h1 { font-size: 1.4rem; }
  .static { overflow-x: auto; }
  figure svg { max-width: none; }
}
`;
