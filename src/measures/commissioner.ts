import { type HeldReview, outcomeKinds } from '../model/commissioner/state.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { commissionerDocs } from './commissionerDocs.ts';
import type { Companions, MeasureFamily } from './measure.ts';
import { ratioRow, valueRow } from './slices.ts';

/** What the commissioner did at reviews, how well it knew what it did, and what became of rivals. */
export const commissioner: MeasureFamily = {
  id: 'commissioner',
  measures: commissionerDocs,
  create: () => ({ finish: (world, companions) => [...reviewRows(world), ...rivalRows(world, companions)] }),
};

function reviewRows(world: World): MeasureRow[] {
  const { names, offices, commissioner: state } = world;
  const { held, priority } = state;
  const ends = held.flatMap((review) => (review.ended === undefined ? [] : [review]));
  const judged = ends.flatMap((review) => {
    const better = wasBetter(review);
    return better === undefined ? [] : [better];
  });
  const agreements = held.flatMap((review) => {
    const agreement = rankCorrelation(review.evidence, review.value);
    return agreement === undefined ? [] : [agreement];
  });
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const referred = (share: number): number | null => (world.people.count > 0 ? share : null);
  const nobody = 'nobody was referred';
  const sets = (weight: number): number | null =>
    held.some((review) => review.kind === 'prioritise') ? weight : null;
  const noBoard = 'no board set priorities';
  const none = 'no contract was ended whose provider could be compared';
  return [
    valueRow('commissioner.reviews', '', held.length, ''),
    valueRow('commissioner.ended', '', ends.length, ''),
    ...names.offices.map((name, office) => {
      const own = ends.filter(({ ended }) => ended?.office === office).length;
      return valueRow('commissioner.ended', `office=${name}`, own, '');
    }),
    ratioRow('commissioner.falseEnd', '', judged.filter((better) => better).length, judged.length, none),
    valueRow('commissioner.bestEnded', '', ends.filter(endedTheBest).length, ''),
    ratioRow(
      'commissioner.rankAgreement',
      '',
      sum(agreements),
      agreements.length,
      'no review had evidence by which offices differ',
    ),
    valueRow('commissioner.share', '', referred(Math.max(...offices.referralShare)), nobody),
    ...names.offices.map((name, office) =>
      valueRow('commissioner.share', `office=${name}`, referred(offices.referralShare[office]), nobody),
    ),
    valueRow(
      'commissioner.changedByStories',
      '',
      held.filter((review) => review.changedByStories).length,
      '',
    ),
    valueRow('commissioner.changedByFavour', '', held.filter((review) => review.changedByFavour).length, ''),
    valueRow('board.priority', '', sets(Math.max(...priority)), noBoard),
    ...outcomeKinds.map((kind, at) =>
      valueRow('board.priority', `kind=${kind}`, sets(priority[at]), noBoard),
    ),
  ];
}

/** Whether an ended provider was truly better than its successor, or than the mean of those who stayed; undefined where neither is known. */
function wasBetter({ ended, offices, value }: HeldReview): boolean | undefined {
  if (ended === undefined) return undefined;
  const own = value[offices.indexOf(ended.office)];
  const known = (office: number): boolean => !Number.isNaN(value[offices.indexOf(office)] ?? Number.NaN);
  const against =
    offices.includes(ended.successor) && known(ended.successor)
      ? [ended.successor]
      : offices.filter((office) => office !== ended.office && known(office));
  if (Number.isNaN(own) || against.length === 0) return undefined;
  const mean = against.reduce((total, office) => total + value[offices.indexOf(office)], 0) / against.length;
  return own > mean;
}

function endedTheBest({ ended, offices, value }: HeldReview): boolean {
  const known = value.filter((each) => !Number.isNaN(each));
  return (
    ended !== undefined && known.length > 1 && value[offices.indexOf(ended.office)] === Math.max(...known)
  );
}

/** Spearman's correlation over the places where both are known; undefined where one of them does not differ. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | undefined {
  const places = a.flatMap((value, place) => (Number.isNaN(value) || Number.isNaN(b[place]) ? [] : [place]));
  const ranks = (values: readonly number[]): number[] =>
    places.map(
      (place) =>
        places.filter((other) => values[other] < values[place]).length +
        places.filter((other) => values[other] === values[place]).length / 2,
    );
  const [x, y] = [ranks(a), ranks(b)];
  // Ranks of n at mid-rank have the mean n / 2.
  const mean = places.length / 2;
  const cross = (p: number[], q: number[]): number =>
    p.reduce((total, value, at) => total + (value - mean) * (q[at] - mean), 0);
  const scale = Math.sqrt(cross(x, x) * cross(y, y));
  return scale > 0 ? cross(x, y) / scale : undefined;
}

function rivalRows(world: World, { noService }: Companions): MeasureRow[] {
  const { rivals, phase } = world;
  const pools = Object.keys(phase.scenario.world.openings);
  const unlimited = 'openings are unlimited';
  const rows = (measure: string, ofPool: (pool: number) => number): MeasureRow[] => {
    const values = pools.map((_, pool) => ofPool(pool));
    const whole = pools.length === 0 ? null : values.reduce((a, b) => a + b, 0);
    return [
      valueRow(measure, '', whole, unlimited),
      ...pools.map((name, pool) => valueRow(measure, `pool=${name}`, values[pool], '')),
    ];
  };
  return [
    ...rows('rivals.placed', (pool) => rivals.placed[pool]),
    ...rows('rivals.displaced', (pool) => rivals.alone[pool] - rivals.placed[pool]),
    ...(noService === undefined
      ? []
      : rows(
          'rivals.displacedByService',
          (pool) => noService.world.rivals.placed[pool] - rivals.placed[pool],
        )),
  ];
}
