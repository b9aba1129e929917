import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ProblemList } from '../../../src/scenario/load/problems.ts';
import { readText } from '../../../src/scenario/load/readText.ts';
import { toPlain } from '../../../src/scenario/load/sourceNode.ts';

/** A text as the loader reads it, without looking at its schema. */
function read(text: string): unknown {
  const problems = new ProblemList();
  const node = readText({ text, file: 'a.yaml' }, problems);
  problems.throwIfAny();
  return node && toPlain(node);
}

describe('what an alias repeats', () => {
  test.each([
    ['a value', 'a: &x 1\nb: *x\n'],
    ['a map', 'a: &x { p: 1, q: [2, 3] }\nb: *x\nc: { d: *x }\n'],
    ['the latest of two of that name', 'a: &x 1\nb: &x 2\nc: *x\n'],
    ['the one before it, where another of that name comes later', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n'],
    ['a key', '&x a: 1\nb: *x\n'],
    ['what an alias in it meant there', 'a: &x 1\nb: &y { p: *x }\nc: &x 2\nd: *y\ne: *x\n'],
    ['anchors in it, which stay what they were', 'a: &y { p: &x 1 }\nb: &x 2\nc: *y\nd: *x\n'],
    ['an item of a list', 'a: [&x 1, *x, &x 2, *x]\nb: *x\n'],
  ])('%s', (_name, text) => {
    expect(read(text)).toEqual(parse(text));
  });
});
