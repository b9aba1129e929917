/**
 * Which of the known names a map of flags means: those that are true; where none is true, all but those that are false.
 * An empty map means all.
 */
export function chosen(flags: Readonly<Record<string, boolean>>, known: readonly string[]): boolean[] {
  const named = Object.values(flags).includes(true);
  return known.map((name) => (named ? flags[name] === true : flags[name] !== false));
}
