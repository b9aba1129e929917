import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { scratchFolder } from '../results/scratch.ts';
import { streetlevel } from './command.ts';

const scratch = scratchFolder();

function write(name: string, text: string): string {
  const path = join(scratch(), name);
  writeFileSync(path, text);
  return path;
}

const validate = (words: readonly string[], input?: string) =>
  streetlevel(['validate', ...words], { cwd: scratch(), input });

describe('init', () => {
  it('writes a valid scenario of about forty lines, and does not overwrite it', async () => {
    const { code, out } = await streetlevel(['init', 'mine.yaml'], { cwd: scratch() });
    expect([code, out]).toEqual([0, 'mine.yaml\n']);
    expect(readFileSync(join(scratch(), 'mine.yaml'), 'utf8')).toBe(firstScenario);
    expect(firstScenario.split('\n').length).toBeLessThan(45);
    expect(await validate(['mine.yaml'])).toMatchObject({ code: 0, err: '' });

    write('mine.yaml', 'changed');
    const refused = await streetlevel(['init', 'mine.yaml'], { cwd: scratch() });
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('--force');
    expect(readFileSync(join(scratch(), 'mine.yaml'), 'utf8')).toBe('changed');
    expect((await streetlevel(['init', 'mine.yaml', '--force', '--json'], { cwd: scratch() })).code).toBe(0);
    expect(readFileSync(join(scratch(), 'mine.yaml'), 'utf8')).toBe(firstScenario);
  });
});

describe('list', () => {
  it('names bundled scenarios that validate', async () => {
    const { code, out } = await streetlevel(['list', '--json']);
    expect(code).toBe(0);
    const scenarios = JSON.parse(out);
    expect(scenarios.map(({ name }: { name: string }) => name)).toContain('activation-pilot');
    for (const { name, title } of scenarios) {
      expect(title).not.toBe('');
      expect(await validate([name])).toMatchObject({ code: 0, err: '' });
    }
  });
});

describe('plan', () => {
  it('shows the ten steps', async () => {
    write('mine.yaml', firstScenario);
    const { code, out } = await streetlevel(['plan', 'mine.yaml', '--json'], { cwd: scratch() });
    expect(code).toBe(0);
    expect(JSON.parse(out).steps.map(({ number }: { number: number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect((await streetlevel(['plan', 'mine.yaml'], { cwd: scratch() })).out).toMatch(/^10\.\s+observe/m);
  });
});

describe('schema', () => {
  it('prints the schema that the build wrote', async () => {
    const { code, out } = await streetlevel(['schema']);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(new URL('../../dist/scenario.schema.json', import.meta.url), 'utf8'));
    expect(JSON.parse(out).properties).toHaveProperty('clients');
  });
});

describe('a scenario file', () => {
  it('may come from standard input', async () => {
    const { code, out } = await validate(['-'], firstScenario);
    expect(code).toBe(0);
    expect(out).toContain('valid');
  });

  it('is found by path before a bundled scenario of the same name', async () => {
    write('activation-pilot', firstScenario);
    const { out } = await validate(['activation-pilot', '--json']);
    expect(JSON.parse(out).title).toBe('My first scheme');
  });

  it('is changed by --set, --seed and --replicates', async () => {
    write('mine.yaml', firstScenario);
    const hashOf = async (...words: string[]) =>
      JSON.parse((await validate(['mine.yaml', '--json', ...words])).out).designs[0].hash;
    const plain = await hashOf();
    expect(await hashOf('--set', 'incentives.startFee.amount=1')).not.toBe(plain);
    expect(await hashOf('--seed', '007')).not.toBe(plain);
    const { out } = await validate(['mine.yaml', '--json', '--replicates', '3']);
    expect(JSON.parse(out).replicates).toBe(3);
    const wrong = await validate(['mine.yaml', '--set', 'incentives.startFe.amount=1']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('startFe');
  });

  it('shows all its errors at once, with line and column and the nearest name', async () => {
    write(
      'mine.yaml',
      firstScenario.replace('poisson(10)', 'poison(10)').replace('replicates: 10', 'replicate: 10'),
    );
    const { code, out, err } = await validate(['mine.yaml']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/mine\.yaml:5:\d+/);
    expect(err).toContain('replicates');
    expect(err).toMatch(/mine\.yaml:7:\d+/);
    expect(err).toContain('poisson');
    const { code: jsonCode, out: json } = await validate(['mine.yaml', '--json']);
    expect(jsonCode).toBe(2);
    expect(JSON.parse(json)).toMatchObject({ valid: false });
    expect(JSON.parse(json).problems.length).toBeGreaterThanOrEqual(2);
  });

  const broken: [what: string, text: string, message: RegExp][] = [
    ['an unknown key', `${firstScenario}colour: red\n`, /colour/],
    ['a forbidden function', firstScenario.replace('logistic(-4', 'evil(-4'), /evil/],
    [
      'an import in a formula',
      firstScenario.replace('logistic(-4 - 2.6 * appearance)', '"import({})"'),
      /import/,
    ],
    ['negative hours', firstScenario.replace('posts: 12,', 'posts: 12, hoursPerWeek: -1,'), /hoursPerWeek/],
    ['shares that do not sum to 1', firstScenario.replace('share: 0.6', 'share: 0.5'), /share/],
    ['nothing', '', /empty/],
    ['a list', '- 1\n', /map|list/i],
    ['a newer format', firstScenario.replace('format: 1', 'format: 2'), /format/],
    ['0 weeks of follow-up', `${firstScenario}clock: { followUp: 0 }\n`, /followUp, 0/],
    ['a group of size 0 that leaves shares short', firstScenario.replace('share: 0.4', 'share: 0'), /share/],
    ['binary bytes', '\u0000\u0001\u0002', /.+/],
  ];
  it.each(broken)('with %s is refused with exit code 2 and no stack', async (_, text, message) => {
    write('mine.yaml', text);
    const { code, out, err } = await streetlevel(['run', 'mine.yaml'], { cwd: scratch() });
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(/^\s+at /m);
    expect(existsSync(join(scratch(), 'results'))).toBe(false);
  });

  it('of more than 1 MB is refused, from a file and from a pipe without end', async () => {
    const junk = 'x'.repeat(1_048_577);
    write('big.yaml', junk);
    expect(await validate(['big.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('larger than 1 MB'),
    });
    expect(await validate(['-'], junk)).toMatchObject({
      code: 2,
      err: expect.stringContaining('larger than 1 MB'),
    });
    write('full.yaml', 'x'.repeat(1_048_576));
    const { code, err } = await validate(['full.yaml']);
    expect(code).toBe(2);
    expect(err.length).toBeLessThan(2000);
  });
});

describe('extends', () => {
  const child = (reference: string) => `format: 1\nextends: ${reference}\ntitle: Child\n`;

  it('takes a file of the same folder, and one in a folder below', async () => {
    mkdirSync(join(scratch(), 'below'));
    write('below/base.yaml', firstScenario);
    write('child.yaml', child('below/base.yaml'));
    const { code, out } = await validate(['child.yaml', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).title).toBe('Child');
  });

  it('takes a bundled scenario', async () => {
    write('child.yaml', child('bundled:activation-pilot'));
    expect((await validate(['child.yaml'])).code).toBe(0);
    write('child.yaml', child('bundled:activation-pilt'));
    const { code, err } = await validate(['child.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('activation-pilot');
  });

  it('does not leave the folder, neither by path nor by link, unless it is allowed', async () => {
    mkdirSync(join(scratch(), 'home'));
    mkdirSync(join(scratch(), 'other'));
    write('other/base.yaml', firstScenario);
    write('home/child.yaml', child('../other/base.yaml'));
    const refused = await validate(['home/child.yaml']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--allow-path');
    expect((await validate(['home/child.yaml', '--allow-path', 'other'])).code).toBe(0);
    expect((await validate(['home/child.yaml', '--allow-path', 'nowhere'])).code).toBe(2);

    symlinkSync(join(scratch(), 'other', 'base.yaml'), join(scratch(), 'home', 'link.yaml'));
    write('home/child.yaml', child('link.yaml'));
    expect((await validate(['home/child.yaml'])).code).toBe(2);
  });

  it.each(['https://example.org/base.yaml', 'file:///etc/hostname', '/dev/zero', 'missing.yaml', '.'])(
    'refuses %s',
    async (reference) => {
      write('child.yaml', child(reference));
      const { code, err } = await validate(['child.yaml']);
      expect(code).toBe(2);
      expect(err).toContain('child.yaml:2');
    },
  );

  it('shows a cycle as a chain', async () => {
    write('a.yaml', child('b.yaml'));
    write('b.yaml', child('a.yaml'));
    const { code, err } = await validate(['a.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('a.yaml');
    expect(err).toContain('b.yaml');
  });
});
