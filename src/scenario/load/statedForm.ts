import { readShorthand } from '../kit/distribution.ts';
import { isStatedForm } from '../kit/stated.ts';
import type { ProblemList } from './problems.ts';
import {
  describeNode,
  fromPlain,
  type MapNode,
  nodeAt,
  type ScalarNode,
  type SourceNode,
  type Stated,
  stateValues,
  textAt,
} from './sourceNode.ts';

/** Opens the source text of every default, also in a resolved file that is read again. */
export const defaultPrefix = 'default: ';

/**
 * What the file writes short or long in one form: `{ value, source, range, note }` becomes its value with the rest
 * beside it, and a call such as `beta(2, 5)` becomes a map. Neither needs to know the schema.
 */
export function finishNode(node: SourceNode, path: readonly string[], problems: ProblemList): SourceNode {
  if (node.kind === 'scalar') return expandShorthand(node);
  return node.kind === 'map' && isStatedForm(node.entries.keys()) ? unwrapStated(node, path, problems) : node;
}

/** A distribution written as a call, spread out; anything else as it was. */
function expandShorthand(node: ScalarNode): SourceNode {
  const spec = typeof node.value === 'string' ? readShorthand(node.value) : undefined;
  return spec ? fromPlain(spec, node.at) : node;
}

function unwrapStated(map: MapNode, path: readonly string[], problems: ProblemList): SourceNode {
  const stated = readStated(map, path, problems);
  const value = stateValues(map.entries.get('value')!.node, stated);
  // A value of a resolved file that was a default stays one.
  const wasDefault = value.kind !== 'map' && stated.source?.startsWith(defaultPrefix);
  return wasDefault ? { ...value, at: { ...value.at, by: 'default' } } : value;
}

/** The source, range and note of a map in long form, or of an amendment to one. */
export function readStated(map: MapNode, path: readonly string[], problems?: ProblemList): Stated {
  const stated: Stated = {};
  for (const key of ['source', 'note'] as const) {
    const node = nodeAt(map, [key]);
    const given = textAt(map, key);
    if (given !== undefined) stated[key] = given;
    else if (node)
      problems?.add({
        ...place(node),
        path: path.join('.'),
        message: `"${key}" must be text`,
        found: describeNode(node),
      });
  }
  const range = nodeAt(map, ['range']);
  if (range) {
    const numbers =
      range.kind === 'list' ? range.items.map((item) => (item.kind === 'scalar' ? item.value : null)) : [];
    const [low, high] = numbers;
    if (numbers.length === 2 && typeof low === 'number' && typeof high === 'number' && low <= high)
      stated.range = [low, high];
    else
      problems?.add({
        ...place(range),
        path: path.join('.'),
        message: 'the range is not two numbers, the lower one first',
        found: describeNode(range),
        allowed: '[lowest, highest]',
      });
  }
  return stated;
}

function place({ at: { file, line, column } }: SourceNode): { file: string; line: number; column: number } {
  return { file, line, column };
}
