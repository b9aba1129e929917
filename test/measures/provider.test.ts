import { expect, test } from 'vitest';
import { provider } from '../../src/measures/provider.ts';
import { Tallies } from '../../src/measures/tallies.ts';
import type { Patch } from '../support/smallScenario.ts';
import { openSmall, runSmall } from '../support/smallScenario.ts';

/** Rows of the family after a run of the small programme, by key. */
function measured(...patches: Patch[]) {
  const loaded = openSmall({ pathway: { programme: { dropOut: 0, stay: 10 } } }, ...patches);
  const { scenario } = loaded.designs[0];
  const world = runSmall(loaded);
  const settings = scenario.measures;
  const observer = provider.create({ world, scenario, settings, tallies: new Tallies(world, settings) });
  const rows = observer.finish(world, {});
  const value = (measure: string, slice = '') =>
    rows.find((row) => row.measure === measure && row.slice === slice)?.value ?? Number.NaN;
  return { world, value };
}

const stuck: Patch = { pathway: { transitions: { findsWork: { hazard: 0 } } } };

test('spells last as long as the stay where nobody finds work, in weeks whatever the step', () => {
  const days: Patch = {
    clock: { step: 'day', referralWeeks: 3, followUp: 20 },
    measures: { horizon: 5, window: 5 },
  };
  for (const clock of [{}, days]) {
    const { value } = measured(stuck, clock);
    expect(value('spells.length')).toBeCloseTo(10, 9);
    expect(value('spells.length', 'office=south')).toBeCloseTo(10, 9);
  }
});

test('the dose is all contact hours that move barriers, by client who joined', () => {
  const { world, value } = measured(stuck);
  const joined = world.service.attachedAt.filter((step) => step >= 0).length;
  const hours = world.service.contactHours.reduce((a, b) => a + b, 0);
  expect(value('spells.dose')).toBeCloseTo(hours / joined, 9);
});

test('drift is the part of the way to payoff that is not payoff already, and nothing where no mission drifts', () => {
  expect(measured().value('mission.drift')).toBe(0);
  const mix: Patch = {
    caseworkers: {
      roles: {
        adviser: { mix: { entrepreneur: 0, caregiver: 0, half: 1 } },
        broker: { mix: { bureaucrat: 0, half: 1 } },
      },
      dispositions: { half: { payoff: 1, need: 1 } },
    },
    offices: { north: { mission: { drift: 0.02 } } },
  };
  const { world, value } = measured(mix);
  const gone = 1 - 0.98 ** world.steps;
  expect(value('mission.drift', 'office=north')).toBeCloseTo(gone / 2, 9);
  expect(value('mission.drift', 'office=south')).toBe(0);
});
