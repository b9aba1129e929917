import { builtinModules } from 'node:module';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importsOf, placeOf, readSources, type SourceFile, visit } from './sources.ts';

/**
 * The floors from the ground up: a floor imports only from floors below it. Tables and words know nobody, so that
 * all who speak of results may use them; charts and report hang on these alone, and results writes them to disk.
 */
const mayImport: Record<string, readonly string[]> = {
  random: [],
  statistics: ['random'],
  tables: [],
  words: ['statistics', 'tables'],
  scenario: ['random', 'statistics'],
  model: ['random', 'statistics', 'scenario'],
  measures: ['random', 'statistics', 'scenario', 'model', 'tables', 'words'],
  simulation: ['random', 'statistics', 'scenario', 'model', 'measures', 'tables'],
  experiment: ['random', 'statistics', 'scenario', 'model', 'measures', 'simulation', 'tables', 'words'],
  explanation: ['random', 'scenario', 'model', 'words'],
  authoring: ['words'],
  charts: ['statistics', 'tables', 'words'],
  report: ['statistics', 'tables', 'words', 'charts'],
  web: [
    'authoring',
    'random',
    'statistics',
    'scenario',
    'model',
    'measures',
    'simulation',
    'experiment',
    'tables',
    'words',
    'charts',
    'report',
  ],
  backends: ['scenario', 'simulation', 'experiment', 'tables', 'words'],
  results: [
    'statistics',
    'scenario',
    'simulation',
    'experiment',
    'tables',
    'words',
    'charts',
    'report',
    'backends',
  ],
  cli: [
    'authoring',
    'explanation',
    'random',
    'statistics',
    'scenario',
    'simulation',
    'experiment',
    'tables',
    'words',
    'charts',
    'report',
    'backends',
    'results',
    'web',
  ],
};
/** Rooms that may use Node; all else must run in a browser. */
const nodeRooms = ['backends', 'results', 'cli'];
/** Rooms in which a draw or a digit that differs by engine or hour would change results. */
const exactRooms = ['random', 'statistics', 'scenario', 'model', 'measures', 'simulation', 'experiment'];
/** Functions of `Math` whose last bit differs between engines. */
const inexact = [
  'exp',
  'log',
  'log1p',
  'expm1',
  'pow',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'cbrt',
  'hypot',
  'log2',
  'log10',
];

const sources = readSources();
const inRooms = (rooms: readonly string[]): SourceFile[] =>
  sources.filter(({ room }) => rooms.includes(room));
const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

/** Places in these files at which a node is found. */
function places(files: readonly SourceFile[], found: (node: ts.Node) => boolean): string[] {
  const list: string[] = [];
  for (const file of files) visit(file.tree, (node) => found(node) && list.push(placeOf(file, node)));
  return list;
}
const isName = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

describe('the house', () => {
  it('has its rooms, each with files that import something', () => {
    expect(sources.length).toBeGreaterThan(150);
    const rooms = new Set(sources.map(({ room }) => room).filter((room) => !room.endsWith('.ts')));
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
    expect(inRooms(exactRooms).flatMap(importsOf).length).toBeGreaterThan(200);
  });

  it('has no stairs that lead in a circle', () => {
    for (const [room, below] of Object.entries(mayImport))
      for (const other of below)
        expect([room, other, mayImport[other].includes(room)]).toEqual([room, other, false]);
  });

  it('imports only from floors below', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file).flatMap((target) => {
        const [top, room] = target.split('/');
        if (top !== 'src' || file.room.endsWith('.ts') || room === file.room) return [];
        return mayImport[file.room]?.includes(room) ? [] : [`${file.path} imports ${target}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('imports files by their whole names', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('src/') && !/\.(tsx?|css)$/.test(target))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('uses Node in backends, results and cli alone', () => {
    const others = sources.filter(({ room }) => !nodeRooms.includes(room));
    const wrong = others.flatMap((file) =>
      importsOf(file)
        .filter(isNode)
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
    expect(
      places(
        others,
        (node) =>
          isName(node, 'process') &&
          ts.isPropertyAccessExpression(node.parent) &&
          node.parent.expression === node,
      ),
    ).toEqual([]);
    expect(inRooms(nodeRooms).flatMap(importsOf).some(isNode)).toBe(true);
  });

  it.each([
    ['instruments', 'src/model/incentives/', 18],
    ['duties', 'src/model/duties/', 5],
    ['reviews', 'src/model/commissioner/', 8],
  ])('has %s that do not know each other', (_, folder, least) => {
    const kinds = sources.filter(({ path, text }) => path.startsWith(folder) && /\bkind: '\w+',/.test(text));
    expect(kinds.length).toBeGreaterThanOrEqual(least);
    const wrong = kinds.flatMap((file) =>
      importsOf(file)
        .filter((target) => kinds.some(({ path }) => path === target))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has files of one idea: none over 300 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });
});

describe('exact numbers', () => {
  const files = inRooms(exactRooms);

  it('come from our own exp, log and pow: those of engines differ in the last bit', () => {
    const wrong = places(
      files,
      (node) =>
        ts.isPropertyAccessExpression(node) &&
        isName(node.expression, 'Math') &&
        inexact.includes(node.name.text),
    );
    expect(wrong).toEqual([]);
    const powers = places(
      files,
      (node) =>
        node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
        node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken,
    );
    expect(powers).toEqual([]);
    // Nobody takes the functions out of Math under another name.
    expect(
      places(files, (node) => isName(node, 'Math') && !ts.isPropertyAccessExpression(node.parent)),
    ).toEqual([]);
  });

  it('hang on no clock and on no luck but the scenario’s', () => {
    const clock = places(
      files,
      (node) => isName(node, 'Date') || isName(node, 'performance') || isName(node, 'crypto'),
    );
    expect(clock).toEqual([]);
    const luck = places(
      sources,
      (node) =>
        ts.isPropertyAccessExpression(node) && isName(node.expression, 'Math') && node.name.text === 'random',
    );
    expect(luck).toEqual([]);
  });
});

describe('no code is made at run time', () => {
  it('by eval or Function in the sources', () => {
    const made = places(sources, (node) => {
      const called = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression : undefined;
      return called !== undefined && (isName(called, 'eval') || isName(called, 'Function'));
    });
    expect(made).toEqual([]);
  });
});
