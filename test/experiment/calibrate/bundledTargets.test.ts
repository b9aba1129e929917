import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenariosFolder } from '../../../src/backends/packageFiles.ts';
import { planCalibration } from '../../../src/experiment/calibrate/planCalibration.ts';
import { openScenario } from '../../../src/simulation/index.ts';
import { repository } from '../../docs/repository.ts';

const folder = join(scenariosFolder, 'targets');

describe.each(readdirSync(folder))('the bundled targets %s', (name) => {
  it('fit their scenario: every figure that it marks as fitted, and no prediction', () => {
    const text = readFileSync(join(scenariosFolder, name), 'utf8');
    const bundle = { file: name, text, extended: {}, set: [] };
    const loaded = openScenario(bundle);
    const plan = planCalibration(bundle, { text: readFileSync(join(folder, name), 'utf8'), file: name });
    const { published } = loaded.designs[0].scenario.measures;
    const fitted = Object.keys(published).filter((id) => published[id].fitted);
    expect(plan.targets.map(({ id }) => id).sort()).toEqual(fitted.sort());
    const sources = new Map(loaded.designs[0].parameters.map(({ path, source }) => [path, source]));
    for (const { path } of plan.parameters) expect(sources.get(path)).toMatch(/^fitted/);
  });
});

it('The file of targets that the page shows is sound, with what it names from the scenario', () => {
  const page = readFileSync(join(repository, 'docs/calibrate.md'), 'utf8');
  const [, text] = /```yaml\n([\s\S]*?)```/.exec(page)!;
  const file = join(scenariosFolder, 'activation-pilot.yaml');
  const bundle = { file, text: readFileSync(file, 'utf8'), extended: {}, set: [] };
  const plan = planCalibration(bundle, { text, file: 'docs/calibrate.md' });
  expect(plan.targets.map(({ measure, value, tolerance }) => [measure, value, tolerance])).toEqual([
    ['event.rate[event=jobStart]', 0.25, 0.02],
    ['event.rate[event=jobStart]', 0.31, 0.015],
  ]);
  expect(plan.parameters.map(({ lo, hi, along }) => [lo, hi, along.length])).toEqual([
    [-5.3, -4.3, 0],
    [0.3, 0.8, 0],
    [-2, 0, 1],
  ]);
});
