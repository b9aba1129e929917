import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { ExperimentError } from '../../src/experiment/members.ts';
import type { Draft, ScenarioSource } from '../../src/web/engine/protocol.ts';
import { bundleOf, questionOf } from '../../src/web/engine/question.ts';
import { ScenarioShelf } from '../../src/web/engine/scenarioShelf.ts';

const lesson = (name: string) => readFileSync(`scenarios/lessons/${name}.yaml`, 'utf8');
const bundled = {
  first: firstScenario,
  'creaming-without-cream': lesson('creaming-without-cream'),
  'creaming-without-cream-prices': lesson('creaming-without-cream-prices'),
};
const mine = (reference: string): ScenarioSource => ({
  file: 'mine.yaml',
  text: `format: 1\nextends: ${reference}\n`,
  extended: {},
});
const extendedBy = (source: ScenarioSource) =>
  Object.values(bundleOf(source, bundled).extended).map(({ file }) => file);

describe('what a file on the page extends', () => {
  it('is a bundled scenario by its name, with what that extends in turn', () => {
    expect(extendedBy(mine('bundled:first'))).toEqual(['bundled:first']);
    expect(extendedBy(mine('bundled:creaming-without-cream-prices'))).toEqual([
      'bundled:creaming-without-cream-prices',
      'bundled:creaming-without-cream',
    ]);
  });

  it('is never a bundled scenario that is called like a file of the user’s', () => {
    for (const reference of ['first.yaml', './first.yaml', 'deep/first.yaml', 'first'])
      expect(() => bundleOf(mine(reference), bundled)).toThrow(
        `${reference} is not in this page, which cannot look for it. Start the page with streetlevel workshop FILE`,
      );
  });

  it('is named where its name was meant', () => {
    expect(() => bundleOf(mine('bundled:frist'), bundled)).toThrow('Did you mean first?');
    expect(() => bundleOf(mine('bundled:constructor'), bundled)).toThrow(
      'there is no bundled scenario "constructor".',
    );
  });
});

describe('what a link may ask', () => {
  const ask = (column: Partial<Draft['columns'][number]>) => {
    const source = { bundled: 'first' };
    const columns = [{ design: 'grant', levers: {}, ...column }];
    return () =>
      questionOf(
        { source, columns, scale: 1, replicates: 1 },
        bundleOf(source, bundled),
        new ScenarioShelf(),
      );
  };

  it('is no more than the page has memory for, and is refused with what it would take', () => {
    const source = {
      file: 'mine.yaml',
      text: firstScenario.replace('poisson(10)', '50000'),
      extended: {},
    };
    const columns = [{ design: 'grant', levers: {} }];
    const asked = (scale: number, replicates = 1) =>
      questionOf({ source, columns, scale, replicates }, bundleOf(source, bundled), new ScenarioShelf());
    expect(() => asked(1)).toThrow(
      /mine\.yaml:7:14 {2}clients\.referrals\n {2}one replicate needs about 1(\.\d)? GB of memory .*, and the page allows 1 GB/,
    );
    expect(asked(0.1).experiment.designs).toHaveLength(1);
    expect(() => asked(0.9, 100_000)).not.toThrow();
  });

  it('is run where the scenario has it', () => {
    expect(ask({ levers: { advisers: 9 } })().bundle.set).toContain(
      'designs.grant.set.caseworkers.roles.adviser.posts=9',
    );
  });

  it.each([
    ['a lever that is not there', { levers: { nowhere: 3 } }, 'no lever "nowhere"'],
    ['a value that the lever cannot take', { levers: { advisers: 'many' } }, 'cannot take "many"'],
    ['a design that is not there', { design: 'nowhere' }, 'no design nowhere'],
    [
      'a copy of a design that is not there',
      { design: 'own1', copyOf: 'nowhere', title: 'Own' },
      '"nowhere"',
    ],
  ])('is refused in words: %s', (_, column, words) => {
    expect(ask(column)).toThrow(ExperimentError);
    expect(ask(column)).toThrow(words);
  });
});
