import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Package {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}

const json = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const { dependencies, devDependencies } = json('package.json') as Record<string, Record<string, string>>;
const packages = Object.entries(json('package-lock.json').packages as Record<string, Package>)
  .filter(([path]) => path !== '')
  .map(([path, facts]) => ({ name: path.replace(/^.*node_modules\//, ''), ...facts }));

/** What may be used and handed on with a program under the MIT licence. */
const allowed = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'MPL-2.0',
];

/** Read by hand. */
const readByHand: Record<string, string> = {
  // Fonts: Bitstream Vera with additions in the public domain.
  'dejavu-fonts-ttf': 'SEE LICENSE IN README.md AND LICENSE',
  // In the public domain, as CC0.
  'robust-predicates': 'Unlicense',
  // Data that a tool of development reads; attribution is asked of who hands it on, and nothing of it is.
  'caniuse-lite': 'CC-BY-4.0',
};

/** Whether an expression such as `(MIT OR Apache-2.0)` leaves something allowed to choose. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.includes(one)));

describe('packages that are installed', () => {
  it('have licences that allow it', () => {
    expect(packages.length).toBeGreaterThan(100);
    const others = packages.filter(({ license = 'none' }) => !isAllowed(license));
    expect(Object.fromEntries(others.map(({ name, license }) => [name, license]))).toEqual(readByHand);
    expect(packages.filter(({ name, dev }) => name === 'caniuse-lite' && !dev)).toEqual([]);
  });

  it('are pinned: by the lockfile with a checksum and from the registry, and exactly where they are asked for', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
    // A lockfile without addresses fetches from the registry alone; what comes from elsewhere would have one.
    for (const { name, resolved, integrity } of packages)
      expect([name, resolved, integrity]).toEqual([name, undefined, expect.stringMatching(/^sha512-/)]);
  });

  it('need no script of their own to be installed', () => {
    // The binary of esbuild comes as a package; its script only saves a start of Node.
    const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript);
    expect(scripted.map(({ name }) => name)).toEqual(['esbuild']);
    expect(json('package.json').allowScripts).toEqual({ esbuild: false });
  });
});
