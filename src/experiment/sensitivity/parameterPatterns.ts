import { nearestName } from '../../scenario/index.ts';
import type { rangedParameters } from '../sampling/index.ts';

type Parameters = ReturnType<typeof rangedParameters>;

/**
 * The parameters that some pattern names, in the order of the file; all without patterns. A pattern is a path, the
 * beginning of paths up to a dot (`clients.trust`), or either with `*` for any letters and dots (`offices.*.pressure`).
 *
 * @throws RangeError with every pattern that names nothing to vary, a line each.
 */
export function chooseParameters({ varied, fixed }: Parameters, patterns: readonly string[]): Parameters {
  if (patterns.length === 0) return { varied, fixed };
  const tests = patterns.map((pattern) => ({ pattern, fits: fitting(pattern) }));
  const problems = tests.flatMap(({ pattern, fits }) => {
    if (varied.some(({ path }) => fits(path))) return [];
    const stands = fixed.find(({ path }) => fits(path));
    if (stands) return [`${stands.path} cannot be varied: ${stands.reason}`];
    const nearest = nearestName(
      pattern,
      varied.map(({ path }) => path),
    );
    return [
      `no parameter with a range is called ${pattern}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    ];
  });
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
  const chosen = ({ path }: { path: string }) => tests.some(({ fits }) => fits(path));
  return { varied: varied.filter(chosen), fixed: fixed.filter(chosen) };
}

function fitting(pattern: string): (path: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}(\\..*)?$`);
  return (path) => expression.test(path);
}
