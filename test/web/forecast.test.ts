import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withContrasts } from '../../src/experiment/contrasts.ts';
import { foldPlanOf } from '../../src/experiment/foldPlan.ts';
import { openExperiment } from '../../src/experiment/members.ts';
import { ReplicateFold } from '../../src/experiment/replicateFold.ts';
import { reportTables } from '../../src/experiment/reportTables.ts';
import { bundleScenario, simulateReplicate } from '../../src/simulation/index.ts';
import { forecastQuestions } from '../../src/web/engine/forecast.ts';
import { KeptValues } from '../../src/web/engine/keptValues.ts';
import type { ForecastQuestion } from '../../src/web/engine/protocol.ts';
import { openedBundled } from '../support/opened.ts';

const lessons = readdirSync('scenarios/lessons')
  .map((file) => file.replace(/\.yaml$/, ''))
  .filter((name) => /^ {2}forecast:$/m.test(textOf(name)));

function textOf(name: string): string {
  return readFileSync(`scenarios/lessons/${name}.yaml`, 'utf8');
}

/** The questions of the page with what the runs answer, of so many replicates of some of a lesson's designs. */
function askedOf(
  name: string,
  replicates: number,
  only: string[] = [],
  set: string[] = [],
): ForecastQuestion[] {
  const file = `lessons/${name}.yaml`;
  const bundle = bundleScenario(
    { text: textOf(name), file },
    () => {
      throw new Error(`${name} extends another file: it is not asked of here`);
    },
    set,
  );
  const loaded = openedBundled(`lessons/${name}`, set);
  const experiment = openExperiment([{ name, bundle, ...(only.length > 0 && { designs: only }) }], []);
  const plan = foldPlanOf(experiment, []);
  const fold = new ReplicateFold(plan);
  const values = new KeptValues();
  for (let replicate = 0; replicate < replicates; replicate++) {
    const designs = only.length > 0 ? only : loaded.designs.map(({ id }) => id);
    const run = simulateReplicate(loaded, replicate, { references: [], clientTable: false, designs });
    const result = withContrasts(run, plan.base, plan.settings!);
    fold.add(result);
    values.add(result);
  }
  const tables = reportTables({
    kind: 'compare',
    experiment,
    plan,
    fold,
    scenario: name,
    command: '',
    version: '0',
    replicatesAsked: replicates,
    partial: false,
    rank: [],
  });
  return forecastQuestions(tables, values, plan.settings?.forecast);
}

const came = (questions: readonly ForecastQuestion[]): Record<string, string> =>
  Object.fromEntries(questions.map((one) => [one.id, one.came]));

describe('forecasts that a scenario asks for', () => {
  it.each(lessons)('%s: each question has an answer in its runs', (name) => {
    const own = Object.keys(openedBundled(`lessons/${name}`).designs[0].scenario.measures.forecast);
    expect(own.length).toBeGreaterThan(2);
    const questions = askedOf(name, 2);
    expect(questions.map(({ id }) => id)).toEqual(own);
    for (const { options, came: answer, figures } of questions) {
      expect(options.map(({ id }) => id)).toContain(answer);
      expect(figures).toMatch(/\d/);
    }
  });

  it('tell a record from what is true', () => {
    const questions = askedOf('hit-the-target', 6);
    expect(came(questions)).toMatchObject({
      onRecord: 'target',
      truly: 'alike',
      hardestHours: 'target',
      bonus: 'target',
    });
    expect(questions.find(({ id }) => id === 'bonus')!.options.map(({ id }) => id)).toEqual([
      'target',
      'audited',
      'alike',
    ]);
  });

  it('count as the same what lies within the distance that is stated, and not beyond it', () => {
    const within = (sameWithin: number) =>
      came(askedOf('closed-labour-market', 10, [], [`measures.forecast.all.sameWithin=${sameWithin}`])).all;
    expect(within(0.02)).toBe('alike');
    // The design with help for everybody has about a point more: clear in pairs, and so not the same to the last digit.
    expect(within(0)).toBe('everybody');
  });

  it('leave out what is asked of designs that are not run', () => {
    const ids = askedOf('hit-the-target', 2, ['noTarget', 'target']).map(({ id }) => id);
    expect(ids).toEqual(['onRecord', 'truly', 'hardestHours']);
  });

  it('are those of any scenario where it has none of its own', () => {
    const ids = askedOf('creaming-without-cream', 2, ['bothRoots', 'neitherRoot']).map(({ id }) => id);
    expect(ids).toEqual([
      'fewer-bothRoots',
      'fewer-neitherRoot',
      'fewestHours',
      'mostParked',
      'mostOutcomes',
    ]);
  });
});
