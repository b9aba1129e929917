import { describe, expect, it } from 'vitest';
import { rankMeasure } from '../../src/experiment/ranking/rankMeasure.ts';
import { resampleCounts } from '../../src/experiment/ranking/resample.ts';
import type { Ranking } from '../../src/tables/ranking.ts';
import {
  rankedDesignParagraph,
  rankingFinding,
  rankingSentences,
  standingOf,
} from '../../src/words/ranking.ts';
import { fakeTables } from '../charts/fakeTables.ts';
import { rankedTables } from '../charts/rankedTables.ts';

const ranking = (values: Record<string, number[]>, better: 'higher' | 'lower' | null = 'higher') =>
  rankMeasure(
    'outcome.rate',
    better,
    Object.entries(values).map(([design, own]) => ({ design, values: own, people: '' })),
    (n) => resampleCounts('words', n),
  );
const withRanking = (...measures: Ranking['measures']) => ({
  ...fakeTables(),
  ranking: { format: 1 as const, resamples: 2000, measures },
});

describe('the words of a ranking', () => {
  const clear = { sameMaximum: [0.5, 0.51, 0.5], asBuilt: [0.4, 0.41, 0.42], blockGrant: [0.2, 0.22, 0.21] };

  it('say who is first, how often, with which chance, by how much, and what more runs would bring', () => {
    const one = ranking(clear);
    const text = rankingSentences(withRanking(one), one);
    expect(text).toMatch(
      /^Outcome rate: “Outcome-only pay at the same maximum.*” is highest, and so best, by the mean/,
    );
    expect(text).toContain('first in 3 of 3 runs');
    expect(text).toContain('the chance that it stays first is over 99%');
    expect(text).toContain('differs from the next, “As built');
    expect(text).toMatch(/\+9\.\d points \(95% interval [\d.]+ to [\d.]+\)/);
    expect(text).toMatch(/About \d+ more runs would make this interval half as wide/);
  });

  it('say lowest where less is better, and nothing of best where no way is', () => {
    const lower = ranking(clear, 'lower');
    expect(rankingSentences(withRanking(lower), lower)).toContain(
      '“Block grant at that spend” is lowest, and so best,',
    );
    const neither = ranking(clear, null);
    expect(rankingSentences(withRanking(neither), neither)).toContain('has the highest by the mean');
    expect(standingOf(neither, 'asBuilt')).toBeUndefined();
    expect(rankingFinding(withRanking(neither))).toBe('No design is clearly best in any measure.');
  });

  it('tell a design that runs do not tell from the first apart from one that they do', () => {
    const noise = [0.04, -0.05, 0.03, -0.02];
    const one = ranking({
      asBuilt: noise.map((x) => 0.5 + x),
      sameSpend: noise.map((x) => 0.49 - x),
      blockGrant: [0.1, 0.11, 0.1, 0.1],
    });
    expect(['asBuilt', 'sameSpend', 'blockGrant'].map((design) => standingOf(one, design))).toEqual([
      'best',
      'mayBeBest',
      'worst',
    ]);
    const tables = withRanking(one);
    expect(rankedDesignParagraph(tables, 'sameSpend')).toContain(
      'do not tell it from the best in outcome rate',
    );
    expect(rankedDesignParagraph(tables, 'blockGrant')).toContain('It does worst in outcome rate (');
    expect(rankedDesignParagraph(tables, 'asBuilt')).toContain('it does best in outcome rate (');
  });

  it('say so where two designs are one policy', () => {
    const one = ranking({ asBuilt: [0.5, 0.6], twinOfBase: [0.5, 0.6], blockGrant: [0.1, 0.2] });
    const tables = withRanking(one);
    expect(rankedDesignParagraph(tables, 'twinOfBase')).toContain('It equals “As built');
    expect(rankedDesignParagraph(tables, 'blockGrant')).not.toContain('It equals');
    const all = ranking({ asBuilt: [0.5, 0.6], twinOfBase: [0.5, 0.6] });
    expect(rankingSentences(withRanking(all), all)).toBe('All designs have exactly the same outcome rate.');
    expect(standingOf(all, 'asBuilt')).toBe('same');
  });

  it('gather the finding by design', () => {
    const finding = rankingFinding(rankedTables());
    expect(finding).toMatch(/^Best by the mean: “/);
    expect(finding.match(/“[^”]+” in /g)?.length).toBe(new Set(finding.match(/“[^”]+” in /g)).size);
  });

  it('tell of no luck after one run', () => {
    const one = ranking({ asBuilt: [0.5], blockGrant: [0.4] });
    expect(rankingSentences(withRanking(one), one)).toContain('in one run, which tells nothing of luck');
  });
});
