import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimsWith, freshPages, lessonPages, pagesOf, readLessons } from '../../docs/generator/index.ts';
import { bundledNames } from '../../src/cli/bundledScenarios.ts';
import { measureCatalogue } from '../../src/simulation/index.ts';
import { INTERVAL_NOTE } from '../../src/words/intervals.ts';
import { repository } from './repository.ts';

const lessons = readLessons(repository);
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const headings = (page: string): string[] => [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title);

/** What a lecturer looks for, in this order. */
const instructorNeeds = [
  'Aim',
  'Background in one page',
  'Reading',
  'Plan',
  /^What comes out/,
  /^The counter-example/,
  'Questions for discussion',
  'Common misreadings',
  'What the model leaves out',
];
const studentNeeds = [
  'What you need to know',
  /^Step 1\. Predict/,
  /^Step 2\. Run/,
  /^Step 3\. Explain/,
  /^Step 4\. Turn it round/,
  /^Step 5\. Change it/,
];

const students = ['ada', 'ben', 'chidi', 'dana', 'eve'];

/** Whether a scenario of a lesson states claims. */
const claimed = (scenario: string): boolean =>
  /^ {2}claims:$/m.test(read(`scenarios/lessons/${scenario}.yaml`));

/** Whether headings of a page follow each other as needed, others between them or not. */
function missingFrom(page: string, needed: readonly (string | RegExp)[]): (string | RegExp)[] {
  let rest = headings(page);
  return needed.filter((one) => {
    const at = rest.findIndex((title) => (typeof one === 'string' ? title === one : one.test(title)));
    if (at >= 0) rest = rest.slice(at + 1);
    return at < 0;
  });
}

describe('the lessons', () => {
  it('have places of their own in the lecturer’s table', () => {
    const places = lessons.map(({ place }) => place);
    expect(new Set(places).size).toBe(places.length);
  });

  it('have bundled scenarios that are no other lesson’s', () => {
    const used = lessons.flatMap(({ scenarios }) => scenarios);
    expect(new Set(used).size).toBe(used.length);
    expect(used.filter((name) => !bundledNames().includes(name))).toEqual([]);
  });
});

describe.each(lessons)('the lesson "$title"', (lesson) => {
  const [instructorPath, studentPath] = lessonPages(lesson);
  const [instructor, student] = [read(instructorPath), read(studentPath)];
  const planOfFifty = /^\| 0–\d+ [\s\S]*?–50 /m;

  // All commands of two pages, run one after the other.
  it('shows what its commands print, and figures of these runs', () => {
    const fresh = freshPages(repository, pagesOf(lesson));
    expect(instructor).toBe(fresh[instructorPath]);
    expect(student).toBe(fresh[studentPath]);
  }, 600_000);

  it('has all parts, a plan of fifty minutes, and says what an interval is', () => {
    expect(missingFrom(instructor, instructorNeeds)).toEqual([]);
    expect(missingFrom(student, studentNeeds)).toEqual([]);
    expect(instructor).toMatch(planOfFifty);
    expect(instructor.replaceAll('\n', ' ')).toContain(INTERVAL_NOTE);
  });

  it('sends the class to the page with a scenario that is bundled', () => {
    const links = [...student.matchAll(/http:\/\/127\.0\.0\.1:7357\/#(\S*?)(?=[)\s>]|$)/gm)].map(
      ([, hash]) => new URLSearchParams(hash),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(lesson.scenarios).toContain(link.get('scenario'));
      expect([null, 'compare', 'people', 'chair']).toContain(link.get('view'));
      expect([null, '1']).toContain(link.get('predict'));
    }
  });

  it('names measures of the catalogue', () => {
    const ids = measureCatalogue().map(({ id }) => id);
    expect(lesson.measures.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('claims what it finds', () => {
    expect(lesson.scenarios.filter(claimed)).not.toEqual([]);
  });

  // The seed of the file is one of these runs by the pages; a class draws others. The scenario of a contest claims nothing.
  it.each(lesson.scenarios.filter(claimed))(
    'finds the same with the seeds of five students in %s',
    (scenario) => {
      expect(
        claimsWith(scenario)
          .filter(({ verdict }) => verdict !== 'holds')
          .map(({ id }) => id),
      ).toEqual([]);
      const drawn = students.map((student) => claimsWith(scenario, student));
      for (const [at, { id }] of drawn[0].entries()) {
        const verdicts = drawn.map((claims) => claims[at].verdict);
        expect(verdicts, id).not.toContain('fails');
        expect(verdicts.filter((each) => each === 'holds').length, id).toBeGreaterThanOrEqual(4);
      }
    },
    600_000,
  );
});
