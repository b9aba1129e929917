import { describe, expect, it } from 'vitest';
import { hoursByGroup, practised } from '../../../src/model/staff/practice.ts';
import { observed } from '../../measures/observed.ts';
import { copyOf } from '../../support/columns.ts';
import { mean, replicates, standardError } from '../../support/interval.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const practice = (patch: Patch): Patch => ({ caseworkers: { practice: patch } });

describe('practice with a group', () => {
  it('leaves no trace at weight 0, whatever it would do', () => {
    const plain = runSmall(openSmall());
    const off = runSmall(openSmall(practice({ weight: 0, growth: 0.05, decay: 0.05 })));
    for (const table of ['clients', 'service', 'caseworkers', 'offices'] as const)
      expect(copyOf(off[table])).toEqual(copyOf(plain[table]));
  });

  it('grows by hours with the group and fades by the week, for each caseworker alone', () => {
    const terms = { weight: 0.5, start: 0.4, growth: 0.02, decay: 0.03 };
    let known: Float64Array[] = [];
    let most = 0;
    runSmall(openSmall(practice(terms)), {
      look: (world) => {
        const { caseworkers, names } = world;
        const hours = hoursByGroup(world);
        const before =
          known.length > 0 ? known : names.groups.map(() => new Float64Array(caseworkers.count).fill(0.4));
        known = caseworkers.practice.map((column) => column.slice());
        known.forEach((column, group) => {
          column.forEach((now, worker) => {
            // Who had no client who left in this step has all hours of the step still at hand.
            const was = before[group][worker];
            const taught = (1 - was) * (1 - Math.exp(-0.02 * hours[group * caseworkers.count + worker]));
            expect(now).toBeGreaterThanOrEqual(was + taught - 0.03 * was - 1e-12);
            expect(now).toBeLessThanOrEqual(1);
            most = Math.max(most, now);
          });
        });
      },
    });
    expect(most).toBeGreaterThan(0.5);
  });

  it('fades to start × (1 − decay)^weeks where nobody comes', () => {
    const world = runSmall(
      openSmall(practice({ weight: 0.5, start: 0.8, decay: 0.05 }), { clients: { referrals: { value: 0 } } }),
    );
    for (const column of world.caseworkers.practice)
      for (const now of column) expect(now).toBeCloseTo(0.8 * 0.95 ** world.steps, 10);
  });

  it('takes its weight of skill from who has none, and none from who has all', () => {
    const world = runSmall(openSmall(practice({ weight: 0.4 })));
    world.caseworkers.practice[0][0] = 0;
    world.caseworkers.practice[1][0] = 1;
    expect(practised(world, 0, 0)).toBeCloseTo(0.6, 12);
    expect(practised(world, 0, 1)).toBe(1);
  });

  it('helps less to start work where it is missing', () => {
    const hazard = 'logistic(-4 + 2 * skill * log1p(recentAdviser / 0.15))';
    const pathway = { transitions: { findsWork: { hazard } } };
    const started = (start: number, replicate: number): number => {
      const terms = practice({ weight: 0.6, start, growth: 0, decay: 0 });
      const world = runSmall(openSmall(terms, { pathway }), { replicate });
      return world.record.counts.happened[world.phase.mainEvent].reduce((a, b) => a + b, 0);
    };
    const differences = replicates(8).map((replicate) => started(1, replicate) - started(0, replicate));
    expect(mean(differences) - 3.1 * standardError(differences)).toBeGreaterThan(0);
  });

  it('is measured by the hours of who gives them, as a whole, by group and by period', () => {
    const still = practice({ weight: 0.5, growth: 0, decay: 0, start: 0.6 });
    const { of } = observed({ ...still, measures: { period: 6 } }, ['practice']);
    for (const slice of ['', '[group=far]', '[period=1]', '[group=near,period=2]'])
      expect(of(`staff.practice${slice}`)).toBeCloseTo(0.6, 12);
    expect(observed({}, ['practice']).of('staff.practice')).toBeNull();
  });
});
