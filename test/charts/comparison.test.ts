import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { comparisonChartRegistry, drawableCharts, drawCharts, render } from '../../src/charts/index.ts';
import { buildReport, buildScorecard } from '../../src/report/index.ts';
import { fakeTables, sevenDesigns } from './fakeTables.ts';
import { rankedTables } from './rankedTables.ts';

const schema = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
const validate = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(schema, 'utf8')),
);
const tables = rankedTables({ yardsticks: true });

describe('the charts of a comparison', () => {
  it.each([
    ['seven designs', tables],
    ['two designs', rankedTables({ designs: sevenDesigns.slice(0, 2), yardsticks: true })],
    ['one run', rankedTables({ replicates: 1, yardsticks: true })],
  ])(
    'of %s meet the schema and are drawn without a warning',
    async (_, some) => {
      const own = drawableCharts(some).filter((chart) => comparisonChartRegistry.includes(chart));
      expect(own.length).toBeGreaterThanOrEqual(2);
      for (const chart of own) {
        const spec = chart.spec(some);
        expect([chart.id, validate(spec), validate.errors?.[0]]).toEqual([chart.id, true, undefined]);
        expect((await render(spec)).warnings).toEqual([]);
      }
    },
    60_000,
  );

  it('come first, and not at all where nothing is ranked', () => {
    expect(
      drawableCharts(tables)
        .slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(['scorecard', 'rankingPlaces', 'yardsticks']);
    expect(drawableCharts(rankedTables()).map(({ id }) => id)).not.toContain('yardsticks');
    expect(drawableCharts(fakeTables()).some((chart) => comparisonChartRegistry.includes(chart))).toBe(false);
  });

  it('mark best and worst by shape and word, and a companion world is no row of them', async () => {
    const drawn = (await drawCharts(tables)).find(({ id }) => id === 'scorecard')!;
    expect(drawn.svg).toContain('>best<');
    expect(drawn.svg).toContain('>worst<');
    const values = JSON.stringify(drawn.spec);
    expect(values).toContain('triangle-up');
    expect(values).toContain('triangle-down');
    expect(drawn.svg).not.toContain('needFirst');
    const page = buildScorecard(tables, drawn);
    expect(page).toContain('size: A3 landscape');
    expect(page).not.toContain('<script');
  }, 60_000);

  it('stand in a report that keeps yardsticks out of its other tables', async () => {
    const report = await buildReport(tables, []);
    expect(report).toContain('Which design does best');
    expect(report).toContain('id="yardsticks"');
    const measures = /<section id="measures".*?<\/section>/s.exec(report)![0];
    expect(measures.match(/<th scope="col">/g)!.length).toBeGreaterThan(7);
    expect(measures).not.toContain('needFirst');
    const plain = await buildReport(fakeTables(), []);
    expect(plain).not.toContain('id="ranking"');
    expect(plain).not.toContain('id="yardsticks"');
  });
});
