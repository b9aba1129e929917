import { describe, expect, it } from 'vitest';
import { limitOdds } from '../../src/model/outside/closure.ts';
import { ScenarioError } from '../../src/scenario/index.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const limited = (odds: number[], limits: number[]) => {
  const out = Float64Array.from(odds);
  const total = limitOdds(out, odds.length, Float64Array.from(limits), new Uint8Array(odds.length));
  return { chances: [...out], total };
};
const closed: Patch = { world: { closure: { course: 0 } } };

/** The messages with which a file is refused. */
function refusal(...patches: Patch[]): string {
  try {
    openSmall(...patches);
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems.map((each) => JSON.stringify(each)).join('\n');
    throw error;
  }
  return '';
}

describe('limits of policy closure', () => {
  it('leave odds in proportion where nobody stands above its limit', () => {
    const { chances, total } = limited([1, 3], [1, 1]);
    expect(chances).toEqual([0.25, 0.75]);
    expect(total).toBe(1);
  });

  it('give what is cut off to the others in proportion, also where that lifts another to its limit', () => {
    // 0.5 falls to 0.2; the others at 0.3 and 0.2 would have 0.48 and 0.32; the second stops at 0.4.
    const { chances, total } = limited([5, 3, 2], [0.2, 0.4, 1]);
    expect(chances[0]).toBeCloseTo(0.2, 12);
    expect(chances[1]).toBeCloseTo(0.4, 12);
    expect(chances[2]).toBeCloseTo(0.4, 12);
    expect(total).toBeCloseTo(1, 12);
  });

  it('leave part of the contacts without activity where all that can be chosen is limited', () => {
    expect(limited([1, 0], [0.3, 1]).total).toBeCloseTo(0.3, 12);
    expect(limited([1, 1], [0, 0]).total).toBe(0);
  });

  it('close an activity to everybody, which then is never chosen', () => {
    let seen = 0;
    const chosen = (world: { service: { activity: Int8Array[] } }, activity: number) =>
      world.service.activity[0].filter((each) => each === activity).length;
    runSmall(openSmall(), { look: (world) => void (seen += chosen(world, 1)) });
    expect(seen).toBeGreaterThan(50);
    seen = 0;
    let other = 0;
    runSmall(openSmall(closed), {
      look: (world) => {
        seen += chosen(world, 1);
        other += chosen(world, 0);
      },
    });
    expect(seen).toBe(0);
    expect(other).toBeGreaterThan(50);
  });

  it('hold for a share of the contacts', () => {
    let course = 0;
    let all = 0;
    runSmall(openSmall({ world: { closure: { course: 0.1 } }, clients: { referrals: { value: 30 } } }), {
      look: ({ service }) => {
        for (const activity of service.activity[0]) {
          if (activity >= 0) all++;
          if (activity === 1) course++;
        }
      },
    });
    expect(all).toBeGreaterThan(1000);
    // Every contact has at most a chance of 0.1: 4.4 standard errors, a false alarm in 100,000 seeds.
    expect(course / all).toBeLessThan(0.1 + 4.4 * Math.sqrt(0.09 / all));
    expect(course).toBeGreaterThan(0);
  });
});

describe('who can lift policy closure', () => {
  it('is nobody in the scenario: no design and no date', () => {
    const designs = { asIs: {}, open: { set: { world: { closure: { course: 1 } } } } };
    expect(refusal(closed, { designs })).toContain('world.closure');
    const later = { reopen: { at: 4, set: { world: { closure: { course: null } } } } };
    expect(refusal(closed, { timeline: later })).toContain('policy closure comes from outside');
    const dated = { asIs: {}, open: { from: 4, set: { world: { closure: { course: 0.5 } } } } };
    expect(refusal(closed, { designs: dated })).toContain('policy closure comes from outside');
    expect(refusal(closed)).toBe('');
  });

  it('cannot close what there is not, or everything', () => {
    expect(refusal({ world: { closure: { coarse: 0 } } })).toContain('"nearest":"course"');
    expect(refusal({ world: { closure: { course: 0.2, coaching: 0.3 } } })).toContain('sum to at least 1');
  });
});
