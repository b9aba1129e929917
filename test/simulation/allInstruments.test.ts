import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutyKinds } from '../../src/model/duties/registry.ts';
import { instrumentKinds } from '../../src/model/incentives/registry.ts';
import type { World } from '../../src/model/world.ts';
import { checkClients, checkHours, checkMoney, checkNumbers, checkRecords } from '../support/conserved.ts';
import { everything, reviewed, scored } from '../support/everything.ts';
import { randomPatch } from '../support/randomScenario.ts';
import { oneOfEach, randomScheme, randomTerms } from '../support/randomScheme.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

/** What is checked at the end of each step. */
function checkStep(world: World): void {
  checkClients(world);
  checkHours(world);
  checkRecords(world);
  for (const each of world.instruments)
    for (let office = 0; office < world.offices.count; office++) {
      const held = each.heldAgainst?.(office) ?? 0;
      expect([each.name, held >= 0 && held <= 1]).toEqual([each.name, true]);
    }
}

describe('all instruments together', () => {
  it('are every kind that there is', () => {
    expect(Object.keys(randomTerms).sort()).toEqual(Object.keys(instrumentKinds).sort());
  });

  it('conserve money, hours and clients in random programmes, and make no number that is none', () => {
    const used = new Map<string, number>();
    const count = (what: string, is = true): void => void used.set(what, (used.get(what) ?? 0) + Number(is));
    fc.assert(
      fc.property(randomPatch, randomScheme, (patch, scheme) => {
        const incentives = { ...(patch.incentives as Patch), ...scheme };
        const world = runSmall(openSmall({ ...patch, incentives }, scored, reviewed), {
          look: checkStep,
        });
        checkMoney(world);
        checkNumbers(world);
        for (const { kind } of Object.values(scheme) as { kind: string }[]) count(kind);
        for (const { kind } of world.duties) count(kind);
        for (const { ended } of world.commissioner.held) count('ended contract', ended !== undefined);
        count('days', world.clock.stepsPerWeek > 1);
        count('teams', world.phase.pooled);
        count(
          'leavers',
          world.caseworkers.leavers.some((leavers) => leavers > 0),
        );
      }),
      { numRuns: 110, seed: 31 },
    );
    for (const kind of Object.keys(instrumentKinds)) expect(used.get(kind) ?? 0, kind).toBeGreaterThan(20);
    for (const what of [...Object.keys(dutyKinds), 'ended contract', 'days', 'teams', 'leavers'])
      expect(used.get(what) ?? 0, what).toBeGreaterThan(5);
  });

  it('conserve them with one of every kind, all duties, turnover, cash and reviews at once, in weeks and in days', () => {
    let left = 0;
    let waited = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom('week', 'day'),
        fc.constantFrom('leastLoaded', 'pooled'),
        (seed, step, assignment) => {
          const clock = { step, referralWeeks: step === 'day' ? 6 : 12, followUp: step === 'day' ? 6 : 20 };
          const patch = {
            seed: `all ${seed}`,
            clock,
            caseworkers: { assignment },
            incentives: oneOfEach(seed),
          };
          const world = runSmall(openSmall(everything, patch, scored, reviewed), { look: checkStep });
          checkMoney(world);
          checkNumbers(world);
          expect(world.instruments.length).toBe(Object.keys(instrumentKinds).length + 3);
          left += world.caseworkers.leavers.reduce((a, b) => a + b, 0);
          waited += world.record.counts.contactDelay[0];
        },
      ),
      { numRuns: 24, seed: 32 },
    );
    expect(left).toBeGreaterThan(50);
    expect(waited).toBeGreaterThan(100);
  });
});

describe('no instrument knows another', () => {
  /** Nobody acts on money: payoff counts nothing, pressure answers to nothing, referrals stay where they are. */
  const deaf: Patch = {
    caseworkers: { motives: { payoff: 0 } },
    offices: { north: { pressure: { response: 0 } }, south: { pressure: { response: 0 } } },
    incentives: { joining: null, start: null, lasting: null },
  };
  const postings = ({ books, steps }: World): Record<string, number[]> =>
    Object.fromEntries(
      books.accounts.map(({ name }, account) => [
        name,
        Array.from({ length: steps }, (_, step) => books.stepFlow(account, step)),
      ]),
    );

  /** Read the ledger by their terms: what all others paid in a week. */
  const readers = ['ownUpfront', 'ownArrears'];
  /** What would change lives whatever anybody thinks of money. */
  const harmless: Patch = {
    incentives: {
      ownLeagueTable: { shareMoved: 0, endAfter: null },
      ownSanctions: { chance: 0.2, withheld: 50, trustLoss: 0 },
      ownSlack: { share: 0 },
    },
    pathway: { programme: { dropOut: 0.01 } },
  };

  it('taking one out leaves what all others post as it was, where nobody acts on it', () => {
    const incentives = oneOfEach(5);
    const all = postings(runSmall(openSmall(deaf, { incentives }, scored, harmless)));
    const moved = Object.values(all).filter((flow) => flow.some((amount) => amount !== 0));
    expect(moved.length).toBeGreaterThan(Object.keys(incentives).length * 0.7);
    for (const name of Object.keys(incentives)) {
      const without: Patch = { incentives: { [name]: null } };
      const rest = postings(runSmall(openSmall(deaf, { incentives }, scored, harmless, without)));
      for (const [account, flow] of Object.entries(rest)) {
        // Wages and the like are no instrument's; free provision moves who pays for activities.
        if (!account.startsWith('own')) continue;
        if (readers.includes(account) && !readers.includes(name)) continue;
        expect([name, account, flow]).toEqual([name, account, all[account]]);
      }
    }
  });
});
