import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosFolder } from '../backends/packageFiles.ts';
import { didYouMean } from './nearest.ts';
import { readTableFile } from './readTableFile.ts';
import { UsageError } from './usageError.ts';

/** The folder of scenarios that holds files of targets, which are no scenarios themselves. */
export const TARGETS = 'targets';

/** What `--to` names: a file, or else the bundled targets of that name. Throws {@link UsageError} where neither is there. */
export function findTargets(name: string): { text: string; file: string } {
  if (existsSync(name)) return { text: readTableFile(name), file: name };
  const folder = join(scenariosFolder, TARGETS);
  const names = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
  if (!names.includes(name))
    throw new UsageError(
      `--to ${name}: there is no such file, and no bundled targets of that name (${names.join(', ')}).${didYouMean(name, names)}`,
    );
  return { text: readTableFile(join(folder, `${name}.yaml`)), file: `${name}.yaml` };
}
