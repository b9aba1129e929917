import type { z } from 'zod';
import { describeBounds, describeField, type FieldInfo, namePattern } from '../kit/fields.ts';
import { nearestName } from '../kit/nearest.ts';
import { schemaAt } from './fields.ts';
import type { ScenarioProblem } from './problems.ts';
import { describeNode, entryAt, nodeAt, placeOf, type SourceNode } from './sourceNode.ts';

type Issue = z.core.$ZodIssue;

const typeWords: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** What zod's complaints are about: the tree, its schema, and keys that the top allows beside those of the schema. */
export interface Parsed {
  root: SourceNode;
  schema: z.ZodType;
  extraKeys?: readonly string[];
}

/** The complaints of zod in the project's words, at the places where the values were written. */
export function zodProblems(
  parsed: Parsed,
  issues: readonly Issue[],
  prefix: readonly string[] = [],
): ScenarioProblem[] {
  return issues.flatMap((issue) => translate(parsed, issue, [...prefix, ...issue.path.map(String)]));
}

const missingCodes: readonly string[] = ['invalid_type', 'invalid_value', 'invalid_union'];

function translate(parsed: Parsed, issue: Issue, path: readonly string[]): ScenarioProblem[] {
  const { root, schema } = parsed;
  const info = schemaAt(root, schema, path)?.info;
  const found = nodeAt(root, path);
  const report = (message: string, allowed = meaning(info, issue), nearest?: string) => [
    problemAt(root, path, { message, allowed, nearest }),
  ];
  if (!found && path.length > 0 && missingCodes.includes(issue.code))
    return report(`the key "${path.at(-1)}" is missing`);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(parsed, path, key));
    case 'invalid_union':
      return unionProblems(parsed, issue, path, info);
    case 'invalid_value': {
      const words = issue.values.map(String);
      return report('this word is not allowed here', words.join(', '), nearestName(wordOf(found), words));
    }
    case 'invalid_key':
      return report(
        `"${path.at(-1)}" is no name`,
        `a small letter, then letters and digits: ${namePattern.source}`,
      );
    case 'custom': {
      const { allowed, nearest } = (issue.params ?? {}) as { allowed?: string; nearest?: string };
      return [problemAt(root, path, { message: issue.message, allowed, nearest })];
    }
    case 'invalid_type':
      return report(`${typeWords[issue.expected] ?? issue.expected} is expected here`);
    case 'too_small':
      return report('the value is too small');
    case 'too_big':
      return report('the value is too large');
    default:
      return report(issue.message);
  }
}

function unionProblems(
  parsed: Parsed,
  issue: Issue & { code: 'invalid_union' },
  path: readonly string[],
  info: FieldInfo | undefined,
): ScenarioProblem[] {
  const { discriminator, errors } = issue;
  const report = (message: string, allowed?: string, nearest?: string) => [
    problemAt(parsed.root, path, { message, allowed, nearest }),
  ];
  if (discriminator !== undefined) {
    const word = wordOf(nodeAt(parsed.root, path));
    const words = optionsOf(issue);
    return report(`no ${discriminator} is called "${word}"`, words.join(', '), nearestName(word, words));
  }
  if (info) return report(`${kindWords(info)} is expected here`, meaning(info, issue));
  // Of the options that all fail, the one that got furthest is most likely meant.
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((inner) => inner.path.length));
  const [likeliest] = [...errors].sort((a, b) => depth(b) - depth(a));
  if (likeliest && depth(likeliest) > 0) return zodProblems(parsed, likeliest, path);
  const words = errors
    .flat()
    .map((inner) =>
      inner.code === 'invalid_type' ? (typeWords[inner.expected] ?? inner.expected) : inner.message,
    );
  return report('the value fits none of the allowed forms', [...new Set(words)].join(', or '));
}

function unknownKey(
  { root, schema, extraKeys }: Parsed,
  path: readonly string[],
  key: string,
): ScenarioProblem {
  const shape = schemaAt(root, schema, path)?.definition.shape ?? {};
  const keys = [...Object.keys(shape), ...(path.length === 0 ? (extraKeys ?? []) : [])];
  const { file, line, column } = entryAt(root, [...path, key])?.key ?? placeOf(root, path);
  return {
    file,
    line,
    column,
    path: [...path, key].join('.'),
    message: `no key is called "${key}" here`,
    found: key,
    allowed: keys.join(', '),
    nearest: keys.includes(key.split('.')[0]) ? mapsOf(key) : nearestName(key, keys),
  };
}

/** A path that was written as one key, as files have it: maps within maps. */
const mapsOf = (key: string): string =>
  key.split('.').reduceRight((inner, name) => `${name}: ${inner === '' ? '…' : `{ ${inner} }`}`, '');

/** A problem with the value at a path, where it was written; with a missing one, where the map around it was. */
export function problemAt(
  root: SourceNode,
  path: readonly string[],
  problem: Pick<ScenarioProblem, 'message' | 'allowed' | 'nearest'> & { found?: string },
): ScenarioProblem {
  const { file, line, column } = placeOf(root, path);
  return {
    file,
    line,
    column,
    path: path.join('.'),
    ...problem,
    found: problem.found ?? describeNode(nodeAt(root, path)),
  };
}

const wordOf = (node: SourceNode | undefined): string => (node?.kind === 'scalar' ? String(node.value) : '');

const optionsOf = (issue: Issue): string[] =>
  ((issue as { options?: readonly unknown[] }).options ?? []).map(String);

const kindWords = (info: FieldInfo): string =>
  info.kind === 'formula'
    ? 'a number or formula'
    : info.kind === 'distribution'
      ? 'a distribution'
      : 'another value';

/** A bound of a value that is no parameter: of a number itself, or of how long it is. */
function boundOf(
  origin: string,
  bound: number | bigint,
  inclusive: boolean | undefined,
  [end, beyond]: readonly [end: string, beyond: string],
): string {
  const things = { string: 'character', array: 'value', object: 'key' }[origin];
  const counted = things ? ` ${things}${bound === 1 ? '' : 's'}` : '';
  return `${inclusive ? `at ${end}` : beyond} ${bound}${counted}`;
}

/** What may stand in a field, with its meaning where the kit knows it. */
function meaning(info: FieldInfo | undefined, issue: Issue): string | undefined {
  switch (info?.kind) {
    case 'parameter':
      return `${describeBounds(info)}: ${info.doc}`;
    case 'choice':
      return `${info.values?.join(', ')}: ${info.doc}`;
    case 'flag':
      return `true or false: ${info.doc}`;
    case 'formula':
      return `a number or a formula over the ${info.context} variables: ${describeField(info)}`;
    case 'distribution':
      return `a number, a call such as beta(2, 5), or { dist: beta, a: 2, b: 5 }: ${describeField(info)}`;
    case 'text':
    case 'section':
    case 'namedMap':
      return describeField(info);
  }
  if (issue.code === 'invalid_type') return typeWords[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  if (issue.code === 'invalid_union') return optionsOf(issue).join(', ');
  if (issue.code === 'too_small')
    return boundOf(issue.origin, issue.minimum, issue.inclusive, ['least', 'above']);
  if (issue.code === 'too_big')
    return boundOf(issue.origin, issue.maximum, issue.inclusive, ['most', 'below']);
  return issue.message;
}
