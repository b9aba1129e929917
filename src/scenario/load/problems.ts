/** One thing wrong with a scenario, where it was written. Lines and columns count from 1. */
export interface ScenarioProblem {
  file: string;
  line: number;
  column: number;
  /** Names joined by dots; empty for the file as a whole. */
  path: string;
  found: string;
  allowed?: string;
  nearest?: string;
  message: string;
}

/** All that is wrong with a scenario, at once. */
export class ScenarioError extends Error {
  readonly problems: readonly ScenarioProblem[];
  constructor(problems: readonly ScenarioProblem[]) {
    super(formatProblems(problems));
    this.name = 'ScenarioError';
    this.problems = problems;
  }
}

/** Gathers problems; one that several designs share is kept once. */
export class ProblemList {
  readonly #byText: Map<string, ScenarioProblem>;

  /** Begins with the problems of another list, if one is given. */
  constructor(earlier?: ProblemList) {
    this.#byText = new Map(earlier ? earlier.#byText : []);
  }

  add(problem: ScenarioProblem): void {
    const { file, line, column, path, message, found } = problem;
    this.#byText.set(JSON.stringify([file, line, column, path, message, found]), problem);
  }

  addAll(problems: readonly ScenarioProblem[]): void {
    for (const problem of problems) this.add(problem);
  }

  get count(): number {
    return this.#byText.size;
  }

  some(test: (problem: ScenarioProblem) => boolean): boolean {
    return [...this.#byText.values()].some(test);
  }

  /** Throws ScenarioError, problems in the order of files and lines, if there are any. */
  throwIfAny(): void {
    if (this.count === 0) return;
    const files = [...new Set([...this.#byText.values()].map(({ file }) => file))];
    throw new ScenarioError(
      [...this.#byText.values()].sort(
        (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
      ),
    );
  }
}

/** Longest part of a value or list that a message repeats. */
const longestQuote = 400;

/** Shortens what a message repeats from a file. */
function shorten(text: string, longest = longestQuote): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The problems as text for people: place and path, what is wrong, what was found, what is allowed, what was meant. */
export function formatProblems(problems: readonly ScenarioProblem[]): string {
  return problems
    .map(({ file, line, column, path, message, found, allowed, nearest }) => {
      const lines = [`${file}:${line}:${column}${path ? `  ${path}` : ''}`, `  ${message}`];
      if (found) lines.push(`  found:   ${shorten(found)}`);
      if (allowed) lines.push(`  allowed: ${shorten(allowed)}`);
      if (nearest) lines.push(`  did you mean: ${nearest}`);
      return lines.join('\n');
    })
    .join('\n\n');
}
