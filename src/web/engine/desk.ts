import { withContrasts } from '../../experiment/contrasts.ts';
import { foldPlanOf } from '../../experiment/foldPlan.ts';
import { runInOrder } from '../../experiment/inOrder.ts';
import { viewExperiment } from '../../experiment/lenses/viewExperiment.ts';
import { rankExperiment } from '../../experiment/ranking/rankExperiment.ts';
import { ReplicateFold } from '../../experiment/replicateFold.ts';
import { reportTables } from '../../experiment/reportTables.ts';
import { buildCards } from '../../report/cards/cardsPage.ts';
import { resolvedYaml } from '../../scenario/index.ts';
import type { ReplicateResult, ScenarioBundle } from '../../simulation/contract.ts';
import { measureCatalogue } from '../../simulation/index.ts';
import type { ReportTables } from '../../words/tables.ts';
import { answerOf } from './answer.ts';
import { changeSentences } from './changes.ts';
import { csvTables } from './csvTables.ts';
import { type Drawer, figuresOf, specificationOf } from './drawer.ts';
import { Drawings } from './drawings.ts';
import { forecastQuestions } from './forecast.ts';
import { KeptValues } from './keptValues.ts';
import { openedOf } from './opened.ts';
import type {
  Draft,
  DrawnPicture,
  FigureTable,
  Hearer,
  Opened,
  Refused,
  ScenarioSource,
} from './protocol.ts';
import { askedOf, type BundledTexts, bundleOf, openQuestion, type Question, questionOf } from './question.ts';
import { orRefusal, refusalOf } from './refusal.ts';
import { CachedQuestion, ResultCache } from './resultCache.ts';
import { type Runner, Runners } from './runners.ts';
import { ScenarioShelf } from './scenarioShelf.ts';

/** Questions whose results are kept, for undo. */
const KEPT_QUESTIONS = 3;

/** What is known of the program and of its bundled scenarios. */
export interface Surroundings {
  version: string;
  bundled: BundledTexts;
}

/**
 * Answers what the page asks: opens scenarios, has replicates run and drawn, and folds them. It runs in a worker, so that the
 * page stays free; a new question ends the one under way.
 */
export class Desk {
  private surroundings: Surroundings = { version: '', bundled: {} };
  private readonly runners = new Runners();
  private drawer: Drawer | undefined;
  private readonly cache = new ResultCache();
  private readonly shelf = new ScenarioShelf();
  /** The source last gathered: every question is mostly of the same. */
  private gathered: { of: string; bundle: ScenarioBundle } | undefined;
  private asked: AbortController | undefined;
  private wanted = new Set<string>();
  /** The last numbers with the question that they answer: what is saved and drawn is of one state. */
  private answered:
    | { question: Question; tables: ReportTables; replicates: readonly ReplicateResult[] }
    | undefined;

  begin(surroundings: Surroundings): void {
    this.surroundings = surroundings;
  }

  /** One more worker that runs replicates. */
  employ(runner: Runner): void {
    this.runners.employ(runner);
  }

  /** The worker that draws. */
  engage(drawer: Drawer): void {
    this.drawer = drawer;
  }

  open(source: ScenarioSource): Opened | Refused {
    return orRefusal(() => openedOf(this.shelf.get(this.bundle(source))));
  }

  /**
   * Runs the draft and tells `hearer` first what one replicate gives, then what more of them do. `since` is the draft that the
   * last change left, where one may say what it changed; `wanted` are the charts to draw. Resolves when all is told, or when
   * another question has come.
   */
  async ask(
    draft: Draft,
    since: Draft | undefined,
    wanted: readonly string[],
    hearer: Hearer,
  ): Promise<Refused | undefined> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    this.wanted = new Set(wanted);
    const question = orRefusal(() => {
      const bundle = askedOf(draft, this.bundle(draft.source), this.shelf);
      this.runners.open(bundle);
      return openQuestion(draft, bundle, this.shelf);
    });
    if ('problems' in question) return question;
    const before = since && this.before(since);
    this.cache.keep(KEPT_QUESTIONS * draft.columns.length * draft.replicates);
    try {
      await this.run(question, before, draft, hearer, asked.signal);
    } catch (error) {
      return refusalOf(error);
    }
    return undefined;
  }

  /** What was known before; of settings that cannot be run, nothing. */
  private before(since: Draft): CachedQuestion | undefined {
    const question = orRefusal(() => questionOf(since, this.bundle(since.source), this.shelf));
    return 'problems' in question ? undefined : this.cached(question);
  }

  private cached(question: Question): CachedQuestion {
    return new CachedQuestion(question, this.cache);
  }

  private async run(
    question: Question,
    before: CachedQuestion | undefined,
    draft: Draft,
    hearer: Hearer,
    signal: AbortSignal,
  ): Promise<void> {
    const { bundle, experiment } = question;
    const plan = foldPlanOf(experiment, []);
    const fold = new ReplicateFold(plan);
    const values = new KeptValues();
    const cached = this.cached(question);
    const drawings = new Drawings(this.drawer!, this.wanted, hearer, signal);
    let told = 0;
    await runInOrder({
      from: 0,
      to: draft.replicates,
      concurrency: this.runners.count,
      signal,
      run: async (replicate) => {
        const missing = cached.missing(replicate);
        // The first answer is what one waits for: its designs are run side by side. Later replicates are many themselves.
        const hands = replicate === 0 ? this.runners.count : 1;
        const run = async (designs: string[], hand: number) => {
          const options = { references: cached.references, clientTable: false, designs };
          const task = { bundle, replicate, options };
          cached.take(replicate, await this.runners.run(task, signal, replicate + hand));
        };
        await Promise.all(sharedOut(missing, hands).map(run));
        return cached.replicate(replicate)!;
      },
      fold: (measured) => {
        const result = plan.settings ? withContrasts(measured, plan.base, plan.settings) : measured;
        fold.add(result);
        values.add(result);
        const last = fold.count === draft.replicates;
        // The first at once, then at every doubling: who reads cannot follow each.
        if (!last && fold.count < 2 * told) return;
        told = fold.count;
        const tables = reportTables({
          kind: 'compare',
          experiment,
          plan,
          fold,
          scenario: experiment.base.member,
          command: '',
          version: this.surroundings.version,
          replicatesAsked: draft.replicates,
          partial: false,
          ranking: rankExperiment(experiment, fold.count, [], (asked) => values.of(asked)),
          lenses: viewExperiment(experiment, fold.count, (asked) => values.of(asked)),
          rank: [],
        });
        this.answered = { question, tables, replicates: values.replicates.slice() };
        hearer.numbers(
          answerOf(tables, {
            of: draft.replicates,
            changes: before ? changeSentences(before.replicates(told), cached.replicates(told), tables) : [],
            forecasts: forecastQuestions(tables, values, plan.settings?.forecast),
          }),
        );
        drawings.draw(tables);
      },
    });
    await drawings.all();
    if (!signal.aborted) hearer.done();
  }

  private bundle(source: ScenarioSource): ScenarioBundle {
    const of = JSON.stringify(source);
    if (this.gathered?.of !== of) this.gathered = { of, bundle: bundleOf(source, this.surroundings.bundled) };
    return this.gathered.bundle;
  }

  /** One more chart from now on; its picture of the last answer. */
  async want(id: string): Promise<DrawnPicture | undefined> {
    this.wanted.add(id);
    if (!this.answered) return undefined;
    // Both at once: no other tables can come in between.
    const [, picture] = await Promise.all([
      this.drawer!.take(this.answered.tables),
      this.drawer!.picture(id),
    ]);
    return picture;
  }

  /** The specification of a chart of the last answer, from which it is made live. */
  specification(id: string): object | undefined {
    return this.answered && specificationOf(this.answered.tables, id);
  }

  /** The figures of a chart of the last answer, as tables. */
  figures(id: string): FigureTable[] {
    return this.answered ? figuresOf(this.answered.tables, id) : [];
  }

  /** The question of the last answer as a scenario file, and which of its designs were run, the first as the base. */
  scenario(): { yaml: string; designs: string[] } {
    if (!this.answered) return { yaml: '', designs: [] };
    const { members, designs } = this.answered.question.experiment;
    return { yaml: resolvedYaml(members[0].loaded), designs: designs.map(({ id }) => id) };
  }

  /** What a facilitator prints for a room, as a page of its own. */
  cards(): string {
    return buildCards(measureCatalogue(), this.surroundings.version);
  }

  /** Tables of the last answer as CSV texts, by file name: the same as in a folder of results. */
  csv(): Record<string, string> {
    return this.answered ? csvTables(this.answered.tables, this.answered.replicates) : {};
  }
}

/** Deals things out to so many hands, as evenly as can be; no hand stays empty. */
const sharedOut = <Thing>(things: readonly Thing[], hands: number): Thing[][] =>
  Array.from({ length: Math.min(hands, things.length) }, (_, hand) =>
    things.filter((_, at) => at % hands === hand),
  );
