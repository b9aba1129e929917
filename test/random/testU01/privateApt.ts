import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const COMPONENT = 'non-free';

/** Debian's own sources with a component more, in either of apt's two forms; other sources and comments are left out. */
export function withComponent(text: string, component = COMPONENT): string {
  if (/^Types:/m.test(text))
    return text
      .split(/\n\s*\n/)
      .filter((stanza) => /^URIs:.*\/debian/m.test(stanza))
      .map((stanza) =>
        stanza.replace(/^Components:(.*)$/m, (line, had: string) => added(line, had, component)),
      )
      .join('\n\n');
  return text
    .split('\n')
    .filter((line) => /^deb\s.*\/debian/.test(line))
    .map((line) => added(line, line, component))
    .join('\n');
}

const added = (line: string, had: string, component: string): string =>
  had.trim().split(/\s+/).includes(component) ? line : `${line} ${component}`;

/**
 * Installs packages from Debian's non-free beside what the machine has, through a copy of the machine's own sources with that component. Lists and
 * sources of the machine stay as they are. Gives what went wrong; undefined where nothing did.
 */
export function installNonFree(packages: readonly string[]): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-apt-'));
  try {
    for (const each of ['parts', 'lists/partial', 'cache/archives/partial'])
      mkdirSync(join(folder, each), { recursive: true });
    writeFileSync(join(folder, 'sources.list'), '');
    for (const path of sources())
      writeFileSync(join(folder, 'parts', basename(path)), `${withComponent(readFileSync(path, 'utf8'))}\n`);
    const own = {
      'Dir::Etc::sourcelist': 'sources.list',
      'Dir::Etc::sourceparts': 'parts',
      'Dir::State::lists': 'lists',
      'Dir::Cache': 'cache',
    };
    return aptGet(
      packages,
      Object.entries(own).flatMap(([key, path]) => ['-o', `${key}=${join(folder, path)}`]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs packages from the machine's own sources. Gives what went wrong; undefined where nothing did. */
export function aptGet(packages: readonly string[], options: readonly string[] = []): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can install packages';
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { status, stderr, error } = spawnSync('apt-get', [...options, ...words], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (error) return 'there is no apt-get';
    if (status !== 0) return stderr.trim().split('\n').at(-1);
  }
  return undefined;
}

function sources(): string[] {
  const folder = '/etc/apt/sources.list.d';
  const parts = list(folder).filter((name) => /\.(sources|list)$/.test(name));
  return [
    ...list('/etc/apt')
      .filter((name) => name === 'sources.list')
      .map((name) => `/etc/apt/${name}`),
    ...parts.map((name) => join(folder, name)),
  ];
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
