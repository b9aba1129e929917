import { FormulaError } from './formulaError.ts';

/** Limits that keep a formula readable, and its reading fast and safe from overflow. */
export const formulaLimits = { characters: 2000, depth: 50, nodes: 500 } as const;

const forbiddenCharacters: Readonly<Record<string, string>> = {
  '"': 'text ("…")',
  "'": "text or a transpose (')",
  '`': 'text (`…`)',
  '[': 'a matrix ([…])',
  ']': 'a matrix ([…])',
  '{': 'an object ({…})',
  '}': 'an object ({…})',
  ';': 'a second statement (;)',
  '#': 'a comment (#)',
  '!': 'a factorial or inequality (!)',
  '%': 'a percentage or remainder (%)',
  '&': 'a bit operation (&): write "and"',
  '|': 'a bit operation (|): write "or"',
  '~': 'a bit operation (~): write "not"',
  $: 'the sign $',
  '@': 'the sign @',
  '\\': 'the sign \\',
};

/** Refuses what is too long, too deep or plainly foreign before the parser sees it: its recursion has no limit. */
export function checkText(text: string): void {
  if (text.length > formulaLimits.characters)
    throw new FormulaError({
      message: 'the formula is too long',
      found: `${text.length} characters`,
      allowed: `at most ${formulaLimits.characters} characters`,
    });
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (Object.hasOwn(forbiddenCharacters, character))
      throw new FormulaError({ message: `a formula may not hold ${forbiddenCharacters[character]}`, at: i });
    if (character === '(' && ++depth > formulaLimits.depth)
      throw new FormulaError({
        message: 'the formula has too many brackets inside one another',
        allowed: `at most ${formulaLimits.depth} levels`,
        at: i,
      });
    if (character === ')') depth--;
  }
  if (text.trim() === '') throw new FormulaError({ message: 'the formula is empty' });
}
