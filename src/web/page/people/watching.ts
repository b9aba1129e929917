import { batch, signal } from '@preact/signals';
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
  readonly caseworker = signal<ChosenCaseworker | undefined>(undefined);
  readonly steps = signal<readonly CaseworkerStep[] | undefined>(undefined);
  readonly fault = signal('');
  /** What is asked for: designs by their ids, empty for the first on the page and for none beside it, and the run of luck. */
  readonly first = signal('');
  readonly second = signal('');
  readonly replicate = signal(0);
  private begun = 0;
  private asked = '';

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
    if (asked === this.asked) return;
    this.asked = asked;
    this.playing.value = false;
    const number = ++this.begun;
    const isOld = (): boolean => number !== this.begun;
    try {
      const worlds: World[] = [];
      for (const design of designs) {
        const field = await this.service.open(draft, { design, replicate });
        if (isOld()) return;
        if ('problems' in field) {
          this.asked = '';
          this.fault.value = field.text;
          return;
        }
        worlds.push({ field, frames: [] });
      }
      batch(() => {
        this.fault.value = '';
        this.worlds.value = worlds;
        this.ready.value = 0;
        this.week.value = 0;
        this.leaveClient();
        this.leaveCaseworker();
      });
      while (this.ready.value < this.weeks) {
        for (const { field, frames } of worlds) {
          const more = await this.service.weeks(field.session, AHEAD);
          if (isOld()) return;
          frames.push(...more);
        }
        this.ready.value = Math.min(...worlds.map(({ frames }) => frames.length));
      }
    } catch (error) {
      if (isOld()) return;
      this.asked = '';
      this.fault.value = String(error);
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
    this.client.value = chosen;
    this.life.value = undefined;
    try {
      const { session } = this.worlds.value[chosen.world].field;
      const life = await this.service.life(session, chosen.place);
      if (this.client.value === chosen) this.life.value = life;
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
  }

  leaveCaseworker(): void {
    this.caseworker.value = undefined;
    this.steps.value = undefined;
  }
}
