import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DrawnChart, drawCharts } from '../../src/charts/index.ts';
import { escapeHtml, html, jsonBlock } from '../../src/report/html.ts';
import { buildReport } from '../../src/report/index.ts';
import { designLetter } from '../../src/report/letters.ts';
import { sourceKind } from '../../src/words/sources.ts';
import { fakeTables, sevenDesigns } from '../charts/fakeTables.ts';

const embedScript = 'document.title += "";';
let charts: DrawnChart[];
let page: string;
beforeAll(async () => {
  charts = await drawCharts(fakeTables());
  page = await buildReport(fakeTables(), charts, { embedScript });
}, 60_000);

describe('the page', () => {
  it('allows the one script by its hash, and nothing from elsewhere', () => {
    const hash = createHash('sha256').update(embedScript).digest('base64');
    const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)![1];
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).toContain(`script-src &#39;sha256-${hash}&#39;`);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
    expect(page.match(/<script>([\s\S]*?)<\/script>/)![1]).toBe(embedScript);
  });

  it('loads nothing: no link, picture, frame or script from an address', () => {
    expect(page).not.toMatch(/<(img|link|iframe|object|embed)\b/);
    expect(page).not.toMatch(/<script[^>]*\bsrc=/);
    expect(page).not.toMatch(/@import|url\((?!#)/);
    expect(page).not.toMatch(/\son\w+="/);
  });

  it('has no script at all without the script for live charts', async () => {
    const plain = await buildReport(fakeTables(), charts);
    expect(plain).not.toContain('<script');
    expect(plain).toContain('script-src &#39;none&#39;');
    expect(plain.match(/<svg /g)!.length).toBe(charts.length);
  });

  it('refuses a script that would end its element early', async () => {
    await expect(buildReport(fakeTables(), charts, { embedScript: 'x = "</script>"' })).rejects.toThrow(
      /<\/script/,
    );
  });

  it('holds every chart as a named picture with ids of its own, and its specification unharmed', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target);
    expect(page.match(/<svg role="img" aria-label="[^"]+"/g)).toHaveLength(charts.length);
    const blocks = [...page.matchAll(/class="chart-spec">([\s\S]*?)<\/script>/g)].map((match) =>
      JSON.parse(match[1]),
    );
    // Charts stand in the sections that they belong to, and so in another order than they were drawn in.
    const byChart = (specs: { usermeta: { streetlevel: { chart: string } } }[]) =>
      Object.fromEntries(specs.map((spec) => [spec.usermeta.streetlevel.chart, spec]));
    expect(blocks).toHaveLength(charts.length);
    expect(byChart(blocks)).toEqual(byChart(charts.map((chart) => JSON.parse(JSON.stringify(chart.spec)))));
  });

  it('is accessible in its bones: language, one h1, captions, scopes, a way to skip', () => {
    expect(page).toContain('<html lang="en">');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<table>/g)!.length).toBe(page.match(/<caption>/g)!.length);
    expect(page).not.toMatch(/<th>/);
    expect(page).toContain('href="#main"');
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  it('gives mean, interval and spread of a measure, and reads them from the tables', () => {
    expect(page).toContain(
      '<td>25.2%<small>CI 24.8% to 25.6%</small><small>runs 23.6% to 26.8%</small></td>',
    );
    expect(page).toContain('<span class="moved">−£500 (−£512 to −£488)</span>');
    expect(page).toContain('exactly the same in every run');
  });

  it('shows published figures, warnings, undefined measures and the facts to repeat the run', () => {
    expect(page).toContain('agreement is no evidence: 1 of 1 lie inside the spread of runs');
    expect(page).toContain('kept as checks: 0 of 1 lie inside the spread of runs');
    expect(page).toContain('<strong>outside</strong>');
    expect(page).toContain('The office “south” had no openings in 3 weeks.');
    expect(page).toContain('Concentration of acceptance at entry: nobody was attached (all designs)');
    expect(page).toContain('streetlevel run activation-pilot --replicates 20');
    expect(page).toContain('9f2c77aa01b4e3d2c5f6');
  });

  it('says of claims what is claimed of which designs, and in how many runs it holds', async () => {
    const tables = fakeTables();
    const condition = {
      name: '',
      measure: 'outcome.rate',
      design: 'sameSpend',
      is: 'below' as const,
      from: 0,
      mean: -0.01,
      lo: -0.02,
      hi: -0.001,
      n: 20,
      verdict: 'holds' as const,
    };
    tables.claims = [
      {
        id: 'sum',
        title: 'A sum',
        verdict: 'holds',
        runs: { holding: 14, defined: 20 },
        conditions: [{ ...condition, plus: 'staff.burnout', minus: 'indicator.rise', times: 0.5 }],
      },
      {
        id: 'share',
        title: 'A share of runs',
        verdict: 'fails',
        runs: { holding: 15, defined: 20, claimed: 0.9 },
        conditions: [{ ...condition, against: 'asBuilt' }],
      },
    ];
    const shown = (await buildReport(tables, charts)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(shown).toContain('held against these runs: 1 of 2 holds and 1 does not.');
    expect(shown).toContain('Of the claims that the scenario makes beforehand 1 of 2 holds and 1 does not.');
    expect(shown).toContain(
      'Outcome rate plus burnout of caseworkers less 0.5 × rise of the indicator under “Outcome-only pay at the same expected spend per attached client”: below 0',
    );
    expect(shown).toContain('holds of the mean; in 14 of 20 runs');
    expect(shown).toMatch(/, less that under “As built[^”]+”: below 0 points/);
    expect(shown).toContain('does not hold in 15 of 20 runs; claimed of at least 90%');
    expect(shown).toContain('cannot be told in so few runs that a single one would decide');
  });

  it('is an evaluation: every section of the body is there, then the annexes in order of their letters', () => {
    const heads = [...page.matchAll(/<section id="([^"]+)"[^>]*><h2>([^<]*)</g)].map((match) =>
      match.slice(1),
    );
    const body = [
      'finding',
      'designs',
      'time',
      'parked',
      'outcomes',
      'money',
      'reported',
      'trust',
      'limits',
      'cite',
    ];
    expect(heads.map(([id]) => id).slice(0, body.length)).toEqual(body);
    const annexes = heads.slice(body.length).map(([, title]) => title);
    annexes.forEach((title, at) => {
      expect(title).toMatch(new RegExp(`^Annex ${designLetter(at)}\\. `));
    });
    expect(page).toContain('@misc{streetlevel-activation-pilot-9f2c77,');
    expect(page).toContain('<code>streetlevel sensitivity activation-pilot</code>');
  });

  it('lists every number that went in for paper, each once, with what the heading does not say of its source', async () => {
    const tables = fakeTables();
    const like = (path: string, value: number, more: object = {}) => ({
      ...tables.parameters[0],
      path,
      value,
      origin: 'default' as const,
      source: 'default: assumed: of one size',
      unit: undefined,
      range: undefined,
      ...more,
    });
    tables.parameters = [
      like('caseworkers.motives.gain', 1, { range: [0, 2] }),
      like('caseworkers.motives.fear', -0.5, { unit: 'points' }),
      like('caseworkers.noise', 0.3, { source: 'default: assumed' }),
      like('clock.weeks', 260, { origin: 'file', source: 'given in x.yaml, no source stated' }),
      like('measures.claims.one', 1),
    ];
    const text = (await buildReport(tables, [])).match(/<div class="dense">([\s\S]*?)<\/div>/)![1];
    const plain = text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(plain).toContain('Assumed, by default (3)');
    expect(plain).toContain(
      'caseworkers motives.gain 1 (0 to 2); …fear −0.5 points: of one size. noise 0.3.',
    );
    expect(plain).toContain('Given in the scenario file without a source (1) clock weeks 260.');
    expect(plain).not.toContain('claims');
  });

  it('tells what a design sets with units and currency, and what it lacks as none', async () => {
    const tables = fakeTables({ designs: sevenDesigns.slice(0, 2).map((design) => ({ ...design })) });
    const one = (path: string, unit: string) => ({ ...tables.parameters[0], path, unit });
    tables.parameters = [
      one('incentives.start.amount', 'money'),
      one('rules.seen.every', 'weeks'),
      one('roles.keyWorker.posts', 'full-time posts'),
    ];
    tables.manifest.designs[1].changes = [
      { path: 'incentives.start.amount', from: 18400, to: null },
      { path: 'rules.seen.every', from: null, to: 4, week: 13 },
      { path: 'roles.keyWorker.posts', from: 3, to: 1 },
    ];
    const plain = (await buildReport(tables, [])).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(plain).toContain(
      'start: amount £18,400 → none; seen: every none → 4 weeks (from week 13 on); key worker: posts 3 → 1 full-time post.',
    );
  });

  it('says nothing of intervals beside the numbers of one run', async () => {
    const lenses = (replicates: number) => {
      const tables = fakeTables({ designs: sevenDesigns.slice(0, 2), replicates });
      const [x, y] = sevenDesigns.map(({ id }) => id);
      const designs = [
        { design: x, value: 0.5, standing: 'best' as const },
        { design: y, value: 0.4, standing: 'single' as const },
      ];
      const measures = [{ measure: 'outcome.rate', better: 'higher' as const, replicates, designs }];
      return {
        ...tables,
        lenses: { format: 1 as const, views: [{ lens: 'commissioner', measures, leftOut: [] }] },
      };
    };
    const [single, many] = await Promise.all([1, 20].map((n) => buildReport(lenses(n), [])));
    expect(single).toContain('By what it looks at, best first');
    expect(single).toContain('the numbers here hold every assumption fixed');
    expect(single).not.toMatch(/in brackets 95% intervals|the intervals here/);
    expect(many).toContain('best first; in brackets 95% intervals');
    expect(many).toContain('the intervals here hold every assumption fixed');
  });

  it('tells of a chart in words only where no section does', () => {
    const captioned = [...page.matchAll(/<figure id="chart-(\w+)"(?:(?!<\/figure>)[\s\S])*?<figcaption>/g)];
    const ids = captioned.map(([, id]) => id);
    expect(ids).toContain('weekly');
    for (const id of ['designDifferences', 'hoursByFifth', 'parkedByFifth', 'reportedAgainstTrue'])
      expect(ids).not.toContain(id);
  });

  it('shows a banner where the run is partial, and only there', async () => {
    const partial = await buildReport(fakeTables({ partial: true }), []);
    expect(partial).toContain('Partial results: 20 of 25 runs');
    expect(page).not.toContain('Partial results');
  });

  it('is the same page each time', async () => {
    expect(await buildReport(fakeTables(), charts, { embedScript })).toBe(page);
  });

  it('makes a page for one design and one run without comparison or interval', async () => {
    const one = await buildReport(fakeTables({ designs: sevenDesigns.slice(0, 1), replicates: 1 }), []);
    expect(one).not.toContain('id="differences"');
    // That there are no intervals is said at the front and over the tables, and not in every cell.
    expect(one).not.toContain('no interval<');
    expect(one).not.toContain('(one run, no interval)');
    expect(one.match(/This is one run: no figure has an interval/g)).toHaveLength(2);
    expect(one).not.toContain('<th scope="col">Spread of runs</th>');
  });

  it('shows hostile titles, sources and values as text', async () => {
    const tables = fakeTables();
    const attack = '"><img src=x onerror=alert(1)></script><script>alert(2)</script>';
    tables.manifest.title = attack;
    tables.manifest.command = attack;
    tables.parameters[0].source = attack;
    tables.summary.designs.asBuilt.title = attack;
    tables.warnings = [attack];
    const hostile = await buildReport(tables, await drawCharts(tables), { embedScript });
    expect(hostile).not.toContain('<img');
    expect(hostile.match(/<script/g)!.length).toBe(charts.length + 1);
  });
});

describe('html', () => {
  it('escapes what is inserted and keeps what is HTML', () => {
    expect(html`<b title="${'"'}">${'<&>'}${html`<i>x</i>`}${null}${false}${0}</b>`.text).toBe(
      '<b title="&quot;">&lt;&amp;&gt;<i>x</i>0</b>',
    );
    expect(escapeHtml("'")).toBe('&#39;');
  });

  it('writes JSON that cannot end its block and reads back the same', () => {
    const value = { text: '</script><!-- \u2028' };
    expect(jsonBlock(value).text).not.toContain('<');
    expect(JSON.parse(jsonBlock(value).text)).toEqual(value);
  });
});

describe('sources of parameters', () => {
  it.each([
    ['NAO 2008, table 3', 'file', 'document'],
    ['default: published evidence, F10', 'default', 'document'],
    ['default: assumed', 'default', 'assumed'],
    ['assumed, see trial', 'file', 'assumed'],
    ['fitted to starts', 'file', 'fitted'],
    ['computed: twice 2,365 a year', 'file', 'derived'],
    ['definition: the record is one for each person', 'file', 'derived'],
    ['design: the year before the indicator', 'file', 'derived'],
    ['given in a.yaml, no source stated', 'file', 'unsourced'],
    ['--set', 'set', 'changed'],
    ['design sameSpend', 'design', 'changed'],
  ] as const)('"%s" (%s) is %s', (source, origin, kind) => {
    expect(sourceKind({ source, origin })).toBe(kind);
  });
});

it('letters go on after Z', () => {
  expect([0, 25, 26, 27].map(designLetter)).toEqual(['A', 'Z', 'AA', 'AB']);
});
