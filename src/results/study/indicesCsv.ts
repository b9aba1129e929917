import { csvLine } from '../../tables/csv.ts';
import type { IndexSet, SensitivityFindings } from '../../tables/sensitivity.ts';

const columns = {
  morris: ['n', 'mu', 'muLo', 'muHi', 'muStar', 'muStarLo', 'muStarHi', 'sigma', 'sigmaLo', 'sigmaHi'],
  sobol: ['rows', 'dropped', 'S1', 'S1Lo', 'S1Hi', 'ST', 'STLo', 'STHi'],
};

/**
 * `indices.csv`: tidy, a row for each measure, design and parameter. The lead of the first design over the second stands
 * under the design `first-second`.
 */
export function indicesCsv({ method, measures }: SensitivityFindings): string {
  let text = csvLine(['measure', 'design', 'parameter', ...columns[method.name], 'why']);
  for (const { measure, designs, lead } of measures) {
    for (const { design, found } of designs) text += lines(measure, design, found);
    if (lead) text += lines(measure, `${lead.first}-${lead.second}`, lead.found);
  }
  return text;
}

function lines(measure: string, design: string, found: IndexSet): string {
  if (found.method === 'morris')
    return found.indices
      .map(({ parameter, n, mu, muStar, sigma }) => {
        const ends = [mu, muStar, sigma].flatMap(({ value, lo, hi }) => [value, lo, hi]);
        return csvLine([measure, design, parameter, n, ...ends, mu.why ?? sigma.why]);
      })
      .join('');
  return found.indices
    .map(({ parameter, first, total }) => {
      const ends = [first, total].flatMap(({ value, lo, hi }) => [value, lo, hi]);
      return csvLine([measure, design, parameter, found.rows, found.dropped, ...ends, total.why]);
    })
    .join('');
}

/** `hinges.csv`: for each measure and parameter how the first place of the ranking goes with it. */
export function hingesCsv({ measures }: SensitivityFindings): string {
  let text = csvLine([
    'measure',
    'first',
    'parameter',
    'lowThird',
    'lowN',
    'highThird',
    'highN',
    'difference',
    'differenceLo',
    'differenceHi',
    'turns',
    'moves',
  ]);
  for (const { measure, hinges } of measures)
    for (const { parameter, low, high, difference, turns } of hinges?.parameters ?? [])
      text += csvLine([
        measure,
        hinges!.ranking[0],
        parameter,
        low.value,
        low.n,
        high.value,
        high.n,
        difference.value,
        difference.lo,
        difference.hi,
        turns?.value,
        turns?.n,
      ]);
  return text;
}
