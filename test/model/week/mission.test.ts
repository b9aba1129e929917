import { describe, expect, it } from 'vitest';
import { OUTSIDE, officeParty } from '../../../src/model/money/books.ts';
import { MOTIVE, motiveNames } from '../../../src/model/staff/motives/registry.ts';
import { dispositionWeights } from '../../../src/model/staff/weights.ts';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { checkMoney } from '../../support/conserved.ts';
import { mean, replicates, standardError } from '../../support/interval.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const mission = (terms: Patch): Patch => ({ offices: { north: { mission: terms } } });

/** Where weights would stand after the office has moved a part of the way to payoff alone. */
function expectedWeights({ names, phase, caseworkers }: World, worker: number, part: number): number[] {
  const name = names.dispositions[caseworkers.disposition[worker]];
  const row = dispositionWeights(name, phase.scenario.caseworkers.dispositions);
  const sum = motiveNames.reduce((total, motive) => total + row[motive], 0);
  return motiveNames.map((motive, m) => row[motive] + part * ((m === MOTIVE.payoff ? sum : 0) - row[motive]));
}
const weightsOf = ({ caseworkers }: World, worker: number): number[] =>
  motiveNames.map((_, m) => caseworkers.weights[m][worker]);

describe('mission', () => {
  it('does not drift unless stated, whoever pays', () => {
    const plain = runSmall(openSmall());
    const off = runSmall(openSmall(mission({ drift: 0, memory: 4 })));
    for (const table of ['clients', 'service', 'caseworkers', 'offices'] as const)
      expect(copyOf(off[table])).toEqual(copyOf(plain[table]));
  });

  it('of a wholly dependent office moves to payoff alone by 1 − (1 − drift)^weeks, in weeks and in days', () => {
    for (const clock of [{}, { step: 'day', referralWeeks: 6, followUp: 8 }]) {
      const world = runSmall(
        openSmall({ clock, measures: { horizon: 5, window: 5 } }, mission({ drift: 0.05 })),
        {
          look: (now) => {
            const weeks = (now.step + 1) / now.clock.stepsPerWeek;
            const part = 1 - 0.95 ** weeks;
            expect(now.offices.missionDrift[0]).toBeCloseTo(part, 10);
            expect(now.offices.missionDrift[1]).toBe(0);
            for (let worker = 0; worker < now.caseworkers.count; worker++) {
              const expected = expectedWeights(now, worker, now.caseworkers.office[worker] === 0 ? part : 0);
              weightsOf(now, worker).forEach((weight, m) => {
                expect(weight).toBeCloseTo(expected[m], 9);
              });
            }
          },
        },
      );
      expect(world.offices.dependence[0]).toBe(1);
    }
  });

  it('drifts in proportion to the share of income from the funder over the memory', () => {
    let before = 0;
    const memory = 6;
    const world = runSmall(openSmall(mission({ drift: 0.1, freeMoney: 300, memory })), {
      look: ({ books, offices, step, phase }) => {
        let funded = 0;
        let free = 0;
        for (let at = Math.max(0, step + 1 - memory); at <= step; at++) {
          funded += books.officeIncome(0, at);
          free += at < phase.scenario.clock.referralWeeks ? 300 : 0;
        }
        const share = free > 0 ? funded / (funded + free) : 1;
        expect(offices.dependence[0]).toBeCloseTo(share, 12);
        before += 0.1 * share * (1 - before);
        expect(offices.missionDrift[0]).toBeCloseTo(before, 12);
      },
    });
    checkMoney(world);
    const account = world.books.open('freeMoney.north', 'gift', 'freeMoney');
    expect(world.books.flow(account, OUTSIDE, officeParty(0))).toBe(300 * 12);
    expect(world.books.receivedBy(officeParty(0), 'gift')).toBe(300 * 12);
  });

  it('is what newcomers are hired to', () => {
    const leaving: Patch = {
      caseworkers: { staffing: { turnover: { base: 6 }, hiring: { lag: 1 } } },
    };
    let newcomers = 0;
    runSmall(openSmall(leaving, mission({ drift: 0.05 })), {
      look: (now) => {
        const { caseworkers, offices, step } = now;
        for (let worker = 0; worker < caseworkers.count; worker++) {
          if (caseworkers.present[worker] === 0 || caseworkers.office[worker] !== 0) continue;
          if (caseworkers.since[worker] === step && step > 0) newcomers++;
          const expected = expectedWeights(now, worker, offices.missionDrift[0]);
          weightsOf(now, worker).forEach((weight, m) => {
            expect(weight).toBeCloseTo(expected[m], 9);
          });
        }
      },
    });
    expect(newcomers).toBeGreaterThan(3);
  });

  it('that has drifted gives the hardest fewer hours, and money of its own holds that off', () => {
    const all = (terms: Patch): Patch => ({
      clock: { referralWeeks: 40, followUp: 30 },
      clients: { latent: { share: 0 } },
      caseworkers: { roles: { adviser: { mix: { entrepreneur: 0, caregiver: 1 } } } },
      offices: { north: { mission: terms }, south: { mission: terms } },
      incentives: { start: { amount: 6000 } },
    });
    /** Mean need, weighed by contact hours, of who joined. */
    const servedNeed = (patch: Patch, replicate: number): number => {
      const { service, people } = runSmall(openSmall(patch), { replicate });
      let hours = 0;
      let need = 0;
      for (let row = 0; row < people.count; row++) {
        hours += service.contactHours[row];
        need += service.contactHours[row] * people.need[row];
      }
      return need / hours;
    };
    const drifted = replicates(10).map(
      (r) => servedNeed(all({ drift: 0.1 }), r) - servedNeed(all({ drift: 0 }), r),
    );
    const held = replicates(10).map(
      (r) => servedNeed(all({ drift: 0.1, freeMoney: 20000 }), r) - servedNeed(all({ drift: 0.1 }), r),
    );
    expect(mean(drifted) + 3 * standardError(drifted)).toBeLessThan(0);
    expect(mean(held) - 3 * standardError(held)).toBeGreaterThan(0);
  });
});
