import type { ClientWeeks, Tallies } from '../../measures/index.ts';
import type { World } from '../../model/world.ts';
import { CHAIR_ROLE } from './chairError.ts';

/**
 * The part of a run's tallies that was counted in the weeks of a sitting at its desk: what a step adds to a client's
 * counts is taken over if the client lay on the desk in it. So measures of a sitting are those of runs.
 */
export class DeskWeeks implements ClientWeeks {
  readonly cohort: ClientWeeks['cohort'];
  readonly claimWeeks: Uint16Array;
  readonly roleHours: Float64Array[];
  readonly unseenWeeks: Uint16Array;
  readonly holdingWeeks: Uint16Array;
  readonly tokenWeeks: Uint16Array;
  private readonly served: Uint16Array;
  private rows: Int32Array = new Int32Array(0);
  private before: number[][] = [];

  constructor(
    { people, names }: World,
    private readonly tallies: Tallies,
  ) {
    const weeks = () => new Uint16Array(people.count);
    this.cohort = { from: 0, to: people.count };
    this.claimWeeks = weeks();
    this.roleHours = names.roles.map(() => new Float64Array(people.count));
    this.unseenWeeks = weeks();
    this.holdingWeeks = weeks();
    this.tokenWeeks = weeks();
    this.served = weeks();
  }

  /** Hours of these clients are about to be divided. */
  open(rows: Int32Array): void {
    this.rows = rows;
    this.before = this.counted().map(([from]) => Array.from(rows, (row) => from[row]));
  }

  /** The tallies have counted the step. */
  close(): void {
    this.counted().forEach(([from, to], column) => {
      this.rows.forEach((row, at) => {
        to[row] += from[row] - this.before[column][at];
      });
    });
    this.rows = new Int32Array(0);
  }

  claimWeeksOf(role: number): Uint16Array {
    return role === CHAIR_ROLE ? this.served : this.claimWeeks;
  }

  weeksWithoutContact(row: number): number {
    return this.unseenWeeks[row] + this.tokenWeeks[row];
  }

  /** Columns of the run, each with the column here that it adds to. */
  private counted(): [Uint16Array | Float64Array, Uint16Array | Float64Array][] {
    const { tallies } = this;
    return [
      [tallies.claimWeeks, this.claimWeeks],
      [tallies.claimWeeksOf(CHAIR_ROLE), this.served],
      [tallies.roleHours[CHAIR_ROLE], this.roleHours[CHAIR_ROLE]],
      [tallies.unseenWeeks, this.unseenWeeks],
      [tallies.holdingWeeks, this.holdingWeeks],
      [tallies.tokenWeeks, this.tokenWeeks],
    ];
  }
}
