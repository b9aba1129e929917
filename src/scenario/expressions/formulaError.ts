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
  readonly problem: FormulaProblem;
  constructor(problem: FormulaProblem) {
    super(problem.at === undefined ? problem.message : `${problem.message} (character ${problem.at + 1})`);
    this.name = 'FormulaError';
    this.problem = problem;
  }
}
