import { saidOnce } from '../../words/intervals.ts';
import { designParagraph } from '../../words/paragraphs.ts';
import { parameterNames, parameterValue, parameterWithUnit } from '../../words/parameters.ts';
import { rankedDesignParagraph } from '../../words/ranking.ts';
import { designIds, designTitle } from '../../words/read.ts';
import type { DesignChange, ReportTables } from '../../words/tables.ts';
import { folded, type Html, html, type Row, table } from '../html.ts';
import { designLetter } from '../letters.ts';

/** Longer than this, the table of settings is folded away. */
const MOST_ON_PAPER = 60;

/** So many settings of a design are told beside it; the annex has all. */
const MOST_TOLD = 4;

/** The programme, and each design in words: what it is, and what it sets otherwise than the base. */
export function designsSection(tables: ReportTables): Html {
  const { base } = tables.summary;
  const ids = designIds(tables);
  const designs = ids.map((design, at) => {
    const about = aboutOf(tables, design);
    const changes = design === base ? '' : changesInWords(tables, changesOf(tables, design));
    return html`<dt>${designLetter(at)}. ${designTitle(tables, design)}${ids.length > 1 && design === base ? ' (base)' : ''}</dt>
<dd>${[about, changes].filter((text) => text !== '').join(' ')}</dd>`;
  });
  return html`<section id="designs"><h2>What was ${ids.length === 1 ? 'run' : 'compared'}</h2>
${tables.manifest.about && html`<p>${tables.manifest.about}</p>`}
<dl class="designs">${designs}</dl></section>`;
}

/** What each design comes to, one by one: of a comparison with its places in the ranking. */
export function designByDesignSection(tables: ReportTables, title: string): Html {
  const ids = designIds(tables);
  if (ids.length === 1) return html``;
  const designs = ids.map((design, at) => {
    const said = (text: string) => text !== '' && html`<p>${saidOnce(tables.manifest, text)}</p>`;
    const ranked = tables.ranking && said(rankedDesignParagraph(tables, design));
    return html`<h3>${designLetter(at)}. ${designTitle(tables, design)}</h3>${ranked}${said(designParagraph(tables, design, tables.ranking === undefined))}`;
  });
  // A comparison is about its designs; elsewhere the tables of the body hold these figures, and paper needs them once.
  const told = tables.ranking ? html`${designs}` : folded('A paragraph for each design', designs);
  return html`<section id="design-by-design"><h2>${title}</h2>${told}</section>`;
}

/** All that designs set otherwise than the base. Empty where that is not known, or nothing. */
export function changesSection(tables: ReportTables, title: string): Html {
  const rows = designIds(tables).flatMap((design, at): Row[] => {
    const changes = changesOf(tables, design);
    if (changes.length === 0) return [];
    return [
      { heading: `${designLetter(at)}. ${designTitle(tables, design)}` },
      ...changes.map((change) => ({
        name: html`<code>${change.path}</code>${sinceInWords(change)}`,
        cells: settingsInWords(tables, change),
      })),
    ];
  });
  if (rows.length === 0) return html``;
  const settings = table(
    'Settings that a design has otherwise than the base',
    ['Setting', 'Base', 'Design'],
    rows,
  );
  return html`<section id="changes"><h2>${title}</h2>${rows.length > MOST_ON_PAPER ? folded(`All ${rows.length} lines of what designs set (in the folder: manifest.json)`, settings) : settings}</section>`;
}

const aboutOf = (tables: ReportTables, design: string): string =>
  tables.summary.designs[design].about ??
  tables.manifest.designs.find(({ id }) => id === design)?.about ??
  '';

const changesOf = (tables: ReportTables, design: string): readonly DesignChange[] =>
  tables.manifest.designs.find(({ id }) => id === design)?.changes ?? [];

/** What a setting is under the base and under the design, with its unit; "none" where there is no such setting. */
function settingsInWords(
  tables: ReportTables,
  { path, from, to, unit: own }: DesignChange,
): [string, string] {
  const unit = own ?? tables.parameters.find((one) => one.path === path && one.unit !== undefined)?.unit;
  const told = (value: DesignChange['from']): string => {
    if (value === null) return 'none';
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    return parameterWithUnit(value, unit, tables.manifest.currency);
  };
  return [told(from), told(to)];
}

/** "£1,500 → none", "3 → 1 full-time post": a unit behind two numbers stands once. */
function changeInWords(tables: ReportTables, change: DesignChange): string {
  const [from, to] = settingsInWords(tables, change);
  const { from: before, to: after } = change;
  const bare = typeof before === 'number' && typeof after === 'number' ? parameterValue(before) : '';
  return `${bare !== '' && from.startsWith(`${bare} `) ? bare : from} → ${to}`;
}

const sinceInWords = ({ week }: DesignChange): string =>
  week === undefined ? '' : ` (from week ${week} on)`;

/** "Otherwise than the base: start fee: amount £3,000 → none; …, and 3 more settings." */
function changesInWords(tables: ReportTables, changes: readonly DesignChange[]): string {
  if (changes.length === 0) return '';
  const names = parameterNames(changes);
  const told = changes
    .slice(0, MOST_TOLD)
    .map((change) => `${names.get(change.path)} ${changeInWords(tables, change)}${sinceInWords(change)}`);
  const more = changes.length - told.length;
  const rest = more === 0 ? '' : `; and ${more} more ${more === 1 ? 'setting' : 'settings'} in the annex`;
  return `Otherwise than the base: ${told.join('; ')}${rest}.`;
}
