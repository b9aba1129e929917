/** One page made from the tables and charts of a run, which opens offline and prints. */
import type { DrawnChart } from '../charts/chart.ts';
import { withoutYardsticks } from '../words/read.ts';
import type { ReportTables } from '../words/tables.ts';
import { type Html, html } from './html.ts';
import { contentPolicy, page } from './page.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { chartsSection } from './sections/charts.ts';
import { checksSection } from './sections/checks.ts';
import { claimsSection } from './sections/claims.ts';
import { limitsSection, provenanceSection, warningsSection } from './sections/closing.ts';
import { designsSection } from './sections/designs.ts';
import { differencesSection } from './sections/differences.ts';
import { fittedFiguresSection, fittedParametersSection } from './sections/fit.ts';
import { frontSection } from './sections/front.ts';
import { lensesSection } from './sections/lenses.ts';
import { measuresSection } from './sections/measures.ts';
import { findingSection, openingSection } from './sections/opening.ts';
import { rankingSection } from './sections/ranking.ts';
import { hingesSection, indicesSection, leftOutSection } from './sections/sensitivity.ts';
import { pointsSection, studyFindingSection, variedSection } from './sections/study.ts';
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
  const sections: [string, string, Html][] = tables.study
    ? studySections(tables, charts, interactive)
    : [
        ['finding', 'Question and finding', findingSection(tables)],
        ['ranking', 'Which design does best', rankingSection(tables)],
        ['lenses', 'Who would prefer what', lensesSection(tables)],
        ['designs', 'The designs', designsSection(tables)],
        ['yardsticks', 'Yardsticks', yardsticksSection(all)],
        ['charts', 'Charts', chartsSection(tables, charts, interactive)],
        ['measures', 'Measures', measuresSection(tables)],
        ['differences', 'Differences from the base', differencesSection(tables)],
        ['claims', 'Claims of the scenario', claimsSection(tables)],
        ['checks', 'Published figures', checksSection(tables)],
        ['warnings', 'Warnings', warningsSection(tables)],
        ['limits', 'What the model leaves out', limitsSection(tables)],
        ['cite', 'How to cite and repeat', provenanceSection(tables)],
        ['assumptions', 'Assumptions and sources', assumptionsSection(tables)],
      ];
  const present = sections.filter(([, , section]) => section.text !== '');
  const contents = present.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  return page({
    title: tables.manifest.title,
    policy: await contentPolicy(interactive ? embedScript : undefined),
    body: html`${openingSection(tables)}
<nav aria-label="Contents"><ul>${contents}</ul></nav>
<main id="main">${present.map(([, , section]) => section)}</main>`,
    script: interactive ? embedScript : undefined,
  });
}

/** The page of a study: what was varied and what came out at its points, in place of the tables of one run. */
function studySections(tables: ReportTables, charts: readonly DrawnChart[], interactive: boolean): Section[] {
  return [
    ['finding', 'Question and finding', studyFindingSection(tables)],
    ['charts', 'Charts', chartsSection(tables, charts, interactive)],
    ...findingsSections(tables),
    ['designs', 'The designs', designsSection(tables)],
    ['warnings', 'Warnings', warningsSection(tables)],
    ['limits', 'What the model leaves out', limitsSection(tables)],
    ['cite', 'How to cite and repeat', provenanceSection(tables)],
    ['assumptions', 'Assumptions and sources', assumptionsSection(tables)],
  ];
}

type Section = [id: string, title: string, section: Html];

/** What only studies of this kind have: a new kind is one case. */
function findingsSections(tables: ReportTables): Section[] {
  const varied: Section = ['varied', 'What was varied', variedSection(tables)];
  const points: Section = ['points', 'The points', pointsSection(tables)];
  if (tables.study!.sensitivity)
    return [
      ['hinges', 'What the ranking hangs on', hingesSection(tables)],
      ['indices', 'How much each assumption matters', indicesSection(tables)],
      varied,
      ['left-out', 'What was left out', leftOutSection(tables)],
    ];
  if (tables.study!.fit)
    return [
      ['figures', 'The figures', fittedFiguresSection(tables)],
      ['fitted', 'What the figures say of the parameters', fittedParametersSection(tables)],
      varied,
      points,
    ];
  if (tables.study!.front) return [['front', 'The front', frontSection(tables)], varied, points];
  return [varied, points];
}
