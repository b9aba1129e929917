import { reviewKinds } from '../model/commissioner/registry.ts';
import { instrumentKinds } from '../model/incentives/registry.ts';
import { collectNames } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { nearestName } from '../scenario/kit/index.ts';
import type { MeaningProblem } from './meaningProblem.ts';
import { unknownName } from './unknownName.ts';

/** What makes no sense in evidence and reviews: names that there are not, stages that weigh nothing. */
export function checkCommissioner(scenario: Scenario): MeaningProblem[] {
  const names = collectNames(scenario);
  const { evidence, reviews, stories } = scenario.commissioner;
  const stages = Object.keys(evidence);
  const problems: MeaningProblem[] = [];
  const pairOf = (path: string[], { usual, spread }: { usual?: number; spread?: number }): void => {
    if ((usual === undefined) !== (spread === undefined))
      problems.push({
        path,
        message: 'a usual value and a spread belong together',
        found: usual === undefined ? 'only spread' : 'only usual',
        allowed: 'both or neither',
      });
  };
  pairOf(['commissioner', 'stories'], stories);
  for (const source of ['provider', 'user', 'research'] as const)
    pairOf(['commissioner', source], scenario.commissioner[source]);
  for (const [stage, { figures, ...others }] of Object.entries(evidence)) {
    const weights = [...Object.values(figures).map(({ weight }) => weight), ...Object.values(others)];
    if (weights.every((weight) => weight === 0))
      problems.push({
        path: ['commissioner', 'evidence', stage],
        message: 'the stage has nothing in it, and no office would differ by it from another',
        found: Object.keys(figures).length > 0 ? 'weights of 0' : 'no figures and nothing else',
        allowed: `figures, or a weight above 0 of ${Object.keys(others).join(', ')}`,
      });
    for (const [event, figure] of Object.entries(figures)) {
      const path = ['commissioner', 'evidence', stage, 'figures', event];
      pairOf(path, figure);
      problems.push(...unknownName(path, 'event', names.events));
    }
  }
  for (const activity of Object.keys(scenario.commissioner.research.published))
    problems.push(
      ...unknownName(['commissioner', 'research', 'published', activity], 'activity', names.activities),
    );
  const withTerm = (what: 'price' | 'threshold'): string[] =>
    Object.entries(scenario.incentives)
      .filter(([, { kind }]) => instrumentKinds[kind].adjusts?.includes(what))
      .map(([name]) => name);
  const instrumentsWith = { price: withTerm('price'), threshold: withTerm('threshold') };
  const look = { names, instrumentsWith, stages };
  for (const [name, terms] of Object.entries(reviews)) {
    const kind = reviewKinds[terms.kind];
    const path = ['commissioner', 'reviews', name];
    const stage = kind.stage?.(terms);
    if (stage !== undefined && !stages.includes(stage))
      problems.push({
        path: [...path, 'stage'],
        message: `there are no weights of evidence for the stage "${stage}"`,
        found: stage,
        allowed: stages.length > 0 ? stages.join(', ') : 'a stage that stands under commissioner.evidence',
        nearest: nearestName(stage, stages),
      });
    for (const problem of kind.check(terms, look))
      problems.push({ ...problem, path: [...path, ...problem.path] });
  }
  return problems;
}
