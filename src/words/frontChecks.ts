import type { FrontFindings, FrontMember, Standing } from '../tables/front.ts';
import {
  formatDifference,
  formatDifferenceRange,
  formatPercent,
  formatQuantity,
  listInWords,
  sentenceCase,
} from './format.ts';
import { onFront } from './frontTrade.ts';
import { measureName, measureQuantity } from './names.ts';
import type { ReportTables } from './tables.ts';

/** Below this probability it is said that a point may break a limit. */
const SURE = 0.975;

/** What luck had to do with the front: how far it was flattered, what is left of it in other luck, and which limits are sure. */
export function checkSentences(tables: ReportTables, front: FrontFindings): string[] {
  return [...flatterySentences(tables, front), ...standingSentences(front), ...limitSentences(tables, front)];
}

/** How much of the lead over the file was luck, of every goal: above 0 is flattered, whichever way is better. */
function flatterySentences(tables: ReportTables, { flattery }: FrontFindings): string[] {
  const { currency } = tables.manifest;
  const known = flattery.filter(({ mean }) => mean !== null);
  if (known.length === 0) return [];
  const parts = known.map(({ measure, mean, lo, hi }) => {
    const quantity = measureQuantity(measure, tables);
    const range = lo === null || hi === null ? '' : ` (${formatDifferenceRange(lo, hi, quantity, currency)})`;
    const isClear = lo !== null && hi !== null && lo * hi > 0;
    return `${measureName(measure, tables)} ${formatDifference(mean, quantity, currency)}${range}${isClear ? '' : ', which may be nothing'}`;
  });
  const [{ points }] = known;
  const where = points === 1 ? 'the point' : `the ${points} points (on average)`;
  return [
    `By how much the luck of the search flattered the lead of ${where} that it put on the front over the scenario as it stands: ${parts.join('; ')}. Figures here are from other luck, unless they say otherwise; it also settled which of the points that were run again are on the front, so that a little may be left in them.`,
  ];
}

/** What other luck makes of the points that were chosen. */
function standingSentences({ members, limits, check, nearLeftOut }: FrontFindings): string[] {
  if (!check.done) return [];
  const front = members.filter(({ chosen }) => chosen === 'front');
  const near = members.filter(({ chosen }) => chosen === 'near');
  const are = (some: readonly FrontMember[], is: Standing['is'], clearly: boolean) =>
    some.filter(
      ({ standing }) => standing.is === is && (standing as { clearly: boolean }).clearly === clearly,
    ).length;
  const parts = [
    [are(front, 'beaten', true), 'clearly beaten'],
    [are(front, 'beaten', false), 'beaten, though luck may be the reason'],
    [are(front, 'breaks', true), 'clearly beyond a limit'],
    [are(front, 'breaks', false), 'beyond a limit, though luck may be the reason'],
    [front.filter(({ standing }) => standing.is === 'unknown').length, 'without a value of a goal or limit'],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${what}`]));
  const stay = front.filter(({ standing }) => standing.is === 'front').length;
  const found = near.filter(({ standing }) => standing.is === 'front').length;
  const sentences = [
    parts.length === 0
      ? `${front.length === 1 ? 'The point' : `All ${front.length} points`} that the search put on the front ${front.length === 1 ? 'stays' : 'stay'} there with other luck.`
      : front.length === 1
        ? `The point that the search put on the front does not stay there with other luck: it ${listInWords(parts).slice(2)}.`
        : `Of the ${front.length} points that the search put on the front, ${stay === 0 ? 'none stays' : stay === 1 ? '1 stays' : `${stay} stay`} there with other luck; ${listInWords(parts)}.`,
  ];
  if (front.length === 0) sentences.pop();
  if (near.length > 0) {
    const why = `that luck could not tell from it${limits.length > 0 ? ' or that keep to the limits more surely' : ''}`;
    const left = nearLeftOut > 0 ? ` (${nearLeftOut} more that are hard to tell were not run again)` : '';
    sentences.push(
      `Of ${near.length} further ${near.length === 1 ? 'point' : 'points'} ${why}${left}, ${found === 0 ? 'none is' : found === 1 ? '1 is' : `${found} are`} on the front with other luck.`,
    );
  }
  return sentences;
}

function limitSentences(tables: ReportTables, front: FrontFindings): string[] {
  const points = onFront(front);
  if (!front.check.done || points.length === 0) return [];
  return front.limits.flatMap((limit, i) => {
    const known = points.filter(({ limits }) => limits[i].chance !== null);
    const unsure = known.filter(({ limits }) => limits[i].chance! < SURE);
    const name = limitName(tables, limit);
    if (known.length === 0) return [];
    if (unsure.length === 0)
      return [
        `All points of the front keep to ${name}, each with a probability of at least ${formatPercent(SURE, 1)}.`,
      ];
    const least = unsure.reduce((a, b) => (b.limits[i].chance! < a.limits[i].chance! ? b : a));
    return [
      `${sentenceCase(placesInWords(unsure.map(({ place }) => place!)))} may break ${name}: the probability that it is kept is ${unsure.length === 1 ? '' : `as low as `}${formatPercent(least.limits[i].chance, 0)}${unsure.length === 1 ? '' : ` at place ${least.place}`}.`,
    ];
  });
}

/** "parked share of client-weeks of at most 30%". */
export function limitName(
  tables: ReportTables,
  { measure, is, value }: FrontFindings['limits'][number],
): string {
  const figure = formatQuantity(value, measureQuantity(measure, tables), tables.manifest.currency);
  return `${measureName(measure, tables)} of at ${is === 'atMost' ? 'most' : 'least'} ${figure}`;
}

/** "place 3", "places 1, 2 and 4", "5 places from 1 to 9"; 0 is the scenario as it stands. */
export function placesInWords(places: readonly number[]): string {
  const numbers = places.filter((place) => place > 0).sort((a, b) => a - b);
  const listed =
    numbers.length === 0
      ? []
      : numbers.length === 1
        ? [`place ${numbers[0]}`]
        : numbers.length <= 5
          ? [`places ${listInWords(numbers.map(String))}`]
          : [`${numbers.length} places from ${numbers[0]} to ${numbers[numbers.length - 1]}`];
  return listInWords([...(places.includes(0) ? ['the scenario as it stands'] : []), ...listed]);
}

/** "on the front", "clearly beaten by place 3", "breaks the limit of …, though luck may be the reason". */
export function standingInWords(tables: ReportTables, standing: Standing): string {
  switch (standing.is) {
    case 'front':
      return 'on the front';
    case 'beaten':
      return beatenInWords(standing);
    case 'breaks':
      return `${standing.clearly ? 'clearly breaks' : 'breaks, though luck may be the reason,'} the limit of ${listInWords(standing.limits.map((key) => measureName(key, tables)))}`;
    default:
      return 'no value';
  }
}

/** "clearly beaten by place 3", "beaten, though luck may be the reason, by places 2 and 4". */
export function beatenInWords({ by, clearly }: Extract<Standing, { is: 'beaten' }>): string {
  return `${clearly ? 'clearly beaten' : 'beaten, though luck may be the reason,'} by ${placesInWords(by)}`;
}
