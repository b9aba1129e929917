/** A word of which a shell takes every character as it stands. */
export const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** A word as a shell needs it: quoted only where it must be. */
export const shellWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : quoted(word));

/** A command line that can be pasted into a shell. */
export const shellLine = (words: readonly string[]): string =>
  ['streetlevel', ...words].map(shellWord).join(' ');
