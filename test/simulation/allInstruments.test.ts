import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutyKinds } from '../../src/model/duties/registry.ts';
import { instrumentKinds } from '../../src/model/incentives/registry.ts';
import type { World } from '../../src/model/world.ts';
import { checkClients, checkHours, checkMoney, checkNumbers, checkRecords } from '../support/conserved.ts';
import { everyDuty, prospecting } from '../support/duties.ts';
import { randomPatch } from '../support/randomScenario.ts';
import { oneOfEach, randomScheme, randomTerms } from '../support/randomScheme.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

/** Need is scored often, hazards look at sanctions, and partners ask for meetings. */
const scored: Patch = {
  commissioner: { scoring: { role: 'adviser', every: 3, gaming: 0.2 } },
  pathway: { programme: { dropOut: '0.01 + 0.2 * sanctioned' } },
  caseworkers: { duties: { partners: everyDuty.partners } },
};

/** Reviews of every kind, a board that hears stories, shocks, and a limit on an activity. */
const reviewed: Patch = {
  commissioner: {
    evidence: {
      monitoring: {
        figures: { attached: { per: 'referred' } },
        stories: 1,
        money: 0.5,
        provider: 1,
        user: 1,
        research: 1,
        politics: 0.5,
      },
    },
    relations: {
      growth: 0.2,
      loss: 0.3,
      found: 1,
      turnover: 0.1,
      reviewCost: 50,
      contractCost: 200,
      scrutiny: 0.5,
      entry: 0.5,
      knowledge: 0.5,
    },
    coupling: { understood: 0.4, stories: 0.5 },
    reviews: {
      ratchets: {
        kind: 'ratchet',
        first: 3,
        every: 3,
        lag: 0,
        window: 3,
        event: 'attached',
        per: 'count',
        aim: 2,
      },
      weights: {
        kind: 'reweight',
        first: 3,
        every: 4,
        lag: 1,
        window: 6,
        event: 'jobStart',
        aim: 0.5,
        prices: { start: 1 },
      },
      shares: { kind: 'shiftShares', first: 2, every: 2, lag: 0, window: 4, share: 0.3, during: 'run' },
      pushes: {
        kind: 'push',
        first: 1,
        every: 1,
        lag: 0,
        window: 3,
        event: 'jobStart',
        aim: 0.5,
        during: 'run',
      },
      domains: {
        kind: 'fundIndicators',
        first: 2,
        every: 3,
        lag: 0,
        window: 4,
        domains: {
          near: { instrument: 'start', weight: 1, event: 'jobStart', group: 'near', aim: 0.5 },
          far: { instrument: 'joining', weight: 2, event: 'jobStart', group: 'far', aim: 0.5 },
        },
      },
      board: {
        kind: 'prioritise',
        first: 2,
        every: 2,
        lag: 0,
        window: 3,
        event: 'jobStart',
        aim: 0.5,
        during: 'run',
      },
      tenders: { kind: 'tender', first: 9, every: 0, lag: 0, window: 9, advantage: 0.1, during: 'run' },
      renewals: { kind: 'renew', first: 7, every: 0, lag: 0, window: 7, bar: -0.9, during: 'run' },
    },
  },
  world: { shocks: { slump: { chance: 0.2, weeks: 2, openings: 0.5 } }, closure: { course: 0.3 } },
};

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
    const everything: Patch = {
      caseworkers: {
        duties: { ...everyDuty, file: { ...everyDuty.file, handedOver: true }, employers: prospecting },
        staffing: { turnover: { base: 4, strainEffect: 1 }, hiring: { lag: 2, needsCash: true } },
        burnout: { drift: 1 },
        roles: { adviser: { integrity: 0.5, formOnly: 0.2, tokenPressure: 0.3, crisisLength: 2 } },
        knowledge: { byTime: 0.5, growth: 0.1, decay: 0.05 },
      },
      offices: {
        north: { cash: { start: 20000, response: 0.5 }, spells: { response: 0.3 }, mission: { drift: 0.02 } },
        south: { cash: { response: 0.5 }, mission: { drift: 0.02, freeMoney: 200 } },
      },
      activities: { course: { adoption: { cost: 500, running: 5, review: 3, delay: 2 } } },
      rules: { visit: { role: 'adviser', every: 3 } },
      world: { openings: { jobs: { perWeek: 2 } } },
      pathway: { transitions: { findsWork: { openings: 'jobs' } } },
      commissioner: { audit: { share: 0.4, insight: 0.8, penalty: 300 } },
      measures: { horizon: 1, window: 1, parkedAfter: 2 },
    };
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
