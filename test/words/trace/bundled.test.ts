import { describe, expect, it } from 'vitest';
import { bundledNames } from '../../../src/cli/bundledScenarios.ts';
import { findScenario } from '../../../src/cli/scenarioFile.ts';
import { openScenario, Tracer } from '../../../src/simulation/index.ts';
import { caseworkerStory, clientStory } from '../../../src/words/trace/index.ts';

/** What words must never hold. */
const slips = /NaN|undefined|null|Infinity|not defined|\[object| {2}|\.\.|\(\)/;

/** Small, but large enough that each has clients; those with few are left as they are. */
const scales: Record<string, number | undefined> = {
  'activation-pilot': 0.02,
  'work-programme': 0.05,
  'liaison-diversion': 0.1,
  'justice-reinvestment': 0.1,
  disturbances: 0.1,
};

describe('every bundled scenario', () => {
  it.each(bundledNames())('%s is told in whole sentences', (name) => {
    const scale = scales[name];
    const { bundle } = findScenario(name, {
      set: [],
      allowPath: [],
      seed: undefined,
      replicates: undefined,
      scale,
    });
    const loaded = openScenario(bundle);
    const last = loaded.designs[loaded.designs.length - 1].id;
    const tracer = new Tracer(loaded, name, last, 0);
    const telling = { from: 0, to: tracer.weeks - 1, all: false };
    const found = tracer.pick('parked') ?? tracer.pick('helped');
    const client = tracer.client(found?.row ?? Math.floor(tracer.clients.length / 2));
    const desk = tracer.caseworker(tracer.posts.length - 1);
    for (const { head, parts } of [clientStory(client, telling), caseworkerStory(desk, telling)]) {
      expect(parts.length).toBeGreaterThan(0);
      for (const text of [...head, ...parts.flatMap((part) => part.text)]) {
        expect(text).not.toMatch(slips);
        expect(text).toMatch(/^[A-Z0-9].*\.$/s);
      }
    }
    const all = clientStory(client, { ...telling, all: true });
    expect(all.parts).toHaveLength(client.steps.length);
  });
});
