import { describe, expect, it } from 'vitest';
import { lookThrough } from '../../../src/experiment/lenses/lookThrough.ts';
import type { MeasuredDesign } from '../../../src/experiment/ranking/columns.ts';
import { measureCatalogue } from '../../../src/simulation/index.ts';
import { preferenceOf } from '../../../src/tables/lenses.ts';
import { type Lens, lenses } from '../../../src/tables/lensRegistry.ts';
import { parseMeasureKey } from '../../../src/tables/rows.ts';

type Values = Record<string, Record<string, (number | null)[]>>;

/** Values of designs by measure, in the manner of a run: a design without a measure has nulls. */
function look(looksAt: Lens['looksAt'], values: Values, people: (design: string) => string = () => 'same') {
  const designs = [...new Set(Object.values(values).flatMap((one) => Object.keys(one)))];
  const measuredBy = (key: string): MeasuredDesign[] =>
    designs.map((design) => ({
      design,
      people: people(design),
      values: values[key]?.[design] ?? [null, null, null],
      ...(values[key]?.[design] === undefined && { why: 'there is none' }),
    }));
  return lookThrough(
    { id: 'x', whose: 'somebody', asks: '?', knows: [], wants: '?', looksAt },
    measuredBy,
    'jobStart',
  );
}

const higher = (measure: string) => ({ measure, better: 'higher' as const });
const lower = (measure: string) => ({ measure, better: 'lower' as const });

describe('the registry of views', () => {
  it('names measures of the catalogue with slices that they have, two to four a view', () => {
    const catalogue = measureCatalogue();
    for (const { id, looksAt } of lenses) {
      expect(looksAt.length, id).toBeGreaterThanOrEqual(2);
      expect(looksAt.length, id).toBeLessThanOrEqual(4);
      for (const key of looksAt.flatMap(({ measure, instead }) => [measure, instead ?? measure])) {
        const { measure, parts } = parseMeasureKey(key);
        const doc = catalogue.find((one) => one.id === measure);
        expect(doc, key).toBeDefined();
        for (const part of Object.keys(parts)) expect(doc!.slices, key).toContain(part);
      }
    }
    expect(new Set(lenses.map(({ id }) => id)).size).toBe(lenses.length);
  });

  it('does not go against the catalogue where that says which way is better', () => {
    const catalogue = measureCatalogue();
    for (const { measure, better, of } of lenses.flatMap(({ looksAt }) => looksAt)) {
      const stated = catalogue.find(({ id }) => id === parseMeasureKey(measure).measure)!.better;
      if (stated && of === undefined) expect(better, measure).toBe(stated);
    }
  });
});

describe('a view of designs', () => {
  it('prefers what nothing is told to be better than, and turns with the numbers', () => {
    const good = [0.5, 0.6, 0.55];
    const bad = [0.3, 0.4, 0.36];
    const view = look([higher('a'), lower('b')], {
      a: { one: good, two: bad },
      b: { one: [2, 3, 4], two: [2, 4, 3] },
    });
    expect(view.measures.map(({ designs }) => designs.map(({ standing }) => standing))).toEqual([
      ['best', 'behind'],
      ['best', 'untold'],
    ]);
    expect(preferenceOf(view)).toEqual({ kind: 'prefers', designs: ['one'] });
    const turned = look([higher('a'), lower('b')], {
      a: { one: bad, two: good },
      b: { one: [2, 3, 4], two: [2, 4, 3] },
    });
    expect(preferenceOf(turned)).toEqual({ kind: 'prefers', designs: ['two'] });
    expect(preferenceOf(look([lower('a')], { a: { one: good, two: bad } }))).toEqual({
      kind: 'prefers',
      designs: ['two'],
    });
  });

  it('takes the difference run by run: the first less what it is held against', () => {
    const [, second] = look([higher('a')], { a: { one: [1, 2, 3], two: [0, 2, 1] } }).measures[0].designs;
    expect(second).toMatchObject({ design: 'two', value: 1, standing: 'untold' });
    // Differences −1, 0, −2: mean −1, standard error 1/√3, t of two degrees 4.302652729911275.
    expect(second.against!.mean).toBeCloseTo(-1, 12);
    expect(second.against!.lo).toBeCloseTo(-1 - 4.302652729911275 / Math.sqrt(3), 9);
    expect(second.against!.hi).toBeCloseTo(-1 + 4.302652729911275 / Math.sqrt(3), 9);
  });

  it('cannot tell apart where every interval covers 0, and keeps all that are not told from the best', () => {
    const luck = { one: [1, 2, 3], two: [2, 3, 1.2], far: [-8, -9, -10] };
    expect(preferenceOf(look([higher('a')], { a: { one: luck.one, two: luck.two } }))).toEqual({
      kind: 'untold',
    });
    const kept = preferenceOf(look([higher('a')], { a: luck }));
    expect(kept.kind === 'prefers' && kept.designs.toSorted()).toEqual(['one', 'two']);
  });

  it('is torn where each design is told to be worse by some measure, and adds nothing up', () => {
    // By a the first is a hundred times ahead, by b a little behind: no weight makes up for it.
    const view = look([higher('a'), lower('b')], {
      a: { one: [100, 101, 102], two: [1, 2, 3] },
      b: { one: [1.1, 2.1, 3.1], two: [1, 2, 3] },
    });
    expect(preferenceOf(view)).toEqual({ kind: 'torn' });
  });

  it('says that it makes no difference where designs are equal in every run or but for rounding', () => {
    const values = { one: [0.1, 0.2, 0.3], two: [0.1, 0.2, 0.3] };
    expect(preferenceOf(look([higher('a')], { a: values }))).toEqual({ kind: 'same' });
    const rounding = { one: [1e-8, 1.1e-8, 1e-8], two: [2e-8, 2.1e-8, 2e-8] };
    expect(preferenceOf(look([lower('a')], { a: rounding }))).toEqual({ kind: 'same' });
  });

  it('does not judge by a single run', () => {
    const view = look([higher('a')], { a: { one: [1], two: [5] } });
    expect(view.measures[0].designs[1].standing).toBe('single');
    expect(preferenceOf(view)).toEqual({ kind: 'single' });
  });

  it('looks at the size where nearer to zero is better', () => {
    const { measures } = look([{ measure: 'a', better: 'nearerZero' }], {
      a: { over: [0.3, 0.31, 0.32], under: [-0.1, -0.11, -0.12] },
    });
    expect(measures[0].designs.map(({ design, standing }) => [design, standing])).toEqual([
      ['under', 'best'],
      ['over', 'behind'],
    ]);
  });

  it('tells risks by the ratio of spreads, and what varies from what does not without an interval', () => {
    const spread = { measure: 'a', better: 'lower' as const, of: 'spread' as const };
    const calm = [1, 1.01, 0.99, 1.02, 0.98, 1];
    const wild = [9, 2, 7, 1, 8, 3];
    const [first, second] = look([spread], { a: { wild, calm } }).measures[0].designs;
    expect([first.design, second.standing]).toEqual(['calm', 'behind']);
    expect(second.against!.mean).toBeGreaterThan(100);
    const [still, moving] = look([spread], { a: { wild, still: [4, 4, 4, 4, 4, 4] } }).measures[0].designs;
    expect([still.design, still.value, moving.standing, moving.against]).toEqual([
      'still',
      0,
      'behind',
      undefined,
    ]);
    expect(look([spread], { a: { one: [1, 2], two: [3, 9] } })).toMatchObject({
      measures: [],
      leftOut: [{ measure: 'a', of: 'spread', why: 'a spread takes three runs' }],
    });
  });

  it('leaves out what nobody has without a word, and with a reason what some lack', () => {
    const view = look([higher('a'), higher('none'), lower('b')], {
      a: { one: [1, 2, 3], two: [4, 5, 6] },
      b: { one: [1, 2, 3] },
    });
    expect(view.measures.map(({ measure }) => measure)).toEqual(['a']);
    expect(view.leftOut).toEqual([{ measure: 'b', design: 'two', why: 'there is none' }]);
    expect(preferenceOf(look([higher('none')], { a: { one: [1], two: [2] } }))).toEqual({ kind: 'nothing' });
  });

  it('looks past a design that has none of the measures, and takes another where nobody has the first', () => {
    const view = look([{ ...higher('event={main}'), instead: 'a' }], {
      a: { one: [1, 2, 3], two: [4, 5, 6] },
      other: { three: [1, 2, 3] },
    });
    expect(view.measures[0].measure).toBe('a');
    expect(view.measures[0].designs.map(({ design }) => design)).toEqual(['two', 'one']);
    const named = look([{ ...higher('event={main}'), instead: 'a' }], {
      'event=jobStart': { one: [1, 2, 3], two: [1, 2, 3] },
    });
    expect(named.measures[0].measure).toBe('event=jobStart');
  });

  it('holds means against each other, unpaired, where designs have other people', () => {
    const values = { one: [1, 2, 3], two: [2, 3, 4] };
    const paired = look([higher('a')], { a: values });
    const unpaired = look([higher('a')], { a: values }, (design) => design);
    expect(paired.measures[0].designs[1].standing).toBe('behind');
    expect(unpaired.measures[0].designs[1].standing).toBe('untold');
  });
});
