/** One page made from the tables and charts of a run, which opens offline and prints. */
import type { DrawnChart } from '../charts/chart.ts';
import { comparedTables, withoutYardsticks } from '../words/read.ts';
import type { ReportTables } from '../words/tables.ts';
import { type Html, html } from './html.ts';
import { designLetter } from './letters.ts';
import { contentPolicy, page } from './page.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { chartsSection, PageCharts } from './sections/charts.ts';
import { checksSection } from './sections/checks.ts';
import { claimsSection } from './sections/claims.ts';
import { definitionsSection, limitsSection, provenanceSection } from './sections/closing.ts';
import { changesSection, designByDesignSection, designsSection } from './sections/designs.ts';
import { differencesSection } from './sections/differences.ts';
import { fittedFiguresSection, fittedParametersSection } from './sections/fit.ts';
import { frontSection } from './sections/front.ts';
import { lensesSection } from './sections/lenses.ts';
import { measuresSection } from './sections/measures.ts';
import { findingSection, openingSection } from './sections/opening.ts';
import { rankingSection, rankingTablesSection } from './sections/ranking.ts';
import { hingesSection, indicesSection, leftOutSection } from './sections/sensitivity.ts';
import {
  furtherFindingsSection,
  pointsSection,
  studyFindingSection,
  variedSection,
} from './sections/study.ts';
import { topicSections } from './sections/topics.ts';
import { trustSection } from './sections/trust.ts';
import { yardsticksSection } from './sections/yardsticks.ts';

export type { DrawnChart } from '../charts/chart.ts';
export type { ReportTables } from '../words/tables.ts';
export { buildScorecard } from './scorecardPage.ts';

export interface ReportOptions {
  /**
   * The bundled script that makes charts live (built from `src/report/embed.ts`). Without it the page has
   * pictures only and runs no script at all.
   */
  embedScript?: string;
}

/**
 * The report as one self-contained HTML page: nothing is loaded from elsewhere, and the page's own policy
 * forbids it. Charts are pictures first, and become interactive where the script may run.
 *
 * @throws Error where the script could end its own element early.
 */
export async function buildReport(
  all: ReportTables,
  charts: readonly DrawnChart[],
  { embedScript }: ReportOptions = {},
): Promise<string> {
  const tables = withoutYardsticks(all);
  const interactive = embedScript !== undefined && charts.length > 0;
  if (interactive && /<\/script|<!--/i.test(embedScript))
    throw new Error('The script for live charts holds “</script” or “<!--”, which would end it early.');
  const shown = new PageCharts(charts, interactive);
  const body = tables.study ? studySections(tables, shown) : runSections(tables, shown);
  const annex = lettered(tables.study ? studyAnnex(tables) : runAnnex(all, tables, shown));
  // The finding comes before the contents: with its chart it is what most readers came for.
  const [front, ...sections] = [...body, ...annex];
  const listed = (some: readonly Section[]) =>
    some.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  return page({
    title: tables.manifest.title,
    policy: await contentPolicy(interactive ? embedScript : undefined),
    body: html`${openingSection(tables)}
<main id="main">${front[2]}
<nav aria-label="Contents"><ul>${listed(sections)}</ul></nav>
${sections.map(([, , section]) => section)}</main>`,
    script: interactive ? embedScript : undefined,
  });
}

/** A short evaluation: what a commissioner reads. */
function runSections(tables: ReportTables, charts: PageCharts): Section[] {
  return present([
    ['finding', 'Question and finding', findingSection(tables, charts)],
    ['designs', 'What was compared', designsSection(tables)],
    ...topicSections(comparedTables(tables), charts),
    ['ranking', 'Which design does best', rankingSection(tables, charts)],
    ['lenses', 'Who would prefer what', lensesSection(tables)],
    ['trust', 'How far to trust it', trustSection(tables)],
    ['limits', 'What the model leaves out', limitsSection()],
    ['cite', 'How to cite and repeat', provenanceSection(tables)],
  ]);
}

type Annexed = [id: string, title: string, make: (title: string) => Html];

/** What stands behind it, for who checks: `all` has the yardsticks, too. */
function runAnnex(all: ReportTables, tables: ReportTables, charts: PageCharts): Annexed[] {
  return [
    ['charts', 'More charts', (title) => chartsSection(tables, charts, title)],
    ['design-by-design', 'Design by design', (title) => designByDesignSection(tables, title)],
    ['measures', 'Measures', (title) => measuresSection(tables, title)],
    ['differences', 'Differences from the base', (title) => differencesSection(tables, title)],
    ['ranking-tables', 'Ranking', (title) => rankingTablesSection(tables, title)],
    ['yardsticks', 'Yardsticks', (title) => yardsticksSection(all, title)],
    ['claims', 'Claims of the scenario', (title) => claimsSection(tables, title)],
    ['checks', 'Published figures', (title) => checksSection(tables, title)],
    ['definitions', 'What the measures mean', (title) => definitionsSection(tables, title)],
    ['changes', 'What designs set', (title) => changesSection(tables, title)],
    ['assumptions', 'Assumptions and sources', (title) => assumptionsSection(tables, title)],
  ];
}

const studyAnnex = (tables: ReportTables): Annexed[] => [
  ['definitions', 'What the measures mean', (title) => definitionsSection(tables, title)],
  ['changes', 'What designs set', (title) => changesSection(tables, title)],
  ['assumptions', 'Assumptions and sources', (title) => assumptionsSection(tables, title)],
];

/** Annexes with their letters, those that hold something. */
function lettered(annexed: readonly Annexed[]): Section[] {
  const sections: Section[] = [];
  for (const [id, title, make] of annexed) {
    const named = `Annex ${designLetter(sections.length)}. ${title}`;
    const section = make(named);
    if (section.text !== '') sections.push([id, named, section]);
  }
  return sections;
}

const present = (sections: readonly Section[]): Section[] =>
  sections.filter(([, , section]) => section.text !== '');

/** The page of a study: what was varied and what came out at its points, in place of the tables of one run. */
function studySections(tables: ReportTables, charts: PageCharts): Section[] {
  return present([
    ['finding', 'Question and finding', studyFindingSection(tables, charts)],
    ['further', 'What else was found', furtherFindingsSection(tables)],
    // Before what takes lying sheets, so that no upright sheet stays empty.
    ['varied', 'What was varied', variedSection(tables)],
    ['charts', 'Charts', chartsSection(tables, charts, 'Charts')],
    ...findingsSections(tables),
    ['designs', 'What was compared', designsSection(tables)],
    ['trust', 'How far to trust it', trustSection(tables)],
    ['limits', 'What the model leaves out', limitsSection()],
    ['cite', 'How to cite and repeat', provenanceSection(tables)],
  ]);
}

type Section = [id: string, title: string, section: Html];

/** What only studies of this kind have: a new kind is one case. */
function findingsSections(tables: ReportTables): Section[] {
  const points: Section = ['points', 'The points', pointsSection(tables)];
  if (tables.study!.sensitivity)
    return [
      ['hinges', 'What the ranking hangs on', hingesSection(tables)],
      ['indices', 'How much each assumption matters', indicesSection(tables)],
      ['left-out', 'What was left out', leftOutSection(tables)],
    ];
  if (tables.study!.fit)
    return [
      ['figures', 'The figures', fittedFiguresSection(tables)],
      ['fitted', 'What the figures say of the parameters', fittedParametersSection(tables)],
      points,
    ];
  if (tables.study!.front) return [['front', 'The front', frontSection(tables)], points];
  return [points];
}
