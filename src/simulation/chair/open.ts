import type { Scenario } from '../../model/schema/scenario.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import type {
  ChairDebrief,
  ChairDesk,
  ChairDivision,
  ChairResult,
  ChairSettings,
} from '../../tables/chair.ts';
import type { MeaningProblem } from '../meaningProblem.ts';
import { debriefOf } from './debrief.ts';
import { deskView } from './desk.ts';
import { asOutsideHours, divisionProblems } from './division.ts';
import { type ChairRoom, type ChairWish, openRoom } from './room.ts';
import { sitUntil } from './sit.ts';

/**
 * A sitting in the caseworker's chair: some weeks of one caseworker of one world, divided by hand. The world is run anew
 * for every desk, as the divisions so far say; the same divisions give the same desk anywhere.
 */
export class Chair {
  private readonly made: ChairDivision[] = [];
  /** The desk of the week that comes next; undefined when there is none. */
  desk: ChairDesk | undefined;

  constructor(private readonly room: ChairRoom) {
    this.desk = this.look();
  }

  get settings(): ChairSettings {
    return this.room.settings;
  }

  /** The divisions so far, one a week. */
  get divisions(): readonly ChairDivision[] {
    return this.made;
  }

  /** Divides the week's hours and goes on to the next; refuses, with all problems, what cannot be done. */
  divide(division: ChairDivision): MeaningProblem[] {
    if (this.desk === undefined) return [{ path: [], message: 'all weeks are divided' }];
    const problems = divisionProblems(this.desk, division);
    if (problems.length > 0) return problems;
    this.made.push(structuredClone(division));
    this.desk = this.look();
    return [];
  }

  /** Takes the last week back, if there is one. */
  takeBack(): void {
    if (this.made.pop() !== undefined) this.desk = this.look();
  }

  /** What came of it; of the weeks divided so far. */
  debrief(): ChairDebrief {
    return debriefOf(this.room, this.made);
  }

  /** The sitting as a file. */
  result({ parked, ...debrief }: ChairDebrief, student?: string): ChairResult {
    const { loaded, design, scenario, settings } = this.room;
    return {
      format: 1,
      kind: 'chair',
      scenario: { name: loaded.name, title: scenario.title, hash: design.hash, seed: scenario.seed },
      settings,
      ...(student && { student }),
      divisions: structuredClone(this.made),
      debrief,
    };
  }

  /** The desk of the week that comes next; none after the last, and none where the caseworker has left before it. */
  private look(): ChairDesk | undefined {
    const nth = this.made.length;
    if (nth >= this.settings.weeks) return undefined;
    let seen: ChairDesk | undefined;
    sitUntil(
      this.room,
      (world, desk, week) => {
        if (week < nth) return asOutsideHours(world, desk, this.made[week]);
        seen = deskView(this.room, world, desk, week);
        return undefined;
      },
      nth,
    );
    return seen;
  }
}

/** Opens a chair in one world of a scenario. Throws ChairError, with all problems, where there is none as asked for. */
export const openChair = (loaded: LoadedScenario<Scenario>, wish: ChairWish = {}): Chair =>
  new Chair(openRoom(loaded, wish));
