import { describe, expect, it } from 'vitest';
import { areasSentence } from '../../src/words/areas.ts';
import { comparisonSentences, headlineDifferences } from '../../src/words/comparison.ts';
import { designParagraph, summaryParagraph } from '../../src/words/paragraphs.ts';
import { fakeSummary, fakeTables } from '../charts/fakeTables.ts';

/** Tables of a programme without areas. */
function withoutAreas() {
  const tables = fakeTables();
  for (const { measures } of Object.values(tables.summary.designs))
    for (const key of Object.keys(measures))
      if (/^(areas|interventions|partnership)\./.test(key)) delete measures[key];
  return tables;
}

function withAreas() {
  const tables = withoutAreas();
  const { measures } = tables.summary.designs.asBuilt;
  const found: Record<string, number> = {
    'areas.change': -0.081,
    'areas.twinChange': -0.032,
    'areas.passed': 0.75,
    'areas.deadweight': 0.4,
    'areas.luckPass': 0.21,
    'areas.reward': 2_000_000,
    'areas.rewardAdded': 1_500_000,
    'interventions.count[additionality=new]': 6.5,
    'interventions.count[additionality=accelerated]': 0,
    'interventions.count[additionality=running]': 13,
  };
  for (const [key, mean] of Object.entries(found)) measures[key] = fakeSummary(mean, 20);
  return tables;
}

describe('what is said of areas', () => {
  it('is read from the tables: demand, tests, money and what was taken up', () => {
    const text = areasSentence(withAreas(), 'asBuilt');
    expect(text).toMatch(/change of demand in rewarded areas is −8\.1% \(.*\); without .* been −3\.2%/);
    expect(text).toMatch(
      /passed 75\.0% \(.*\) of their tests: 40\.0% of those passed .* anyway and luck alone passes 21\.0%\./,
    );
    expect(text).toMatch(/paid £2\.0m \(.*\), £1\.5m beyond/);
    expect(text).toContain('6.5 came for the reward and 13.0 ran before.');
    expect(text).not.toContain('sooner');
  });

  it('comes first in the finding, and is left out where there are no areas', () => {
    expect(summaryParagraph(withAreas())).toMatch(/in brackets\), the change of demand in rewarded areas/);
    expect(designParagraph(withAreas(), 'asBuilt')).toMatch(/^The change of demand/);
    expect(areasSentence(withoutAreas(), 'asBuilt')).toBe('');
    expect(designParagraph(withoutAreas(), 'asBuilt')).toMatch(/^The easiest fifth/);
  });

  it('joins the measures by which designs are compared where some design has it', () => {
    const tables = withAreas();
    const keys = headlineDifferences(tables).filter(
      (key) => !headlineDifferences(withoutAreas()).includes(key),
    );
    expect(keys).toEqual(['areas.change', 'areas.reward', 'interventions.count[additionality=new]']);
    const row = tables.differences[0];
    tables.differences.push({
      ...row,
      measure: 'areas.change',
      slice: '',
      mean: -0.02,
      lo: -0.03,
      hi: -0.01,
    });
    expect(comparisonSentences(tables)).toContain('In change of demand, ');
  });
});
