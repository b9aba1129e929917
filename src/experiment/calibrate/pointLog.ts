import type { PointRow, StudyPoint } from '../../tables/study.ts';
import type { Evaluate, PointOutcome, PointRequest } from '../study/point.ts';
import { pointRows } from '../study/pointRows.ts';

/** Asks for points one after the other by number, each setting once, and keeps what came of them. */
export class PointLog {
  private points: StudyPoint[] = [];
  private rows: PointRow[] = [];
  private known = new Map<string, PointOutcome>();
  private evaluate: Evaluate;
  private base: string;

  constructor(evaluate: Evaluate, base: string) {
    this.evaluate = evaluate;
    this.base = base;
  }

  async run(asked: readonly Omit<PointRequest, 'id'>[]): Promise<PointOutcome[]> {
    const fresh = new Map(
      asked.flatMap((one) => (this.known.has(textOf(one)) ? [] : [[textOf(one), one] as const])),
    );
    const requests = [...fresh.values()].map((one, i) => ({ ...one, id: this.points.length + i }));
    const outcomes = await this.evaluate(requests);
    for (const [i, { id, settings, seed }] of requests.entries()) {
      const outcome = outcomes[i];
      this.known.set(textOf(requests[i]), outcome);
      const why = outcome.state === 'failed' ? outcome.why : seed && 'with other luck';
      this.points.push({ id, settings: { ...settings }, state: outcome.state, ...(why && { why }) });
      if (outcome.state === 'done') this.rows.push(...pointRows(id, outcome.designs, this.base));
    }
    return asked.map((one) => this.known.get(textOf(one))!);
  }

  found(): { points: StudyPoint[]; rows: PointRow[] } {
    return { points: this.points, rows: this.rows };
  }
}

const textOf = ({ settings, replicates, seed }: Omit<PointRequest, 'id'>): string =>
  JSON.stringify([settings, replicates, seed ?? null]);
