import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { measureCatalogue } from '../../src/simulation/index.ts';
import { streetlevel } from './command.ts';

const explain = (words: string[], input?: string, cwd?: string) =>
  streetlevel(['explain', ...words], { input, cwd });
const json = async (words: string[]) => {
  const { code, out, err } = await explain([...words, '--json']);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
};

describe('explain FILE', () => {
  it('says a scenario with the share of assumed numbers up front, and nothing on standard error', async () => {
    const { code, out, err } = await explain(['first']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n\n')[1].replaceAll(/\s+/g, ' ')).toMatch(
      /^Of its \d+ numbers and formulas \d+ \(\d+%\) are assumed/,
    );
    expect(out).toContain('About 10 clients (poisson(10)) a week');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('counts sources that add up, and lists every number with --all', async () => {
    const short = await json(['activation-pilot']);
    const { sources, assumed, parameters } = await json(['activation-pilot', '--all']);
    const sum = Object.values(sources.kinds as Record<string, number>).reduce((a, b) => a + b, 0);
    expect(sum).toBe(sources.total);
    expect(parameters).toHaveLength(sources.total);
    expect(assumed).toEqual({ count: sources.kinds.assumed, total: sources.total });
    const { named, ...counts } = short.sources;
    expect({ ...counts, named: sources.named }).toEqual(sources);
    // What defaults are assumed after is listed where they are.
    expect(sources.named).toEqual(expect.arrayContaining(named));
    expect(sources.named.length).toBeGreaterThan(named.length);
    expect(named.map(({ name }: { name: string }) => name)).toContain('document 004 (employment pilot)');
    expect(short.parameters).toBeUndefined();
    for (const { path, source } of parameters)
      expect([path, source]).toEqual([path, expect.stringMatching(/./)]);
  });

  it('follows --set and --scale, takes standard input, and tells another design', async () => {
    const { out } = await explain(
      ['-', '--set', 'incentives.startFee.amount=4321', '--scale', '0.5'],
      firstScenario,
    );
    expect(out).toContain('£4,321 for the first “job start”');
    expect(out).toContain('run at 0.5 of its size');
    expect((await explain(['first#grant'])).out).toContain('Offices share £18,400 a week');
  });

  it('tells a design that begins later as it then is', async () => {
    const told = await json(['strategic-outcomes#indicatorOnly']);
    expect(told.from).toBe(156);
    expect(told.parts.find(({ id }: { id: string }) => id === 'money').lines.join(' ')).toContain('£1,870');
  });

  it('ends quietly when its reader stops', async () => {
    const child = await streetlevel(['explain', 'justice-reinvestment', '--all'], {
      onStart: (process) => process.stdout!.once('data', () => process.stdout!.destroy()),
    });
    expect(child).toMatchObject({ code: 0, err: '' });
  });
});

describe('explain --diff', () => {
  it('says what differs between two designs, however they are named', async () => {
    const one = await json(['--diff', 'first#feePerJob', 'first#grant']);
    expect(one.same).toBe(false);
    expect(one.paths).toContain('incentives.grant.amount');
    expect(one.differences.map(({ path }: { path: string }) => path)).toEqual([
      'incentives.startFee',
      'incentives.grant',
    ]);
    for (const words of [
      ['first', '--diff', 'feePerJob', 'grant'],
      ['--diff', 'first#feePerJob', 'grant'],
      ['--diff', 'first#feePerJob,grant'],
      ['--diff', 'first'],
    ])
      expect(await json(words)).toEqual(one);
  });

  it('says that there is no difference', async () => {
    expect((await explain(['--diff', 'first', 'first'])).out).toBe(
      'first#feePerJob and first#feePerJob: no difference.\n',
    );
    const folder = mkdtempSync(join(tmpdir(), 'explain-'));
    writeFileSync(
      join(folder, 'same.yaml'),
      firstScenario.replace('poisson(10)', '{ dist: poisson, mean: 10 }'),
    );
    const { out } = await explain(['--diff', 'first', 'same.yaml'], undefined, folder);
    expect(out).toBe('first#feePerJob and same.yaml#feePerJob: no difference.\n');
  });

  it.each([
    [['--diff', 'first#feePerJob', 'first#grnat'], /no design "grnat".* Did you mean grant\?/],
    [['--diff', 'first#a,b,c'], /compares two designs, not 3/],
    [['--diff', 'first', 'frist'], /there is no file frist.*Did you mean first\?/],
    [['--diff', 'first', 'a', 'b', 'c'], /not 4 names/],
  ])('refuses %j', async (words, message) => {
    const { code, out, err } = await explain(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});

describe('explain MEASURE and other words', () => {
  it('explains every measure of the catalogue in full', async () => {
    const all = measureCatalogue();
    const told = await json(all.map(({ id }) => id));
    expect(told).toHaveLength(all.length);
    for (const [i, { id }] of all.entries()) {
      expect(told[i]).toMatchObject({ explains: 'measure', id });
      for (const key of ['definition', 'formula', 'reading', 'caveat', 'unit'])
        expect([id, key, told[i][key].trim().length > 2]).toEqual([id, key, true]);
    }
  });

  it('takes a key with slices, and says which there are', async () => {
    const { out } = await explain(['parking.share[fifth=5]']);
    expect(out).toMatch(/^parking\.share\[fifth=5\] \(of the hardest fifth/);
    expect(out).toMatch(/Unit: share of client-weeks[\s\S]*Better: lower\./);
    expect((await explain(['parking.share[fifth=6]'])).err).toMatch(/fifths are 1/);
    expect((await explain(['parking.share[fith=5]'])).err).toMatch(/Did you mean fifth\?/);
  });

  it('explains kinds, dispositions and parameters, these also as they stand in a scenario', async () => {
    expect(await json(['milestoneFee'])).toMatchObject({ explains: 'word', what: 'instrument' });
    expect((await explain(['caregiver'])).out).toContain('need 1');
    const tau = await json([
      'first',
      'caseworkers.allocation.tau',
      '--set',
      'caseworkers.allocation.tau=0.3',
    ]);
    expect(tau.fields[0]).toMatchObject({ default: 0.25, unit: 'hours', range: [0.1, 0.5] });
    expect(tau.values.map(({ value, source }: { value: number; source: string }) => [value, source])).toEqual(
      [
        [0.3, '--set'],
        [0.3, '--set'],
      ],
    );
    expect((await explain(['incentives.startFee.amount'])).out).toContain('Fee for the event.');
    const fee = await json(['first', 'incentives.startFee']);
    expect(fee.sections).toEqual([
      expect.objectContaining({
        path: 'incentives.*[milestoneFee]',
        keys: expect.arrayContaining(['event', 'amount']),
      }),
    ]);
    expect((await explain(['first', 'clients.nothing'])).err).toMatch(/first has no parameter of that path/);
  });

  it.each([
    ['creaming.concentratoin', 'creaming.concentration'],
    ['frist', 'first'],
    ['milestonFee', 'milestoneFee'],
    ['clock.folowUp', 'clock.followUp'],
  ])('names the nearest of all for %s', async (word, nearest) => {
    const { code, out, err } = await explain([word]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`Did you mean ${nearest}?`);
  });

  it('lets a path win over other names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'explain-'));
    writeFileSync(join(folder, 'caregiver'), firstScenario.replace('My first scheme', 'A file of that name'));
    expect((await explain(['caregiver'], undefined, folder)).out).toMatch(/^A file of that name/);
  });
});
