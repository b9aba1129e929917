import { describe, expect, it } from 'vitest';
import { endContract } from '../../src/model/contract.ts';
import { officeParty } from '../../src/model/money/books.ts';
import { handOverOf } from '../../src/model/week/staff/handOver.ts';
import type { World } from '../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';
import { reviewed, threeOffices } from './commissioner/programme.ts';

/** The contract of the weakest of three offices ends after step 20. */
const ending = (more: Patch = {}): Patch[] => reviewed({ kind: 'renew', bar: 9 }, more);
const endOf = (world: World): { office: number; successor: number } =>
  world.commissioner.held[0].ended as { office: number; successor: number };

describe('an office whose contract has ended', () => {
  it('pays no fixed costs any more, takes up nothing new, and gets no grant', () => {
    const course = { adoption: { cost: 0, running: 3, priority: 5000, review: 30, delay: 0 } };
    const costs: number[] = [];
    const world = runSmall(
      openSmall(
        ...ending({
          offices: Object.fromEntries(
            ['north', 'south', 'west'].map((name) => [name, { fixedCost: 50, cash: { start: 1e6 } }]),
          ),
          activities: { course },
          incentives: { grant: { kind: 'blockGrant', amount: 1000 } },
        }),
      ),
      {
        look: ({ books, step, names }) => {
          const fixed = books.accounts.findIndex(({ name }) => name === 'fixed');
          const before = costs.reduce((a, b) => a + b, 0);
          const paid = names.offices.reduce((sum, _, o) => sum + books.flow(fixed, officeParty(o), 1), 0);
          costs[step] = paid - before;
        },
      },
    );
    const { office, successor } = endOf(world);
    expect(costs[19]).toBe(150);
    expect(costs[20]).toBe(100);
    const taken = world.offices.adoptedAt[world.names.activities.indexOf('course')];
    expect(taken[office]).toBe(-1);
    expect(taken[successor]).toBe(30);
    // Forty weeks of grants: all of it is paid, and the part of the office goes to the successor.
    const grant = world.books.accounts.findIndex(({ name }) => name === 'grant');
    const share = [0.5, 0.3, 0.2, 0];
    const got = (o: number): number => world.books.flow(grant, 0, officeParty(o));
    expect(got(office)).toBeCloseTo(20 * 1000 * share[office], 6);
    expect(got(successor)).toBeCloseTo(40 * 1000 * share[successor] + 20 * 1000 * share[office], 6);
  });

  it('leaves nobody waiting whom the successor has caseworkers for', () => {
    let waited = 0;
    const advisers = ({ caseworkers }: World, office: number): number =>
      caseworkers.office
        .subarray(0, caseworkers.firstOfRole[1])
        .filter((each, w) => each === office && caseworkers.present[w] === 1).length;
    /** Everybody but in the north leaves for good, and their clients wait. */
    const leave = (world: World): void => {
      const { caseworkers } = world;
      for (let w = 0; w < caseworkers.firstOfRole[1]; w++) {
        if (caseworkers.office[w] === 0) continue;
        caseworkers.present[w] = 0;
        caseworkers.vacantUntil[w] = 1000;
      }
      caseworkers.roster.stale = true;
      handOverOf(world, 0, (worker) => caseworkers.present[worker] === 0);
    };
    runSmall(openSmall(threeOffices), {
      look: (now) => {
        const { service, step } = now;
        const without = () =>
          [...service.attached.subarray(0, service.attachedCount)].filter(
            (row) => service.worker[0][row] < 0,
          );
        if (step === 10) leave(now);
        if (step === 18) {
          const waiting = without().filter((row) => service.office[row] === 1);
          waited = waiting.length;
          endContract(now, 1, 0, 0);
          for (const row of waiting) expect(service.worker[0][row]).toBeGreaterThanOrEqual(0);
        }
        if (step >= 18) for (const row of without()) expect(advisers(now, service.office[row])).toBe(0);
      },
    });
    expect(waited).toBeGreaterThan(5);
  });
});
