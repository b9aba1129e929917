import { writeCaseworkerId } from '../../../model/build/caseworkers.ts';
import { writeClientId } from '../../../model/build/people.ts';
import type { Scenario } from '../../../model/schema/scenario.ts';
import type { LoadedScenario, ResolvedDesign } from '../../../scenario/index.ts';
import {
  type CaseworkerTrace,
  type ClientTrace,
  type Picked,
  type PickRule,
  TRACE_FORMAT,
} from '../../../tables/trace.ts';
import { buildWorld, type Shared } from '../../build.ts';
import { Sharing } from '../../sharing.ts';
import { sliceTitles } from '../../titles.ts';
import { traceCaseworker } from './caseworkerTrace.ts';
import { traceClient } from './clientTrace.ts';
import { type Found, Picker } from './pick.ts';

/** A caseworker's post, by the id of who holds it at the start. */
export interface TracedPost {
  id: string;
  role: string;
  office: string;
}

/**
 * Traces lives and caseworkers in the world of one design in one replicate: the same world, to the last digit, that a run
 * has. Nothing is run before something is asked for. Throws a RangeError for a design that the scenario does not have.
 */
export class Tracer {
  /** Ids of all who can be referred, in order of referral. */
  readonly clients: readonly string[];
  readonly posts: readonly TracedPost[];
  /** Weeks of the run. */
  readonly weeks: number;
  private readonly design: ResolvedDesign<Scenario>;
  private readonly shared: Shared;
  private readonly stepsPerWeek: number;
  private picker: Picker | undefined;

  /** @param scenario what the scenario is called: the stem of its file */
  constructor(
    loaded: LoadedScenario<Scenario>,
    private readonly scenario: string,
    designId: string,
    private readonly replicate: number,
  ) {
    const design = loaded.designs.find(({ id }) => id === designId);
    if (design === undefined) throw new RangeError(`there is no design ${designId}`);
    this.design = design;
    this.shared = new Sharing(loaded, replicate).of(design);
    const { world } = buildWorld(design, this.shared);
    const { people, caseworkers, names, clock } = world;
    this.weeks = world.steps / clock.stepsPerWeek;
    this.stepsPerWeek = clock.stepsPerWeek;
    this.clients = Array.from(people.id, writeClientId);
    this.posts = Array.from(caseworkers.id, (id, at) => ({
      id: writeCaseworkerId(id),
      role: names.roles[caseworkers.role[at]],
      office: names.offices[caseworkers.office[at]],
    }));
  }

  /** A telling case by one of the rules; undefined where it fits nobody in this world. */
  pick(rule: PickRule): Found | undefined {
    this.picker ??= new Picker(this.design, this.shared);
    return this.picker.find(rule);
  }

  /** The life of a client, given as the place in `clients`. */
  client(at: number, picked: Picked | null = null): ClientTrace {
    const { client, steps, mainEvent, parkedAfter } = traceClient(this.design, this.shared, at);
    return { ...this.head(), traces: 'client', picked, mainEvent, parkedAfter, client, steps };
  }

  /** A caseworker's weeks, given as the place in `posts`. */
  caseworker(at: number): CaseworkerTrace {
    const { id, role, office } = this.posts[at];
    const posts = this.posts.filter((post) => post.role === role && post.office === office).length;
    const steps = traceCaseworker(this.design, this.shared, at);
    return { ...this.head(), traces: 'caseworker', caseworker: { id, role, office, posts }, steps };
  }

  private head() {
    const { design, replicate, scenario, weeks, stepsPerWeek } = this;
    return {
      format: TRACE_FORMAT,
      scenario,
      title: design.scenario.title,
      design: design.id,
      designTitle: design.title,
      replicate,
      seed: design.scenario.seed,
      currency: design.scenario.currency,
      stepsPerWeek,
      weeks,
      titles: sliceTitles([design.scenario]),
    } as const;
  }
}
