import { describe, expect, it } from 'vitest';
import { drawableCharts } from '../../src/charts/index.ts';
import type { Drawer } from '../../src/web/engine/drawer.ts';
import { Drawings } from '../../src/web/engine/drawings.ts';
import type { ReportTables } from '../../src/words/tables.ts';
import { fakeTables } from '../charts/fakeTables.ts';

/** Draws when it is told to, and notes of which tables. */
class SlowDrawer implements Drawer {
  readonly drawn: string[] = [];
  private tables: ReportTables | undefined;
  private waiting: (() => void)[] = [];

  take(tables: ReportTables): void {
    this.tables = tables;
  }

  async picture(id: string) {
    const { replicates } = this.tables!.manifest;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.drawn.push(`${id} of ${replicates}`);
    return { id, title: id, description: id, svg: `<svg>${replicates}</svg>` };
  }

  async finishOne(): Promise<void> {
    await settled();
    this.waiting.shift()!();
    await settled();
  }

  get underWay(): number {
    return this.waiting.length;
  }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

const tablesOf = (replicates: number): ReportTables => {
  const tables = fakeTables();
  return { ...tables, manifest: { ...tables.manifest, replicates } };
};

function begin(charts: number) {
  const drawer = new SlowDrawer();
  const ids = drawableCharts(tablesOf(1))
    .slice(0, charts)
    .map(({ id }) => id);
  const shown: string[] = [];
  const hearer = {
    numbers() {},
    chart: ({ id }: { id: string }, replicates: number) => void shown.push(`${id} of ${replicates}`),
    done() {},
  };
  const off = new AbortController();
  return { drawer, ids, shown, off, drawings: new Drawings(drawer, new Set(ids), hearer, off.signal) };
}

describe('the charts of a question', () => {
  it('are drawn of the last numbers whole, whatever came before', async () => {
    const { drawer, ids, shown, drawings } = begin(2);
    drawings.draw(tablesOf(1));
    await settled();
    drawings.draw(tablesOf(2));
    drawings.draw(tablesOf(4));
    let over = false;
    const all = drawings.all().then(() => {
      over = true;
    });
    for (let chart = 0; chart < 3; chart++) {
      expect(over).toBe(false);
      await drawer.finishOne();
    }
    await all;
    expect(shown).toEqual([`${ids[0]} of 1`, `${ids[0]} of 4`, `${ids[1]} of 4`]);
    expect(drawer.underWay).toBe(0);
  });

  it('end with the question', async () => {
    const { drawer, shown, off, drawings } = begin(2);
    drawings.draw(tablesOf(1));
    await settled();
    off.abort();
    await drawer.finishOne();
    await drawings.all();
    expect(drawer.drawn).toHaveLength(1);
    expect(shown).toEqual([]);
  });

  it('are missed by whoever waits for them where one cannot be drawn, and the others are drawn', async () => {
    const { ids, off } = begin(3);
    const shown: string[] = [];
    const broken: Drawer = {
      take() {},
      picture: (id) =>
        id === ids[1]
          ? Promise.reject(new Error('no such fonts'))
          : Promise.resolve({ id, title: id, description: id, svg: '' }),
    };
    const hearer = {
      numbers() {},
      chart: ({ id }: { id: string }, replicates: number) => void shown.push(`${id} of ${replicates}`),
      done() {},
    };
    const drawings = new Drawings(broken, new Set(ids), hearer, off.signal);
    drawings.draw(tablesOf(1));
    await settled();
    drawings.draw(tablesOf(2));
    await expect(drawings.all()).rejects.toThrow('no such fonts');
    expect(shown).toEqual([1, 2].flatMap((of) => [`${ids[0]} of ${of}`, `${ids[2]} of ${of}`]));
  });
});
