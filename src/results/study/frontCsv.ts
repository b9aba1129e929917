import { csvLine } from '../../tables/csv.ts';
import type { FilePoint, FrontFindings, FrontMember, Standing } from '../../tables/front.ts';
import type { VariedParameter } from '../../tables/study.ts';

/**
 * `front.csv`: a row for the scenario as it stands (place `file`) and for every point that was run again with other luck,
 * those on the front first: its settings, and each goal and limit in the luck of the search, in other luck with interval,
 * and of goals the difference from the scenario as it stands and from the place before.
 */
export function frontCsv(
  { goals, limits, file, members }: FrontFindings,
  varied: readonly VariedParameter[],
): string {
  const paths = varied.map(({ path }) => path);
  let text = csvLine([
    'place',
    'point',
    'checkPoint',
    'file',
    'chosen',
    'alike',
    'standing',
    'clearly',
    'by',
    ...paths,
    ...goals.flatMap(({ measure }) =>
      [
        'search',
        'mean',
        'lo',
        'hi',
        'fromFile',
        'fromFileLo',
        'fromFileHi',
        'fromPrevious',
        'fromPreviousLo',
        'fromPreviousHi',
      ].map((name) => `${measure}:${name}`),
    ),
    ...limits.flatMap(({ measure }) =>
      ['search', 'mean', 'lo', 'hi', 'chance'].map((name) => `${measure}:limit:${name}`),
    ),
  ]);
  const own = varied.map(({ stated }) => stated);
  text += csvLine([
    'file',
    file.point,
    null,
    null,
    null,
    null,
    ...told(file.standing),
    ...own,
    ...numbers(file),
  ]);
  for (const one of members)
    text += csvLine([
      one.place,
      one.point,
      one.checkPoint,
      one.file,
      one.chosen,
      one.alike,
      ...told(one.standing),
      ...paths.map((path) => one.settings[path]),
      ...numbers(one),
    ]);
  return text;
}

function told(standing: Standing): (string | null)[] {
  const clearly = 'clearly' in standing ? (standing.clearly ? 'yes' : 'no') : null;
  const by =
    standing.is === 'beaten'
      ? standing.by.map((place) => (place === 0 ? 'file' : place)).join(' ')
      : standing.is === 'breaks'
        ? standing.limits.join(' ')
        : null;
  return [standing.is, clearly, by];
}

const numbers = ({ goals, limits }: FilePoint | FrontMember): (number | null)[] => [
  ...goals.flatMap(({ search, mean, lo, hi, fromFile, fromPrevious }) => [
    search,
    mean,
    lo,
    hi,
    fromFile.mean,
    fromFile.lo,
    fromFile.hi,
    fromPrevious.mean,
    fromPrevious.lo,
    fromPrevious.hi,
  ]),
  ...limits.flatMap(({ search, mean, lo, hi, chance }) => [search, mean, lo, hi, chance]),
];
