/**
 * Numbers as words and figures. Written out here and not left to the machine's locale, so that a report has
 * the same bytes everywhere.
 */

/** What stands where a measure is undefined. Never 0. */
export const NOT_DEFINED = 'not defined';

/** What a number counts, which decides how it is written. */
export type Quantity = 'share' | 'hours' | 'money' | 'index' | 'ratio' | 'weeks' | 'count';

const currencySigns: Record<string, string> = {
  GBP: '£',
  EUR: '€',
  USD: '$',
  AUD: 'A$',
  CAD: 'C$',
  NZD: 'NZ$',
};

/**
 * A number with `decimals` places, a comma between thousands and a true minus sign. A number that would
 * round to zero without being zero keeps one significant digit, so that small is never shown as nothing;
 * below a millionth it is written as "less than 0.000001" (with its sign). Null is "not defined".
 */
export function formatNumber(value: number | null | undefined, decimals = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOT_DEFINED;
  if (value === 0) return '0';
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  let places = decimals;
  while (places < 6 && Number(size.toFixed(places)) === 0) places++;
  const text = size.toFixed(places);
  if (Number(text) === 0) return value < 0 ? 'between −0.000001 and 0' : 'less than 0.000001';
  const [whole, part] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** Below this share, one in a million, stands what is left of rounding: it is written as 0. */
const LEAST_SHARE = 1e-6;

const percentOf = (share: number): number => (Math.abs(share) < LEAST_SHARE ? 0 : share * 100);

/** A share as a percentage: 0.2512 is "25.1%". Less than one in a million is "0%". */
export function formatPercent(share: number | null | undefined, decimals = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return NOT_DEFINED;
  return `${formatNumber(percentOf(share), decimals)}%`;
}

/** What stands before money in a currency: `£`, or the code of one without a sign of its own. */
export const currencySign = (currency: string): string => currencySigns[currency] ?? `${currency} `;

/**
 * Money in the currency of the scenario: "£1,250", "£15.0m", "£2.1bn"; below 10, with pence. An unknown
 * currency is written by its code, "CHF 1,250".
 */
export function formatMoney(value: number | null | undefined, currency: string, finer = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOT_DEFINED;
  const sign = currencySign(currency);
  const size = Math.abs(value);
  const minus = value < 0 ? '−' : '';
  if (size >= 1e9) return `${minus}${sign}${formatNumber(size / 1e9, 1 + finer)}bn`;
  if (size >= 1e6) return `${minus}${sign}${formatNumber(size / 1e6, 1 + finer)}m`;
  return `${minus}${sign}${formatNumber(size, (size < 10 ? 2 : 0) + finer)}`;
}

/**
 * A value by what it counts, without a unit word except % and the sign of a currency. `finer` adds decimals,
 * for the ends of an interval that would otherwise look the same.
 */
export function formatQuantity(
  value: number | null | undefined,
  quantity: Quantity,
  currency: string,
  finer = 0,
): string {
  switch (quantity) {
    case 'share':
      return formatPercent(value, 1 + finer);
    case 'money':
      return formatMoney(value, currency, finer);
    case 'weeks':
      return formatNumber(value, 1 + finer);
    case 'index':
      return formatNumber(value, 3 + finer);
    case 'count':
      return formatNumber(
        value,
        (value !== null && value !== undefined && Math.abs(value) < 100 ? 1 : 0) + finer,
      );
    default:
      return formatNumber(value, 2 + finer);
  }
}

/** The ends of an interval, "24.8% to 25.4%", with as many decimals as it takes to tell them apart. */
export function formatRange(lo: number, hi: number, quantity: Quantity, currency: string): string {
  return tellApart(lo, hi, (end, finer) => formatQuantity(end, quantity, currency, finer));
}

/** A difference with its sign: "+1.2 points" for shares, "−£40", "+0.03". Zero has no sign. */
export function formatDifference(
  value: number | null | undefined,
  quantity: Quantity,
  currency: string,
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOT_DEFINED;
  const size = unsignedDifference(Math.abs(value), quantity, currency, 0);
  const sign = size === '0' ? '' : value > 0 ? '+' : value < 0 ? '−' : '';
  // What is too small to be written is words, which carry no sign before them.
  const text = !size.startsWith('less than') ? `${sign}${size}` : value < 0 ? formatNumber(value) : size;
  return quantity === 'share' ? `${text} points` : text;
}

/** The ends of a difference's interval, "−0.3 to 0.5"; the unit stands with the difference itself. */
export function formatDifferenceRange(lo: number, hi: number, quantity: Quantity, currency: string): string {
  return tellApart(lo, hi, (end, finer) => {
    const size = unsignedDifference(Math.abs(end), quantity, currency, finer);
    return end < 0 && size !== '0' ? `−${size}` : size;
  });
}

function unsignedDifference(size: number, quantity: Quantity, currency: string, finer: number): string {
  return quantity === 'share'
    ? formatNumber(percentOf(size), 1 + finer)
    : formatQuantity(size, quantity, currency, finer);
}

/** Most decimals that are added to tell the ends of an interval apart. */
const FINEST = 3;

function tellApart(lo: number, hi: number, write: (end: number, finer: number) => string): string {
  let finer = 0;
  while (lo !== hi && finer < FINEST && write(lo, finer) === write(hi, finer)) finer++;
  return `${write(lo, finer)} to ${write(hi, finer)}`;
}

/** "a", "a and b", "a, b and c". Empty for no items. */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** "a", "a or b", "a, b or c". */
export function eitherInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} or ${items[items.length - 1]}`;
}

/** `jobStart` as "job start", `sustained26` as "sustained 26". */
export function spellName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .toLowerCase();
}

/** The first letter made a capital. */
export function sentenceCase(text: string): string {
  return text === '' ? '' : text[0].toUpperCase() + text.slice(1);
}
