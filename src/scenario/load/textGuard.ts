/** Longest file that is read: far above any hand-written scenario. */
const maximumBytes = 1_000_000;
/** Deepest nesting that is read: the YAML parser recurses, and a stack overflow cannot be relied on to be caught. */
const maximumDepth = 100;

/** Most lines, commas and colons: what the parser takes its time for, prose included. */
const maximumMarks = 20_000;

/** Most signs that begin something: a parser makes a part, or an error, of each. The largest bundled file has 5,000. */
const maximumOpeners = 20_000;
const openers = new Set(Array.from('[{"\'&*!', (sign) => sign.charCodeAt(0)));

/** What stops a text from being read at all. Lines and columns count from 1. */
export interface TextProblem {
  message: string;
  found?: string;
  allowed?: string;
  line: number;
  column: number;
}

/** Refuses what is too large, no text, or nested beyond reason, in one pass and before any parser sees it. */
export function guardText(text: string): TextProblem | undefined {
  const bytes = text.length > maximumBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes > maximumBytes)
    return {
      message: 'the file is too large',
      found: `${bytes} bytes`,
      allowed: `at most ${maximumBytes} bytes`,
      line: 1,
      column: 1,
    };
  return scan(text);
}

function scan(text: string): TextProblem | undefined {
  let line = 1;
  let lineStart = 0;
  let marks = 0;
  let opened = 0;
  let brackets = 0;
  let markers = 0;
  let indenting = true;
  const indents: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code === 10 || code === 0x2c || code === 0x3a) && ++marks > maximumMarks)
      return {
        message: 'the file has too many lines and values',
        found: `more than ${maximumMarks} line ends, commas and colons`,
        allowed: `at most ${maximumMarks}`,
        line,
        column: i - lineStart + 1,
      };
    if (openers.has(code) && ++opened > maximumOpeners)
      return {
        message: 'the file has too many brackets and quotes',
        found: `more than ${maximumOpeners} of [ { " ' & * !`,
        allowed: `at most ${maximumOpeners}`,
        line,
        column: i - lineStart + 1,
      };
    if (code === 10) {
      line++;
      lineStart = i + 1;
      markers = 0;
      indenting = true;
      continue;
    }
    if (isNoText(code))
      return {
        message: 'this is no text file',
        found: `the byte or character ${code === 0xfffd ? 'that is no UTF-8' : `number ${code}`}`,
        allowed: 'YAML or JSON in UTF-8',
        line,
        column: i - lineStart + 1,
      };
    if (code === 0x5b || code === 0x7b) brackets++;
    else if ((code === 0x5d || code === 0x7d) && brackets > 0) brackets--;
    if (code === 0x3a && brackets === 0 && isBlank(text.charCodeAt(i + 1))) markers++;
    // "- - -" and "? ? ?" at the start of a line open a level each.
    if (indenting && (code === 0x2d || code === 0x3f) && isBlank(text.charCodeAt(i + 1))) markers++;
    else if (indenting && code !== 32 && code !== 9 && code !== 13) {
      indenting = false;
      const indent = i - lineStart;
      while (indents.length > 0 && indents[indents.length - 1] >= indent) indents.pop();
      indents.push(indent);
    }
    if (brackets > maximumDepth || markers > maximumDepth || indents.length > maximumDepth)
      return {
        message: 'the file is nested too deeply',
        allowed: `at most ${maximumDepth} levels`,
        line,
        column: i - lineStart + 1,
      };
  }
  return undefined;
}

const isBlank = (code: number): boolean => Number.isNaN(code) || code === 32 || code === 10 || code === 13;

/** Control characters other than tab and line ends, and the sign that decoders put for broken UTF-8. */
const isNoText = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 13) || code === 127 || code === 0xfffd || code === 0xfffe;
