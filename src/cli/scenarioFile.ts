import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { scenariosFolder } from '../backends/packageFiles.ts';
import type { ScenarioBundle } from '../simulation/contract.ts';
import { bundleScenario } from '../simulation/open.ts';
import { bundledNames, bundledPath } from './bundledScenarios.ts';
import { didYouMean } from './nearest.ts';
import type { OptionValues } from './options.ts';
import { UsageError } from './usageError.ts';

/** A scenario file may be this long, and so may each file that it extends. */
const mostBytes = 1_048_576;

const bundledPrefix = 'bundled:';

/** A scenario as found: its short name, and all texts that it needs. */
export interface FoundScenario {
  /** The stem of the file, which names results. */
  name: string;
  bundle: ScenarioBundle;
}

type ReadingOptions = Pick<OptionValues, 'set' | 'seed' | 'replicates' | 'scale' | 'allowPath'>;

/**
 * Finds what FILE names (`-` is standard input; a path wins over a bundled name) and reads it with all files that
 * it extends. Throws {@link UsageError} where there is no such file; faults inside it are errors of the scenario.
 */
export function findScenario(argument: string, options: ReadingOptions): FoundScenario {
  const source = readSource(argument);
  if (looksLikeTargets(source.text))
    throw new UsageError(
      `${source.file} is a file of targets and no scenario. Fit a scenario to it: streetlevel calibrate SCENARIO --to ${source.file}`,
    );
  const patches = [...options.set];
  if (options.seed !== undefined) patches.push(`seed=${JSON.stringify(options.seed)}`);
  if (options.replicates !== undefined) patches.push(`replicates=${options.replicates}`);
  if (options.scale !== undefined) patches.push(`scale=${options.scale}`);
  const bundle = bundleScenario(
    { text: source.text, file: source.file },
    resolver(source, options.allowPath),
    patches,
  );
  return { name: source.name, bundle };
}

/** A file for `calibrate --to` has two keys that no scenario has, and lacks what every scenario or extension of one has. */
const looksLikeTargets = (text: string): boolean =>
  /^targets:/m.test(text) && /^parameters:/m.test(text) && !/^(pathway|extends):/m.test(text);

interface Source {
  name: string;
  /** The name that messages and results show. */
  file: string;
  /** Where it really lies; undefined for standard input. */
  path?: string;
  text: string;
}

function readSource(argument: string): Source {
  if (argument === '-')
    return { name: 'scenario', file: '(standard input)', text: readText(0, 'standard input') };
  if (existsSync(argument)) {
    const stem = basename(argument, extname(argument));
    return {
      name: stem || 'scenario',
      file: argument,
      path: realpathSync(argument),
      text: readFile(argument),
    };
  }
  const names = bundledNames();
  if (names.includes(argument)) {
    const path = bundledPath(argument);
    return {
      name: argument,
      file: `${bundledPrefix}${argument}`,
      path: realpathSync(path),
      text: readFile(path),
    };
  }
  throw new UsageError(
    `there is no file ${argument}, and no bundled scenario of that name.${didYouMean(argument, names)} See streetlevel list`,
  );
}

function readFile(path: string): string {
  const problem = fileProblem(path);
  if (problem) throw new UsageError(`${path} ${problem}`);
  const file = openSync(path, 'r');
  try {
    return readText(file, path);
  } finally {
    closeSync(file);
  }
}

/** Why a path cannot be read as a scenario; undefined where it can. */
function fileProblem(path: string): string | undefined {
  const facts = statSync(path);
  if (facts.isDirectory()) return 'is a folder, not a scenario file';
  // A pipe is allowed, such as <(…) of a shell; a disk or terminal is not.
  if (!facts.isFile() && !facts.isFIFO()) return 'is no ordinary file';
  if (facts.isFile() && facts.size > mostBytes) return `is larger than 1 MB (${facts.size} bytes)`;
  return undefined;
}

/** Reads to the end, but never more than is allowed: a pipe may have no end. */
function readText(file: number, name: string): string {
  const bytes = Buffer.alloc(mostBytes + 1);
  let length = 0;
  for (;;) {
    let read: number;
    try {
      read = readSync(file, bytes, length, bytes.length - length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') throw error;
      if (fstatSync(file).isCharacterDevice()) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      continue;
    }
    if (read === 0) break;
    length += read;
    if (length > mostBytes) throw new UsageError(`${name} is larger than 1 MB`);
  }
  return bytes.toString('utf8', 0, length);
}

/**
 * How `extends` finds files: a bundled name, or a path that, with links followed, lies in the folder of the file
 * given, in the package's scenarios or in a folder allowed with `--allow-path`. No URLs and no devices.
 */
function resolver(source: Source, allowPath: readonly string[]): Parameters<typeof bundleScenario>[1] {
  const home = source.path ? dirname(source.path) : process.cwd();
  for (const folder of allowPath) {
    if (!existsSync(folder)) throw new UsageError(`--allow-path ${folder}: there is no such folder`);
  }
  const allowed = [home, scenariosFolder, ...allowPath].map((folder) => realpathSync(folder));
  /** Where each file that was read really lies, by the name under which messages show it. */
  const places = new Map<string, string>();
  if (source.path) places.set(source.file, source.path);
  return (reference, fromFile) => {
    if (reference.startsWith(bundledPrefix)) {
      const name = reference.slice(bundledPrefix.length);
      const names = bundledNames();
      if (!names.includes(name)) {
        return { problem: `there is no bundled scenario "${name}".${didYouMean(name, names)}` };
      }
      const path = bundledPath(name);
      places.set(reference, realpathSync(path));
      return { text: readFileSync(path, 'utf8'), file: reference };
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) {
      return { problem: 'only a path or bundled:<name> can be extended, no web address' };
    }
    const from = places.get(fromFile);
    const wanted = resolve(from ? dirname(from) : process.cwd(), reference);
    if (reference.includes('\0') || !existsSync(wanted)) return { problem: `there is no file ${reference}` };
    const path = realpathSync(wanted);
    if (!allowed.some((folder) => liesIn(path, folder))) {
      return {
        problem: `${reference} lies outside the folder of the scenario. Allow its folder with --allow-path`,
      };
    }
    const facts = statSync(path);
    const problem = facts.isFile() ? fileProblem(path) : 'is no ordinary file';
    if (problem) return { problem: `${reference} ${problem}` };
    const shown = shownName(path);
    places.set(shown, path);
    return { text: readFileSync(path, 'utf8'), file: shown };
  };
}

function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Short where the file lies below the current folder. */
function shownName(path: string): string {
  const way = relative(process.cwd(), path);
  return way.startsWith('..') || isAbsolute(way) ? path : way;
}
