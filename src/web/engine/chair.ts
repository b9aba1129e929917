import {
  type Chair,
  ChairError,
  type ChairWish,
  type CollectedResult,
  openChair,
  overlayClass,
  readResult,
  sliceTitles,
} from '../../simulation/index.ts';
import type {
  ChairClass,
  ChairDebrief,
  ChairDesk,
  ChairDivision,
  ChairResult,
  ChairSettings,
} from '../../tables/chair.ts';
import type { Surroundings } from './desk.ts';
import type { Draft } from './protocol.ts';
import { bundleOf, questionOf } from './question.ts';
import { refusalOf } from './refusal.ts';
import { ScenarioShelf } from './scenarioShelf.ts';

/** Titles by what they name (`group`, `stage`, `duty`, `office`), then by name. */
export type ChairTitles = Record<string, Record<string, string>>;

/** A sitting under way, as the page shows it. */
export interface Seated {
  settings: ChairSettings;
  /** The desk of the week that comes next; null after the last. */
  desk: ChairDesk | null;
  divisions: readonly ChairDivision[];
  /** What was put into this week before it was taken back; null for a week that is new. */
  before: ChairDivision | null;
  titles: ChairTitles;
  currency: string;
}

/** What is wrong, a line each, with the client, duty or setting that it is about. */
export interface ChairRefusal {
  problems: { about: string; message: string }[];
}

/** The caseworker's chair in a worker: one sitting at a time. */
export class ChairService {
  private surroundings: Surroundings = { version: '', bundled: {} };
  private readonly shelf = new ScenarioShelf();
  private chair: Chair | undefined;
  private titles: ChairTitles = {};
  private currency = '';

  begin(surroundings: Surroundings): void {
    this.surroundings = surroundings;
  }

  /** Sits down in the world of a draft. */
  open(draft: Draft, wish: ChairWish): Seated | ChairRefusal {
    try {
      const plain = bundleOf(draft.source, this.surroundings.bundled);
      const { loaded } = questionOf(draft, plain, this.shelf).experiment.members[0];
      this.chair = openChair(loaded, wish);
      const { scenario } = loaded.designs[0];
      this.currency = scenario.currency;
      const stages = Object.entries(scenario.pathway.stages).flatMap(([name, { title }]) =>
        title === '' ? [] : [[name, title] as const],
      );
      this.titles = {
        ...sliceTitles(loaded.designs.map((design) => design.scenario)),
        stage: Object.fromEntries(stages),
      };
      return this.seated(this.chair);
    } catch (error) {
      if (error instanceof ChairError) return refusal(error.problems);
      return { problems: [{ about: '', message: refusalOf(error).text }] };
    }
  }

  divide(division: ChairDivision): Seated | ChairRefusal {
    const chair = this.taken();
    const problems = chair.divide(division);
    return problems.length > 0 ? refusal(problems) : this.seated(chair);
  }

  takeBack(): Seated {
    const chair = this.taken();
    const before = chair.divisions.at(-1) ?? null;
    chair.takeBack();
    return this.seated(chair, before);
  }

  debrief(): ChairDebrief {
    return this.taken().debrief();
  }

  result(debrief: ChairDebrief, student: string): ChairResult {
    return this.taken().result(debrief, student.trim());
  }

  /** Reads the files of a class and lays over each other those of the same desk. */
  overlay(files: readonly { name: string; text: string }[]): { overlay: ChairClass | null } & ChairRefusal {
    const read = files.map(({ name, text }) => ({ file: name, ...readResult(name, text) }));
    const collected = read.flatMap(({ file, result }): CollectedResult[] =>
      result ? [{ file, result }] : [],
    );
    const { overlay, problems } = overlayClass(collected);
    return { overlay, ...refusal([...read.flatMap((one) => one.problems), ...problems]) };
  }

  private taken(): Chair {
    if (this.chair === undefined) throw new Error('nobody has sat down');
    return this.chair;
  }

  private seated({ settings, desk, divisions }: Chair, before: ChairDivision | null = null): Seated {
    const { titles, currency } = this;
    return { settings, desk: desk ?? null, divisions, before, titles, currency };
  }
}

type Problem = { path: string[]; message: string; found?: string; allowed?: string; nearest?: string };

const refusal = (problems: readonly Problem[]): ChairRefusal => ({
  problems: problems.map(({ path, message, found, allowed, nearest }) => {
    const parts = [
      ...(found === undefined || message.includes(found) ? [] : [`found ${found}`]),
      ...(allowed === undefined || message.includes(allowed) ? [] : [`allowed: ${allowed}`]),
      ...(nearest === undefined ? [] : [`did you mean ${nearest}?`]),
    ];
    return {
      about: path.at(path[0] === 'clients' || path[0] === 'duties' || path[0] === 'inForm' ? 1 : 0) ?? '',
      message: parts.length > 0 ? `${message} (${parts.join('; ')})` : message,
    };
  }),
});
