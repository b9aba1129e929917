import { existsSync } from 'node:fs';
import { UsageError } from './usageError.ts';

/** `FILE#one,two` names designs of a file; a file that has the sign in its own name is taken as it is. */
export function fileAndDesigns(argument: string): { file: string; designs?: string[] } {
  const at = argument.lastIndexOf('#');
  if (at < 0 || existsSync(argument)) return { file: argument };
  const designs = argument
    .slice(at + 1)
    .split(',')
    .filter((id) => id !== '');
  if (designs.length === 0) throw new UsageError(`${argument} names no design after the #`);
  const twice = designs.find((id, i) => designs.indexOf(id) < i);
  if (twice !== undefined) throw new UsageError(`${argument} names design ${twice} twice`);
  return { file: argument.slice(0, at), designs };
}
