import type { z } from 'zod';
import { distributionRegistry } from '../../random/index.ts';
import type { FieldInfo } from '../kit/fields.ts';
import type { TreePhase } from './designs.ts';
import { visitFields } from './fields.ts';
import { type MapNode, nodeAt, type Origin, type ScalarNode, type SourceNode, textAt } from './sourceNode.ts';
import { sourceInWords } from './statedSource.ts';

/** One number (or formula) of a design, with where it comes from: a line of the list of assumptions. */
export interface ParameterRecord {
  path: string;
  value: number | string;
  unit?: string;
  doc?: string;
  /** As stated in the file; `default: …` for a default; else who set it without saying why. */
  source: string;
  range?: [number, number];
  origin: 'file' | 'default' | 'design' | 'set';
  file?: string;
  line?: number;
}

/** Every parameter of a design, those that its timeline changes included, in the order of the file. */
export function parameterRecords(
  phases: readonly TreePhase[],
  timeline: SourceNode | undefined,
  schema: z.ZodType,
): ParameterRecord[] {
  const records = new Map<string, ParameterRecord>();
  const add = (path: string, node: SourceNode, info: Partial<FieldInfo>) => {
    if (node.kind === 'scalar' && (typeof node.value === 'number' || info.kind === 'formula'))
      records.set(path, recordOf(path, node, node.value as number | string, info));
  };
  const addField = (path: string, node: SourceNode, info: FieldInfo) => {
    if (node.kind === 'scalar') add(path, node, info);
    else if (node.kind === 'map' && info.kind === 'distribution')
      for (const [name, { node: argument }] of node.entries)
        add(`${path}.${name}`, argument, { doc: argumentDoc(info, node, name), unit: info.unit });
  };
  visitFields(phases[0].tree, schema, (path, node, info) => {
    if (isParameter(info) && !node.at.timeline) addField(path.join('.'), node, info);
  });
  if (timeline?.kind !== 'map') return [...records.values()];
  for (const name of timeline.entries.keys()) {
    const date = nodeAt(timeline, [name, 'at']);
    if (date)
      add(`timeline.${name}.at`, date, { doc: 'When the change takes effect', unit: 'weeks from the start' });
  }
  for (const { tree } of phases)
    visitFields(tree, schema, (path, node, info) => {
      if (!isParameter(info) || !node.at.timeline) return;
      addField(`timeline.${node.at.timeline}.set.${path.join('.')}`, node, info);
    });
  return [...records.values()];
}

const isParameter = ({ kind }: FieldInfo): boolean =>
  kind === 'parameter' || kind === 'formula' || kind === 'distribution';

function argumentDoc(info: FieldInfo, node: MapNode, name: string): string {
  const kind = distributionRegistry[textAt(node, 'dist') ?? ''];
  const doc = kind?.parameters.find((parameter) => parameter.name === name)?.doc;
  return doc ? `${info.doc}: ${doc}` : info.doc;
}

function recordOf(
  path: string,
  node: ScalarNode,
  value: number | string,
  info: Partial<FieldInfo>,
): ParameterRecord {
  const { at, stated } = node;
  const range = stated?.range ?? info.range;
  return {
    path,
    value,
    ...(info.unit !== undefined && { unit: info.unit }),
    ...(info.doc !== undefined && { doc: info.doc }),
    source: sourceInWords(node),
    ...(range && { range }),
    origin: originOf(at),
    ...(at.line > 0 && { file: at.file, line: at.line }),
  };
}

const originOf = ({ by }: Origin): ParameterRecord['origin'] => by;
