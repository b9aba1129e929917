import * as z from 'zod';
import { distributionRegistry } from '../../random/index.ts';
import { distributionSignature } from './distribution.ts';
import { describeField, type FieldInfo, ownInfo } from './fields.ts';

type JsonSchema = Record<string, unknown>;

const statedValue = (value: JsonSchema, ranged: boolean): JsonSchema => ({
  type: 'object',
  properties: {
    value,
    source: { $ref: '#/$defs/source' },
    ...(ranged && { range: { $ref: '#/$defs/range' } }),
    note: { type: 'string' },
  },
  required: ['value'],
  additionalProperties: false,
});

const sharedDefinitions: JsonSchema = {
  source: { type: 'string', description: 'Where the value comes from: a document, or "assumed".' },
  range: {
    type: 'array',
    items: { type: 'number' },
    minItems: 2,
    maxItems: 2,
    description: 'Lowest and highest value that sweeps and sensitivity analyses try.',
  },
};

/** Definitions shared by all fields that hold a distribution, so that a schema of many fields stays small. */
function distributionDefinition(): JsonSchema {
  const number = { anyOf: [{ type: 'number' }, statedValue({ type: 'number' }, true)] };
  const maps = Object.values(distributionRegistry).map(({ name, parameters }) => ({
    type: 'object',
    title: distributionSignature(name),
    properties: {
      dist: { const: name },
      ...Object.fromEntries(parameters.map(({ name: key, doc }) => [key, { ...number, description: doc }])),
    },
    additionalProperties: false,
  }));
  const calls = Object.keys(distributionRegistry).join('|');
  return {
    description: `A number, or one of ${Object.keys(distributionRegistry).map(distributionSignature).join(', ')}.`,
    anyOf: [{ type: 'number' }, { type: 'string', pattern: `^\\s*(${calls})\\s*\\(.*\\)\\s*$` }, ...maps],
  };
}

function rewrite(info: FieldInfo, plain: JsonSchema): JsonSchema {
  const about = {
    description: describeField(info),
    ...(info.source && { $comment: `Default: ${info.source}` }),
  };
  switch (info.kind) {
    case 'parameter':
      return { ...about, anyOf: [plain, statedValue(plain, true)] };
    case 'flag':
    case 'choice':
      return { ...about, anyOf: [plain, statedValue(plain, false)] };
    case 'formula': {
      const either = { type: ['number', 'string'] };
      const description = `${describeField(info)}. A number or a formula over the ${info.context} variables.`;
      return { ...about, description, anyOf: [either, statedValue(either, true)] };
    }
    case 'distribution': {
      const reference = { $ref: '#/$defs/distribution' };
      return { ...about, anyOf: [reference, statedValue(reference, true)] };
    }
    default:
      return { ...plain, description: describeField(info) };
  }
}

/**
 * JSON Schema (draft 2020-12) of what may stand in a file, for editors and checks: descriptions, units and
 * defaults included, every number also as `{ value, source, range, note }`.
 */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  let distributions = false;
  const result = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: node }) {
      const info = ownInfo(zodSchema);
      if (!info) return;
      distributions ||= info.kind === 'distribution';
      const { description: _description, ...plain } = node as JsonSchema;
      const rewritten = info.kind === 'section' || info.kind === 'namedMap' ? node : rewrite(info, plain);
      for (const key of Object.keys(node)) if (!(key in rewritten)) delete (node as JsonSchema)[key];
      Object.assign(node, rewritten);
    },
  }) as JsonSchema;
  result.$defs = {
    ...(result.$defs as JsonSchema | undefined),
    ...sharedDefinitions,
    ...(distributions ? { distribution: distributionDefinition() } : {}),
  };
  return result;
}
