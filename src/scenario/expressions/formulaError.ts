/** What is wrong with a formula; `at` counts characters from 0. */
export interface FormulaProblem {
  message: string;
  found?: string;
  allowed?: string;
  nearest?: string;
  at?: number;
}

/** Thrown when a text is no formula that may be used. */
export class FormulaError extends Error {
  /** The first thing wrong. */
  readonly problem: FormulaProblem;
  /** All that is wrong, the first included. */
  readonly problems: readonly FormulaProblem[];
  /** Names that the formula reads, as far as it could be read, in order of first appearance. */
  readonly variables: readonly string[];
  constructor(
    problem: FormulaProblem,
    others: readonly FormulaProblem[] = [],
    variables: readonly string[] = [],
  ) {
    super(problem.at === undefined ? problem.message : `${problem.message} (character ${problem.at + 1})`);
    this.name = 'FormulaError';
    this.problem = problem;
    this.problems = [problem, ...others];
    this.variables = variables;
  }
}
