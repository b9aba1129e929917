import { fieldsAt, sectionsAt } from '../../explanation/index.ts';
import {
  describeBounds,
  type ListedField,
  type LoadedScenario,
  type ParameterRecord,
} from '../../scenario/index.ts';
import type { Scenario } from '../../simulation/index.ts';
import { eitherInWords } from '../../words/format.ts';
import { parameterValue } from '../../words/sources.ts';
import { paragraph } from './lines.ts';

/** A parameter of scenario files, and its value in one where one was named. */
export interface ExplainedParameter {
  explains: 'parameter';
  path: string;
  fields: {
    path: string;
    doc: string;
    unit?: string;
    allowed: string;
    required: boolean;
    default?: unknown;
    source?: string;
    range?: [number, number];
  }[];
  /** Of a part of the file with keys of its own: what it is, and which keys there are. */
  sections?: { path: string; doc: string; keys: string[] }[];
  /** By design: the value in the scenario named, with its source. */
  values?: { design: string; value: number | string | boolean; source?: string; range?: [number, number] }[];
}

/** What the schema says of a path, and what a scenario has there; undefined where the path leads nowhere. */
export function explainedParameter(
  path: string,
  loaded?: LoadedScenario<Scenario>,
): ExplainedParameter | undefined {
  const values = loaded && valuesOf(path, loaded);
  const found = fieldsAt(path);
  const kind = loaded && kindAt(path, loaded);
  const sections = found.length === 0 ? sectionsAt(path).filter((each) => isOfKind(each.path, kind)) : [];
  if (found.length + sections.length === 0 || (values && values.length === 0)) return undefined;
  const fields = found.filter((field) => isOfKind(field.path, kind));
  const isArgument = (field: ListedField) => field.path.split('.').length < path.split('.').length;
  return {
    explains: 'parameter',
    path,
    fields: fields.map((field) => (isArgument(field) ? argumentOf(field) : fieldOf(field))),
    ...(sections.length > 0 && { sections }),
    ...(values && { values }),
  };
}

/** Whether a path of the schema is one of this kind of entry; all are where no kind is known. */
const isOfKind = (path: string, kind: string | undefined): boolean =>
  kind === undefined || !/\[/.test(path) || path.includes(`[${kind}]`);

function fieldOf({ path, info, required }: ListedField) {
  const { doc, unit, source, range } = info;
  return {
    path,
    doc,
    ...(unit !== undefined && { unit }),
    allowed: allowedIn(info),
    required,
    ...(info.default !== undefined && { default: info.default }),
    ...(source !== undefined && { source }),
    ...(range && { range }),
  };
}

/** What is known of one number of a distribution: default and range are those of the whole. */
function argumentOf({ path, info }: ListedField): ExplainedParameter['fields'][number] {
  const { doc, unit } = info;
  return {
    path,
    doc: `A number of a distribution. ${doc}`,
    ...(unit !== undefined && { unit }),
    allowed: 'what the distribution allows',
    required: false,
  };
}

function allowedIn(info: ListedField['info']): string {
  if (info.kind === 'parameter') return describeBounds({ ...info, unit: undefined });
  if (info.kind === 'choice') return eitherInWords(info.values ?? []);
  if (info.kind === 'flag') return 'true or false';
  if (info.kind === 'formula') return `a number or a formula of the context ${info.context}`;
  if (info.kind === 'distribution') return 'a number, a distribution such as beta(2, 5), or numbers of one';
  return info.kind === 'namedMap' ? 'a map with names of your own' : 'text';
}

type Value = NonNullable<ExplainedParameter['values']>[number];

/** What each design has at a path; nothing for those that have nothing there. */
function valuesOf(path: string, { designs }: LoadedScenario<Scenario>): Value[] {
  return designs.flatMap(({ id, scenario, parameters }): Value[] => {
    const record = parameters.find((one: ParameterRecord) => one.path === path);
    if (record) {
      const { value, source, range } = record;
      return [{ design: id, value, source, ...(range && { range }) }];
    }
    const value = plainAt(scenario, path);
    return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
      ? [{ design: id, value }]
      : parameters
          .filter((one) => one.path.startsWith(`${path}.`))
          .map((one) => ({
            design: id,
            value: `${one.path.slice(path.length + 1)} ${parameterValue(one.value)}`,
            source: one.source,
          }));
  });
}

function plainAt(root: unknown, path: string): unknown {
  let value = root;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** The kind of the entry in which a path lies, such as that of an instrument, in the first design that has one. */
function kindAt(path: string, { designs }: LoadedScenario<Scenario>): string | undefined {
  const names = path.split('.');
  for (const { scenario } of designs)
    for (let length = names.length; length > 0; length--) {
      const kind = plainAt(scenario, `${names.slice(0, length).join('.')}.kind`);
      if (typeof kind === 'string') return kind;
    }
  return undefined;
}

/** The text that a person reads. */
export function parameterText({ path, fields, sections = [], values }: ExplainedParameter): string {
  const parts = sections.flatMap(({ path: own, doc, keys }) => [
    ...(sections.length > 1 ? [paragraph(own, 2, 4)] : []),
    paragraph(doc, 2, 4),
    paragraph(`Keys: ${keys.join(', ')}.`, 2, 4),
  ]);
  const lines = fields.flatMap((field) => {
    const fallback =
      field.default === undefined
        ? [field.required ? 'It has to be stated.' : 'It may be left out.']
        : [`Default: ${defaultText(field.default)}${field.source ? ` [${field.source}]` : ''}`];
    return [
      ...(fields.length > 1 ? [paragraph(`${field.path}`, 2, 4)] : []),
      paragraph(field.doc, 2, 4),
      paragraph(`Allowed: ${field.allowed}${field.unit ? ` (${field.unit})` : ''}.`, 2, 4),
      ...fallback.map((line) => paragraph(line, 2, 4)),
      ...(field.range ? [paragraph(`Range to try: ${field.range[0]} to ${field.range[1]}.`, 2, 4)] : []),
    ];
  });
  const given = sharedByAll(values ?? []).map(({ design, value, source, range }) =>
    paragraph(
      `In ${design}: ${typeof value === 'boolean' ? value : parameterValue(value)}${range ? `, range ${parameterValue(range[0])} to ${parameterValue(range[1])}` : ''}${source ? ` [${source}]` : ''}`,
      2,
      4,
    ),
  );
  return [path, ...parts, ...lines, ...given].join('\n');
}

/** One line for a value that all designs have. */
function sharedByAll(values: readonly Value[]): Value[] {
  const [first, ...others] = values;
  const words = ({ value, source }: Value) => `${value} ${source}`;
  return others.length > 0 && others.every((each) => words(each) === words(first))
    ? [{ ...first, design: 'every design' }]
    : [...values];
}

function defaultText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === '' ? 'empty' : String(value);
  const { dist, ...numbers } = value as Record<string, unknown>;
  if (typeof dist === 'string') return `${dist}(${Object.values(numbers).join(', ')})`;
  return Object.keys(value).length === 0 ? 'none' : JSON.stringify(value);
}
