import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { flagName, options } from '../../src/cli/options.ts';
import { commandPath, streetlevel } from './command.ts';

describe('help', () => {
  it('lists every command on standard output', async () => {
    const { code, out, err } = await streetlevel(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const { name, hidden, describe: words } of commands) {
      expect([name, out.includes(`streetlevel ${name}`)]).toEqual([name, !hidden]);
      if (hidden) continue;
      expect(out).toContain(words.split(' ').slice(0, 4).join(' '));
    }
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    'of %s shows an example and every option',
    async (name, command) => {
      const { code, out } = await streetlevel([name, '--help']);
      expect(code).toBe(0);
      for (const option of command.options) expect(out).toContain(flagName(option));
      for (const [line] of command.examples) expect(out).toContain(`streetlevel ${line}`);
      expect(command.options.includes('json')).toBe(!command.hidden);
    },
  );

  it('is shown with exit code 2 where no command is named', async () => {
    const { code, out, err } = await streetlevel([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Name a command.');
  });

  it('has no option that no command takes', () => {
    const taken = new Set(commands.flatMap((command) => command.options));
    expect([...taken].sort()).toEqual(Object.keys(options).sort());
  });

  it('prints a script for completion, and nothing else', async () => {
    const { code, out, err } = await streetlevel(['completion']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('complete -o');
  });

  it('gives the version of the package', async () => {
    expect((await streetlevel(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('completes commands and options', async () => {
    expect((await streetlevel(['--get-yargs-completions', 'streetlevel', 'r'])).out.split('\n')).toContain(
      'run',
    );
    expect((await streetlevel(['--get-yargs-completions', 'streetlevel', 'run', '--cl'])).out).toContain(
      '--client-table',
    );
  });
});

describe('a command line that cannot be used', () => {
  it.each([
    [['rnu', 'x.yaml'], 'rnu is no command. Did you mean run?'],
    [['run', 'x.yaml', '--thraeds', '2'], '--thraeds is no option of run. Did you mean --threads?'],
    [['run', 'x.yaml', '--clienttable'], '--clienttable is no option of run. Did you mean --client-table?'],
    [['list', '--out', 'x'], '--out is no option of list.'],
    [['run'], 'run needs a file'],
    [['run', 'a', 'b'], 'run does not take "b".'],
    [['run', 'x.yaml', '--threads', '0'], '--threads takes a whole number from 1, not "0".'],
    [['run', 'x.yaml', '--threads', 'many'], 'not "many"'],
    [['run', 'x.yaml', '--replicates=2.5'], '--replicates takes a whole number from 1, not "2.5".'],
    [['run', 'x.yaml', '--scale=-1'], '--scale takes a number above 0, not "-1".'],
    [['run', 'x.yaml', '--seed', 'a', '--seed', 'b'], '--seed is given more than once.'],
    [['run', 'x.yaml', '--set'], '--set needs a value.'],
    [['run', 'x.yaml', '--reference', 'equaltime'], 'Did you mean equal-time?'],
    [['run', 'no-such-file.yaml'], 'there is no file no-such-file.yaml'],
    [['report', 'no-such-folder'], 'there is no folder no-such-folder'],
    [['validate', '.'], '. is a folder, not a scenario file'],
    [['validate', '/dev/zero'], 'is no ordinary file'],
  ])('%j is told so in one sentence, with exit code 2', async (words, message) => {
    const { code, out, err } = await streetlevel(words);
    expect(err).toContain(message);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('output', () => {
  it('ends quietly when the reader goes away', () => {
    const shell = spawnSync('bash', [
      '-c',
      `set -o pipefail; "${process.execPath}" "${commandPath}" schema | head -c 10 >/dev/null`,
    ]);
    expect(shell.stderr.toString()).toBe('');
    expect(shell.status).toBe(0);
  });
});
