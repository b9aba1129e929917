import * as comlink from 'comlink';
import { type WatchSession, type WeekOfField, watchDesign } from '../../simulation/index.ts';
import type { CaseworkerStep } from '../../tables/caseworkerWeek.ts';
import type { Life } from '../../tables/life.ts';
import type { Draft, Refused } from './protocol.ts';
import { type BundledTexts, bundleOf, questionOf } from './question.ts';
import { orRefusal } from './refusal.ts';
import { ScenarioShelf } from './scenarioShelf.ts';
import type { Frame, WatchedField, WatchedWorld } from './watchProtocol.ts';

/** Part of the light of a week that is left after another. */
const FADE = 0.8;

/** Hours of late that are as bright as can be: nearly an hour every week. */
const BRIGHTEST = 4;

/** Worlds that can be asked about: two side by side, those before them, and others in which a client is looked for. */
const MOST = 6;

interface WatchedSession {
  session: WatchSession;
  light: Float64Array;
  /** What fixes the world. */
  key: string;
}

/** Lets the page watch worlds: in a worker of its own, so that neither the page nor the desk waits. */
export class Watcher {
  private bundled: BundledTexts = {};
  private readonly shelf = new ScenarioShelf();
  private readonly sessions = new Map<number, WatchedSession>();
  private last = 0;

  begin(bundled: BundledTexts): void {
    this.bundled = bundled;
  }

  /** Opens a world of the draft before its first week. */
  open(draft: Draft, world: WatchedWorld): WatchedField | Refused {
    return orRefusal(() => {
      const { session } = this.begun(draft, world);
      return fieldOf(this.last, session);
    });
  }

  /** Runs on by at most so many weeks; fewer, or none, where the run is over. */
  weeks(id: number, count: number): Frame[] {
    const { session, light } = this.watched(id);
    const frames: Frame[] = [];
    while (frames.length < count && !session.done) frames.push(frameOf(session.step(), light));
    return comlink.transfer(
      frames,
      frames.flatMap((frame) => columnsOf(frame).map(({ buffer }) => buffer as ArrayBuffer)),
    );
  }

  life(id: number, place: number): Life {
    return this.watched(id).session.lifeOf(place);
  }

  caseworker(id: number, worker: number, week: number): CaseworkerStep[] {
    return this.watched(id).session.weekOf(worker, week);
  }

  /** The life of the client of that id in another world of the draft; null where that world has no such client. */
  lifeUnder(draft: Draft, world: WatchedWorld, client: string): Life | null {
    const key = keyOf(draft, world);
    const known = [...this.sessions.values()].find((each) => each.key === key);
    const { session } = known ?? this.begun(draft, world);
    const place = session.placeOf(client);
    return place < 0 ? null : session.lifeOf(place);
  }

  private begun(draft: Draft, world: WatchedWorld): WatchedSession {
    const { experiment } = questionOf(draft, bundleOf(draft.source, this.bundled), this.shelf);
    const { loaded } = experiment.members[0];
    const session = watchDesign(loaded, world.design, world.replicate);
    const begun = { session, light: new Float64Array(session.people.count), key: keyOf(draft, world) };
    this.sessions.set(++this.last, begun);
    for (const oldest of this.sessions.keys()) if (this.sessions.size > MOST) this.sessions.delete(oldest);
    return begun;
  }

  private watched(id: number) {
    const found = this.sessions.get(id);
    if (found === undefined) throw new RangeError(`the world ${id} is watched no more`);
    return found;
  }
}

const keyOf = ({ source, scale, columns }: Draft, { design, replicate }: WatchedWorld): string =>
  JSON.stringify([source, scale, columns.filter((column) => column.design === design), replicate]);

function fieldOf(id: number, session: WatchSession): WatchedField {
  const { names, people, design, posts, world } = session;
  const { phase } = world;
  return {
    session: id,
    design: design.id,
    title: design.title,
    weeks: session.weeks,
    clients: Array.from(people.row, (_, place) => session.clientAt(place)),
    fifth: people.fifth,
    group: people.group,
    groups: names.groups,
    stages: names.stages,
    counts: Array.from(phase.stageCounts, (counts) => counts === 1),
    posts: posts.map(({ caseworker, role, office, disposition }) => ({
      caseworker,
      role: names.roles[role],
      office: names.offices[office],
      disposition: names.dispositions[disposition],
    })),
    parkedAfter: design.scenario.measures.parkedAfter,
    currency: design.scenario.currency,
  };
}

/** A week as the page draws it; `light` is what is left of the weeks before, and goes on. */
function frameOf(seen: WeekOfField, light: Float64Array): Frame {
  for (let place = 0; place < light.length; place++) light[place] = light[place] * FADE + seen.hours[place];
  return {
    week: seen.week,
    light: Uint8Array.from(light, (hours) => Math.round(255 * Math.sqrt(Math.min(1, hours / BRIGHTEST)))),
    tenths: Uint8Array.from(seen.hours, (hours) => Math.min(255, Math.round(10 * hours))),
    contact: seen.contact,
    status: seen.status,
    parked: seen.parked,
    stage: seen.stage,
    crisis: seen.crisis,
    unseen: Uint8Array.from(seen.weeksUnseen, (weeks) => Math.min(255, Math.max(0, weeks))),
    caseworker: Int16Array.from(seen.caseworker),
    sums: seen.sums,
  };
}

const columnsOf = (frame: Frame) => [
  frame.light,
  frame.tenths,
  frame.contact,
  frame.status,
  frame.parked,
  frame.stage,
  frame.crisis,
  frame.unseen,
  frame.caseworker,
];
