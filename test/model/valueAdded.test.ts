import { describe, expect, it } from 'vitest';
import { meanValueAdded, twinNeed, unservedCourse } from '../../src/model/money/valueAdded.ts';
import { openSmall, runSmall } from '../support/smallScenario.ts';
import { reviewed } from './commissioner/programme.ts';

const review = { kind: 'push', event: 'jobStart', aim: 0.1 };

describe('the need of a twin', () => {
  it('is that of the twin who is lived, at every age, whatever happens to it', () => {
    let compared = 0;
    runSmall(openSmall(...reviewed(review, { clients: { change: { wear: 0.01, drift: 0.05 } } })), {
      look: (world) => {
        const weights = Object.values(world.phase.scenario.clients.barriers).map((each) => each.weight);
        const course = unservedCourse(world.phase.scenario, world.steps);
        for (let row = world.windowFrom; row < world.windowTo; row++) {
          const lived = weights.reduce((sum, weight, k) => sum + weight * world.twins.barriers[k][row], 0);
          expect(Math.abs(twinNeed(course, world, row) - lived)).toBeLessThan(1e-12);
          compared++;
        }
      },
    });
    expect(compared).toBeGreaterThan(5000);
  });
});

describe('value added', () => {
  it('adds up to the leads that clients have when they leave, and is the same where twins are shared', () => {
    const loaded = openSmall(...reviewed(review));
    const alone = runSmall(loaded);
    const shared = runSmall(loaded, { shared: { twins: alone.twins, people: alone.people } });
    expect(shared.value).toEqual(alone.value);
    const { value, people, service, steps } = alone;
    const all = value?.added.reduce((sum, each) => sum + each, 0) ?? 0;
    let leads = 0;
    for (let row = 0; row < people.count; row++) {
      const lead = value?.lead[row] ?? 0;
      if (service.attachedAt[row] < 0) expect(lead).toBe(0);
      leads += lead;
    }
    expect(all).toBeCloseTo(leads, 9);
    // Help lowers need: on the whole clients stand better than their twins.
    expect(all).toBeGreaterThan(0);
    expect(meanValueAdded(value as never, 3, steps, 0, 20)).toBeNaN();
  });

  it('is not kept where nobody reviews', () => {
    expect(runSmall(openSmall()).value).toBeUndefined();
  });
});
