import { batch, computed, signal } from '@preact/signals';
import * as comlink from 'comlink';
import type {
  Answer,
  Column,
  Draft,
  DrawnPicture,
  LeverValue,
  Opened,
  Refused,
  ScenarioSource,
} from '../../engine/protocol.ts';
import type { PageData } from '../../html.ts';
import type { Services } from '../workers.ts';
import { withLever, withoutLevers } from './columns.ts';
import { History } from './history.ts';
import { linkProblem, readLink, readMark, readWord, SCENARIO, writeLink, writeMark } from './link.ts';
import { comparable, firstColumns, freshCopy, mostColumns, sizeFor } from './newDraft.ts';
import { FIRST_CHARTS, MOST_BYTES, PREDICT } from './settings.ts';

/** What could not be opened or run, and what it was. */
export interface Refusal extends Refused {
  of: 'file' | 'link' | 'settings';
}

/**
 * The state of the page: what is asked, what came in. Components read its signals and call its methods; everything that decides
 * numbers is in the draft, so that undo and links bring all of it back.
 */
export class Workshop {
  readonly opened = signal<Opened | undefined>(undefined);
  readonly draft = signal<Draft | undefined>(undefined);
  readonly refused = signal<Refusal | undefined>(undefined);
  readonly answer = signal<Answer | undefined>(undefined);
  readonly pictures = signal<Readonly<Record<string, DrawnPicture>>>({});
  readonly busy = signal(false);
  /** Whether the numbers shown still answer an earlier question. */
  readonly outdated = signal(false);
  /** Milliseconds from the last question to its first numbers, drawing apart. */
  readonly waited = signal(0);
  /** The replicate whose people somebody does not yet know as they are: the one of a sitting under way in the chair. */
  readonly hiddenRun = signal<number | undefined>(undefined);
  /** A fault of the program, in its own words. */
  readonly fault = signal('');
  readonly canUndo = computed(() => this.history.undone.value.length > 0);
  readonly canRedo = computed(() => this.history.redone.value.length > 0);
  /** Whether forecasts are asked for before numbers are shown. */
  readonly predicting = signal(readMark(PREDICT));
  /** What was forecast of the question under way; undefined until it is given. */
  readonly forecast = signal<Readonly<Record<string, string>> | undefined>(undefined);
  /** Whether numbers are kept back until a forecast is given. */
  readonly keptBack = computed(() => this.predicting.value && this.forecast.value === undefined);
  /** The charts that are drawn with every answer; others when they are asked for. */
  readonly wanted = signal<readonly string[]>(FIRST_CHARTS);
  private readonly history = new History<Draft>();
  private asked = 0;
  /** Whether a worker has died, with whom what was asked and what will be. */
  private isBroken = false;

  constructor(
    readonly data: PageData,
    readonly desk: Services['desk'],
  ) {}

  /** Opens what the link names, or else what the page begins with. */
  async begin(): Promise<void> {
    const linked = await readLink();
    if (linked && (await this.openSource(linked.source))) return this.change(linked);
    const named = readWord(SCENARIO);
    const isBundled = named !== undefined && Object.hasOwn(this.data.bundled, named);
    const text = linked ? this.refused.value?.text : linkProblem(linked, isBundled ? undefined : named);
    await this.choose(isBundled ? { bundled: named } : this.data.first);
    if (text !== undefined) this.refused.value = { of: 'link', problems: [], text };
  }

  /** Opens a scenario and begins a new draft with its first designs. What cannot be opened leaves all as it is, and says why. */
  async choose(source: ScenarioSource): Promise<void> {
    const opened = await this.openSource(source);
    if (!opened) return;
    this.change({
      source,
      columns: firstColumns(opened),
      scale: sizeFor(opened),
      replicates: opened.replicates,
    });
  }

  /** Opens a file of the user's machine, which it does not leave. */
  async drop(file: File): Promise<void> {
    if (file.size > MOST_BYTES) {
      const text = `${file.name} is larger than 1 MB (${file.size} bytes)`;
      this.refused.value = { of: 'file', problems: [], text };
      return;
    }
    await this.choose({ file: file.name, text: await file.text(), extended: {} });
  }

  setPredicting(isOn: boolean): void {
    this.predicting.value = isOn;
    this.forecast.value = undefined;
    writeMark(PREDICT, isOn);
  }

  /** Takes a forecast, option by question; an empty one is none, and the numbers are shown all the same. */
  giveForecast(options: Readonly<Record<string, string>>): void {
    this.forecast.value = options;
  }

  forgetProblems(): void {
    this.refused.value = undefined;
  }

  /** A worker has died: what it was to do will never come, and what is asked from now on neither. */
  breakDown(message: string): void {
    this.isBroken = true;
    this.fail(`${message}\nNothing more can be run. Open the page again: its address has kept all settings.`);
  }

  private fail(message: string): void {
    batch(() => {
      this.fault.value = message;
      this.busy.value = false;
    });
  }

  private async openSource(source: ScenarioSource): Promise<Opened | undefined> {
    try {
      const opened = await this.desk.open(source);
      if ('problems' in opened) {
        this.refused.value = { ...opened, of: 'file' };
        return undefined;
      }
      batch(() => {
        this.opened.value = opened;
        this.refused.value = undefined;
        this.answer.value = undefined;
        this.pictures.value = {};
      });
      return opened;
    } catch (error) {
      this.fault.value = String(error);
      return undefined;
    }
  }

  moveLever(design: string, lever: string, value: LeverValue): void {
    this.changeColumn(design, `${design} ${lever}`, withLever(lever, value));
  }

  /** Puts one lever back to where the scenario has it, or all of a design. */
  resetLevers(design: string, lever?: string): void {
    this.changeColumn(design, '', withoutLevers(lever));
  }

  addDesign(design: string): void {
    this.changeColumns((columns) => [...columns, { design, levers: {} }]);
  }

  /** A design of one's own: like another, with levers of its own. */
  copyDesign(design: string): void {
    this.changeColumns((columns) => {
      const like = columns.find((one) => one.design === design)!;
      return [...columns, freshCopy(like, columns, this.opened.value!)];
    });
  }

  removeDesign(design: string): void {
    this.changeColumns((columns) => columns.filter((one) => one.design !== design));
  }

  setScale(scale: number): void {
    if (this.draft.value) this.change({ ...this.draft.value, scale });
  }

  setReplicates(replicates: number): void {
    if (this.draft.value) this.change({ ...this.draft.value, replicates });
  }

  /** Everything as the scenario has it. */
  reset(): void {
    const { value: draft } = this.draft;
    const { value: opened } = this.opened;
    if (!draft || !opened) return;
    this.change({
      ...draft,
      columns: firstColumns(opened),
      scale: sizeFor(opened),
      replicates: opened.replicates,
    });
  }

  undo(): void {
    void this.goTo(this.history.undo(this.draft.value));
  }

  redo(): void {
    void this.goTo(this.history.redo(this.draft.value));
  }

  private async goTo(draft: Draft | undefined): Promise<void> {
    if (!draft) return;
    const other = JSON.stringify(draft.source) !== JSON.stringify(this.draft.value?.source);
    if (other && !(await this.history.during(this.openSource(draft.source)))) return;
    this.draft.value = draft;
    this.ask();
  }

  private changeColumns(change: (columns: Column[]) => Column[], slider?: string): void {
    const { value: draft } = this.draft;
    if (!draft) return;
    const columns = change(draft.columns);
    if (columns.length >= 1 && columns.length <= mostColumns) this.change({ ...draft, columns }, slider);
  }

  private changeColumn(design: string, slider: string, change: (column: Column) => Column): void {
    this.changeColumns(
      (columns) => columns.map((one) => (one.design === design ? change(one) : one)),
      slider,
    );
  }

  private change(draft: Draft, slider?: string): void {
    this.history.note(this.draft.value, slider);
    this.draft.value = draft;
    this.ask(this.history.undone.value.at(-1));
  }

  /**
   * Asks for the numbers of the draft; what an earlier question still brings is not listened to. What changed is told against
   * `since`, to which undo goes back, where both are the same programme at the same size.
   */
  private ask(since?: Draft): void {
    const { value: draft } = this.draft;
    if (!draft) return;
    writeLink(draft);
    this.outdated.value = true;
    if (this.isBroken) return;
    const number = ++this.asked;
    const askedAt = performance.now();
    let isFirst = true;
    const heard =
      <Words extends unknown[]>(hear: (...words: Words) => void) =>
      (...words: Words) => {
        if (number === this.asked) hear(...words);
      };
    batch(() => {
      this.busy.value = true;
      this.forecast.value = undefined;
      this.fault.value = '';
      // The next question takes away what was wrong with the last; what is wrong with a file stays until it is closed.
      if (this.refused.value?.of === 'settings') this.refused.value = undefined;
    });
    const hearer = comlink.proxy({
      numbers: heard((answer: Answer) => {
        if (isFirst) this.waited.value = performance.now() - askedAt;
        isFirst = false;
        batch(() => {
          this.answer.value = answer;
          this.outdated.value = false;
        });
      }),
      chart: heard((picture: DrawnPicture) => {
        this.pictures.value = { ...this.pictures.value, [picture.id]: picture };
      }),
      done: heard(() => {
        this.busy.value = false;
      }),
    });
    this.desk.ask(draft, comparable(since, draft), [...this.wanted.value], hearer).then(
      heard((refused: Refused | undefined) => {
        if (!refused) return;
        batch(() => {
          this.refused.value = { ...refused, of: 'settings' };
          this.busy.value = false;
        });
      }),
      heard((error: Error) => this.fail(String(error.stack ?? error))),
    );
  }

  /** Draws a chart that was not drawn before, of the last answer. */
  async want(id: string): Promise<void> {
    if (!this.wanted.value.includes(id)) this.wanted.value = [...this.wanted.value, id];
    const number = this.asked;
    const picture = await this.desk.want(id);
    if (picture && number === this.asked) this.pictures.value = { ...this.pictures.value, [id]: picture };
  }

  /** The scenario of the numbers on the page, and which of its designs they are of. */
  scenario(): Promise<{ yaml: string; designs: string[] }> {
    return this.desk.scenario();
  }
}
