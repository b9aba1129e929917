import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../src/charts/chart.ts';
import { chartRegistry, drawableCharts, drawCharts, render, renderSvg } from '../../src/charts/index.ts';
import type { ReportTables } from '../../src/charts/tables.ts';
import { fakeFitTables, fakeStudyTables, fakeSummary, fakeTables, sevenDesigns } from './fakeTables.ts';

const eight = [
  ...sevenDesigns,
  { id: 'eighth', title: 'An eighth design of quite some length for a commissioner' },
];
const cases: [string, ReportTables][] = [
  ['seven designs', fakeTables()],
  ['eight designs, partial', fakeTables({ designs: eight, partial: true })],
  ['two designs', fakeTables({ designs: sevenDesigns.slice(0, 2) })],
  ['a calibration', fakeFitTables()],
  ['a sweep over a grid', fakeStudyTables('grid')],
  ['a sweep over a sample', fakeStudyTables('sample')],
  [
    'a sweep, one design, one run',
    fakeStudyTables('grid', { designs: sevenDesigns.slice(0, 1), replicates: 1 }),
  ],
  ['one design, one run', fakeTables({ designs: sevenDesigns.slice(0, 1), replicates: 1 })],
];

/** Tables in which the hardest fifth has no value in any measure of the base. */
function withoutHardest(): ReportTables {
  const tables = fakeTables();
  const { measures } = tables.summary.designs.asBuilt;
  for (const key of Object.keys(measures)) if (/fifth=5/.test(key)) measures[key] = fakeSummary(null, 20);
  for (const row of tables.differences)
    if (row.slice === 'fifth=5') Object.assign(row, { mean: null, sd: null, n: 0, lo: null, hi: null });
  return tables;
}

let problems: (spec: ChartSpec) => unknown;
beforeAll(() => {
  const path = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  problems = (spec) =>
    validate(spec)
      ? null
      : validate.errors!.map((error) => `${error.instancePath} ${error.message}`).slice(0, 8);
}, 60_000);

describe.each([...cases, ['an undefined fifth', withoutHardest()] as [string, ReportTables]])(
  '%s',
  (_, tables) => {
    it.each(drawableCharts(tables).map((chart) => [chart.id, chart] as const))(
      '%s meets the schema and draws without a warning',
      async (id, chart) => {
        const spec = chart.spec(tables);
        expect(problems(spec)).toBeNull();
        const { svg, warnings } = await render(spec);
        expect(warnings).toEqual([]);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        const sizes = [...svg.matchAll(/font-size="([\d.]+)px"/g)].map((match) => Number(match[1]));
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
        expect(spec.usermeta).toMatchObject({
          streetlevel: { chart: id, version: '0.1.0', seed: 'pilot-2008', scenario: 'activation-pilot' },
        });
      },
    );
  },
);

describe('chart specifications', () => {
  it('draws the same bytes each time, also when drawings overlap in time', async () => {
    const tables = fakeTables();
    const specs = chartRegistry.map((chart) => chart.spec(tables));
    const alone: string[] = [];
    for (const spec of specs) alone.push(await renderSvg(spec));
    const together = await Promise.all(specs.map(renderSvg));
    expect(together.map((svg, index) => svg === alone[index])).toEqual(specs.map(() => true));
  });

  it('leaves the tables as they were', () => {
    const tables = fakeTables();
    const before = structuredClone(tables);
    for (const chart of chartRegistry) chart.spec(tables);
    expect(tables).toEqual(before);
  });

  it('holds its data inline and names no address to load from', () => {
    for (const chart of chartRegistry)
      expect(JSON.stringify(chart.spec(fakeTables()))).not.toMatch(/"url"|"href"/);
  });

  it('writes "not defined" where a value is undefined, and no bar of height 0', async () => {
    const tables = withoutHardest();
    for (const id of [
      'hoursByFifth',
      'parkedByFifth',
      'outcomesWithTwin',
      'hoursByRole',
      'designDifferences',
    ]) {
      const spec = chartRegistry.find((chart) => chart.id === id)!.spec(tables);
      expect(await renderSvg(spec), id).toContain('>not defined<');
    }
    const cells = await renderSvg(chartRegistry.find(({ id }) => id === 'whoDecides')!.spec(tables));
    expect(cells.match(/<tspan>not<\/tspan><tspan[^>]*>defined<\/tspan>/g)).toHaveLength(4);
    expect(await renderSvg(chartRegistry[0].spec(fakeTables()))).not.toContain('>not defined<');
  });

  it('draws no interval for one run', () => {
    const tables = fakeTables({ designs: sevenDesigns.slice(0, 1), replicates: 1 });
    for (const chart of drawableCharts(tables)) {
      const text = JSON.stringify(chart.spec(tables));
      expect(text).not.toContain('95% interval of the mean');
      expect(text).not.toContain('Intervals show luck');
    }
  });

  it('needs what it draws: no chart is drawn from empty tables', async () => {
    const tables = fakeTables();
    for (const design of Object.values(tables.summary.designs)) design.measures = {};
    tables.weekly = [];
    tables.differences = [];
    expect(await drawCharts(tables)).toEqual([]);
  });

  it('compares designs only where there are several', () => {
    const one = fakeTables({ designs: sevenDesigns.slice(0, 1) });
    expect(drawableCharts(one).map((chart) => chart.id)).not.toContain('designDifferences');
    expect(drawableCharts(fakeTables()).map((chart) => chart.id)).toEqual(
      chartRegistry.map((chart) => chart.id),
    );
  });

  it('says the finding with the figures of the tables', () => {
    const tables = fakeTables();
    tables.summary.designs.asBuilt.measures['hours.perClientWeek[fifth=5]'] = fakeSummary(0.1234, 20);
    const chart = chartRegistry.find(({ id }) => id === 'hoursByFifth')!;
    expect(chart.finding(tables)).toContain('the hardest fifth 0.12');
    const { description, title } = chart.spec(tables);
    expect(description).toContain('the hardest fifth 0.12');
    // What is drawn, the marks and their intervals: the page around a chart tells the finding.
    expect((title as { subtitle: string[] }).subtitle.join(' ')).toMatch(
      /^Bars: [^0-9]*95% interval of the mean\.$/,
    );
  });

  it('titles that hold markup or formula signs stay text', async () => {
    const tables = fakeTables({
      designs: [
        { id: 'a', title: '<script>alert(1)</script> & "quotes" \\n' },
        { id: 'b', title: "it's datum.x + signal('y')" },
      ],
    });
    for (const chart of drawableCharts(tables)) {
      const { svg, warnings } = await render(chart.spec(tables));
      expect(warnings).toEqual([]);
      expect(svg).not.toContain('<script>');
    }
  });

  it('collects the warnings of vega-lite', async () => {
    const spec = { mark: 'bar', data: { values: [{ a: 1 }] }, encoding: { shape: { field: 'a' } } };
    expect((await render(spec)).warnings.length).toBeGreaterThan(0);
  });

  it('throws with a reason where a specification cannot be drawn', async () => {
    await expect(
      renderSvg({ mark: 'bar', data: { values: [{}] }, transform: [{ filter: 'datum.x +' }] }),
    ).rejects.toThrow();
  });
});
