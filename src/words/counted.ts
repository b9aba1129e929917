/**
 * How many of a thing: "1 week", "3 weeks". `many` is the plural of a noun that takes more than an s. The number stands as it
 * is; `written` puts it otherwise, as with commas between thousands.
 */
export const counted = (count: number, one: string, many = `${one}s`, written = String(count)): string =>
  `${written} ${count === 1 ? one : many}`;
