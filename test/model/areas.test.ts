import { expect, test } from 'vitest';
import { areasOf } from '../../src/model/areas/areas.ts';

const office = (area: string) => ({ area }) as never;
const area = { title: '', capability: 1, trustIn: {}, priority: {} };

test('offices of one area stand together, in the order of the areas, then those on their own', () => {
  const { names, ofOffice, offices } = areasOf({
    areas: { empty: area, south: area, north: area },
    offices: { a: office('north'), b: office(''), c: office('south'), d: office('north') },
  });
  expect(names).toEqual(['south', 'north', 'b']);
  expect([...ofOffice]).toEqual([1, 2, 0, 1]);
  expect(offices).toEqual([[2], [0, 3], [1]]);
});
