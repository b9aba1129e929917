import { MOST_REPLICATES, MOST_SCALE } from '../../../model/schema/scenario.ts';
import type { Column, Draft, ScenarioSource } from '../../engine/protocol.ts';
import { mostColumns } from './newDraft.ts';

/**
 * A link may come from anywhere: what is not of this form is not used. What is in it is checked as any scenario is, which may be of
 * any size and number of replicates that a file can have.
 */
export function isDraft(value: unknown): value is Draft {
  const { source, columns, scale, replicates } = (value ?? {}) as Partial<Draft>;
  return (
    isSource(source) &&
    Array.isArray(columns) &&
    columns.length >= 1 &&
    columns.length <= mostColumns &&
    columns.every(isColumn) &&
    new Set(columns.map(({ design }) => design)).size === columns.length &&
    typeof scale === 'number' &&
    scale > 0 &&
    scale <= MOST_SCALE &&
    Number.isInteger(replicates) &&
    replicates! >= 1 &&
    replicates! <= MOST_REPLICATES
  );
}

function isSource(value: unknown): value is ScenarioSource {
  if (!isMap(value)) return false;
  if ('bundled' in value) return isText(value.bundled);
  const { file, text, extended = {} } = value;
  return (
    isText(file) &&
    isText(text) &&
    isMap(extended) &&
    Object.values(extended).every((one) => isMap(one) && isText(one.file) && isText(one.text))
  );
}

function isColumn(value: unknown): value is Column {
  if (!isMap(value)) return false;
  const { design, levers, copyOf, title } = value;
  return (
    isText(design) &&
    isMap(levers) &&
    Object.values(levers).every((value) => value !== null) &&
    [copyOf, title].every((one) => one === undefined || isText(one)) &&
    // A copy has both: under which of the two would it stand on the page?
    (copyOf === undefined) === (title === undefined)
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
