import { describe, expect, it } from 'vitest';
import { chartRegistry, renderSvg } from '../../src/charts/index.ts';
import type { ReportTables } from '../../src/charts/tables.ts';
import { fakeSummary, fakeTables, sevenDesigns } from './fakeTables.ts';

const chartOf = (id: string) => chartRegistry.find((chart) => chart.id === id)!;

/** Tables whose intervals and differences reach far beyond what is possible, as those of two runs do. */
function fewRuns(): ReportTables {
  const tables = fakeTables({ designs: sevenDesigns.slice(0, 3), replicates: 2 });
  for (const { measures } of Object.values(tables.summary.designs))
    for (const summary of Object.values(measures))
      if (summary.mean !== null) Object.assign(summary, { lo: summary.mean - 9, hi: summary.mean + 9 });
  for (const row of tables.differences)
    if (row.mean !== null) Object.assign(row, { lo: row.mean - 9, hi: row.mean + 9 });
  for (const row of tables.weekly) row.lo = row.mean - 1e6;
  return tables;
}

interface Panel {
  title?: { text: string[] };
}

/** Panels of a chart by their headings, each with all ends of its intervals and of its horizontal axis. */
function endsOf(id: string, tables: ReportTables): Record<string, number[]> {
  const { vconcat } = chartOf(id).spec(tables) as { vconcat: [{ concat?: Panel[]; vconcat?: Panel[] }] };
  const panels = vconcat[0].concat ?? vconcat[0].vconcat!;
  return Object.fromEntries(
    panels.map((panel) => {
      const text = JSON.stringify(panel);
      const ends = [...text.matchAll(/"(?:lo|hi)":([-\d.e]+)|"domain":\[([-\d.e]+),([-\d.e]+)\]/g)];
      return [
        panel.title!.text.join(' '),
        ends.flatMap(([, ...found]) => found.filter((one) => one !== undefined).map(Number)),
      ];
    }),
  );
}

/** The key to a chart's marks, in one line. */
function keyOf(id: string, tables: ReportTables): string {
  const { title } = chartOf(id).spec(tables) as { title: { subtitle: string[] } };
  return title.subtitle.join(' ');
}

describe('with few runs', () => {
  it('draws no interval and no axis beyond what a measure can be, and says that lines are cut', () => {
    const tables = fewRuns();
    const ends = endsOf('commissionerReview', tables);
    const span = (heading: string) => [Math.min(...ends[heading]), Math.max(...ends[heading])];
    expect(span('Share of ended contracts whose provider was better')).toEqual([0, 1]);
    expect(span('Agreement of evidence with true value')).toEqual([-1, 1]);
    expect(span('Contracts ended')[0]).toBe(0);
    expect(span('Contracts ended')[1]).toBeGreaterThan(9);
    for (const id of [
      'staffSide',
      'commissionerReview',
      'parkedByFifth',
      'hoursByFifth',
      'designDifferences',
    ])
      expect(JSON.stringify(chartOf(id).spec(tables)).replaceAll('","', ' '), id).toContain(
        'cut at the ends of what is possible',
      );
    for (const id of ['parkedByFifth', 'hoursByFifth', 'outcomesWithTwin'])
      for (const [heading, found] of Object.entries(endsOf(id, tables)))
        expect(Math.min(...found), `${id}: ${heading}`).toBe(0);
  });

  it('keeps differences of shares within 100 points', () => {
    const ends = endsOf('designDifferences', fewRuns());
    expect([Math.min(...ends['Outcome rate']), Math.max(...ends['Outcome rate'])]).toEqual([-100, 100]);
  });

  it('lets counts and money by the week end at 0, and money go lower where some flows back', () => {
    const tables = fewRuns();
    const ends = endsOf('weekly', tables);
    expect(Math.min(...ends['Clients on the books'])).toBe(0);
    expect(Math.min(...ends['Money paid a week'])).toBe(0);
    expect(keyOf('weekly', tables)).toContain('cut at the ends of what is possible');
    tables.summary.designs.asBuilt.measures['paid.by.account[account=takenBack]'] = fakeSummary(-9, 2);
    expect(Math.min(...endsOf('weekly', tables)['Money paid a week'])).toBeLessThan(0);
    expect(Math.min(...endsOf('weekly', tables)['Clients on the books'])).toBe(0);
  });

  it('says nothing of cuts where none is made', () => {
    const text = JSON.stringify(chartOf('staffSide').spec(fakeTables()));
    expect(text).toContain('95% interval of the mean.');
    expect(text).not.toContain('cut at');
  });
});

describe('lines over the weeks', () => {
  const pointsOf = (tables: ReportTables) =>
    (JSON.stringify(chartOf('weekly').spec(tables)).match(/"week":[\d.]+,"mean"/g) ?? []).length;

  it('average over four weeks of a long run, and show every week of a short one', () => {
    const tables = fakeTables({ designs: sevenDesigns.slice(0, 1) });
    expect(keyOf('weekly', tables)).toContain('averaged over 4 weeks');
    tables.weekly = tables.weekly.filter(({ week, slice }) => week < 11 && slice === '');
    expect(keyOf('weekly', tables)).toContain('week by week');
    expect(pointsOf(tables)).toBe(3 * 11);
  });

  it('have bands for three designs, and none for four, as the key says', () => {
    const bandsOf = (count: number) => {
      const tables = fakeTables({ designs: sevenDesigns.slice(0, count) });
      return [
        JSON.stringify(chartOf('weekly').spec(tables)).includes('"type":"area"'),
        keyOf('weekly', tables).includes('Intervals are not drawn'),
      ];
    };
    expect(bandsOf(3)).toEqual([true, false]);
    expect(bandsOf(4)).toEqual([false, true]);
  });
});

describe('one run', () => {
  it('says in the key that luck cannot be told, and of many runs does not', () => {
    const designs = sevenDesigns.slice(0, 2);
    for (const id of ['designDifferences', 'whoDecides', 'weekly']) {
      expect(keyOf(id, fakeTables({ designs, replicates: 1 })), id).toContain('luck cannot be told');
      expect(keyOf(id, fakeTables({ designs })), id).not.toContain('luck cannot be told');
    }
  });
});

describe('shares next to nothing', () => {
  it('are small in the chart of who is parked, on an axis whose figures differ', async () => {
    const tables = fakeTables({ designs: sevenDesigns.slice(0, 1) });
    for (const [key, summary] of Object.entries(tables.summary.designs.asBuilt.measures))
      if (key.startsWith('parking.') && summary.mean !== null)
        Object.assign(summary, { mean: summary.mean / 1e4, lo: summary.mean / 1e4, hi: summary.mean / 1e4 });
    const svg = await renderSvg(chartOf('parkedByFifth').spec(tables));
    const figures = [...svg.matchAll(/text-anchor="end"[^>]*>(\d+%)</g)].map(([, text]) => text);
    expect(figures.length).toBeGreaterThan(3);
    expect(new Set(figures).size).toBe(figures.length);
  });
});

describe('what adding up leaves', () => {
  it('has no panel in the chart of the staff', () => {
    const panels = (strain: number): string => {
      const tables = fakeTables();
      for (const { measures } of Object.values(tables.summary.designs))
        Object.assign(measures['staff.goalStrain'], { mean: strain, lo: strain, hi: strain });
      return JSON.stringify(chartOf('staffSide').spec(tables));
    };
    expect(panels(0.01)).toContain('Goal strain');
    expect(panels(1e-8)).not.toContain('Goal strain');
  });
});

describe('rows', () => {
  it('have their titles level with them, whether these take one line or more', async () => {
    const designs = [sevenDesigns[3], sevenDesigns[1], sevenDesigns[2]];
    const svg = await renderSvg(chartOf('staffSide').spec(fakeTables({ designs })));
    const rows = [...svg.matchAll(/<line transform="translate\(0,([\d.]+)\)" x2="\d+" y2="0"/g)];
    const titles = [
      ...svg.matchAll(/<text text-anchor="end" transform="translate\(-8,([-\d.]+)\)"[^>]*>(.*?)<\/text>/g),
    ].slice(0, designs.length);
    const lines = titles.map(([, , text]) => Math.max(1, text.split('<tspan').length - 1));
    expect(Math.min(...lines)).toBe(1);
    expect(Math.max(...lines)).toBeGreaterThan(1);
    titles.forEach(([, y, text], index) => {
      // The middle of small letters lies about 3 pixels above the foot of a line.
      const middle = Number(y) - 3 + ((lines[index] - 1) * 14) / 2;
      expect(Math.abs(middle - Number(rows[index][1])), text).toBeLessThan(2);
    });
  });

  it('of dispositions that no design shown has are left out', async () => {
    const tables = fakeTables();
    const { measures } = tables.summary.designs.asBuilt;
    for (const key of Object.keys(measures))
      if (key.includes('disposition=indifferent')) measures[key] = fakeSummary(null, 20);
    const chart = chartOf('whoDecides');
    const svg = await renderSvg(chart.spec(tables));
    expect(svg).toContain('>Bureaucrat<');
    expect(svg).not.toMatch(/>Indifferent<|defined/);
    for (const key of Object.keys(measures))
      if (key.startsWith('hours.byDisposition')) measures[key] = fakeSummary(null, 20);
    expect(chart.needs(tables)).toBe(false);
  });

  it('of dispositions that one design shown does not have are left out of its panel alone', async () => {
    const tables = fakeTables({ designs: sevenDesigns.slice(0, 2) });
    expect(keyOf('whoDecides', tables)).not.toContain('left out');
    const { measures } = tables.summary.designs[sevenDesigns[1].id];
    for (const key of Object.keys(measures))
      if (key.includes('disposition=indifferent')) measures[key] = fakeSummary(null, 20);
    const svg = await renderSvg(chartOf('whoDecides').spec(tables));
    expect(svg.match(/>Indifferent</g)).toHaveLength(1);
    expect(svg.match(/>Bureaucrat</g)).toHaveLength(2);
    expect(svg).not.toContain('defined');
    expect(keyOf('whoDecides', tables)).toContain('left out');
  });
});
