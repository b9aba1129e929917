import type { z } from 'zod';
import { ProblemList, ScenarioError, type ScenarioProblem } from './problems.ts';
import { readText, type SourceText } from './readText.ts';
import { toPlain } from './sourceNode.ts';
import { problemAt, zodProblems } from './zodProblems.ts';

/** What is wrong with a value of a file, by its path in it. */
export type CheckedFileProblem = Pick<ScenarioProblem, 'message' | 'allowed' | 'nearest'> & {
  path: readonly string[];
  found?: string;
};

export interface CheckedFile<T> {
  data: T;
  /** An error with these problems, each at the line where its value was written. */
  refusal(problems: readonly CheckedFileProblem[]): ScenarioError;
}

/**
 * Reads a YAML file of another form than a scenario, by its schema. Throws ScenarioError with all that is wrong in it,
 * each with file, line and the nearest name.
 */
export function readCheckedFile<S extends z.ZodType>(
  source: SourceText,
  schema: S,
): CheckedFile<z.output<S>> {
  const problems = new ProblemList();
  const root = readText(source, problems, 'file');
  problems.throwIfAny();
  if (!root)
    throw new ScenarioError([
      { file: source.file, line: 1, column: 1, path: '', message: 'the file is empty', found: 'nothing' },
    ]);
  const result = schema.safeParse(toPlain(root));
  if (result.success)
    return {
      data: result.data,
      refusal: (some) =>
        new ScenarioError(some.map(({ path, ...problem }) => problemAt(root, path, problem))),
    };
  problems.addAll(zodProblems({ root, schema }, result.error.issues));
  problems.throwIfAny();
  throw result.error;
}
