import type { IndexSet, MeasureSensitivity, MorrisIndex, SobolIndex } from '../tables/sensitivity.ts';
import { formatDifference, formatPercent, formatQuantity, listInWords } from './format.ts';
import { hingeSentences } from './hinges.ts';
import { measureName, measureQuantity } from './names.ts';
import { parameterNames } from './parameters.ts';
import { designTitle } from './read.ts';
import type { ReportTables } from './tables.ts';

/** So many parameters are named as those that move a measure most. */
const MOST_NAMED = 3;

/** What a sensitivity analysis found: first what the ranking hangs on, then what moves each measure, then how it was found. */
export function sensitivitySentences(tables: ReportTables): string[] {
  const study = tables.study!;
  const { measures } = study.sensitivity!;
  if (measures.length === 0) return ['No point has a value of any of the measures.', howFound(tables)];
  const names = parameterNames(study.varied);
  const parameter = (path: string) => names.get(path) ?? path;
  const ranked = measures.flatMap((one) => {
    const { measure, better, hinges } = one;
    if (!hinges) return [];
    const title = measureName(measure, tables);
    const [holds, ...others] = hingeSentences(hinges, {
      design: (id) => designTitle(tables, id),
      measure: better === null ? `${title} (the highest first)` : title,
      parameter: (path) => `“${parameter(path)}”`,
    });
    return [[`${holds}${closeCall(tables, one)}`, ...others].join(' ')];
  });
  return [...ranked, ...measures.flatMap((one) => movers(tables, one, parameter)), howFound(tables)];
}

/** Whether luck alone may have put the first design first at the values of the file: then it may turn by luck as well. */
function closeCall(tables: ReportTables, { measure, lead }: MeasureSensitivity): string {
  if (!lead) return '';
  const { value, lo } = lead.atFile;
  const second = `“${designTitle(tables, lead.second)}”`;
  const by = formatDifference(value, measureQuantity(measure, tables), tables.manifest.currency);
  if (value === 0) return ` At the values of the file ${second} is level with it.`;
  if (lo !== null && lo > 0) return '';
  const runs = lo === null ? 'one run does not tell luck apart' : 'these runs cannot tell the two apart';
  return ` At the values of the file it leads ${second} by ${by.replace(/^\+/, '')} and ${runs}: part of what follows may be luck.`;
}

/** Which assumptions move a measure of the base most. */
function movers(
  tables: ReportTables,
  { measure, designs }: MeasureSensitivity,
  parameter: (path: string) => string,
): string[] {
  const { base } = tables.summary;
  const own = designs.find(({ design }) => design === base);
  if (!own) return [];
  const told = strongest(own.found)
    .slice(0, MOST_NAMED)
    .map((index) => `“${parameter(index.parameter)}” (${sizeInWords(tables, measure, index)})`);
  const subject = `${measureName(measure, tables)} under “${designTitle(tables, base)}”`;
  if (told.length > 0) return [`What moves ${subject} most is ${listInWords(told)}.`];
  const [first] = own.found.indices;
  const why = 'total' in first ? first.total.why : first.muStar.why;
  return [
    why ? `What moves ${subject} is not defined: ${why}.` : `Nothing that was varied moves ${subject}.`,
  ];
}

/** The indices of parameters that matter at all, the largest first. */
export function strongest(found: IndexSet): (MorrisIndex | SobolIndex)[] {
  return [...found.indices]
    .filter((index) => (sizeOf(index) ?? 0) > 0)
    .sort((a, b) => sizeOf(b)! - sizeOf(a)!);
}

/** How much a parameter matters: the mean size of its effects, or its total index. */
export const sizeOf = (index: MorrisIndex | SobolIndex): number | null =>
  'total' in index ? index.total.value : index.muStar.value;

function sizeInWords(tables: ReportTables, measure: string, index: MorrisIndex | SobolIndex): string {
  if ('total' in index)
    return `${formatPercent(index.total.value, 0)} of the variance, ${formatPercent(index.first.value, 0)} of it alone`;
  const quantity = measureQuantity(measure, tables);
  const { currency } = tables.manifest;
  const size = formatDifference(index.muStar.value, quantity, currency).replace(/^\+/, '');
  const oneWay =
    index.mu.value !== null && Math.abs(index.mu.value) > 0.9 * index.muStar.value!
      ? index.mu.value > 0
        ? ', up'
        : ', down'
      : ', up or down by what else holds';
  return `${size} on average over its range${oneWay}`;
}

/** The sample, its luck and what could not be run. */
function howFound(tables: ReportTables): string {
  const { points, varied, chosen, replicates, sensitivity } = tables.study!;
  const done = points.filter(({ state }) => state === 'done').length;
  const failed = points.filter(({ state }) => state === 'failed').length;
  const left = [
    ...(failed > 0 ? [`${failed} could not be run`] : []),
    ...(points.length > done + failed ? [`${points.length - done - failed} were not reached`] : []),
  ];
  const runs = replicates === 1 ? 'one run' : `${replicates} runs`;
  const fixed = sensitivity!.fixed.length;
  return [
    `${varied.length} ${varied.length === 1 ? 'assumption was' : 'assumptions were'} varied together over ${done} points (${chosen})${left.length > 0 ? `; ${listInWords(left)}` : ''}.`,
    `Each point has ${runs} of every design on the same luck: what moves between points is the assumptions, but how far apart designs lie at all of them rests on ${replicates === 1 ? 'that one draw' : `those ${replicates} draws`} of luck.`,
    ...(fixed > 0 ? [`${fixed} more with a range ${fixed === 1 ? 'was' : 'were'} left as in the file.`] : []),
  ].join(' ');
}

/** A value of an index in the unit of its measure, or as a share of variance. */
export function indexFigure(
  tables: ReportTables,
  measure: string,
  method: IndexSet['method'],
  value: number | null,
): string {
  if (method === 'sobol') return formatPercent(value, 0);
  const quantity = measureQuantity(measure, tables);
  return quantity === 'share'
    ? formatDifference(value, quantity, '').replace(/^\+/, '')
    : formatQuantity(value, quantity, tables.manifest.currency);
}
