import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCaseworkers, caseworkerId, writeCaseworkerId } from '../../../src/model/build/caseworkers.ts';
import { quota } from '../../../src/model/build/quota.ts';
import { collectNames } from '../../../src/model/names.ts';
import { seedKey } from '../../../src/random/index.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';

const key = seedKey('caseworkers');
function staffOf(...patches: Patch[]) {
  const { scenario } = openSmall(...patches).designs[0];
  const names = collectNames(scenario);
  return { names, staff: buildCaseworkers(scenario, names, key, 0) };
}
const mixOf = (mix: Patch, posts: number): Patch => ({
  caseworkers: { roles: { adviser: { posts, mix: { entrepreneur: null, caregiver: null, ...mix } } } },
});

describe('quotas', () => {
  it('are whole, sum to the whole and lie within one of the exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (total, shares) => {
          const sum = shares.reduce((a, b) => a + b, 0);
          fc.pre(sum > 1e-6);
          const parts = quota(total, shares);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          parts.forEach((part, i) => {
            expect(Number.isInteger(part)).toBe(true);
            expect(Math.abs(part - (total * shares[i]) / sum)).toBeLessThan(1 + 1e-6);
          });
        },
      ),
      { seed: 7 },
    );
  });

  it('give the largest remainders first, then the order of the file', () => {
    expect(quota(13, [0.25, 0.25, 0.25, 0.25])).toEqual([4, 3, 3, 3]);
    expect(quota(10, [0.55, 0.45])).toEqual([6, 4]);
    expect(quota(3, [0.7, 0.3])).toEqual([2, 1]);
    expect(quota(5, [0, 0])).toEqual([0, 0]);
  });
});

describe('caseworkers', () => {
  it('are dealt dispositions by quota: four of thirteen posts are 4, 3, 3 and 3', () => {
    const mix = { entrepreneur: 0.25, caregiver: 0.25, bureaucrat: 0.25, indifferent: 0.25 };
    const { names, staff } = staffOf(mixOf(mix, 13));
    const dealt = names.dispositions.map(
      (_, disposition) =>
        [...staff.disposition].filter((each, row) => staff.role[row] === 0 && each === disposition).length,
    );
    expect(Object.fromEntries(names.dispositions.map((name, at) => [name, dealt[at]]))).toEqual({
      entrepreneur: 4,
      caregiver: 3,
      bureaucrat: 3,
      indifferent: 3,
    });
  });

  it('are shuffled over posts, by the seed and not by the order of the mix alone', () => {
    const { scenario } = openSmall(mixOf({ entrepreneur: 0.5, caregiver: 0.5 }, 40)).designs[0];
    const names = collectNames(scenario);
    const deals = [0, 1, 2].map((replicate) =>
      buildCaseworkers(scenario, names, key, replicate).disposition.join(''),
    );
    expect(new Set(deals).size).toBe(3);
  });

  it('stand by role, then office, then post, with offices in their shares', () => {
    const { staff } = staffOf(mixOf({ entrepreneur: 1 }, 10), {
      offices: { north: { share: 0.7 }, south: { share: 0.3 } },
    });
    expect([...staff.firstOfRole]).toEqual([0, 10, 12]);
    expect([...staff.office]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1]);
    expect(new Set(staff.id).size).toBe(staff.count);
    expect(staff.id[8]).toBe(caseworkerId(0, 1, 1, 0));
    expect(writeCaseworkerId(caseworkerId(0, 1, 12, 0))).toBe('w0-1-012-0');
    expect(writeCaseworkerId(caseworkerId(15, 63, 16383, 255))).toBe('w15-63-16383-255');
  });

  it('keep skill and person when posts are added', () => {
    const few = staffOf(mixOf({ entrepreneur: 1 }, 4)).staff;
    const more = staffOf(mixOf({ entrepreneur: 1 }, 8)).staff;
    for (let row = 0; row < 4; row++) {
      const same = more.id.indexOf(few.id[row]);
      expect(more.skill[same]).toBe(few.skill[row]);
      expect(more.chemistry[same]).toBe(few.chemistry[row]);
    }
  });

  it('have skill with mean 1', () => {
    const { staff } = staffOf(mixOf({ entrepreneur: 1 }, 8000));
    const skill = [...staff.skill.subarray(0, 8000)];
    const mean = skill.reduce((a, b) => a + b, 0) / skill.length;
    // Lognormal with σ = 0.6: variance e^0.36 − 1; 4.4 standard errors.
    expect(Math.abs(mean - 1)).toBeLessThan(4.4 * Math.sqrt((Math.exp(0.36) - 1) / skill.length));
  });

  it('may be none', () => {
    const { staff } = staffOf({ caseworkers: { roles: { adviser: { posts: 0 }, broker: { posts: 0 } } } });
    expect(staff.count).toBe(0);
    expect([...staff.firstOfRole]).toEqual([0, 0, 0]);
  });

  it('are refused in numbers that their ids cannot tell apart', () => {
    expect(() => openSmall(mixOf({ entrepreneur: 1 }, 40000))).toThrow(/too many posts in one office/);
  });
});
