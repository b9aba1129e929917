/**
 * Builds `dist`: the command with its lazy chunks, the worker, the browser-safe library, the script that makes
 * a report's charts interactive, script and style of the workshop page, and the JSON Schema of scenario files.
 *
 * Files appear by rename, chunks before the entries that import them, so that whoever reads `dist` at the
 * same time sees the old build or the new one. `--clean` (used by `prepare`) also removes what earlier builds left.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const clean = process.argv.includes('--clean');

/** CommonJS packages inside an ES module bundle still ask for Node's own modules by `require`. */
const requireForBundledCommonJs =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'es2023',
  charset: 'utf8',
  legalComments: 'linked',
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  write: false,
  outdir: dist,
  logLevel: 'warning',
};

/**
 * The generator of keys asks for Node's cryptography where it is given no seed, which never happens here: loading that
 * takes longer than all the keys.
 */
const keysWithoutCryptography = {
  name: 'keys without cryptography',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^crypto$/ }, ({ importer }) =>
      importer.includes('seedrandom') ? { path: 'crypto', namespace: 'absent' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: '' }));
  },
};

/**
 * Help is laid out by packages that know every emoji, and took most of the time to start: plain ones stand for them. The bar
 * of progress, which asks in the old way and is loaded when it is shown, keeps its own.
 */
const plainText = {
  name: 'plain text',
  setup({ onResolve }) {
    const files = { 'string-width': 'stringWidth', 'strip-ansi': 'stripAnsi', 'wrap-ansi': 'wrapAnsi' };
    onResolve({ filter: /^(string-width|strip-ansi|wrap-ansi)$/ }, ({ path, kind }) =>
      kind === 'require-call' ? undefined : { path: join(root, `src/cli/plainText/${files[path]}.ts`) },
    );
  },
};

/** What Node runs. Packages with native code, files or threads of their own stay packages. */
const nodeBuild = {
  ...shared,
  platform: 'node',
  splitting: true,
  entryPoints: present({
    streetlevel: ['src/cli/main.ts'],
    worker: ['src/backends/worker.ts'],
    slurmWorker: ['src/backends/slurm/slurmWorker.ts'],
    bench: ['test/bench/main.ts', 'src/bench/main.ts', 'test/bench/bench.ts'],
  }),
  chunkNames: 'chunk-[name]-[hash]',
  external: ['@resvg/resvg-js', 'tinypool', 'dejavu-fonts-ttf', 'canvas', 'playwright-core'],
  banner: { js: requireForBundledCommonJs },
  plugins: [keysWithoutCryptography, plainText],
};

/** What a page may import: no Node module is allowed to slip in, so none is declared external. */
const libraryBuild = {
  ...shared,
  platform: 'browser',
  entryPoints: present({ index: ['src/index.ts', 'src/simulation/index.ts'] }),
};

/** One classic script, put into a report as text. */
const embedBuild = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  minify: true,
  legalComments: 'none',
  entryPoints: present({ embed: ['src/report/embed.ts'] }),
};

/** The workshop page: one classic script, which is also that of its workers, and its style. Both are put into the page as text. */
const pageBuild = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  minify: true,
  legalComments: 'none',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  entryPoints: present({ page: ['src/web/main.ts'], pageStyle: ['src/web/page/style.css'] }),
  plugins: [keysWithoutCryptography],
};

/** The first existing source of each entry; an entry without one is left out. */
function present(entries) {
  const found = {};
  for (const [name, candidates] of Object.entries(entries)) {
    const source = candidates.find((path) => existsSync(join(root, path)));
    if (source) found[name] = source;
  }
  return found;
}

async function writeOutputs(outputs, entryNames) {
  await mkdir(dist, { recursive: true });
  const isEntry = (file) => entryNames.has(basename(file.path, '.js'));
  for (const file of [...outputs].sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)))) {
    await writeIfChanged(file.path, file.contents);
    if (basename(file.path) === 'streetlevel.js') await chmod(file.path, 0o755);
  }
}

async function writeIfChanged(path, contents) {
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(Buffer.from(contents))) return;
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, contents);
  await rename(temporary, path);
}

async function writeScenarioSchema() {
  const library = join(dist, 'index.js');
  if (!existsSync(library)) return [];
  const { mtimeMs } = await stat(library);
  const { scenarioJsonSchema } = await import(`${pathToFileURL(library)}?built=${mtimeMs}`);
  const path = join(dist, 'scenario.schema.json');
  await writeIfChanged(path, Buffer.from(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`));
  return [path];
}

if (clean) await rm(dist, { recursive: true, force: true });
const written = [];
for (const options of [nodeBuild, libraryBuild, embedBuild, pageBuild]) {
  const entryNames = new Set(Object.keys(options.entryPoints));
  if (entryNames.size === 0) continue;
  const { outputFiles } = await build(options);
  await writeOutputs(outputFiles, entryNames);
  written.push(...outputFiles.map((file) => file.path));
}
written.push(...(await writeScenarioSchema()));
const kilobytes =
  (await Promise.all(written.map((path) => stat(path)))).reduce((sum, { size }) => sum + size, 0) / 1024;
console.error(
  `built ${written.length} files in ${relative(process.cwd(), dist) || '.'} (${Math.round(kilobytes)} kB)`,
);
