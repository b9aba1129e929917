import { batch, effect, signal } from '@preact/signals';
import type { ChairClass, ChairDebrief, ChairDivision } from '../../../tables/chair.ts';
import type { ChairRefusal, Seated } from '../../engine/chair.ts';
import { bundledTexts } from '../state/bundledTexts.ts';
import { readWord, writeWord } from '../state/link.ts';
import type { Workshop } from '../state/workshop.ts';
import { type Services, startWorker } from '../workers.ts';

/** Under which name the teacher's settings stand behind the # of the address. */
const KEY = 'chair';

/** What a teacher can set; the caseworker is chosen, and is the same for all with the same settings. */
export interface Asked {
  design: string;
  weeks: number;
  from: number;
  replicate: number;
  hints: boolean;
}

/** The state of the view: what is asked of a sitting, the desk, and what came of it. */
export class SittingState {
  readonly asked = signal<Asked>({ design: '', weeks: 6, from: 26, replicate: 0, hints: false });
  /** Whether the settings came with the link: then a student only sits down. */
  readonly isSet: boolean;
  readonly seated = signal<Seated | undefined>(undefined);
  readonly debrief = signal<ChairDebrief | undefined>(undefined);
  readonly problems = signal<ChairRefusal['problems']>([]);
  readonly busy = signal('');
  readonly overlay = signal<({ overlay: ChairClass | null } & ChairRefusal) | undefined>(undefined);
  /** Counts those who sat down: what comes for somebody who has got up is not taken. */
  private visit = 0;
  private service: Promise<{ chair: Services['chair'] }> | undefined;

  constructor(private readonly workshop: Workshop) {
    const linked = readAsked(readWord(KEY));
    this.isSet = linked !== undefined;
    const weeks = workshop.opened.value?.weeks ?? 52;
    const from = Math.min(26, Math.floor(weeks / 3));
    this.asked.value = linked ?? { ...this.asked.value, from };
    // Another scenario is another office.
    let scenario = workshop.opened.value;
    effect(() => {
      const opened = workshop.opened.value;
      if (opened === scenario) return;
      scenario = opened;
      this.getUp();
    });
    effect(() => {
      const seated = this.seated.value;
      workshop.hiddenRun.value = seated && seated.desk !== null ? seated.settings.replicate : undefined;
    });
  }

  change(change: Partial<Asked>): void {
    this.asked.value = { ...this.asked.value, ...change };
    writeWord(KEY, JSON.stringify({ ...this.asked.value, design: this.design }));
  }

  /** The scheme that is asked for, or the first where that is not on the page. */
  get design(): string {
    const columns = this.workshop.draft.value?.columns ?? [];
    const { design } = this.asked.value;
    return columns.some((column) => column.design === design) ? design : (columns[0]?.design ?? '');
  }

  async sitDown(): Promise<void> {
    const draft = this.workshop.draft.value;
    if (!draft) return;
    await this.during('The office opens …', async ({ chair }, take) => {
      take(await chair.open(draft, { ...this.asked.value, design: this.design }));
    });
  }

  async divide(division: ChairDivision): Promise<void> {
    await this.during('The week goes by …', async ({ chair }, take) => take(await chair.divide(division)));
    if (this.seated.value?.desk === null && this.problems.value.length === 0) await this.end();
  }

  async takeBack(): Promise<void> {
    await this.during('One week back …', async ({ chair }, take) => {
      take(await chair.takeBack());
      this.debrief.value = undefined;
    });
  }

  /** Leaves the chair; settings stay. */
  getUp(): void {
    this.visit++;
    batch(() => {
      this.seated.value = undefined;
      this.debrief.value = undefined;
      this.problems.value = [];
    });
  }

  /** The file of the sitting, as text. */
  async file(student: string): Promise<string> {
    const { chair } = await this.started();
    return JSON.stringify(await chair.result(this.debrief.value!, student), null, 1);
  }

  /** Results of a class that were dropped on the page; false where these are other files. */
  drop(files: readonly File[]): boolean {
    const isResults = files.every(({ name }) => name.endsWith('.json'));
    if (isResults) void this.collect(files);
    return isResults;
  }

  async collect(files: readonly File[]): Promise<void> {
    const texts = await Promise.all(
      files.map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    await this.during('Reading the results …', async ({ chair }) => {
      this.overlay.value = await chair.overlay(texts);
    });
  }

  private async end(): Promise<void> {
    const { visit } = this;
    await this.during('The weeks are played once more for each disposition …', async ({ chair }) => {
      const debrief = await chair.debrief();
      if (visit === this.visit) this.debrief.value = debrief;
    });
  }

  private take(answer: Seated | ChairRefusal): void {
    batch(() => {
      this.problems.value = 'problems' in answer ? answer.problems : [];
      if ('desk' in answer) this.seated.value = answer;
    });
  }

  private async during(
    what: string,
    act: (
      services: { chair: Services['chair'] },
      take: (answer: Seated | ChairRefusal) => void,
    ) => Promise<void>,
  ): Promise<void> {
    if (this.busy.value !== '') return;
    this.busy.value = what;
    const { visit } = this;
    try {
      await act(await this.started(), (answer) => {
        if (visit === this.visit) this.take(answer);
      });
    } catch (error) {
      this.workshop.fault.value = String(error);
    } finally {
      this.busy.value = '';
    }
  }

  /** The chair has a worker of its own, which starts when somebody wants it. */
  private started(): Promise<{ chair: Services['chair'] }> {
    this.service ??= (async () => {
      const { chair } = startWorker();
      const { data } = this.workshop;
      await chair.begin({ version: data.version, bundled: bundledTexts(data) });
      return { chair };
    })();
    return this.service;
  }
}

/** A link may come from anywhere: what is not of this form is not used. */
function readAsked(word: string | undefined): Asked | undefined {
  if (word === undefined) return undefined;
  try {
    const { design, weeks, from, replicate, hints } = JSON.parse(word);
    const isWhole = [weeks, from, replicate].every((value) => Number.isInteger(value) && value >= 0);
    return typeof design === 'string' && isWhole && typeof hints === 'boolean'
      ? { design, weeks, from, replicate, hints }
      : undefined;
  } catch {
    return undefined;
  }
}

const states = new WeakMap<Workshop, SittingState>();

/** The one sitting of the page: it stays when another view is looked at. */
export function sittingOf(workshop: Workshop): SittingState {
  const state = states.get(workshop) ?? new SittingState(workshop);
  states.set(workshop, state);
  return state;
}
