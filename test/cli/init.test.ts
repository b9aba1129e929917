import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localNames, localScenario, readLocalForm } from '../../src/authoring/index.ts';
import { scratchFolder } from '../results/scratch.ts';
import { commandPath, streetlevel } from './command.ts';

const scratch = scratchFolder();
const answers = ['6', '35', '8', '45', '40', '3000', '30', '42000'];
const flags = localNames.flatMap((name, at) => [`--${name}`, answers[at]]);
const text = (given: readonly string[]): string => {
  const form = readLocalForm(Object.fromEntries(localNames.map((name, at) => [name, given[at]])));
  if ('problem' in form) throw new Error(form.problem);
  return localScenario(form);
};
const read = (name: string) => readFileSync(join(scratch(), name), 'utf8');
const init = (words: readonly string[], input?: string) =>
  streetlevel(['init', ...words], { cwd: scratch(), input });

describe('init with eight local numbers', () => {
  it('writes the same from answers, from options and from both', async () => {
    const asked = await init(['asked.yaml', '--ask'], `${answers.join('\n')}\n`);
    expect([asked.code, asked.out]).toEqual([0, 'asked.yaml\n']);
    expect(asked.err).toContain('8 of 8. What does one caseworker cost a year');
    expect(asked.err).toContain('Fees pay the posts if 21 of 100 referred get a job');
    expect((await init(['given.yaml', ...flags, '--quiet'])).err).toBe('');
    const both = await init(['both.yaml', '--ask', ...flags.slice(0, 12)], '30\n42,000');
    expect(both.code).toBe(0);
    for (const name of ['asked.yaml', 'given.yaml', 'both.yaml']) expect(read(name)).toBe(text(answers));
    const { code, out } = await streetlevel(['validate', 'asked.yaml', '--json'], { cwd: scratch() });
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ valid: true })]);
  });

  it('asks again where an answer is out of range, and takes an empty one for not known', async () => {
    const { code, err } = await init(['again.yaml', '--ask'], '0\nsix\n6\n\n8\n45\n40\n3000\n30\n42000\n');
    expect(code).toBe(0);
    expect(err.match(/That cannot be used: Staff takes a whole number from 1 to 500/g)).toHaveLength(2);
    expect(read('again.yaml')).toBe(text(['6', '', ...answers.slice(2)]));
    expect(read('again.yaml')).toContain('assumed: not known here; the usual full-time week');
  });

  it('writes nothing where answers are missing or cannot be used, and says all that is missing', async () => {
    const ended = await init(['no.yaml', '--ask', '--cost', '42000'], '6\n35\n');
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect(ended.err).toContain('Missing: --referrals, --caseload, --groups, --fees, --target. Nothing was');
    const options = await init(['no.yaml', '--staff', '6']);
    expect(options.code).toBe(2);
    expect(options.err).toContain('Missing: --hours, --referrals');
    expect(options.err).toContain('Add --ask');
    const wrong = await init(['no.yaml', ...flags.with(3, '99')]);
    expect([wrong.code, wrong.err]).toEqual([2, '--hours takes a number from 5 to 60, not "99".\n']);
    const misfit = await init(['no.yaml', '--ask', '--caseload', '300'], '6\n35\n1\n40\n3000\n30\n42000\n');
    expect(misfit.code).toBe(2);
    expect(misfit.err).toContain(
      '--caseload takes a whole number from 5 to 26 (with these staff and referrals',
    );
    expect(existsSync(join(scratch(), 'no.yaml'))).toBe(false);
  });

  it('asks nothing where it could not write', async () => {
    for (const [file, problem] of [
      ['nowhere/ours.yaml', 'there is no folder nowhere'],
      ['.', '. is a folder. Name a file'],
      ['-', 'not standard output'],
    ]) {
      for (const command of [
        ['init', file, '--ask'],
        ['init', file],
        ['cards', file],
      ]) {
        const { code, out, err } = await streetlevel(command, { cwd: scratch(), input: answers.join('\n') });
        expect([code, out], command.join(' ')).toEqual([2, '']);
        expect(err).toContain(problem);
        expect(err).not.toContain('of 8');
      }
    }
  });

  it('asks nothing where the file is there', async () => {
    writeFileSync(join(scratch(), 'there.yaml'), 'mine');
    const { code, err } = await init(['there.yaml', '--ask'], answers.join('\n'));
    expect([code, err]).toEqual([2, expect.stringMatching(/^there\.yaml exists/)]);
    expect(read('there.yaml')).toBe('mine');
  });

  // Python's pty is the terminal; where there is no Python, the loud skip says so.
  const terminal = spawnSync('python3', ['-c', 'import pty']).status === 0;
  it.runIf(terminal)('leaves nothing behind when Ctrl-C ends it at a terminal', () => {
    const script = `
import os, pty, sys, time
pid, fd = pty.fork()
if pid == 0:
    os.chdir(sys.argv[3])
    os.execv(sys.argv[1], [sys.argv[1], sys.argv[2], 'init', 'broken.yaml', '--ask'])
seen = b''
sent = 0
while True:
    try:
        data = os.read(fd, 4096)
    except OSError:
        break
    if not data:
        break
    seen += data
    if sent == 0 and b'Staff (posts)' in seen:
        os.write(fd, b'6\\r'); sent = 1
    elif sent == 1 and b'Hours (hours a week)' in seen:
        os.write(fd, b'\\x03'); sent = 2
status = os.waitpid(pid, 0)[1]
print(os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1, sent)
`;
    const { stdout } = spawnSync('python3', ['-c', script, process.execPath, commandPath, scratch()], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(stdout.trim()).toBe('130 2');
    expect(readdirSync(scratch()).filter((name) => name.includes('broken'))).toEqual([]);
  });
});
