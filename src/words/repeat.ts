import type { ManifestFacts } from './tables.ts';

/** The file of a command line, quoted or not; what comes after `#` names designs of it. */
const FILE = /^streetlevel \S+ ('(?:[^']|'\\'')*'|\S+)/;

/**
 * The command that varies the assumptions of the scenario that was run, at the size and with the settings of the run. Undefined
 * where several files were compared, or the scenario came from standard input.
 */
export function sensitivityCommand({ kind, command }: ManifestFacts): string | undefined {
  const file = FILE.exec(command)?.[1];
  if (file === undefined || file === '-') return undefined;
  const rest = command.slice(FILE.exec(command)![0].length);
  // Of a comparison, a second word without a flag is another file.
  if (kind === 'compare' && /^ [^-]/.test(rest)) return undefined;
  const own = kind === 'compare' ? file.replace(/#[^']*/, '') : file;
  const kept = [...rest.matchAll(/ --(?:set|scale) ('(?:[^']|'\\'')*'|\S+)/g)].map(([words]) => words);
  return `streetlevel sensitivity ${own}${kept.join('')}`;
}
