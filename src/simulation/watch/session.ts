import { writeCaseworkerId } from '../../model/build/caseworkers.ts';
import { writeClientId } from '../../model/build/people.ts';
import { endsWeek, weekOf } from '../../model/clock.ts';
import type { Names } from '../../model/names.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import type { LoadedScenario, ResolvedDesign } from '../../scenario/index.ts';
import type { CaseworkerStep } from '../../tables/caseworkerWeek.ts';
import type { Life } from '../../tables/life.ts';
import type { Shared } from '../build.ts';
import { Sharing } from '../sharing.ts';
import { beginCopy, scenarioInSteps, type WatchedCopy } from './copy.ts';
import { FieldObserver, type FieldOfPeople, fieldOfPeople, type WeekOfField } from './field.ts';
import { lifeOf } from './life.ts';

/** A caseworker's post, and who holds it at the start. */
export interface WatchedPost {
  caseworker: string;
  role: number;
  office: number;
  disposition: number;
}

/**
 * Begins to watch the world of one design in one replicate: the same world, to the last digit, that `simulateReplicate`
 * runs. Several designs of a replicate may be given what they share. Throws a RangeError for a design that the scenario
 * does not have.
 */
export function watchDesign(
  loaded: LoadedScenario<Scenario>,
  designId: string,
  replicate: number,
  sharing = new Sharing(loaded, replicate),
): WatchSession {
  const design = loaded.designs.find(({ id }) => id === designId);
  if (design === undefined) throw new RangeError(`there is no design ${designId}`);
  return new WatchSession(design, sharing.of(design));
}

/** A world that goes on week by week, and can be asked at any week about a client or a caseworker. */
export class WatchSession {
  readonly people: FieldOfPeople;
  /** Weeks of the run. */
  readonly weeks: number;
  readonly names: Names;
  readonly posts: readonly WatchedPost[];
  private readonly copy: WatchedCopy;
  private readonly observer: FieldObserver;
  private last: WeekOfField | undefined;
  /** Divisions of the week asked for last, by caseworker. */
  private divisions: { week: number; of: Map<number, CaseworkerStep[]> } | undefined;

  constructor(
    readonly design: ResolvedDesign<Scenario>,
    private readonly shared: Shared,
  ) {
    this.copy = beginCopy(design, shared);
    const { world, allocation, twins } = this.copy;
    const { caseworkers } = world;
    this.people = fieldOfPeople(world);
    this.names = world.names;
    this.weeks = world.steps / world.clock.stepsPerWeek;
    this.posts = Array.from({ length: caseworkers.count }, (_, worker) => ({
      caseworker: writeCaseworkerId(caseworkers.id[worker]),
      role: caseworkers.role[worker],
      office: caseworkers.office[worker],
      disposition: caseworkers.disposition[worker],
    }));
    this.observer = new FieldObserver(
      world,
      scenarioInSteps(design),
      this.people,
      allocation.required,
      twins,
    );
  }

  /** The week run last; −1 before the first. */
  get week(): number {
    return this.last?.week ?? -1;
  }

  get done(): boolean {
    return this.copy.done;
  }

  /** Runs one week and tells how the field stands at its end. After the last week it tells of that again. */
  step(): WeekOfField {
    let week: WeekOfField | undefined;
    while (week === undefined && !this.copy.done) {
      this.copy.step();
      week = this.observer.observe();
      if (this.copy.done) this.copy.finish();
    }
    if (week !== undefined) this.last = week;
    if (this.last === undefined) throw new RangeError('a run has no week');
    return this.last;
  }

  /** Runs on to the end of a week, counted from 0; a week that has gone by is not brought back. */
  runTo(week: number): WeekOfField {
    let seen = this.last ?? this.step();
    while (seen.week < week && !this.done) seen = this.step();
    return seen;
  }

  /** The world as it stands, for tables. */
  get world() {
    return this.copy.world;
  }

  /** Id of the client at a place, as tables write it. */
  clientAt(place: number): string {
    return writeClientId(this.world.people.id[this.people.row[place]]);
  }

  /** Place of the client of that id; −1 for none. */
  placeOf(client: string): number {
    const { id } = this.world.people;
    return this.people.row.findIndex((row) => writeClientId(id[row]) === client);
  }

  /** The whole life of the client at a place, from referral to the end of the run, with the twin's beside it. */
  lifeOf(place: number): Life {
    return lifeOf(this.design, this.shared, this.people.row[place]);
  }

  /**
   * How a caseworker (a row of `posts`) divided hours in a week, counted from 0 and by default the one run last: one
   * division a step. The world is run once more up to that week; further caseworkers of the same week are at hand then.
   */
  weekOf(worker: number, week = this.week): CaseworkerStep[] {
    if (this.divisions?.week !== week)
      this.divisions = { week, of: divisionsOf(this.design, this.shared, week) };
    return this.divisions.of.get(worker) ?? [];
  }
}

/** All divisions of one week by caseworker. */
function divisionsOf(
  design: ResolvedDesign<Scenario>,
  shared: Shared,
  week: number,
): Map<number, CaseworkerStep[]> {
  const of = new Map<number, CaseworkerStep[]>();
  const inWeek = (): boolean => weekOf(copy.world.clock, copy.world.step) === week;
  const copy = beginCopy(design, shared, inWeek, (_, worker, step) => {
    const known = of.get(worker);
    if (known === undefined) of.set(worker, [step]);
    else known.push(step);
  });
  while (!copy.done) {
    copy.step();
    if (inWeek() && endsWeek(copy.world.clock, copy.world.step)) break;
  }
  return of;
}
