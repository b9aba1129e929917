import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { documentName, documents as known } from '../../src/words/documents.ts';
import { code, table } from './markdown.ts';

const FOLDER = 'docs/lessons';

/** What a lesson says of itself in its `lesson.yaml`, for the lecturer's table and for tests. */
const lessonSchema = z.strictObject({
  title: z.string(),
  /** Place in the table: from what comes first in a course to what needs the rest. */
  place: z.number().int().positive(),
  /** Documents from which the mechanism comes, by number, such as "004". */
  documents: z.array(z.enum(Object.keys(known))).min(1),
  mechanism: z.string(),
  measures: z.array(z.string()).min(1),
  /** Bundled scenarios of the lesson. All claims that they make hold, whichever seed a student takes. */
  scenarios: z.array(z.string()).min(1),
  /** Who does well in the counter-example, and when. */
  counterExample: z.string(),
});

export interface Lesson extends z.infer<typeof lessonSchema> {
  /** Name of its folder. */
  id: string;
}

/** All lessons in their order. Throws where a folder has no `lesson.yaml`, or one that is wrong. */
export function readLessons(root: string): Lesson[] {
  return readdirSync(join(root, FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const text = readFileSync(join(root, FOLDER, name, 'lesson.yaml'), 'utf8');
      return { id: name, ...lessonSchema.parse(parse(text)) };
    })
    .sort((a, b) => a.place - b.place);
}

/** Path of a lesson's pages from the root. */
export const lessonPages = ({ id }: Lesson): string[] =>
  ['instructor', 'student'].map((page) => `${FOLDER}/${id}/${page}.md`);

/** Lesson → document → mechanism → measure, and where to find it. */
export const lessonsTable = (lessons: readonly Lesson[]): string =>
  table(
    ['Lesson', 'Document', 'Mechanism', 'Measures', 'Scenarios', 'When the villain does well'],
    lessons.map(({ id, title, documents, mechanism, measures, scenarios, counterExample }) => [
      `${title}: [instructor](${id}/instructor.md), [student](${id}/student.md)`,
      documents
        .map(documentName)
        .map((name) => `[${name}](../references.md#${name.replace(/ \(.*/, '').replace(' ', '-')})`)
        .join(', '),
      mechanism,
      measures.map((measure) => `[${code(measure)}](../measures.md#${anchor(measure)})`).join(', '),
      scenarios.map(code).join(', '),
      counterExample,
    ]),
  );

/** The anchor that a heading of code gets on the page of measures. */
const anchor = (id: string): string => id.toLowerCase().replaceAll('.', '');
