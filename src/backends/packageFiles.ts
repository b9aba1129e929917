import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, found upwards from the running file: `dist` after a build, `src` in tests. */
export const packageRoot = findPackageRoot();

/** Where the bundled scenarios lie. */
export const scenariosFolder = join(packageRoot, 'scenarios');

/** A file that the build made. */
export const builtFile = (name: string): string => join(packageRoot, 'dist', name);

/** Version of this package. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
}

/** Folder of a package on which this one depends, wherever npm put it. */
export function dependencyFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package of this program has no package.json');
    folder = parent;
  }
  return folder;
}
