import type { PointRow, StudyPoint } from '../../tables/study.ts';
import type { Evaluate, PointOutcome, PointRequest } from './point.ts';
import { pointRows } from './pointRows.ts';

type Asked = Omit<PointRequest, 'id'>;

/** Asks for points one after the other by number, each setting once, and keeps what came of them. */
export class PointLog {
  /** By number. */
  readonly points: StudyPoint[] = [];
  readonly outcomes: PointOutcome[] = [];
  /** Of all points that were run. */
  readonly rows: PointRow[] = [];
  private known = new Map<string, PointOutcome>();
  private evaluate: Evaluate;
  private base: string;

  constructor(evaluate: Evaluate, base: string) {
    this.evaluate = evaluate;
    this.base = base;
  }

  async run(asked: readonly Asked[]): Promise<PointOutcome[]> {
    const fresh = new Map(
      asked.flatMap((one) => (this.known.has(textOf(one)) ? [] : [[textOf(one), one] as const])),
    );
    const requests = [...fresh.values()];
    const outcomes = await this.evaluate(requests.map((one, i) => ({ ...one, id: this.points.length + i })));
    for (const [i, one] of requests.entries()) this.take(one, outcomes[i]);
    return asked.map((one) => this.known.get(textOf(one))!);
  }

  /** Keeps the next point, which was run elsewhere. */
  take(asked: Asked, outcome: PointOutcome): void {
    const { settings, seed } = asked;
    const id = this.points.length;
    const why = outcome.state === 'failed' ? outcome.why : seed && 'with other luck';
    this.known.set(textOf(asked), outcome);
    this.outcomes.push(outcome);
    this.points.push({ id, settings: { ...settings }, state: outcome.state, ...(why && { why }) });
    if (outcome.state === 'done') this.rows.push(...pointRows(id, outcome.designs, this.base));
  }

  found(): { points: StudyPoint[]; rows: PointRow[] } {
    return { points: this.points, rows: this.rows };
  }
}

const textOf = ({ settings, replicates, seed }: Asked): string =>
  JSON.stringify([settings, replicates, seed ?? null]);
