import { strToU8, zipSync } from 'fflate';

/** Texts by file name as one archive: browsers ask before they save several files. */
export function zipOf(texts: Readonly<Record<string, string>>): Blob {
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
  return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}
