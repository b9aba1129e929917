import type { ListedField } from '../../src/scenario/kit/index.ts';
import { describeBounds } from '../../src/scenario/kit/index.ts';
import { code, table } from './markdown.ts';

/** A table of the fields of a scenario file: what each means, its default, what is allowed, and the default's source. */
export function fieldTable(fields: readonly ListedField[], base = ''): string {
  return table(
    ['Key', 'Meaning', 'Default', 'Allowed', 'Range to try', 'Source of the default'],
    fields.map(({ path, info, required }) => [
      code(readablePath(base ? path.slice(base.length + 1) : path)),
      info.unit ? `${info.doc} Unit: ${info.unit}${info.wholeSteps ? ', in whole steps' : ''}.` : info.doc,
      defaultOf(info.kind, info.default, required),
      allowed(info),
      info.range ? `${info.range[0]} to ${info.range[1]}` : '',
      info.source ?? '',
    ]),
  );
}

/** `*` stands for a name of the scenario's own. */
const readablePath = (path: string): string => path.replaceAll('*', '<name>');

function defaultOf(kind: string, value: unknown, required: boolean): string {
  if (kind === 'section' || kind === 'namedMap') return '';
  if (value !== undefined) return value === '' ? 'empty' : code(written(value));
  return required ? '**required**' : 'none';
}

/** A default as it would stand in a file. */
function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { dist, ...numbers } = value as Record<string, unknown>;
  if (typeof dist === 'string') return `${dist}(${Object.values(numbers).join(', ')})`;
  return JSON.stringify(value);
}

function allowed(info: ListedField['info']): string {
  switch (info.kind) {
    case 'parameter':
      return describeBounds({ ...info, unit: undefined });
    case 'choice':
      return (info.values ?? []).map(code).join(', ');
    case 'flag':
      return '`true`, `false`';
    case 'formula':
      return `a number or a [formula](scenario-format.md#formulas) of the context \`${info.context}\`${limits(info)}`;
    case 'distribution':
      return `a number or a [distribution](scenario-format.md#distributions)${limits(info)}`;
    case 'namedMap':
      return 'a map with names of your own';
    case 'section':
      return 'a map with the keys below';
    default:
      return 'text';
  }
}

function limits({ min, max }: ListedField['info']): string {
  const parts = [
    min === undefined ? undefined : `at least ${min}`,
    max === undefined ? undefined : `at most ${max}`,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}
