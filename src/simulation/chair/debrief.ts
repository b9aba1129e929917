import { writeClientId } from '../../model/build/people.ts';
import { dispositionWeights } from '../../model/staff/weights.ts';
import type { OpenDesk, OutsideHours } from '../../model/week/allocate/outside.ts';
import type { World } from '../../model/world.ts';
import type { ChairDebrief, ChairDivision, DispositionDistance } from '../../tables/chair.ts';
import { CHAIR_ROLE } from './chairError.ts';
import { distanceBetween, nearestOf } from './distance.ts';
import { asOutsideHours } from './division.ts';
import { DeskLedger, eventsSince, figuresOf } from './figures.ts';
import type { ChairRoom } from './room.ts';
import { type Sitting, sit } from './sit.ts';

/** What a disposition would divide at a desk, with the caseworker's own noise and beliefs. */
export const dividedAs = (world: World, desk: OpenDesk, disposition: string): OutsideHours =>
  desk.dividedBy(dispositionWeights(disposition, world.phase.scenario.caseworkers.dispositions));

/**
 * Plays a sitting to its end as the student divided it and once as each disposition would have. Hours alone are divided
 * otherwise: what is done in them, and all that comes after these weeks, is left to the caseworker whose chair it is.
 */
export function debriefOf(room: ChairRoom, divisions: readonly ChairDivision[]): ChairDebrief {
  const { from, dispositions } = room.settings;
  const asked = dispositions.map((): number[] => []);
  const apart: number[] = [];
  const own = play(room, (world, desk, nth) => {
    const division = divisions[nth];
    if (division === undefined) return undefined;
    const given = asOutsideHours(world, desk, division);
    const others = dispositions.map((disposition) => dividedAs(world, desk, disposition));
    const { tokenHours } = world.phase.roles[CHAIR_ROLE];
    others.forEach((other, at) => {
      asked[at].push(distanceBetween(desk, tokenHours, given, other));
      for (const another of others.slice(0, at))
        apart.push(distanceBetween(desk, tokenHours, other, another));
    });
    return given;
  });
  const parked = own.ledger.parked;
  const theirs = dispositions.map((disposition) => {
    const { sitting, ledger } = play(room, (world, desk, nth) =>
      nth < divisions.length ? dividedAs(world, desk, disposition) : undefined,
    );
    const { world } = sitting;
    const fates = parked.map((row) => ({
      hours: ledger.given.get(row) ?? 0,
      trustAfter: sitting.trustAfter[row],
      events: eventsSince(world, world.clients, row, from).map(({ event }) => event),
    }));
    return { disposition, figures: figuresOf(sitting, ledger, from), fates };
  });
  const distances = dispositions
    .map(
      (disposition, at): DispositionDistance => ({
        disposition,
        distance: mean(asked[at]),
        byWeek: asked[at],
      }),
    )
    .sort((a, b) => a.distance - b.distance);
  const { world } = own.sitting;
  const { names, people, caseworkers, phase } = world;
  return {
    mainEvent: names.events[phase.mainEvent],
    parkedAfter: room.scenario.measures.parkedAfter,
    yours: figuresOf(own.sitting, own.ledger, from),
    dispositions: Object.fromEntries(theirs.map(({ disposition, figures }) => [disposition, figures])),
    distances,
    nearest: nearestOf(distances),
    apart: apart.length > 0 ? mean(apart) : null,
    holder: names.dispositions[caseworkers.disposition[room.worker]],
    parked: parked.map((row, at) => ({
      client: writeClientId(people.id[row]),
      group: names.groups[people.group[row]],
      fifth: people.fifth[row] + 1,
      trust: { before: own.ledger.trustBefore.get(row) ?? 0, after: own.sitting.trustAfter[row] },
      here: eventsSince(world, world.clients, row, from),
      twin: eventsSince(world, world.twins, row, from),
      under: Object.fromEntries(theirs.map(({ disposition, fates }) => [disposition, fates[at]])),
    })),
  };
}

function play(
  room: ChairRoom,
  hand: (world: World, desk: OpenDesk, nth: number) => OutsideHours | undefined,
): { sitting: Sitting; ledger: DeskLedger } {
  const ledger = new DeskLedger();
  const sitting = sit(room, (world, desk, nth) => {
    const given = hand(world, desk, nth);
    if (given !== undefined) ledger.add(world, desk, given);
    return given;
  });
  return { sitting, ledger };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
