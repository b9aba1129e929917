import type { FitFindings, FittedParameter } from '../tables/fit.ts';
import { formatNumber, formatPercent, formatQuantity, listInWords, sentenceCase } from './format.ts';
import { withInterval } from './intervals.ts';
import { measureQuantity } from './names.ts';
import { parameterNames, parameterValue } from './parameters.ts';
import type { ReportTables } from './tables.ts';

/** From this much of the doubt taken away a parameter counts as fixed by the figures, and up to this little as open. */
const FIXED = 0.9;
const OPEN = 0.3;
/** Fits whose sums of squares lie so near are as good as each other. */
const AS_GOOD = 1;

/** How many figures are met with other luck, in one sentence. */
export function fitSentence(tables: ReportTables): string {
  const { targets } = tables.study!.fit!;
  const met = targets.filter((one) => one.met);
  if (met.length === targets.length)
    return `All ${targets.length} figures are met with other luck than the search had.`;
  const missed = targets.filter((one) => !one.met).map(({ title }) => `“${title}”`);
  return `${met.length} of ${targets.length} figures are met with other luck than the search had; ${listInWords(missed)} ${missed.length === 1 ? 'is' : 'are'} not.`;
}

/** What a calibration found: the fit, each figure, what they say of the parameters, and what they leave open. */
export function fitSentences(tables: ReportTables): string[] {
  const found = tables.study!.fit!;
  return [
    fitSentence(tables),
    endSentence(found),
    ...found.targets.map((target) => {
      const quantity = measureQuantity(target.measure, tables);
      const { currency } = tables.manifest;
      const { checked: mean, lo, hi } = target;
      const n = found.checkReplicates;
      const now = withInterval(
        { mean, lo, hi, sd: lo === hi ? 0 : null, n, spreadLo: null, spreadHi: null },
        quantity,
        currency,
      );
      return `${target.title}: published ${formatQuantity(target.value, quantity, currency)}, in the model ${now}; with the values of the file ${formatQuantity(target.before, quantity, currency)}. ${target.met ? 'Met.' : 'Not met.'}`;
    }),
    ...parameterSentences(tables, found),
    ...startSentences(tables, found),
    'That a figure is met is no evidence for the model: it was fitted to it. What speaks for it are figures that were not.',
  ];
}

function endSentence({ end }: FitFindings): string {
  switch (end) {
    case 'met':
      return 'The search ended within a fifth of the tolerance of every figure.';
    case 'stuck':
      return 'The search ended where no step came nearer: what is left is misfit of the model within these ranges, or luck.';
    case 'rounds':
      return 'The search was still coming nearer when its rounds were used up: give it more with --rounds.';
    default:
      return 'The search could not begin: the scenario cannot be run, or a figure has no value there.';
  }
}

function parameterSentences(tables: ReportTables, { parameters }: FitFindings): string[] {
  const names = parameterNames(tables.study!.varied);
  const say = ({ path, after }: FittedParameter) => `${names.get(path)} (${parameterValue(after)})`;
  const fixed = parameters.filter(({ learnt }) => learnt >= FIXED);
  const open = parameters.filter(({ learnt }) => learnt <= OPEN);
  const between = parameters.filter(({ learnt }) => learnt > OPEN && learnt < FIXED);
  const sentences: string[] = [];
  if (fixed.length > 0) sentences.push(`The figures fix ${listInWords(fixed.map(say))}.`);
  for (const one of between)
    sentences.push(
      `They take away ${formatPercent(one.learnt, 0)} of the doubt about ${say(one)}: it may be ${formatNumber(one.deviation, 2)} more or less.`,
    );
  if (open.length > 0)
    sentences.push(
      `They say next to nothing of ${listInWords(open.map(say))}: any value in the range would fit about as well, so do not read the fitted one as found.`,
    );
  for (const { path, tradedWith } of parameters) {
    const others = tradedWith.filter((other) => other > path).map((other) => names.get(other)!);
    if (others.length > 0)
      sentences.push(
        `${sentenceCase(names.get(path)!)} and ${listInWords(others)} can make up for each other.`,
      );
  }
  const atEnd = parameters.filter((one) => one.atEnd);
  if (atEnd.length > 0)
    sentences.push(
      `${listInWords(atEnd.map(({ path }) => names.get(path)!))} ${atEnd.length === 1 ? 'stands at an end of its range' : 'stand at ends of their ranges'}: a better fit may lie beyond.`,
    );
  return sentences;
}

function startSentences(tables: ReportTables, { starts, parameters }: FitFindings): string[] {
  if (starts.length < 2) return [];
  const done = starts.filter((one): one is typeof one & { misfit: number } => one.misfit !== null);
  const best = Math.min(...done.map(({ misfit }) => misfit));
  const good = done.filter(({ misfit }) => misfit <= best + AS_GOOD);
  const names = parameterNames(tables.study!.varied);
  const apart = parameters.flatMap(({ path, from, to }, k) => {
    const values = good.map(({ values: some }) => some[k]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return high - low > 0.2 * (to - from)
      ? [`${names.get(path)} (${parameterValue(low)} to ${parameterValue(high)})`]
      : [];
  });
  const opening = `Of ${starts.length} searches from different places ${good.length} came as near as the best`;
  return [
    apart.length === 0
      ? `${opening}, at about the same values.`
      : `${opening}, at different values of ${listInWords(apart)}: figures that are met do not tell which.`,
  ];
}
