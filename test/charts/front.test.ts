import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { drawableCharts, render } from '../../src/charts/index.ts';
import { buildReport } from '../../src/report/index.ts';
import { fakeFrontTables } from './frontTables.ts';

const schema = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
const validate = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(schema, 'utf8')),
);
const oneGoal = [{ measure: 'additional.rate[fifth=5]', better: 'higher' as const }];
const three = [
  ...oneGoal,
  { measure: 'spend.total', better: 'lower' as const },
  { measure: 'parking.share', better: 'lower' as const },
];
const [front, ...others] = drawableCharts(fakeFrontTables());

describe('the chart of a front', () => {
  it('is the only one of a search', () => {
    expect([front.id, others]).toEqual(['front', []]);
    expect(drawableCharts(fakeFrontTables({ change: { searched: [] } }))).toEqual([]);
  });

  it.each([
    ['five places', fakeFrontTables()],
    ['many places', fakeFrontTables({ places: 45 })],
    ['one place', fakeFrontTables({ places: 1 })],
    ['none', fakeFrontTables({ places: 0 })],
    ['one goal', fakeFrontTables({ goals: oneGoal, places: 1 })],
    ['three goals', fakeFrontTables({ goals: three })],
    ['a search that was stopped', fakeFrontTables({ done: false })],
    ['one goal, stopped', fakeFrontTables({ goals: oneGoal, places: 1, done: false })],
  ])(
    'of %s meets the schema and is drawn without a warning',
    async (_, tables) => {
      const spec = front.spec(tables);
      expect([validate(spec), validate.errors?.[0]]).toEqual([true, undefined]);
      const { svg, warnings } = await render(spec);
      expect(warnings).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined|null/);
    },
    60_000,
  );

  it('tells what is what by shapes and words, and numbers at most every place once', async () => {
    const { svg } = await render(front.spec(fakeFrontTables()));
    for (const label of [
      'On the front',
      'The scenario as it stands',
      'Beaten in other luck',
      'Breaks a limit in other luck',
      'Searched, breaks a limit',
    ])
      expect(svg).toContain(`>${label}<`);
    for (const place of [1, 2, 3, 4, 5]) expect(svg.split(`>${place}</text>`).length).toBe(2);
    const shapes = JSON.stringify(front.spec(fakeFrontTables()));
    for (const shape of ['cross', 'diamond', 'triangle-down']) expect(shapes).toContain(`"shape":"${shape}"`);
    const many = await render(front.spec(fakeFrontTables({ places: 45 })));
    expect(many.svg).toContain('>45</text>');
    expect(many.svg).not.toContain('>2</text>');
  });

  it('says of a stopped search nothing of other luck, and of money its currency', () => {
    const key = (done: boolean) => JSON.stringify(front.spec(fakeFrontTables({ done })));
    expect(key(true)).toContain('"Beaten in other luck"');
    expect(key(false)).not.toContain('"Beaten in other luck"');
    expect(key(false)).toContain('"Beaten"');
    expect(key(true)).toContain('Start fee: amount, GBP');
    expect(key(true)).not.toContain('posts, posts');
  });

  it('cuts nothing off the settings of one goal', async () => {
    const { svg } = await render(front.spec(fakeFrontTables({ goals: oneGoal, places: 3 })));
    expect(svg).toContain('(breaks a limit)');
  });

  it('says that of three goals two are drawn, and of a stopped search that it is flattered', () => {
    const text = (tables: ReturnType<typeof fakeFrontTables>) => JSON.stringify(front.spec(tables).title);
    expect(text(fakeFrontTables({ goals: three })).replaceAll('","', ' ')).toContain('first two of 3 goals');
    expect(text(fakeFrontTables({ done: false })).replaceAll('","', ' ')).toContain('which flatters it');
  });

  it('stands in a report with the front as a table', async () => {
    const page = await buildReport(fakeFrontTables(), []);
    const table = /<section id="front".*?<\/section>/s.exec(page)![0];
    expect(table.match(/<tr>/g)!.length).toBe(1 + 5 + 2 + 1);
    expect(table).toContain('clearly beaten by place 2');
    expect(table).toContain('front/03.yaml');
    expect(table).toContain('99%');
  });
});
