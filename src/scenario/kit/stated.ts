const statedKeys = new Set(['value', 'source', 'range', 'note']);

/** Whether these keys are those of `{ value, source, range, note }`, the long form of any value in a file. */
export function isStatedForm(keys: Iterable<string>): boolean {
  let hasValue = false;
  for (const key of keys) {
    if (!statedKeys.has(key)) return false;
    hasValue ||= key === 'value';
  }
  return hasValue;
}

/** A plain value with every `{ value, source, range, note }` replaced by its value. */
export function stripStated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripStated);
  if (typeof value !== 'object' || value === null) return value;
  if (isStatedForm(Object.keys(value))) return stripStated((value as { value: unknown }).value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stripStated(inner)]));
}
