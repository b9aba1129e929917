import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LensMeasure, LensPlace, LensView } from '../../src/tables/lenses.ts';
import {
  lensesInBrief,
  lensFinding,
  lensMeasureInWords,
  preferenceInWords,
  shownViews,
} from '../../src/words/lenses.ts';
import type { ReportTables } from '../../src/words/tables.ts';
import { fakeTables, sevenDesigns } from '../charts/fakeTables.ts';

const [a, b, c] = sevenDesigns.map(({ id }) => id);
const names = (design: string) => ({ [a]: 'A', [b]: 'B', [c]: 'C' })[design]!;

/** A measure of designs in the order given, each with its value, standing and difference from the first. */
function measure(
  key: string,
  places: [design: string, value: number, standing?: LensPlace['standing'], ends?: [number, number]][],
  rest: Partial<LensMeasure> = {},
): LensMeasure {
  return {
    measure: key,
    better: 'higher',
    replicates: 20,
    designs: places.map(([design, value, standing = 'best', ends]) => ({
      design,
      value,
      standing,
      ...(ends && { against: { mean: (ends[0] + ends[1]) / 2, lo: ends[0], hi: ends[1] } }),
    })),
    ...rest,
  };
}

function withViews(views: Record<string, LensMeasure[]>): ReportTables {
  const tables = fakeTables({ designs: sevenDesigns.slice(0, 3) });
  const margin = { ...tables.catalogue[0], id: 'provider.margin', unit: 'share of income' };
  return {
    ...tables,
    catalogue: [...tables.catalogue, margin],
    lenses: {
      format: 1,
      views: Object.entries(views).map(([lens, measures]): LensView => ({ lens, measures, leftOut: [] })),
    },
  };
}

/** Margins as a two-design run might have them: the first less the second lies between the ends. */
function twoMargins(lo: number, hi: number): LensMeasure[] {
  const mean = (lo + hi) / 2;
  const standing = lo <= 0 && hi >= 0 ? 'untold' : 'behind';
  const ahead = mean >= 0 ? a : b;
  const other = ahead === a ? b : a;
  const ends: [number, number] = mean >= 0 ? [-hi, -lo] : [lo, hi];
  return [
    measure('provider.margin', [
      [ahead, 0.1 + Math.abs(mean)],
      [other, 0.1, standing, ends],
    ]),
  ];
}

const titled = (index: number) => `“${sevenDesigns[index].title}”`;

describe('who would prefer what, in words', () => {
  it('turns with the sign of the difference, and cannot tell where the interval covers 0', () => {
    const end = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(end, end, (one, two) => {
        const [lo, hi] = [Math.min(one, two), Math.max(one, two)];
        const words = lensFinding(withViews({ provider: twoMargins(lo, hi) }));
        if (lo <= 0 && hi >= 0)
          expect(words).toBe('From the view of the provider, these runs cannot tell the designs apart.');
        else {
          expect(words).toBe(`The provider prefers ${titled(lo > 0 ? 0 : 1)}.`);
        }
      }),
    );
  });

  it('says plainly that views disagree, and puts those of one mind together', () => {
    const tables = withViews({
      provider: twoMargins(0.1, 0.2),
      easyClient: twoMargins(0.1, 0.2),
      hardClient: twoMargins(-0.2, -0.1),
    });
    const words = lensFinding(tables);
    expect(words).toBe(
      `The views disagree: the provider and a client easy to help prefer ${titled(0)}; a client hard to help prefers ${titled(1)}.`,
    );
  });

  it('finds what all agree on among designs that are not told apart', () => {
    const some = measure('staff.burnout', [
      [a, 0.1],
      [b, 0.11, 'untold', [-0.01, 0.02]],
      [c, 0.4, 'behind', [0.2, 0.4]],
    ]);
    const one = measure('staff.burnout', [
      [b, 0.1],
      [a, 0.2, 'behind', [0.05, 0.15]],
      [c, 0.4, 'behind', [0.2, 0.4]],
    ]);
    const words = lensFinding(withViews({ provider: [some], caseworker: [one] }));
    expect(words).not.toContain('disagree');
    expect(words).toContain(`prefers ${titled(0)} or ${titled(1)}, which these runs do not tell apart`);
    expect(words).toMatch(
      new RegExp(`None of these speaks against ${titled(1).replaceAll(/[()£]/g, '.')}\\.$`),
    );
  });

  it('says by what a view is torn', () => {
    const here = measure('outcome.rate', [
      [a, 0.5],
      [b, 0.3, 'behind', [-0.3, -0.1]],
    ]);
    const there = measure(
      'goodhart.gap',
      [
        [b, 0.1],
        [a, 0.3, 'behind', [0.1, 0.3]],
      ],
      { better: 'lower' },
    );
    const tables = withViews({ commissioner: [here, there] });
    expect(preferenceInWords(tables, tables.lenses!.views[0], names)).toBe(
      'Torn: by outcome rate A; by paid measure ahead of the goal B',
    );
    expect(lensFinding(tables)).toBe('The commissioner is torn.');
    const both = withViews({ commissioner: [here, there], treasury: [here, there], provider: [here] });
    expect(lensFinding(both)).toBe(
      `The provider prefers ${titled(0)}. The commissioner and the treasury are torn.`,
    );
  });

  it('names in brief those that are not preferred, where they are fewer', () => {
    const brief = (designs: number, behind: number) => {
      const ids = sevenDesigns.slice(0, designs).map(({ id }) => id);
      const rates = measure(
        'outcome.rate',
        ids.map((id, at) =>
          at < designs - behind
            ? [id, 0.5, at === 0 ? 'best' : 'untold', [-0.1, 0.1]]
            : [id, 0.3, 'behind', [-0.3, -0.1]],
        ),
      );
      const tables = fakeTables({ designs: sevenDesigns.slice(0, designs) });
      const views = [{ lens: 'commissioner', measures: [rates], leftOut: [] }];
      return lensesInBrief({ ...tables, lenses: { format: 1, views } });
    };
    expect(brief(6, 1)).toBe(`The commissioner prefers any but ${titled(5)}.`);
    expect(brief(7, 2)).toBe(`The commissioner prefers any but ${titled(5)} and ${titled(6)}.`);
    expect(brief(6, 3)).toBe('The commissioner prefers any of 3 designs.');
    expect(brief(3, 2)).toBe(`The commissioner prefers ${titled(0)}.`);
  });

  it('says that it makes no difference, or that one run tells nothing', () => {
    const same = measure('staff.burnout', [
      [a, 0.1],
      [b, 0.1],
    ]);
    const single = measure('staff.burnout', [
      [a, 0.1],
      [b, 0.2, 'single'],
    ]);
    expect(lensFinding(withViews({ caseworker: [same] }))).toBe(
      'For the caseworker it makes no difference which it is.',
    );
    expect(lensFinding(withViews({ caseworker: [single] }))).toBe(
      'One run tells nothing of luck, so no view is said to prefer a design.',
    );
  });

  it('leaves out a view that has nothing to go by or that it does not know, and says nothing without any', () => {
    const tables = withViews({
      provider: [],
      unheardOf: twoMargins(0.1, 0.2),
      caseworker: twoMargins(0.1, 0.2),
    });
    expect(shownViews(tables).map(({ lens }) => lens)).toEqual(['caseworker']);
    expect(lensFinding(fakeTables())).toBe('');
  });

  it('says once that a measure is better nearer 0', () => {
    const gap = measure(
      'reported.gap',
      [
        [a, 0.1],
        [b, -0.3, 'behind', [0.1, 0.3]],
      ],
      { better: 'nearerZero' },
    );
    expect(lensMeasureInWords(withViews({}), gap, names)).toMatch(
      /^Reported minus true \(nearer 0 is better\): A /,
    );
  });

  it('gives every size first, then the paired difference with its interval', () => {
    const tables = withViews({});
    const [margins] = twoMargins(0.1, 0.2);
    expect(lensMeasureInWords(tables, margins, names)).toBe(
      "Providers' margin (higher is better): A 25.0%, B 10.0%; B against A −15.0 points (−20.0 to −10.0)",
    );
    const spread = measure(
      'provider.margin',
      [
        [b, 0.02],
        [a, 0.05, 'behind', [1.5, 3.5]],
        [c, 0.021, 'untold', [0.8, 1.3]],
      ],
      {
        of: 'spread',
        better: 'lower',
      },
    );
    expect(lensMeasureInWords(tables, spread, names)).toBe(
      "Spread between runs of providers' margin (lower is better): B 2.0 points, A 5.0 points, C 2.1 points; A against B 2.5 times (1.5 to 3.5); not told from B: C",
    );
    const [near] = twoMargins(-0.1, 0.2);
    expect(lensMeasureInWords(tables, near, names)).toContain(
      'no clear difference (−5.0 points; −20.0 to 10.0)',
    );
    const alike = measure(
      'staff.burnout',
      [
        [a, 0.1],
        [b, 0.1],
      ],
      { better: 'lower' },
    );
    expect(lensMeasureInWords(tables, alike, names)).toBe(
      'Burnout of caseworkers (lower is better): the same under all, 0.100',
    );
  });
});
