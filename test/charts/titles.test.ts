import { expect, it } from 'vitest';
import { captionText } from '../../src/charts/frame.ts';
import { chartRegistry, drawableCharts, drawCharts } from '../../src/charts/index.ts';
import { textWidth } from '../../src/charts/textWidth.ts';
import { measureName } from '../../src/words/names.ts';
import { fakeSummary, fakeTables, sevenDesigns } from './fakeTables.ts';

const titled = () => {
  const tables = fakeTables({ designs: sevenDesigns.slice(0, 2) });
  tables.manifest.titles = {
    area: { conurbation: 'Greater Harbour', upper: 'Upper Valley' },
    role: { keyWorker: 'Key workers of the scheme' },
    duty: { forms: 'The national record' },
    office: { north: 'The northern office' },
  };
  return tables;
};

it('measures are named by the titles of what they are sliced by, and spelled out where there are none', () => {
  const tables = titled();
  expect(measureName('staff.dutyShare[duty=forms]', tables)).toBe(
    'share of hours for duties, The national record',
  );
  expect(measureName('staff.dutyShare[duty=otherForms]', tables)).toBe(
    'share of hours for duties, other forms',
  );
  expect(measureName('paid.total[office=north]', tables)).toBe('paid in total, The northern office');
  expect(measureName('paid.total[office=constructor]', tables)).toBe('paid in total, office constructor');
});

it('charts show titles in the place of names', async () => {
  const tables = titled();
  for (const { measures } of Object.values(tables.summary.designs))
    measures['staff.hoursShare[use=clients,role=keyWorker]'] = fakeSummary(0.5, 20);
  const drawn = await drawCharts(tables);
  const svg = (id: string) => drawn.find((chart) => chart.id === id)!.svg;
  expect(svg('areaDemand')).toContain('>Greater Harbour<');
  expect(svg('areaDemand')).not.toContain('onurbation');
  expect(svg('interventionsAdopted')).toContain('>Greater Harbour<');
  expect(svg('jointWork')).toContain('Upper Valley: joint effort');
  expect(svg('hoursByRole')).toContain('>Key workers of the scheme<');
  expect(svg('hoursSplit')).toContain('>Key workers of the scheme<');
  expect(svg('commissionerReview')).toContain('The northern office');
  const byRole = chartRegistry.find(({ id }) => id === 'hoursByRole')!.finding(tables);
  expect(byRole).toMatch(/: “Key workers of the scheme” give the easiest fifth .* and the coordinator gives/);
}, 60_000);

it('a caption makes no chart wider than its drawing', async () => {
  const tables = titled();
  tables.manifest.scenario = 'a-scenario-with-a-name-of-quite-some-length-for-a-caption';
  const widths = (some: Awaited<ReturnType<typeof drawCharts>>) =>
    some.map(({ svg }) => Number(svg.match(/width="([\d.]+)"/)?.[1]));
  for (const width of widths(await drawCharts(tables))) expect(width).toBeLessThan(800);
}, 60_000);

it('a caption breaks neither the hash from its scenario nor anything else that fits a line', () => {
  const tables = titled();
  for (const scenario of ['a', 'threshold-and-luck', 'a-scenario-with-a-name-of-quite-some-length']) {
    tables.manifest.scenario = scenario;
    const lines = captionText(tables, 504, 11);
    expect(lines.join(' · ')).toContain(`${scenario} (hash 9f2c77aa01b4) · 20 runs · seed pilot-2008`);
    expect(lines.some((line) => line.includes(`${scenario} (hash 9f2c77aa01b4)`))).toBe(true);
    for (const line of lines) expect(textWidth(line, 11)).toBeLessThanOrEqual(504);
  }
});

it('who is parked is not drawn where nobody is, and a kind alone in its bar has its figure once', async () => {
  const tables = fakeTables({ designs: sevenDesigns.slice(0, 1) });
  const { measures } = tables.summary.designs.asBuilt;
  const kinds = ['unseen', 'holding', 'token', 'share'];
  for (let fifth = 1; fifth <= 5; fifth++)
    for (const kind of kinds) measures[`parking.${kind}[fifth=${fifth}]`] = fakeSummary(0, 20);
  expect(drawableCharts(tables).map(({ id }) => id)).not.toContain('parkedByFifth');
  measures['parking.token[fifth=4]'] = fakeSummary(0.27, 20);
  measures['parking.share[fifth=4]'] = fakeSummary(0.27, 20);
  measures['parking.unseen[fifth=5]'] = fakeSummary(0.31, 20);
  measures['parking.share[fifth=5]'] = fakeSummary(0.31, 20);
  const { svg } = (await drawCharts(tables)).find(({ id }) => id === 'parkedByFifth')!;
  for (const figure of ['27%', '31%']) expect(svg.split(`>${figure}<`), figure).toHaveLength(2);
  expect(svg).toContain('>Token: contact on paper only<');
  expect(svg).not.toContain('>Holding:');
});

it('one kind of parking alone has one figure a bar and no other kinds in its legend', async () => {
  const tables = fakeTables({ designs: sevenDesigns.slice(0, 1) });
  const { measures } = tables.summary.designs.asBuilt;
  for (let fifth = 1; fifth <= 5; fifth++) {
    for (const kind of ['holding', 'token']) measures[`parking.${kind}[fifth=${fifth}]`] = fakeSummary(0, 20);
    measures[`parking.unseen[fifth=${fifth}]`] = fakeSummary(0.31, 20);
    measures[`parking.share[fifth=${fifth}]`] = fakeSummary(0.31, 20);
  }
  const { svg } = (await drawCharts(tables)).find(({ id }) => id === 'parkedByFifth')!;
  expect(svg.match(/>31%</g)).toHaveLength(5);
  expect(svg).not.toContain('>Token: contact on paper only<');
});
