import type { CommonNumbersTrial, Contrast } from '../../test/experiment/commonNumbers/record.ts';
import { code, table } from './markdown.ts';
import { duration, madeOf } from './trialWords.ts';

/** A recorded trial of common random numbers: a row a contrast, a column a headline measure. */
export function commonNumbersTable(trial: CommonNumbersTrial): string {
  const { replicates, scale, scenarios } = trial;
  const designs = scenarios.flatMap(({ scenario, base, designs }) =>
    designs.map(({ design, contrasts }) => ({ scenario, base, design, contrasts })),
  );
  const all = designs.flatMap(({ contrasts }) => contrasts);
  const measures = [...new Set(all.map(({ measure }) => measure))];
  const factors = all.flatMap(({ factor }) => (factor === null ? [] : [factor])).sort((a, b) => a - b);
  const rows = designs.map(({ scenario, base, design, contrasts }) => [
    code(scenario),
    `${code(design)} − ${code(base)}`,
    ...measures.map((measure) => cell(contrasts.find((one) => one.measure === measure))),
  ]);
  return `${madeOf(trial)}, ${replicates} replicates at scale ${scale}, ${duration(trial.seconds)}.
Of ${factors.length} contrasts half have a factor of ${times(factors[Math.floor(factors.length / 2)])} or more, one in ten less than ${times(factors[Math.floor(factors.length / 10)])}, and one in ten more than ${times(factors[Math.floor((9 * factors.length) / 10)])}.

${table(['Scenario', 'Designs', ...measures.map(code)], rows)}`;
}

function cell(contrast: Contrast | undefined): string {
  if (contrast === undefined) return '';
  const { factor, lo, hi, difference } = contrast;
  if (factor === null) return difference === 0 ? 'no difference' : 'the same in every run';
  return lo === null || hi === null ? times(factor) : `${times(factor)} (${short(lo)}–${short(hi)})`;
}

const short = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const times = (value: number): string => `${short(value)}×`;
