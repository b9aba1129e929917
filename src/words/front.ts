import type { FrontFindings, FrontMember, ToldGoal } from '../tables/front.ts';
import { formatQuantity, listInWords, sentenceCase } from './format.ts';
import { beatenInWords, checkSentences, limitName, placesInWords } from './frontChecks.ts';
import { clearSteps, goalValue, knee, onFront, tradeOf, unitInWords } from './frontTrade.ts';
import { differenceInWords, meanWithInterval } from './intervals.ts';
import { measureName, measureQuantity } from './names.ts';
import { parameterNames, parameterValue } from './parameters.ts';
import type { ReportTables } from './tables.ts';

/** Parameters that are named with their values. */
const MOST_NAMED = 4;

/** What a search for the best settings found: the front, its price, the scenario as it stands, and what luck had to do with it. */
export function frontSentences(tables: ReportTables): string[] {
  const front = tables.study!.front!;
  const done = front.check.done;
  return [
    frontSentence(tables),
    ...(done
      ? []
      : [
          'It was stopped before the front was told in other luck: these are the numbers by which its points were chosen, and they flatter them.',
        ]),
    ...tradeSentences(tables, front),
    ...(onFront(front).length > 0 ? [fileSentence(tables, front)] : []),
    ...checkSentences(tables, front),
    ...parameterSentences(tables, front),
    ...alikeSentences(front),
    howSentence(tables, front),
  ];
}

/** The front in one sentence or two. */
export function frontSentence(tables: ReportTables): string {
  const front = tables.study!.front!;
  const points = onFront(front);
  const [first] = points;
  if (!first) return noneSentence(tables, front);
  const last = points[points.length - 1];
  const told = (one: FrontMember) => `place ${one.place} (${settingOf(tables, one)})`;
  if (front.goals.length === 1) {
    const rivals = front.members.filter(({ standing }) => standing.is === 'beaten' && !standing.clearly);
    const near =
      rivals.length === 0
        ? ''
        : ` ${rivals.length === 1 ? 'One other point cannot' : `${rivals.length} other points cannot`} be told from it by these runs.`;
    const same =
      points.length === 1
        ? ''
        : ` ${sentenceCase(placesInWords(points.slice(1).map(({ place }) => place!)))} ${points.length === 2 ? 'has' : 'have'} exactly the same.`;
    return `Best for ${goalName(tables, front, 0)} is ${settingOf(tables, first)}: ${goalFigure(tables, front, first, 0)}.${same}${near}`;
  }
  if (points.length === 1) {
    const figures = front.goals.map(
      ({ measure }, i) => `${measureName(measure, tables)} ${goalFigure(tables, front, first, i)}`,
    );
    return `One setting does best in every goal of all that were run, so that nothing has to be given up: ${settingOf(tables, first)}, with ${listInWords(figures)}.`;
  }
  const end = (one: FrontMember) =>
    `${told(one)}, with ${listInWords(front.goals.map(({ measure }, i) => `${measureName(measure, tables)} ${goalFigure(tables, front, one, i)}`))}`;
  return `${points.length} settings make up the front: none is beaten by another in ${front.goals.length === 2 ? 'both goals' : 'all goals'}. It goes from ${end(first)}, to ${end(last)}.`;
}

function noneSentence(tables: ReportTables, front: FrontFindings): string {
  const again = front.check.done && front.searched.length > 0 ? ' again with other luck' : '';
  const known = [front.file, ...front.members].some(({ standing }) => standing.is !== 'unknown');
  if (front.limits.length === 0 || !known)
    return `No point that was run${again} has a value of every goal${front.limits.length > 0 ? ' and limit' : ''}: there is no front to offer.`;
  const limits = listInWords(front.limits.map((limit) => limitName(tables, limit)));
  if (!front.nearest) return `No point that was run${again} keeps to ${limits}: there is no front to offer.`;
  const { point, limits: means } = front.nearest;
  const settings = tables.study!.points.find(({ id }) => id === point)?.settings ?? {};
  const figures = front.limits.map(
    ({ measure }, i) =>
      `${measureName(measure, tables)} ${formatQuantity(means[i], measureQuantity(measure, tables), tables.manifest.currency)}`,
  );
  return `No point that was run keeps to ${limits}: there is no front to offer. The nearest, in the luck of the search, is ${settingOf(tables, { point, settings })}, with ${listInWords(figures)}.`;
}

/** The price of more along the front, up to where it bends and beyond, and whether its places can be told apart. */
function tradeSentences(tables: ReportTables, front: FrontFindings): string[] {
  const points = onFront(front);
  if (front.goals.length !== 2 || points.length < 2) return [];
  const [first, last] = [points[0], points[points.length - 1]];
  const bend = knee(front);
  const unit = unitInWords(tables, front);
  const name = measureName(front.goals[1].measure, tables);
  const sentences: string[] = [];
  if (bend) {
    const before = tradeOf(tables, front, first, bend);
    const beyond = tradeOf(tables, front, bend, last);
    const up = before ? ` Up to there ${unit} costs ${before.price} of ${name} (${before.detail})` : '';
    const on = beyond
      ? `${up ? '; beyond it' : ` Beyond it ${unit} costs`} ${beyond.price} (${beyond.detail})`
      : '';
    sentences.push(
      `The front bends most at place ${bend.place} (${settingOf(tables, bend)}).${up}${on}${up || on ? '.' : ''}`,
    );
  } else {
    const all = tradeOf(tables, front, first, last);
    if (all) sentences.push(`From end to end ${unit} costs ${all.price} of ${name} (${all.detail}).`);
  }
  const { steps, clear } = clearSteps(front);
  const goal = measureName(front.goals[0].measure, tables);
  if (steps > 0 && clear < steps)
    sentences.push(
      `${clear === 0 ? 'None' : clear} of the ${steps === 1 ? 'one step' : `${steps} steps`} from a place to the next ${clear > 1 ? 'are' : 'is'} clear in ${goal}: what lies between ${clear === 0 ? 'places' : 'the others'} may be luck.`,
    );
  return sentences;
}

/** Whether the scenario as it stands lies on the front, or by what it is beaten, and by how much. */
function fileSentence(tables: ReportTables, front: FrontFindings): string {
  const { standing, point } = front.file;
  const own = point === null ? undefined : front.members.find((one) => one.point === point);
  switch (standing.is) {
    case 'unknown':
      return 'The scenario as it stands could not be run, or has no value of a goal or limit.';
    case 'breaks':
      return `The scenario as it stands ${standing.clearly ? 'clearly breaks' : 'breaks'} ${listInWords(standing.limits.map((key) => `the limit of ${measureName(key, tables)}`))}.`;
    case 'front':
      return own?.place
        ? `The scenario as it stands lies on the front, at place ${own.place}.`
        : 'The scenario as it stands is beaten by no point of the front.';
    default: {
      const by = standing.by.flatMap((place) => onFront(front).filter((one) => one.place === place));
      const best = by.reduce((a, b) => (leadOf(b) > leadOf(a) ? b : a));
      const gains = front.goals.map(({ measure }, i) => {
        const { fromFile } = best.goals[i];
        const n = front.check.replicates;
        const row = { ...fromFile, sd: fromFile.lo === fromFile.hi ? 0 : null, n };
        const gain = differenceInWords(
          { ...row, design: '', base: '', measure, slice: '' },
          measureQuantity(measure, tables),
          tables.manifest.currency,
        );
        return `${measureName(measure, tables)} ${gain}`;
      });
      const against = front.check.done ? ` Place ${best.place} against it: ${listInWords(gains)}.` : '';
      return `The scenario as it stands is ${beatenInWords(standing)}.${against}`;
    }
  }
}

/** How far a point is ahead of the file in the first goal, whichever way is better. */
const leadOf = ({ goals: [{ fromFile }] }: { goals: ToldGoal[] }): number => Math.abs(fromFile.mean ?? 0);

function parameterSentences(tables: ReportTables, front: FrontFindings): string[] {
  const points = onFront(front);
  if (points.length === 0) return [];
  const { varied } = tables.study!;
  const names = parameterNames(varied);
  const valueAt = (one: FrontMember, path: string) => one.settings[path];
  const ways = varied.flatMap(({ path }) => {
    const [first, last] = [valueAt(points[0], path), valueAt(points[points.length - 1], path)];
    if (points.length < 2 || first === undefined || first === last) return [];
    return [`${names.get(path)} goes from ${parameterValue(first)} to ${parameterValue(last)}`];
  });
  const ends = varied.flatMap(({ path, from, to }) =>
    (
      [
        [from, 'lower'],
        [to, 'upper'],
      ] as const
    ).flatMap(([value, which]) => {
      const at = points.filter((one) => value !== undefined && valueAt(one, path) === value);
      if (at.length === 0) return [];
      return [
        `${sentenceCase(names.get(path)!)} stands at the ${which} end of what was tried (${parameterValue(value!)}) at ${at.length === points.length ? (at.length === 1 ? 'that point' : 'every point of the front') : `${at.length} of ${points.length} points of the front`}: better ones may lie beyond, if that is possible.`,
      ];
    }),
  );
  return [...(ways.length > 0 ? [`Along the front, ${listInWords(ways)}.`] : []), ...ends];
}

function alikeSentences(front: FrontFindings): string[] {
  const alike = onFront(front).filter((one) => one.alike > 0);
  if (alike.length === 0) return [];
  const count = alike.reduce((sum, one) => sum + one.alike, 0);
  return [
    `${count} further ${count === 1 ? 'setting' : 'settings'} of the search gave exactly the same as ${placesInWords(alike.map(({ place }) => place!))}: what tells them apart made no difference in these runs.`,
  ];
}

function howSentence(tables: ReportTables, { search, check, end, members }: FrontFindings): string {
  const { replicates, varied } = tables.study!;
  const names = parameterNames(varied);
  const lost = [
    ...(search.failed > 0 ? [`${search.failed} could not be run`] : []),
    ...(search.withoutValue > 0 ? [`${search.withoutValue} had no value of a goal or limit`] : []),
  ];
  const told =
    check.done && members.length > 0
      ? `, and what was told again with ${check.replicates} runs of other luck`
      : '';
  const why =
    end === 'exhausted'
      ? ' The search came upon no further settings to try.'
      : end === 'stopped'
        ? ` It was stopped before all ${search.budget} were run.`
        : '';
  return `${search.points} ${search.points === 1 ? 'setting' : 'settings'} of ${listInWords(varied.map(({ path }) => names.get(path)!))} ${search.points === 1 ? 'was' : 'were'} searched with ${replicates} runs each${told}${lost.length > 0 ? `; ${listInWords(lost)}` : ''}.${why}`;
}

/** "fee 500, posts 12"; of many parameters nothing but the place says which. */
export function settingOf(
  tables: ReportTables,
  { settings, point }: Pick<FrontMember, 'settings' | 'point'>,
): string {
  const { varied } = tables.study!;
  if (varied.length > MOST_NAMED) return `point ${point}`;
  const names = parameterNames(varied);
  return varied
    .filter(({ path }) => settings[path] !== undefined)
    .map(({ path }) => `${names.get(path)} ${parameterValue(settings[path])}`)
    .join(', ');
}

/** One goal at one point, with its interval where it was told in other luck. */
export function goalFigure(
  tables: ReportTables,
  front: FrontFindings,
  member: Pick<FrontMember, 'goals'>,
  goal: number,
): string {
  const quantity = measureQuantity(front.goals[goal].measure, tables);
  const { currency } = tables.manifest;
  if (!front.check.done) return formatQuantity(goalValue(front, member, goal), quantity, currency);
  return meanWithInterval(member.goals[goal], front.check.replicates, quantity, currency);
}

const goalName = (tables: ReportTables, { goals }: FrontFindings, goal: number): string =>
  `${measureName(goals[goal].measure, tables)} (${goals[goal].better} is better)`;
