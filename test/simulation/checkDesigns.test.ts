import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/scenario/index.ts';
import { openScenario } from '../../src/simulation/index.ts';
import { openSmall, type Patch, smallText } from '../support/smallScenario.ts';

describe('designs of one comparison', () => {
  it('share seed, number of runs and the yardsticks of measures', () => {
    const design = (set: object) => () =>
      openSmall({ designs: { base: { set: {} }, other: { set } } } as never);
    expect(design({ incentives: {} })).not.toThrow();
    for (const set of [
      { seed: 'another' },
      { replicates: 7 },
      { measures: { parkedAfter: 4 } },
      { measures: { matchFrom: 0.9 } },
      { measures: { cohort: { from: 3 } } },
    ])
      expect(design(set), JSON.stringify(set)).toThrow(/all designs of a comparison share this/);
  });

  it('says all faults at once, each with its path', () => {
    expect(() =>
      openSmall({
        designs: { base: {}, other: { set: { seed: 'x', measures: { parkedAfter: 4 } } } },
      } as never),
    ).toThrow(/designs\.other\.set\.seed[\s\S]*designs\.other\.set\.measures\.parkedAfter/);
  });

  it('points at the line of the change', () => {
    expect(openProblems({ designs: { base: {}, other: { set: { seed: 'x' } } } })).toEqual([
      ['designs.other.set.seed', '"seed": "x"'],
    ]);
  });
});

describe('levers', () => {
  it('move nothing that all designs share', () => {
    const lever = (path: string) => ({ one: { title: 'One', path, from: 1, to: 200 } });
    expect(openProblems({ levers: lever('replicates') as never })).toEqual([['levers.one', '"one": {']]);
    expect(openProblems({ levers: lever('measures.parkedAfter') as never })).toEqual([
      ['levers.one', '"one": {'],
    ]);
    expect(openProblems({ levers: lever('caseworkers.roles.adviser.posts') as never })).toEqual([]);
  });
});

describe('dated changes', () => {
  const event = (at: number, activities: object) => ({ at, set: { activities } });

  it('may not add or remove what has a name, and the one that does is pointed at, once', () => {
    const timeline = {
      harmless: event(2, { coaching: { cost: 21 } }),
      added: event(4, { extra: { effects: { skills: 1 } } }),
      later: event(6, { coaching: { cost: 22 } }),
    };
    const designs = { base: {}, other: { set: { incentives: {} } } };
    expect(openProblems({ timeline, designs })).toEqual([['timeline.added', '"added": {']]);
  });

  it('may change the terms of a duty, but not take it out or give it to another role', () => {
    const records = { kind: 'recording', role: 'adviser' };
    const change = (duties: object) => ({ at: 4, set: { caseworkers: { duties } } });
    const problems = (timeline: object) =>
      openProblems({ caseworkers: { duties: { records } }, timeline: timeline as Patch });
    expect(problems({ terms: change({ records: { perContact: 0.25, due: 2 } }) })).toEqual([]);
    expect(problems({ out: change({ records: null }) })).toEqual([['timeline.out', '"out": {']]);
    expect(problems({ other: change({ records: { role: 'broker' } }) })).toEqual([
      ['timeline.other', '"other": {'],
    ]);
  });

  it('are reported together with what designs may not change', () => {
    const timeline = { added: event(4, { extra: { effects: { skills: 1 } } }) };
    const designs = { base: {}, other: { set: { seed: 'x' } } };
    expect(openProblems({ timeline, designs }).map(([path]) => path)).toEqual([
      'designs.other.set.seed',
      'timeline.added',
    ]);
  });
});

/** Path and written line of every problem of the small scenario with a patch. */
function openProblems(patch: Patch): [string, string][] {
  const text = smallText(patch);
  try {
    openScenario({ file: 'small.json', text, extended: {}, set: [] });
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ path, line }) => [path, text.split('\n')[line - 1].trim()]);
  }
  return [];
}
