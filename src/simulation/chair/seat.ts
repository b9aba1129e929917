import { writeCaseworkerId } from '../../model/build/caseworkers.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import type { ResolvedDesign } from '../../scenario/index.ts';
import { median } from '../../statistics/index.ts';
import { buildWorld, type Shared } from '../build.ts';
import { runWorld } from '../run.ts';
import { unknownName } from '../unknownName.ts';
import { CHAIR_ROLE, ChairError } from './chairError.ts';

/** A caseworker with a desk. */
export interface Seat {
  worker: number;
  holder: number;
  id: string;
}

/**
 * The caseworker of the main role whose caseload in the first week is nearest to the median of those who have hours to
 * divide in each of these weeks, the first of equals; or the one of them who is `named`.
 */
export function findSeat(
  design: ResolvedDesign<Scenario>,
  shared: Shared,
  from: number,
  weeks: number,
  named: string | undefined,
): Seat {
  const built = buildWorld(design, shared);
  const { world } = built;
  const desks = new Map<number, { holder: number; load: number; weeks: number }>();
  world.outsideDivision = (_, { role, worker, clients }) => {
    if (role !== CHAIR_ROLE || world.step < from || clients.length === 0) return undefined;
    const holder = world.caseworkers.id[worker];
    if (world.step === from) desks.set(worker, { holder, load: clients.length, weeks: 0 });
    const desk = desks.get(worker);
    if (desk?.holder === holder) desk.weeks++;
    return undefined;
  };
  runWorld(built, ({ step }) => step + 1 >= from + weeks);
  const seats = [...desks].flatMap(([worker, desk]) =>
    desk.weeks === weeks ? [{ worker, ...desk, id: writeCaseworkerId(desk.holder) }] : [],
  );
  if (seats.length === 0)
    throw new ChairError([
      {
        path: ['from'],
        message: `nobody of the main role has clients and hours to divide in all of the weeks ${from} to ${from + weeks - 1}`,
        found: String(from),
      },
    ]);
  if (named !== undefined) {
    const seat = seats.find(({ id }) => id === named);
    if (seat) return seat;
    throw new ChairError(
      unknownName(
        ['caseworker'],
        'caseworker with a desk in these weeks',
        seats.map(({ id }) => id),
        named,
      ),
    );
  }
  const middle = median(seats.map(({ load }) => load)) ?? 0;
  const away = ({ load }: { load: number }): number => Math.abs(load - middle);
  return seats.reduce((best, seat) => (away(seat) < away(best) ? seat : best));
}
