import { describe, expect, it } from 'vitest';
import { chartRegistry, drawableCharts, drawCharts, render } from '../../src/charts/index.ts';
import { fakeSummary, fakeTables, sevenDesigns } from './fakeTables.ts';

const chartOf = (id: string) => chartRegistry.find((chart) => chart.id === id)!;
const three = () => fakeTables({ designs: sevenDesigns.slice(0, 3) });

interface Part {
  title: string;
  from: number;
  to: number;
}

/** The stacked bars of so many panels; each begins at 0, and its parts follow one another without a gap. */
function barsOf(spec: object, panels: number): Part[][] {
  const { vconcat } = spec as { vconcat: [{ concat: { layer: [{ data: { values: Part[] } }] }[] }] };
  expect(vconcat[0].concat).toHaveLength(panels);
  const bars = vconcat[0].concat.flatMap(({ layer }) => {
    const { values } = layer[0].data;
    return [...new Set(values.map(({ title }) => title))].map((title) =>
      values.filter((part) => part.title === title),
    );
  });
  for (const parts of bars) {
    expect(parts[0].from).toBe(0);
    expect(parts.slice(1).map(({ from }) => from)).toEqual(parts.slice(0, -1).map(({ to }) => to));
  }
  return bars;
}

describe('reported against true', () => {
  it('draws paid events, and names the design whose record stands farthest from life', () => {
    const tables = three();
    const { measures } = tables.summary.designs.sameSpend;
    measures['recorded.count[event=jobStart]'] = fakeSummary(4400, 20);
    const chart = chartOf('reportedAgainstTrue');
    expect(chart.finding(tables)).toContain(
      'of 3,000 “job start” events 4,400 are on record and 3,015 are paid for, the widest difference of all designs',
    );
    for (const design of Object.values(tables.summary.designs))
      for (const key of Object.keys(design.measures))
        if (key.startsWith('recorded.count')) delete design.measures[key];
    expect(chart.needs(tables)).toBe(false);
  });

  it('says so where the record is what happened in every design', () => {
    const tables = three();
    for (const { measures } of Object.values(tables.summary.designs))
      measures['recorded.count[event=jobStart]'] = measures['event.count[event=jobStart]'];
    tables.summary.designs.sameSpend.measures['paid.count[event=jobStart]'] = fakeSummary(0, 20);
    expect(chartOf('reportedAgainstTrue').finding(tables)).toMatch(
      /^In every design as many “job start” events are on record as happened. Between 0 \(“Outcome-only pay at the same expected spend.*”\) and [\d,]+ \(“.*”\) of them are paid for.$/,
    );
  });

  it('is drawn by disposition on one scale, and only where there is something to record', async () => {
    const tables = three();
    const spec = chartOf('reportedAgainstTrue').spec(tables) as {
      vconcat: [{ vconcat: { concat: { title: { text: string[] }; layer: unknown[] }[] }[] }];
    };
    const [, below] = spec.vconcat[0].vconcat;
    expect(below.concat.map(({ title }) => title.text.join(' '))).toEqual([
      'Job start, caregiver',
      'Job start, bureaucrat',
    ]);
    const domains = below.concat.map((panel) => JSON.stringify(panel).match(/"domain":\[0,[\d.]+\]/)?.[0]);
    expect(domains[0]).toBe(domains[1]);
    for (const { measures } of Object.values(tables.summary.designs))
      for (const key of Object.keys(measures))
        if (key.startsWith('reported.gap')) measures[key] = fakeSummary(null, 20);
    expect(chartOf('reportedAgainstTrue').needs(tables)).toBe(false);
  });
});

describe('demand of areas', () => {
  it('says what luck alone does in the largest and in the smallest area', () => {
    const chart = chartOf('areaDemand');
    expect(chart.finding(three())).toContain(
      'in 2 of 4 tests demand fell on average by more than luck alone moves it nine times in ten. Of all tests 30.0% are passed, and 25.0% would have been without the service. By luck alone a test is passed with a chance of 0.6% in Conurbation, the largest, and of 36.0% in Borough, the smallest.',
    );
  });

  it('orders no areas whose sizes these runs cannot tell apart', () => {
    const tables = three();
    const chart = chartOf('areaDemand');
    const key = () => JSON.stringify(chart.spec(tables)).replaceAll('","', ' ');
    expect(key()).toContain('the largest above');
    for (const { measures } of Object.values(tables.summary.designs))
      for (const [name, summary] of Object.entries(measures))
        if (name.startsWith('areas.baseline')) Object.assign(summary, { lo: 0, hi: summary.mean! * 100 });
    expect(key()).not.toContain('the largest above');
    expect(chart.finding(tables)).toContain('passed with a chance of 0.6% to 36.0%, by the area.');
    expect(chart.finding(tables)).not.toMatch(/largest|smallest/);
  });

  it('fills what fell by more than luck, and gives each reward a scale of its own', async () => {
    const tables = three();
    for (const { measures } of Object.values(tables.summary.designs))
      for (const [key, summary] of Object.entries(measures))
        if (/^areas.*reward=adults/.test(key) && !key.startsWith('areas.change'))
          measures[key.replace('adults', 'youths')] = summary;
        else if (key.startsWith('areas.change'))
          measures[key.replace('adults', 'youths')] = fakeSummary(0.8, 20);
    const spec = chartOf('areaDemand').spec(tables) as {
      vconcat: [{ vconcat: { title: { text: string[] }; concat: object[] }[] }];
    };
    const blocks = spec.vconcat[0].vconcat;
    expect(blocks.map(({ title }) => title.text.join())).toEqual(['Adults', 'Youths']);
    const [adults, youths] = blocks.map(
      ({ concat }) =>
        new Set(concat.map((panel) => JSON.stringify(panel).match(/"domain":\[-[\d.]+,[\d.]+\]/)?.[0])),
    );
    expect([adults.size, youths.size]).toEqual([1, 1]);
    expect(adults).not.toEqual(youths);
    const { svg } = await render(spec);
    // The conurbation alone fell by more than luck, once in each of two tests, in the three designs.
    expect(svg.match(/aria-label="[^"]*Test: test[^"]*"[^>]*fill="#0072B2"/g)).toHaveLength(6);
    expect(svg.match(/>−5%</g)).toHaveLength(6);
  });

  it('leaves out a design that has no such area, and is not drawn where nothing is paid on demand', async () => {
    const tables = three();
    const measures = tables.summary.designs.sameSpend.measures;
    for (const key of Object.keys(measures)) if (/^areas.*borough/.test(key)) delete measures[key];
    const circles = (await render(chartOf('areaDemand').spec(tables))).svg.match(
      /aria-label="[^"]*Test: test 1/g,
    );
    expect(circles).toHaveLength(5);
    expect((await render(chartOf('areaDemand').spec(tables))).svg.match(/>no such area</g)).toHaveLength(1);
    for (const design of Object.values(tables.summary.designs))
      for (const key of Object.keys(design.measures))
        if (key.startsWith('areas.')) delete design.measures[key];
    expect(chartOf('areaDemand').needs(tables)).toBe(false);
  });
});

describe('what hours go to', () => {
  it('is a bar from 0 to 1 for each design and role', () => {
    const bars = barsOf(chartOf('hoursSplit').spec(three()), 2);
    for (const parts of bars) expect(parts.at(-1)!.to).toBeCloseTo(1, 9);
  });

  it('names no use in its legend that no bar shows', async () => {
    const tables = three();
    for (const { measures } of Object.values(tables.summary.designs))
      for (const name of Object.keys(measures))
        if (/^staff\.hoursShare\[.*use=unclaimed/.test(name)) measures[name] = fakeSummary(1e-4, 20);
    const { svg } = await render(chartOf('hoursSplit').spec(tables));
    expect(svg).toContain('>Recording<');
    expect(svg).not.toMatch(/>Unclaimed<|nobody claims/);
  });

  it('says what clients get, and is not drawn for a programme without duties', () => {
    const tables = three();
    tables.summary.designs.sameSpend.measures['staff.hoursShare[use=clients]'] = fakeSummary(0.9, 20);
    expect(chartOf('hoursSplit').finding(tables)).toContain(
      'of all hours clients get 50.0%, recording 18.0%, other duties 20.0% and duties on slack 2.0%. Over the designs clients get between 50.0%',
    );
    for (const { measures } of Object.values(tables.summary.designs))
      measures['staff.dutyShare'] = fakeSummary(null, 20);
    expect(drawableCharts(tables).map(({ id }) => id)).not.toContain('hoursSplit');
  });

  it('leaves out of the staff’s side what no design follows', async () => {
    const tables = three();
    for (const { measures } of Object.values(tables.summary.designs)) {
      measures['staff.recordingShare'] = fakeSummary(null, 20);
      measures['staff.vacancy'] = fakeSummary(0, 20);
    }
    const { svg } = await render(chartOf('staffSide').spec(tables));
    expect(svg).toContain('Burnout');
    expect(svg).not.toMatch(/vacant|>not defined<|recording/i);
  });
});

describe('an indicator in parts', () => {
  it('adds up from 0 to the rise', () => {
    const tables = three();
    const spec = chartOf('indicatorParts').spec(tables) as {
      vconcat: [{ concat: { data: { values: { part: string; from: number; to: number }[] } }[] }];
    };
    for (const { data } of spec.vconcat[0].concat) {
      const [first, second, third, fourth, total] = data.values;
      expect([first.from, second.from, third.from, fourth.from]).toEqual([0, first.to, second.to, third.to]);
      expect(total.from).toBe(0);
      expect(total.to).toBeCloseTo(fourth.to, 9);
    }
  });

  it('says where a part is not defined', async () => {
    const tables = three();
    tables.summary.designs.sameSpend.measures['indicator.served'] = fakeSummary(null, 20);
    const { svg, warnings } = await render(chartOf('indicatorParts').spec(tables));
    expect(warnings).toEqual([]);
    expect(svg.match(/>not defined</g)).toHaveLength(1);
  });
});

it('a design that charts leave out stretches no scale and is in no finding, and the base never is', async () => {
  const tables = three();
  tables.summary.designs.sameSpend.measures['hours.perClientWeek[fifth=5]'] = fakeSummary(90, 20);
  const all = await drawCharts(tables);
  tables.manifest.designs[2].inCharts = false;
  tables.manifest.designs[0].inCharts = false;
  const drawn = await drawCharts(tables);
  expect(drawn.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  for (const { spec } of drawn)
    expect(JSON.stringify(spec)).not.toContain(tables.summary.designs.sameSpend.title);
  const without = structuredClone(tables);
  delete without.summary.designs.sameSpend;
  without.manifest.designs = without.manifest.designs.slice(0, 2);
  without.weekly = without.weekly.filter(({ design }) => design !== 'sameSpend');
  without.differences = without.differences.filter(({ design }) => design !== 'sameSpend');
  const pictures = (charts: typeof drawn) => charts.map(({ svg }) => svg);
  expect(pictures(drawn)).toEqual(pictures(await drawCharts(without)));
}, 60_000);

describe('goodhart', () => {
  it('names the design in which the paid measure and the goal part most', () => {
    const tables = three();
    const { measures } = tables.summary.designs.sameSpend;
    measures['goodhart.paid'] = fakeSummary(0.4, 20);
    measures['goodhart.goal'] = fakeSummary(-0.2, 20);
    expect(chartOf('goodhart').finding(tables)).toContain(
      'Under “Outcome-only pay at the same expected spend per attached client” the paid measure changes by +40.0% and the goal by −20.0%',
    );
  });

  it('leaves out designs without a value, and is not drawn for the base alone', () => {
    const tables = three();
    for (const id of ['sameMaximum', 'sameSpend'])
      tables.summary.designs[id].measures['goodhart.goal'] = fakeSummary(null, 20);
    expect(drawableCharts(tables).map(({ id }) => id)).not.toContain('goodhart');
  });
});

describe('the commissioner', () => {
  it('is drawn only where reviews compare providers or end contracts', () => {
    const tables = three();
    const drawn = () => drawableCharts(tables).map(({ id }) => id);
    const measured = Object.values(tables.summary.designs).map(({ measures }) => measures);
    for (const measures of measured) measures['commissioner.rankAgreement'] = fakeSummary(null, 20);
    expect(drawn()).toContain('commissionerReview');
    for (const measures of measured) measures['commissioner.ended'] = fakeSummary(0, 20);
    expect(drawn()).not.toContain('commissionerReview');
  });

  it('has a board whose priorities are drawn where it sets any', () => {
    const tables = three();
    expect(chartOf('boardPriorities').finding(tables)).toContain('Priority on the board, service: 20.0%');
    for (const { measures } of Object.values(tables.summary.designs))
      measures['board.priority[kind=service]'] = fakeSummary(null, 20);
    expect(drawableCharts(tables).map(({ id }) => id)).not.toContain('boardPriorities');
  });
});

describe('interventions that areas took up', () => {
  it('are bars from 0, an area a panel, by what brought them', async () => {
    const tables = three();
    const chart = chartOf('interventionsAdopted');
    barsOf(chart.spec(tables), 2);
    const { svg, warnings } = await render(chart.spec(tables));
    expect(warnings).toEqual([]);
    // Kinds are told by letters, too.
    expect(svg).toMatch(/>N [\d.]+</);
    expect(svg).toMatch(/>R 13.0</);
  });

  it('say where a design has no such area, and where it has one that took up nothing', async () => {
    const tables = three();
    const { sameMaximum, sameSpend } = tables.summary.designs;
    for (const key of Object.keys(sameSpend.measures))
      if (/^interventions.*borough/.test(key)) delete sameSpend.measures[key];
    for (const key of Object.keys(sameMaximum.measures))
      if (/^interventions.*borough/.test(key)) sameMaximum.measures[key] = fakeSummary(0, 20);
    const { svg } = await render(chartOf('interventionsAdopted').spec(tables));
    expect(svg.match(/>(no such area|nothing)</g)).toEqual(['>nothing<', '>no such area<']);
  });

  it('are not drawn where there are none', () => {
    const tables = three();
    for (const { measures } of Object.values(tables.summary.designs))
      measures['interventions.count'] = fakeSummary(null, 20);
    expect(drawableCharts(tables).map(({ id }) => id)).not.toContain('interventionsAdopted');
  });
});
