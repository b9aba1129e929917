import { signal } from '@preact/signals';

/** States that one can go back to. */
const MOST = 100;

/** Changes of one slider within this time are one step: a slider that is dragged passes many values. Milliseconds. */
const TOGETHER = 1000;

/** What was before each change, for undo and redo. */
export class History<State> {
  readonly undone = signal<readonly State[]>([]);
  readonly redone = signal<readonly State[]>([]);
  private last = { slider: '', at: 0 };
  private isGoing = false;

  /** Before a change: keeps the state that it leaves. Changes of one slider shortly after each other are one. */
  note(state: State | undefined, slider = ''): void {
    const now = performance.now();
    const goesOn = slider !== '' && slider === this.last.slider && now - this.last.at < TOGETHER;
    this.last = { slider, at: now };
    if (state === undefined || goesOn) return;
    this.undone.value = [...this.undone.value, state].slice(-MOST);
    this.redone.value = [];
  }

  /** The state before the last change, from `state`; undefined where there is none. */
  undo(state: State | undefined): State | undefined {
    return this.move(this.undone, this.redone, state);
  }

  redo(state: State | undefined): State | undefined {
    return this.move(this.redone, this.undone, state);
  }

  /** While the state that was gone to is made ready there is nothing to go on from: nobody goes further. */
  async during<Result>(ready: Promise<Result>): Promise<Result> {
    this.isGoing = true;
    try {
      return await ready;
    } finally {
      this.isGoing = false;
    }
  }

  private move(
    from: typeof this.undone,
    to: typeof this.undone,
    state: State | undefined,
  ): State | undefined {
    const next = from.value.at(-1);
    if (next === undefined || state === undefined || this.isGoing) return undefined;
    from.value = from.value.slice(0, -1);
    to.value = [...to.value, state];
    this.last = { slider: '', at: 0 };
    return next;
  }
}
