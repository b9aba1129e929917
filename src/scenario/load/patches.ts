import type { ScenarioProblem } from './problems.ts';
import { entryAt, type MapNode, type SourceNode } from './sourceNode.ts';

/**
 * What may change while a scenario runs. Of caseworkers only hours and duties: people and their lives are the same
 * throughout, and so is the area to which an office belongs.
 */
const changeableSections = [
  'incentives',
  'rules',
  'activities',
  'interventions',
  'portfolio',
  'offices',
  'partners',
  'partnership',
  'commissioner',
  'world',
  'caseworkers',
];
const allowedWords = `${changeableSections.slice(0, -1).join(', ')} (but not the area of an office), and hours and duties in caseworkers`;

/** Everything that a patch changes, and from which week on it may not. */
export function unchangeable(
  patch: MapNode,
  file: MapNode,
  where: string,
  alsoTimeline: boolean,
): ScenarioProblem[] {
  return leaves(patch).flatMap((path) => {
    const [section] = path;
    if (section === 'timeline' ? alsoTimeline : mayChange(path)) return [];
    const { file: name, line, column } = entryAt(patch, path)?.key ?? file.at;
    return [
      {
        file: name,
        line,
        column,
        path: `${where}.set.${path.join('.')}`,
        message: 'this may not change while the scenario runs',
        found: path.join('.'),
        allowed: alsoTimeline ? `${allowedWords}, and timeline` : allowedWords,
      },
    ];
  });
}

const ofFileOnly = ['$schema', 'format', 'extends', 'designs', 'levers'];

/** Keys that belong to the file as a whole and that no design, date or setting can change. */
export function misplaced(
  patch: SourceNode | undefined,
  where: string,
  keys: readonly string[] = ofFileOnly,
): ScenarioProblem[] {
  if (patch?.kind !== 'map') return [];
  return [...patch.entries]
    .filter(([name]) => keys.includes(name))
    .map(([name, { key }]) => ({
      file: key.file,
      line: key.line,
      column: key.column,
      path: where ? `${where}.set.${name}` : name,
      message: `"${name}" belongs to the file as a whole and cannot be changed here`,
      found: name,
    }));
}

/** Whether a scenario may change while it runs what stands at a path. */
export function mayChange(path: readonly string[]): boolean {
  if (!changeableSections.includes(path[0])) return false;
  if (path[0] === 'offices' && path[2] === 'area') return false;
  return path[0] !== 'caseworkers' || path[1] === 'duties' || path.some((name) => /hours/i.test(name));
}

function leaves(node: SourceNode, path: readonly string[] = []): (readonly string[])[] {
  if (node.kind !== 'map' || node.entries.size === 0) return path.length > 0 ? [path] : [];
  return [...node.entries].flatMap(([name, entry]) => leaves(entry.node, [...path, name]));
}
