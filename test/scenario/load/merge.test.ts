import { describe, expect, test } from 'vitest';
import { mergeNodes } from '../../../src/scenario/load/merge.ts';
import { fromPlain, type Origin, toPlain } from '../../../src/scenario/load/sourceNode.ts';

const at: Origin = { file: 'f', line: 1, column: 1, by: 'file' };

const merged = (target: unknown, patch: unknown) => {
  const node = mergeNodes(fromPlain(target, at), fromPlain(patch, at));
  return node ? toPlain(node) : null;
};

describe('JSON Merge Patch: the table of RFC 7396, appendix A', () => {
  test.each<[unknown, unknown, unknown]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j patched by %j gives %j', (target, patch, result) => {
    expect(merged(target, patch)).toEqual(result);
  });
});

describe('beyond the RFC', () => {
  test('another distribution replaces the old one whole', () => {
    const beta = { need: { dist: 'beta', a: 2, b: 5 } };
    expect(merged(beta, { need: { dist: 'uniform', min: 0, max: 1 } })).toEqual({
      need: { dist: 'uniform', min: 0, max: 1 },
    });
    expect(merged(beta, { need: { a: 3 } })).toEqual({ need: { dist: 'beta', a: 3, b: 5 } });
  });

  test('null inside the patch of a design stays, for what it will patch', () => {
    const patch = { designs: { b: { set: { incentives: { start: null } } } } };
    expect(merged({}, patch)).toEqual(patch);
    expect(merged(patch, { designs: { b: null } })).toEqual({ designs: {} });
  });
});
