import type { Scenario } from '../../model/schema/scenario.ts';
import { type LoadedScenario, nearestName } from '../../scenario/index.ts';
import { rangedParameters } from '../sampling/index.ts';

type Parameters = ReturnType<typeof rangedParameters>;

/**
 * The parameters that some pattern names, in the order of the file; all without patterns. A pattern is a path, the
 * beginning of paths up to a dot (`clients.trust`), or either with `*` for any letters and dots (`offices.*.pressure`).
 *
 * @throws RangeError with every pattern that names nothing to vary, a line each.
 */
export function chooseParameters(loaded: LoadedScenario<Scenario>, patterns: readonly string[]): Parameters {
  if (patterns.length === 0) return rangedParameters(loaded);
  const tests = patterns.map((pattern) => ({ pattern, fits: fitting(pattern) }));
  const chosen = rangedParameters(loaded, (path) => tests.some(({ fits }) => fits(path)));
  const problems = tests.flatMap(({ pattern, fits }) => {
    if (chosen.varied.some(({ path }) => fits(path))) return [];
    const stands = chosen.fixed.find(({ path }) => fits(path));
    if (stands) return [`${stands.path} cannot be varied: ${stands.reason}`];
    const known = loaded.designs[0].parameters.flatMap(({ path, range }) => (range ? [path] : []));
    const nearest = nearestName(pattern, known);
    return [
      `no parameter with a range is called ${pattern}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    ];
  });
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
  return chosen;
}

function fitting(pattern: string): (path: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}(\\..*)?$`);
  return (path) => expression.test(path);
}
