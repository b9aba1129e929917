/** Sheets of A4, in black on white: each its own page, with room for a pen. */
export const cardsStyle = `
@page { size: A4; margin: 14mm; }
* { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 11.5pt/1.42 "DejaVu Sans", Verdana, "Segoe UI", sans-serif; }
.sheet { max-width: 182mm; margin: 0 auto; padding: 8mm 0; border-bottom: 1px solid #c8c8c8; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 3mm; }
h2 { font-size: 13pt; margin: 5mm 0 1mm; }
p, ul, ol { margin: 1mm 0; }
ul, ol { padding-left: 6mm; }
.kind { text-transform: uppercase; letter-spacing: 0.08em; font-size: 9pt; color: #4d4d4d; margin: 0; }
.asks { font-size: 14pt; font-style: italic; margin: 0 0 3mm; }
.better { white-space: nowrap; font-weight: bold; }
small, .sheet footer { color: #4d4d4d; font-size: 8.5pt; }
small { display: block; }
.sheet footer { margin-top: 4mm; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 1.4mm 3mm 1.4mm 0; border-top: 1px solid #c8c8c8; }
th[scope=row] { white-space: nowrap; }
code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 0.88em; overflow-wrap: anywhere; }
.line { border-bottom: 1px solid #1a1a1a; height: 9mm; margin: 0; }
.limits li { margin: 1.6mm 0; }
/* The longest sheet: smaller, so that it is one. */
.sheet:first-child { font-size: 9.5pt; line-height: 1.35; }
.sheet:first-child h2 { margin-top: 3mm; }
@media print {
  .sheet { padding: 0; border: 0; max-width: none; break-after: page; break-inside: avoid; }
  .sheet:last-child { break-after: auto; }
}
`;
