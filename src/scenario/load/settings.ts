import { mergeRoot } from './merge.ts';
import { misplaced } from './patches.ts';
import type { ProblemList } from './problems.ts';
import { readText } from './readText.ts';
import type { MapNode, Origin, SourceNode } from './sourceNode.ts';

/** Applies `path=value` texts in order; the value is read as YAML, so numbers, words, maps and null all work. */
export function applySettings(root: MapNode, settings: readonly string[], problems: ProblemList): MapNode {
  for (const setting of settings) {
    const patch = readSetting(setting, problems);
    problems.addAll(misplaced(patch, '', ['$schema', 'format', 'extends']));
    if (patch) root = mergeRoot(root, patch);
  }
  return root;
}

function readSetting(setting: string, problems: ProblemList): MapNode | undefined {
  const file = `--set ${setting}`;
  const equals = setting.indexOf('=');
  const names = setting.slice(0, equals).trim().split('.');
  if (equals < 0 || names.some((name) => name === '')) {
    problems.add({
      file,
      line: 1,
      column: 1,
      path: '',
      message: 'this sets nothing',
      found: setting,
      allowed: 'path=value, such as clients.number=500',
    });
    return undefined;
  }
  // Blanks in place of the path keep the columns of the value as they were typed.
  const text = ' '.repeat(equals + 1) + setting.slice(equals + 1);
  const at: Origin = { file, line: 1, column: 1, by: 'set' };
  const before = problems.count;
  const value: SourceNode | undefined = readText({ text, file }, problems, 'set');
  if (problems.count > before) return undefined;
  const leaf: SourceNode = value ?? { kind: 'scalar', value: null, at };
  return names.reduceRight<SourceNode>(
    (node, name) => ({ kind: 'map', entries: new Map([[name, { key: at, node }]]), at }),
    leaf,
  ) as MapNode;
}
