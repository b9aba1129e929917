import type { FitFindings, FittedParameter, FittedTarget } from '../tables/fit.ts';
import { counted } from './counted.ts';
import { formatNumber, formatPercent, formatQuantity, listInWords, sentenceCase } from './format.ts';
import { meanWithInterval } from './intervals.ts';
import { measureQuantity } from './names.ts';
import { parameterNames, parameterValue } from './parameters.ts';
import type { ReportTables } from './tables.ts';

/** From this much of the doubt taken away a parameter counts as fixed by the figures, and up to this little as open. */
const FIXED = 0.9;
const OPEN = 0.3;
/** Fits whose sums of squares lie so near are as good as each other. */
const AS_GOOD = 1;
/** Share of a tolerance from which luck in the runs of a search is a good part of it. */
const MUCH_LUCK = 0.5;

export const verdictWords: Record<FittedTarget['verdict'], string> = {
  met: 'Met',
  untold: 'Cannot be told',
  missed: 'Missed',
  unchecked: 'Not checked',
};

/** How many figures are met with other luck, in one sentence. */
export function fitSentence(tables: ReportTables): string {
  const { targets, end } = tables.study!.fit!;
  if (targets.every(({ verdict }) => verdict === 'unchecked'))
    return end === 'interrupted' ? 'No fit is checked so far.' : 'No fit could be checked.';
  const titlesOf = (verdict: FittedTarget['verdict']) =>
    targets.filter((one) => one.verdict === verdict).map(({ title }) => `“${title}”`);
  const met = titlesOf('met');
  const one = targets.length === 1;
  const number = met.length === targets.length ? `all ${met.length}` : `${met.length} of ${targets.length}`;
  const parts = [
    one
      ? `the one figure is ${met.length === 1 ? '' : 'not '}met with other luck than the search had`
      : `${number} figures ${met.length === 1 ? 'is' : 'are'} met with other luck than the search had`,
  ];
  const missed = titlesOf('missed');
  if (missed.length > 0 && !one)
    parts.push(`${listInWords(missed)} ${missed.length === 1 ? 'is' : 'are'} missed`);
  const untold = targets.filter(({ verdict }) => verdict === 'untold');
  const reaching = untold.filter(({ lo }) => lo !== null).map(({ title }) => `“${title}”`);
  if (reaching.length > 0)
    parts.push(
      `of ${listInWords(reaching)} it cannot be told, since the interval reaches into the tolerance`,
    );
  const alone = untold.filter(({ lo }) => lo === null).map(({ title }) => `“${title}”`);
  if (alone.length > 0)
    parts.push(`of ${listInWords(alone)} it cannot be told, since only one run of the check has a value`);
  const unchecked = titlesOf('unchecked');
  if (unchecked.length > 0) parts.push(`${listInWords(unchecked)} had no value in the check`);
  return `${sentenceCase(parts.join('; '))}.`;
}

/** What a calibration found: the fit, each figure, what they say of the parameters, and what they leave open. */
export function fitSentences(tables: ReportTables): string[] {
  const found = tables.study!.fit!;
  return [
    fitSentence(tables),
    endSentence(found),
    ...parameterSentences(tables, found),
    ...startSentences(tables, found),
    ...found.targets.map((target) => targetSentence(tables, target, found.checkReplicates)),
    ...luckSentences(tables, found),
    ...(found.targets.some(({ verdict }) => verdict === 'met')
      ? [
          'That a figure is met is no evidence for the model: it was fitted to it. What speaks for it are figures that were not.',
        ]
      : []),
  ];
}

/** The model's figure in the check, with its interval. */
export function checkedFigure(tables: ReportTables, target: FittedTarget, n: number): string {
  const { checked: mean, lo, hi, measure } = target;
  return meanWithInterval({ mean, lo, hi }, n, measureQuantity(measure, tables), tables.manifest.currency);
}

function targetSentence(tables: ReportTables, target: FittedTarget, n: number): string {
  const quantity = measureQuantity(target.measure, tables);
  const { currency } = tables.manifest;
  const say = (value: number | null) => formatQuantity(value, quantity, currency);
  const now =
    target.verdict === 'unchecked'
      ? `in the search ${say(target.after)}`
      : `in the model ${checkedFigure(tables, target, n)}`;
  return `${target.title}: published ${say(target.value)}, ${now}; with the values of the file ${say(target.before)}. ${verdictWords[target.verdict]}.`;
}

function endSentence({ end, targets }: FitFindings): string {
  const lost = targets.filter(({ before }) => before === null).map(({ title }) => `“${title}”`);
  switch (end) {
    case 'met':
      return 'The search ended within a fifth of the tolerance of every figure.';
    case 'stuck':
      return 'The search ended where no step came nearer: what is left is misfit of the model within these ranges, or luck.';
    case 'rounds':
      return 'The rounds were used up before the search came to rest: give it more with --rounds.';
    case 'interrupted':
      return 'The search was interrupted: the values are the best so far, and no scenario is written.';
    default:
      return lost.length > 0
        ? `The search could not begin: ${listInWords(lost)} ${lost.length === 1 ? 'has' : 'have'} no value with the values of the file.`
        : 'The search could not begin: where it would, the scenario cannot be run or a figure has no value.';
  }
}

function parameterSentences(tables: ReportTables, { parameters }: FitFindings): string[] {
  const names = parameterNames(tables.study!.varied);
  const say = ({ path, after }: FittedParameter) => `${names.get(path)} (${parameterValue(after)})`;
  const known = parameters.flatMap((one) => (one.identified ? [{ ...one, ...one.identified }] : []));
  const fixed = known.filter(({ learnt }) => learnt >= FIXED);
  const open = known.filter(({ learnt }) => learnt <= OPEN);
  const between = known.filter(({ learnt }) => learnt > OPEN && learnt < FIXED);
  const sentences: string[] = [];
  if (fixed.length > 0)
    sentences.push(`Met within a tolerance, the figures fix ${listInWords(fixed.map(say))}.`);
  for (const one of between)
    sentences.push(
      `The figures take away ${formatPercent(one.learnt, 0)} of the doubt about ${say(one)}: it may be ${doubtValue(one.deviation)} more or less.`,
    );
  if (open.length > 0)
    sentences.push(
      `The figures say next to nothing of ${listInWords(open.map(say))}: around the fit other values would do about as well, so do not read the fitted one as found.`,
    );
  for (const { path, tradedWith } of known) {
    const others = tradedWith.filter((other) => other > path).map((other) => names.get(other)!);
    if (others.length > 0)
      sentences.push(
        `${sentenceCase(names.get(path)!)} and ${listInWords(others)} can make up for each other.`,
      );
  }
  const atEnd = parameters.filter((one) => one.atEnd);
  if (atEnd.length > 0)
    sentences.push(
      `${sentenceCase(listInWords(atEnd.map(({ path }) => names.get(path)!)))} ${atEnd.length === 1 ? 'stands at an end of its range' : 'stand at ends of their ranges'}: a better fit may lie beyond.`,
    );
  return sentences;
}

function startSentences(tables: ReportTables, { starts, parameters }: FitFindings): string[] {
  const done = starts.filter((one): one is typeof one & { misfit: number } => one.misfit !== null);
  if (starts.length < 2 || done.length === 0) return [];
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
  const lost = starts.length - done.length;
  const besides = lost > 0 ? ` ${lost} could not begin.` : '';
  const opening = `Of ${starts.length} searches from different places`;
  if (good.length < 2)
    return [
      done.length > 1
        ? `${opening} one came nearest: the others ended further from the figures.${besides}`
        : `${opening} only one could be made.`,
    ];
  return [
    apart.length === 0
      ? `${opening} ${good.length} ended about equally near, at about the same values.${besides}`
      : `${opening} ${good.length} ended about equally near, at different values of ${listInWords(apart)}: the figures do not tell which.${besides}`,
  ];
}

/** A standard deviation or error of a parameter, with the two digits that it has. */
export const doubtValue = (value: number): string => parameterValue(Number(value.toPrecision(2)));

/** Where the runs of the search are too few for what the tolerances ask. */
function luckSentences(tables: ReportTables, { targets, parameters }: FitFindings): string[] {
  const { replicates, varied } = tables.study!;
  const loud = targets.filter(({ luck, tolerance }) => luck !== null && luck > MUCH_LUCK * tolerance);
  if (loud.length === 0) return [];
  const names = parameterNames(varied);
  const moved = parameters.flatMap(({ path, identified }) =>
    identified?.luck && identified.luck > identified.deviation
      ? [`${names.get(path)} (± ${doubtValue(identified.luck)})`]
      : [],
  );
  const worst = Math.max(...loud.map(({ luck, tolerance }) => luck! / tolerance));
  return [
    `In ${counted(replicates, 'run')} luck alone moves ${listInWords(loud.map(({ title }) => `“${title}”`))} by up to ${formatNumber(worst, 1)} tolerances (a standard error): for a fit as near as the tolerances ask, search with about ${Math.ceil(replicates * (worst / MUCH_LUCK) ** 2)} replicates, or at a larger scale.`,
    ...(moved.length > 0
      ? [`That luck moves the fitted ${listInWords(moved)} by more than the figures leave open.`]
      : []),
  ];
}
