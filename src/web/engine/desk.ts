import { drawableCharts, figureTables, renderSvg } from '../../charts/index.ts';
import { foldPlanOf } from '../../experiment/foldPlan.ts';
import { runInOrder } from '../../experiment/inOrder.ts';
import { ExperimentError, hasOpenings } from '../../experiment/members.ts';
import { rankExperiment } from '../../experiment/ranking/rankExperiment.ts';
import { ReplicateFold } from '../../experiment/replicateFold.ts';
import { reportTables } from '../../experiment/reportTables.ts';
import { resolvedYaml, ScenarioError } from '../../scenario/index.ts';
import type { ReplicateOptions, ScenarioBundle } from '../../simulation/contract.ts';
import type { ReportTables } from '../../words/tables.ts';
import { answerOf } from './answer.ts';
import { csvTables } from './csvTables.ts';
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
import { type BundledTexts, bundleOf, type Question, questionOf } from './question.ts';
import { designKeys, ResultCache } from './resultCache.ts';
import { type Runner, Runners } from './runners.ts';
import { ScenarioShelf } from './scenarioShelf.ts';

/** What is known of the program and of its bundled scenarios. */
export interface Surroundings {
  version: string;
  bundled: BundledTexts;
}

/**
 * Answers what the page asks: opens scenarios, has replicates run, folds them and draws. It runs in a worker, so that the
 * page stays free; a new question ends the one under way.
 */
export class Desk {
  private surroundings: Surroundings = { version: '', bundled: {} };
  private readonly runners = new Runners();
  private readonly cache = new ResultCache();
  private readonly shelf = new ScenarioShelf();
  /** The source last gathered: every question is mostly of the same. */
  private gathered: { of: string; bundle: ScenarioBundle } | undefined;
  private asked: AbortController | undefined;
  private question: Question | undefined;
  private tables: ReportTables | undefined;
  private values = new KeptValues();
  private before: KeptValues | undefined;

  begin(surroundings: Surroundings): void {
    this.surroundings = surroundings;
  }

  /** One more worker that runs replicates. */
  employ(runner: Runner): void {
    this.runners.employ(runner);
  }

  open(source: ScenarioSource): Opened | Refused {
    try {
      return openedOf(this.shelf.get(this.bundle(source)));
    } catch (error) {
      return refusalOf(error);
    }
  }

  /**
   * Runs the draft and tells `hearer` first what one replicate gives, then what more of them do. `wanted` are the charts to
   * draw, all by default. Resolves when all is told, or when another question has come.
   */
  async ask(
    draft: Draft,
    wanted: readonly string[] | undefined,
    hearer: Hearer,
  ): Promise<Refused | undefined> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    let question: Question;
    try {
      question = questionOf(draft, this.bundle(draft.source), this.shelf);
    } catch (error) {
      return refusalOf(error);
    }
    this.question = question;
    this.before = this.values.count > 0 ? this.values : this.before;
    this.values = new KeptValues();
    await this.run(question, draft, wanted, hearer, asked.signal);
    return undefined;
  }

  private async run(
    { bundle, experiment }: Question,
    draft: Draft,
    wanted: readonly string[] | undefined,
    hearer: Hearer,
    signal: AbortSignal,
  ): Promise<void> {
    const plan = foldPlanOf(experiment, []);
    const fold = new ReplicateFold(plan);
    const { values, before } = this;
    const ids = experiment.designs.map(({ id }) => id);
    const references: ReplicateOptions['references'] = experiment.designs.some(({ design }) =>
      hasOpenings(design.scenario),
    )
      ? ['noService']
      : [];
    const keys = designKeys(experiment.members[0].loaded);
    const keyOf = (design: string, replicate: number) =>
      `${keys.get(design)} ${references.join()} ${replicate}`;
    let told = 0;
    await runInOrder({
      from: 0,
      to: draft.replicates,
      concurrency: this.runners.count,
      signal,
      run: async (replicate) => {
        const missing = ids.filter((id) => this.cache.get(keyOf(id, replicate)) === undefined);
        if (missing.length > 0) {
          const options = { references, clientTable: false, designs: missing };
          const results = await this.runners.run({ bundle, replicate, options }, signal);
          for (const result of results) this.cache.set(keyOf(result.design, replicate), result);
        }
        // Equal designs under two names share what one of them gave.
        const designs = ids.map((id) => ({ ...this.cache.get(keyOf(id, replicate))!, design: id }));
        return { replicate, designs };
      },
      fold: async (result) => {
        fold.add(result);
        values.add(result);
        const last = fold.count === draft.replicates;
        // The first at once, then at every doubling: each drawing takes as long as some replicates.
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
          rank: [],
        });
        this.tables = tables;
        hearer.numbers(
          answerOf(tables, {
            of: draft.replicates,
            changes: before ? values.since(before, tables) : [],
            forecasts: forecastQuestions(tables, values),
          }),
        );
        await this.draw(tables, wanted, hearer, signal);
      },
    });
    if (!signal.aborted) hearer.done();
  }

  private async draw(
    tables: ReportTables,
    wanted: readonly string[] | undefined,
    hearer: Hearer,
    signal: AbortSignal,
  ): Promise<void> {
    for (const chart of drawableCharts(tables)) {
      if (wanted && !wanted.includes(chart.id)) continue;
      // A turn for messages: a new question ends the drawing.
      await turn();
      if (signal.aborted) return;
      hearer.chart(await pictureOf(tables, chart.id), tables.manifest.replicates);
    }
  }

  private bundle(source: ScenarioSource): ScenarioBundle {
    const of = JSON.stringify(source);
    if (this.gathered?.of !== of) this.gathered = { of, bundle: bundleOf(source, this.surroundings.bundled) };
    return this.gathered.bundle;
  }

  /** One more chart of the last answer. */
  async chart(id: string): Promise<DrawnPicture | undefined> {
    return this.tables && pictureOf(this.tables, id);
  }

  /** The specification of a chart of the last answer, from which it is made live. */
  specification(id: string): object | undefined {
    return this.tables && chartOf(this.tables, id).spec(this.tables);
  }

  /** The figures of a chart of the last answer, as tables. */
  figures(id: string): FigureTable[] {
    return this.tables ? figureTables(chartOf(this.tables, id).spec(this.tables)) : [];
  }

  /** The last question as a scenario file: run on the command line it gives the same numbers. */
  yaml(): string {
    return this.question ? resolvedYaml(this.question.experiment.members[0].loaded) : '';
  }

  /** Tables of the last answer as CSV texts, by file name: the same as in a folder of results. */
  csv(): Record<string, string> {
    return this.tables ? csvTables(this.tables, this.values) : {};
  }
}

const chartOf = (tables: ReportTables, id: string) => {
  const chart = drawableCharts(tables).find((one) => one.id === id);
  if (!chart) throw new RangeError(`there is no chart ${id} of these tables`);
  return chart;
};

async function pictureOf(tables: ReportTables, id: string): Promise<DrawnPicture> {
  const chart = chartOf(tables, id);
  const spec = chart.spec(tables);
  return {
    id,
    title: chart.title(tables),
    description: String(spec.description ?? chart.title(tables)),
    svg: await renderSvg(spec),
  };
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

/** What the user can mend comes back as an answer; anything else is a fault of the program and thrown on. */
function refusalOf(error: unknown): Refused {
  if (error instanceof ScenarioError) return { problems: error.problems, text: error.message };
  if (error instanceof ExperimentError) return { problems: [], text: error.message };
  throw error;
}
