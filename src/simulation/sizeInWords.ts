/** Sizes as people say them: two digits, since none is known better. */

const rough = (value: number): string => String(Number(value.toPrecision(2)));

/** "48 GB"; of what no disk holds, "1e+21 GB". */
export function bytesInWords(bytes: number): string {
  if (bytes < 1e6) return 'less than 1 MB';
  return bytes < 1e9 ? `${rough(bytes / 1e6)} MB` : `${rough(bytes / 1e9)} GB`;
}

const units: readonly [seconds: number, one: string, many: string][] = [
  [365.25 * 86_400, 'year', 'years'],
  [86_400, 'day', 'days'],
  [3600, 'hour', 'hours'],
  [60, 'minute', 'minutes'],
];

/** "3 days", "1.5 hours"; below a minute, seconds; below one of them, "less than a second". */
export function timeInWords(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  const [size, one, many] = units.find(([size]) => seconds >= size) ?? [1, 'second', 'seconds'];
  const count = rough(seconds / size);
  return `${count} ${count === '1' ? one : many}`;
}

/** "20,000,000"; from a million million on, "1e+15". */
export function countInWords(count: number): string {
  if (count >= 1e12) return rough(count);
  return Math.round(Number(count.toPrecision(3))).toLocaleString('en');
}
