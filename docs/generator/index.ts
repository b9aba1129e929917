import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { readCommonNumbers } from '../../test/experiment/commonNumbers/record.ts';
import { readTrials } from '../../test/random/testU01/record.ts';
import { decisionsTable, parameterTable, stepsTable } from './blocks.ts';
import { ChangedProject } from './changed.ts';
import { checksBlocks } from './checks.ts';
import { commandsPage } from './commandsPage.ts';
import { commonNumbersTable } from './commonNumbers.ts';
import { constantsTable } from './constants.ts';
import { kindsTable } from './glossary.ts';
import { dutiesPage, instrumentsPage, reviewsPage } from './kindPages.ts';
import { fillFigures } from './lessonFigures.ts';
import { type Lesson, lessonPages, lessonsTable, readLessons } from './lessons.ts';
import { replaceBlocks } from './markdown.ts';
import { checklistTable, contents, filesTable } from './modelBlocks.ts';
import { dispositionsPage, measuresPage } from './referencePages.ts';
import { readWorks, referencesPage } from './references.ts';
import { trialsBlocks } from './reliability.ts';
import { scenarioPage } from './scenarioPage.ts';
import { SnippetFolder } from './snippets.ts';
import { trialTable } from './trials.ts';
import { notRun } from './trialWords.ts';

export { ChangedProject } from './changed.ts';
export { claimsWith } from './lessonClaims.ts';
export { readSummary } from './lessonFigures.ts';
export { type Lesson, lessonPages, readLessons } from './lessons.ts';

/** Pages and files that follow from the code alone, by path, as they should stand. */
export function filesFromCode(root: string): Record<string, string> {
  const page = (path: string): string => readFileSync(join(root, path), 'utf8');
  return {
    'scenarios/first.yaml': firstScenario,
    'docs/commands.md': commandsPage(),
    'docs/scenario-format.md': scenarioPage(),
    'docs/measures.md': measuresPage(readWorks(root)),
    'docs/instruments.md': instrumentsPage(),
    'docs/duties.md': dutiesPage(),
    'docs/reviews.md': reviewsPage(),
    'docs/dispositions.md': dispositionsPage(readWorks(root)),
    'docs/references.md': referencesPage(root),
    'docs/model.md': replaceBlocks(page('docs/model.md'), {
      contents: contents(page('docs/model.md')),
      checklist: checklistTable(),
      files: filesTable(root),
      steps: stepsTable(),
      constants: constantsTable(root),
      parameters: parameterTable(),
    }),
    'docs/lessons/README.md': replaceBlocks(page('docs/lessons/README.md'), {
      lessons: lessonsTable(readLessons(root)),
    }),
    'docs/glossary.md': replaceBlocks(page('docs/glossary.md'), { kinds: kindsTable() }),
    'docs/reproducibility.md': replaceBlocks(page('docs/reproducibility.md'), {
      decisions: decisionsTable(),
      ...trialTables(root),
    }),
    'docs/reliability.md': replaceBlocks(page('docs/reliability.md'), trialsBlocks(root)),
    'docs/checks.md': replaceBlocks(page('docs/checks.md'), checksBlocks(root)),
  };
}

/** Recorded trials, as they were committed: the page is made from them and never runs them again. */
function trialTables(root: string): Record<string, string> {
  const { smallCrush, crush } = readTrials(root);
  const commonNumbers = readCommonNumbers(root);
  return {
    smallCrush: smallCrush ? trialTable(smallCrush) : notRun('npm run randomness -- --write'),
    crush: crush ? trialTable(...crush) : notRun('npm run randomness -- --crush mixed --write'),
    commonNumbers: commonNumbers
      ? commonNumbersTable(commonNumbers)
      : notRun('npm run common-numbers -- --write'),
  };
}

/** Pages whose snippets are run one after the other in one folder. */
export interface RunPages {
  paths: readonly string[];
  /** Puts figures of the runs into the marks of a page. */
  fill?: (page: string, folder: string) => string;
}

export const tutorial: RunPages = { paths: ['docs/tutorial.md'] };
export const tracePage: RunPages = { paths: ['docs/trace.md'] };

/** Pages that say how to add to the program: their commands run in a project that has been changed as they say. */
export const howToPages: RunPages = {
  paths: ['an-instrument', 'a-motive', 'a-measure', 'a-pathway'].map((what) => `docs/how-to/add-${what}.md`),
};

/** The pages of a lesson: sheets of one lesson share their runs. */
export const pagesOf = (lesson: Lesson): RunPages => ({ paths: lessonPages(lesson), fill: fillFigures });

/**
 * The pages with what their snippets print in this build, by path. `look` sees the folder before it is removed; `program` is
 * the root of the project whose build the snippets run.
 */
export function freshPages(
  root: string,
  { paths, fill }: RunPages,
  look?: (folder: string) => void,
  program = root,
): Record<string, string> {
  const folder = new SnippetFolder(program);
  try {
    const fresh: Record<string, string> = {};
    for (const path of paths) {
      const page = folder.refresh(readFileSync(join(root, path), 'utf8'));
      fresh[path] = fill ? fill(page, folder.path) : page;
    }
    look?.(folder.path);
    return fresh;
  } finally {
    folder.remove();
  }
}

/** Writes everything anew, or with `runs` false what follows from the code alone. Needs a fresh `dist`. Returns the paths that changed. */
export function writeAll(root: string, { runs }: { runs: boolean }): string[] {
  const changed: string[] = [];
  const put = (path: string, text: string): void => {
    let before: string | undefined;
    try {
      before = readFileSync(join(root, path), 'utf8');
    } catch {}
    if (before === text) return;
    writeFileSync(join(root, path), text);
    changed.push(path);
  };
  for (const [path, text] of Object.entries(filesFromCode(root))) put(path, text);
  if (!runs) return changed;
  for (const pages of [tutorial, tracePage, ...readLessons(root).map(pagesOf)])
    for (const [path, text] of Object.entries(freshPages(root, pages))) put(path, text);
  const project = new ChangedProject(root, howToPages.paths);
  try {
    const fresh = freshPages(root, howToPages, undefined, project.build().path);
    for (const [path, text] of Object.entries(fresh)) put(path, text);
  } finally {
    project.remove();
  }
  return changed;
}
