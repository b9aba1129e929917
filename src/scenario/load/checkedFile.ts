import type { z } from 'zod';
import { ProblemList } from './problems.ts';
import { readText, type SourceText } from './readText.ts';
import { toPlain } from './sourceNode.ts';
import { zodProblems } from './zodProblems.ts';

/**
 * Reads a YAML file of another form than a scenario, by its schema. Throws ScenarioError with all that is wrong in it,
 * each with file, line and the nearest name.
 */
export function readCheckedFile<S extends z.ZodType>(source: SourceText, schema: S): z.output<S> {
  const problems = new ProblemList();
  const root = readText(source, problems, 'file');
  problems.throwIfAny();
  const result = schema.safeParse(root ? toPlain(root) : undefined);
  if (result.success) return result.data;
  if (root) problems.addAll(zodProblems({ root, schema }, result.error.issues));
  else
    problems.add({
      file: source.file,
      line: 1,
      column: 1,
      path: '',
      message: 'the file is empty',
      found: 'nothing',
    });
  problems.throwIfAny();
  throw result.error;
}
