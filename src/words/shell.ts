/** A word as a shell needs it: quoted only where it must be. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A command line that can be pasted into a shell. */
export const shellLine = (words: readonly string[]): string =>
  ['streetlevel', ...words].map(shellWord).join(' ');
