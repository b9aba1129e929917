import { describe, expect, it } from 'vitest';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { mean, replicates, standardError } from '../support/interval.ts';
import { openedText } from '../support/opened.ts';
import { smallText } from '../support/smallScenario.ts';

type Names = Readonly<Record<string, string>>;

/** Names of the small programme to which no luck belongs, and others that come elsewhere in the alphabet. */
const plain: Names = {
  near: 'zone',
  far: 'beyond',
  north: 'upper',
  south: 'basin',
  shift: 'offset',
  searching: 'looking',
  working: 'hired',
  jobStart: 'onset',
  jobLoss: 'setback',
  sustained: 'kept',
  coaching: 'walks',
  course: 'aid',
  joining: 'welcome',
  lasting: 'afterwards',
};
/** Names by which luck is told apart: of barriers, roles and transitions. Roles are in the names of variables, too. */
const ofLuck: Names = {
  health: 'wellbeing',
  skills: 'abilities',
  adviser: 'counsellor',
  recentAdviser: 'recentCounsellor',
  broker: 'agent',
  findsWork: 'begins',
  losesWork: 'ends',
};

const renamed = (text: string, names: Names): string =>
  text.replaceAll(/[A-Za-z]\w*/g, (word) => (Object.hasOwn(names, word) ? names[word] : word));

const opened = (names: Names, replicate = 0) =>
  simulateReplicate(openedText(renamed(smallText(), names)), replicate, {
    references: ['noService'],
    clientTable: false,
  }).designs[0];

describe('other names', () => {
  it('change nothing where no luck belongs to them', () => {
    const { rows, weekly } = opened({});
    const other = opened(plain);
    expect(other.rows).toEqual(rows.map((row) => ({ ...row, slice: renamed(row.slice, plain) })));
    expect(other.weekly.map(({ values }) => values)).toEqual(weekly.map(({ values }) => values));
  });

  it('change luck, and nothing but luck, where it belongs to them', () => {
    const measures = [
      'outcome.rate',
      'additional.rate',
      'creaming.concentration',
      'hours.perClientWeek',
      'paid.perClient',
    ];
    const valuesOf = (names: Names) =>
      replicates(60).map((replicate) => {
        const { rows } = opened(names, replicate);
        return measures.map(
          (one) => rows.find(({ measure, slice }) => measure === one && slice === '')!.value!,
        );
      });
    const [before, after] = [valuesOf({}), valuesOf(ofLuck)];
    for (const [at, measure] of measures.entries()) {
      const [one, other] = [before, after].map((runs) => runs.map((values) => values[at]));
      expect(other, measure).not.toEqual(one);
      // 4.8 standard errors of 118 degrees, five looks: a false alarm in 40,000 seeds.
      const error = Math.hypot(standardError(one), standardError(other));
      expect(Math.abs(mean(other) - mean(one)) / error, measure).toBeLessThan(4.8);
    }
  });
});
