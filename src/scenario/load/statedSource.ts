import type { ScalarNode, SourceNode } from './sourceNode.ts';
import { defaultPrefix } from './statedForm.ts';

/** Where a value comes from, in words; undefined when a file gives it without a source. */
export function statedSource({
  stated,
  at,
}: SourceNode & { stated?: ScalarNode['stated'] }): string | undefined {
  if (stated?.source) return stated.source;
  if (at.by === 'design') return `design ${at.design}`;
  if (at.by === 'set') return '--set';
  return at.by === 'default' ? `${defaultPrefix}no source stated` : undefined;
}

/** Where a value comes from, in words, also where nobody says. */
export const sourceInWords = (node: SourceNode): string =>
  statedSource(node) ?? `given in ${node.at.file}, no source stated`;
