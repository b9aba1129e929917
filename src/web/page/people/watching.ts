import { batch, computed, signal } from '@preact/signals';
import type { CaseworkerStep } from '../../../tables/caseworkerWeek.ts';
import type { Life } from '../../../tables/life.ts';
import type { Draft } from '../../engine/protocol.ts';
import type { Frame, WatchedField } from '../../engine/watchProtocol.ts';
import type { Services } from '../workers.ts';

/** Weeks asked for at a time, so that the first can be shown while others run. */
const AHEAD = 13;

/** One world with the weeks that have been run. */
export interface World {
  field: WatchedField;
  frames: Frame[];
}

/** A client whose life is told, of one of the worlds shown. */
export interface ChosenClient {
  world: number;
  place: number;
  /** Chosen before, in the world of another design that was shown: nobody has just asked. */
  carried?: boolean;
}

/** A caseworker whose week is shown. */
export interface ChosenCaseworker {
  world: number;
  worker: number;
  week: number;
}

/** What is watched: one or two designs on the same luck, the week shown, and whom was asked about. */
export class Watching {
  readonly worlds = signal<readonly World[]>([]);
  /** Weeks that all worlds have been run for. */
  readonly ready = signal(0);
  readonly week = signal(0);
  readonly playing = signal(false);
  /** Weeks a second. */
  readonly speed = signal(4);
  readonly client = signal<ChosenClient | undefined>(undefined);
  readonly life = signal<Life | undefined>(undefined);
  /** The other design of the page under which the same client is looked for, and the life there: null where there is none. */
  readonly otherDesign = signal('');
  readonly otherLife = signal<Life | null | undefined>(undefined);
  readonly caseworker = signal<ChosenCaseworker | undefined>(undefined);
  readonly steps = signal<readonly CaseworkerStep[] | undefined>(undefined);
  readonly fault = signal('');
  /** Whether worlds are run that are not shown yet. */
  readonly opening = signal(false);
  /** What is asked for: designs by their ids, empty for the first on the page and for none beside it, and the run of luck. */
  readonly first = signal('');
  readonly second = signal('');
  readonly replicate = signal(0);
  /** The run of luck of the worlds that are shown: another may be asked for already. */
  readonly shownRun = signal(0);
  private begun = 0;
  private asked = '';
  /** Of which the worlds are, and those of other designs in which a client is looked for. */
  private readonly draft = signal<Draft | undefined>(undefined);
  private latest: Draft | undefined;
  /** Which people and which luck are shown: with these a client stays who they are when designs change. */
  private same = '';
  /** Whether somebody asked for the other design of the client, and is to be led to the life there. */
  private following = false;

  constructor(private readonly service: Services['watch']) {}

  get weeks(): number {
    return Math.min(...this.worlds.value.map(({ field }) => field.weeks));
  }

  /**
   * Begins anew with these designs of the draft; runs all their weeks, the first ones first. What is there already stays as it
   * is: who looks at another view and comes back finds the week and the life that were open.
   */
  async begin(draft: Draft, designs: readonly string[], replicate: number): Promise<void> {
    const { source, scale, columns } = draft;
    const shown = columns.filter(({ design }) => designs.includes(design));
    const asked = JSON.stringify([source, scale, shown, designs, replicate]);
    this.latest = draft;
    if (asked === this.asked) {
      if (!this.opening.value) this.keepUp(draft);
      return;
    }
    this.asked = asked;
    this.playing.value = false;
    this.opening.value = true;
    const number = ++this.begun;
    const isOld = (): boolean => number !== this.begun;
    const same = JSON.stringify([source, scale, replicate]);
    const from = same === this.same ? this.week.value : 0;
    try {
      const worlds: World[] = [];
      for (const design of designs) {
        const field = await this.service.open(draft, { design, replicate });
        if (isOld()) return;
        if ('problems' in field) {
          this.fail(field.text);
          return;
        }
        worlds.push({ field, frames: [] });
      }
      const weeks = Math.min(...worlds.map(({ field }) => field.weeks));
      for (let ready = 0; ready < weeks; ) {
        for (const { field, frames } of worlds) {
          const more = await this.service.weeks(field.session, AHEAD);
          if (isOld()) return;
          frames.push(...more);
        }
        ready = Math.min(...worlds.map(({ frames }) => frames.length));
        // What was shown before stays until the week at which one was is there.
        if (this.worlds.value === worlds) this.ready.value = ready;
        else if (ready > Math.min(from, weeks - 1)) {
          this.draft.value = this.latest;
          this.shownRun.value = replicate;
          this.show(worlds, ready, from, same);
        }
      }
    } catch (error) {
      if (!isOld()) this.fail(String(error));
    }
  }

  /** Designs that are not shown may have other levers, or be others: the client's life under one of them is told anew. */
  private keepUp(draft: Draft): void {
    if (draft === this.draft.value) return;
    this.draft.value = draft;
    if (this.life.value) void this.tellAnyOther();
  }

  /** Says why the worlds that were asked for are not shown; they may be asked for again. */
  private fail(why: string): void {
    this.asked = '';
    this.opening.value = false;
    this.fault.value = why;
  }

  /** Shows other worlds: where they are those of the same people with the same luck, at the same week and with the same client. */
  private show(worlds: readonly World[], ready: number, week: number, same: string): void {
    const before = same === this.same ? this.client.value : undefined;
    const client = before && this.worlds.value[before.world].field.clients[before.place];
    const place = client === undefined ? -1 : worlds[0].field.clients.indexOf(client);
    this.same = same;
    batch(() => {
      this.fault.value = '';
      this.opening.value = false;
      this.leaveClient();
      this.leaveCaseworker();
      this.worlds.value = worlds;
      this.ready.value = ready;
      this.goTo(week);
      if (place >= 0) void this.tellLife({ world: 0, place, carried: !this.following });
      this.following = false;
    });
  }

  /** Ids of the designs of the page other than the one whose client was chosen, the one beside it first. */
  readonly otherDesigns = computed((): readonly string[] => {
    const { value: client } = this.client;
    const { value: worlds } = this.worlds;
    const { value: draft } = this.draft;
    if (!client || !draft) return [];
    const own = worlds[client.world].field.design;
    const all = [...worlds.map(({ field }) => field.design), ...draft.columns.map(({ design }) => design)];
    return [...new Set(all)].filter((design) => design !== own);
  });

  /** Shows the chosen client in another design of the page: beside the first where it is there, else in its place. */
  changeDesign(design: string): void {
    const { value: chosen } = this.client;
    if (!chosen) return;
    const client = this.worlds.value[chosen.world].field.clients[chosen.place];
    const world = this.worlds.value.findIndex(({ field }) => field.design === design);
    if (world < 0) {
      this.following = true;
      this.first.value = design;
    } else {
      const place = this.worlds.value[world].field.clients.indexOf(client);
      void this.tellLife({ world, place });
    }
  }

  /** Shows a week, as near to it as has been run. */
  goTo(week: number): void {
    this.week.value = Math.max(0, Math.min(week, this.ready.value - 1));
  }

  /** Goes on by a week; at the end it stops. */
  step(): void {
    if (this.week.value >= this.weeks - 1) this.playing.value = false;
    else this.goTo(this.week.value + 1);
  }

  async tellLife(chosen: ChosenClient): Promise<void> {
    batch(() => {
      this.client.value = chosen;
      this.life.value = undefined;
      this.otherLife.value = undefined;
    });
    try {
      const { session } = this.worlds.value[chosen.world].field;
      const life = await this.service.life(session, chosen.place);
      if (this.client.value !== chosen) return;
      this.life.value = life;
      await this.tellAnyOther();
    } catch (error) {
      this.fault.value = String(error);
    }
  }

  /** The same under the other design that was looked at, or the first of the others. */
  private async tellAnyOther(): Promise<void> {
    const others = this.otherDesigns.value;
    this.otherLife.value = undefined;
    const wanted = others.includes(this.otherDesign.value) ? this.otherDesign.value : others[0];
    if (wanted !== undefined) await this.tellOther(wanted);
  }

  /** Tells the life of the chosen client under another design of the page. */
  async tellOther(design: string): Promise<void> {
    const {
      client: { value: chosen },
      draft: { value: draft },
    } = this;
    if (!chosen || !draft) return;
    this.otherDesign.value = design;
    this.otherLife.value = undefined;
    try {
      const client = this.worlds.value[chosen.world].field.clients[chosen.place];
      const world = { design, replicate: this.shownRun.value };
      const life = await this.service.lifeUnder(draft, world, client);
      const isOld = this.client.value !== chosen || this.draft.value !== draft;
      if (!isOld && this.otherDesign.value === design) this.otherLife.value = life;
    } catch (error) {
      this.fault.value = String(error);
    }
  }

  async showCaseworker(chosen: ChosenCaseworker): Promise<void> {
    this.caseworker.value = chosen;
    this.steps.value = undefined;
    try {
      const { session } = this.worlds.value[chosen.world].field;
      const steps = await this.service.caseworker(session, chosen.worker, chosen.week);
      if (this.caseworker.value === chosen) this.steps.value = steps;
    } catch (error) {
      this.fault.value = String(error);
    }
  }

  leaveClient(): void {
    this.client.value = undefined;
    this.life.value = undefined;
    this.otherLife.value = undefined;
  }

  leaveCaseworker(): void {
    this.caseworker.value = undefined;
    this.steps.value = undefined;
  }
}
