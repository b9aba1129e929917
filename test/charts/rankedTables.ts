import type { ReportTables } from '../../src/charts/tables.ts';
import { rankMeasure } from '../../src/experiment/ranking/rankMeasure.ts';
import { resampleCounts } from '../../src/experiment/ranking/resample.ts';
import { fakeTables, sevenDesigns } from './fakeTables.ts';

/** Fixed numbers that look like luck. */
const luck = (a: number, b: number): number => {
  const x = Math.imul(a * 7919 + b * 104_729 + 1, 2_654_435_761) >>> 0;
  return x / 4_294_967_296 - 0.5;
};

/** Tables as a comparison leaves them: rankings by every kind of measure, and companion worlds if asked for. */
export function rankedTables({
  designs = sevenDesigns,
  replicates = 12,
  yardsticks = false,
}: {
  designs?: typeof sevenDesigns;
  replicates?: number;
  yardsticks?: boolean;
} = {}): ReportTables {
  const tables = fakeTables({ designs, replicates });
  const keys = [
    ['outcome.rate', 'higher'],
    ['outcome.rate[fifth=5]', 'higher'],
    ['parking.share[fifth=5]', 'lower'],
    ['additional.rate', 'higher'],
    ['paid.perClient', 'lower'],
    ['cost.perAdditional', 'lower'],
    ['creaming.concentration', null],
  ] as const;
  const measures = keys.map(([measure, better], k) =>
    rankMeasure(
      measure,
      better,
      designs.map(({ id }, d) => {
        const { mean } = tables.summary.designs[id].measures[measure] ?? { mean: 1 };
        const size = Math.abs(mean ?? 1) * 0.2;
        return {
          design: id,
          people: '',
          values: Array.from({ length: replicates }, (_, r) => (mean ?? 1) + size * luck(r, d + 10 * k)),
        };
      }),
      (n) => resampleCounts('charts', n),
    ),
  );
  const ranked = { ...tables, ranking: { format: 1 as const, resamples: 2000, measures } };
  return yardsticks ? withWorlds(ranked) : ranked;
}

function withWorlds(tables: ReportTables): ReportTables {
  const worlds = ['noService', 'equalTime', 'needFirst'] as const;
  const own = tables.manifest.designs;
  const more = own.flatMap(({ id, title }) =>
    worlds.map((world) => ({
      id: `${id}@${world}`,
      title: `${title}: ${world}`,
      inCharts: false,
      world,
      of: id,
    })),
  );
  const summaries = Object.fromEntries(
    more.map(({ id, title, of }) => [id, { ...tables.summary.designs[of], title }]),
  );
  return {
    ...tables,
    manifest: { ...tables.manifest, designs: [...own, ...more] },
    summary: { ...tables.summary, designs: { ...tables.summary.designs, ...summaries } },
  };
}
