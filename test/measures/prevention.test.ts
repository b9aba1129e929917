import { describe, expect, it } from 'vitest';
import { Status } from '../../src/model/service.ts';
import type { World } from '../../src/model/world.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { outreach, withDuties } from '../support/duties.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';
import { observed } from './observed.ts';

const patch = withDuties({ outreach });
const rowsOf = (world: World, belongs: (row: number) => boolean): number[] =>
  [...world.service.status.keys()].filter(belongs);
const prevented = (world: World): number[] =>
  rowsOf(world, (row) => world.service.status[row] === Status.prevented);

describe('whom prevention keeps away', () => {
  it('is not among the referred: the attached rate is that of the others, in every slice', () => {
    const usual = runSmall(openSmall());
    const { world, of } = observed(patch, ['outcomes', 'duties']);
    const gone = new Set(prevented(world));
    expect(of('prevented.count')).toBe(gone.size);
    expect(gone.size).toBeGreaterThan(10);
    // Who wants a place and gets it is drawn by person, so that the others join as they would have done anyway.
    const rateOf = (belongs: (row: number) => boolean): number => {
      const others = rowsOf(world, (row) => !gone.has(row) && belongs(row));
      return others.filter((row) => usual.service.attachedAt[row] >= 0).length / others.length;
    };
    expect(of('attached.rate')).toBe(rateOf(() => true));
    for (const fifth of [0, 1, 2, 3, 4])
      expect(of(`attached.rate[fifth=${fifth + 1}]`)).toBe(
        rateOf((row) => world.people.fifth[row] === fifth),
      );
    expect(of('attached.rate')).toBeGreaterThan(0.8);
  });

  it('is not among those who could have wanted a place', () => {
    const { world, of } = observed(patch, ['creaming']);
    const everybody = observed(patch, ['creaming'], {
      // The same lives, told as if those kept away had not wanted to come.
      look: ({ step, steps, service }) => {
        if (step < steps - 1) return;
        for (let row = 0; row < service.status.length; row++)
          if (service.status[row] === Status.prevented) service.status[row] = Status.declined;
      },
    });
    expect(prevented(world).length).toBeGreaterThan(10);
    expect(of('creaming.uptake')).not.toBe(everybody.of('creaming.uptake'));
    expect(of('creaming.entry')).toBe(everybody.of('creaming.entry'));
  });

  it('is no loss by displacement, in either world', () => {
    const more: Patch = {
      world: { openings: { jobs: { perWeek: 1 } } },
      pathway: { transitions: { findsWork: { openings: 'jobs' } } },
      measures: { references: ['noService'] },
    };
    const loaded = openSmall(withDuties({ outreach }, more));
    const world = runSmall(loaded);
    const without = runSmall(loaded, { division: 'noService' });
    const event = world.names.events.indexOf('jobStart');
    const had = (lives: World['clients'], row: number): boolean => {
      const step = lives.firstEvent[event][row];
      return step >= 0 && step - world.people.referredAt[row] < 30;
    };
    const gone = new Set(prevented(world));
    let [served, twin, unserved] = [0, 0, 0];
    for (let row = 0; row < world.people.count; row++) {
      if (gone.has(row)) continue;
      if (had(world.clients, row)) served++;
      if (had(world.twins, row)) twin++;
      if (had(without.clients, row)) unserved++;
    }
    const [{ rows }] = simulateReplicate(loaded, 0, {
      references: ['noService'],
      clientTable: false,
    }).designs;
    const share = rows.find(({ measure }) => measure === 'displacement.share')!.value;
    expect(gone.size).toBeGreaterThan(5);
    expect(prevented(without)).toEqual([]);
    expect(share).toBeCloseTo((served - twin - (served - unserved)) / (served - twin), 12);
  });

  it('is not followed by an indicator, nor referred in the weekly series', () => {
    const decomposition = {
      event: 'jobStart',
      before: { from: 0, to: 12 },
      after: { from: 12, to: 24 },
      recordOf: 'programme',
    };
    let people = 0;
    const { world, weekly, of } = observed({ ...patch, measures: { decomposition } }, ['indicator'], {
      look: ({ step, windowFrom, windowTo, service }) => {
        if (step < 12 || step >= 24) return;
        for (let row = windowFrom; row < windowTo; row++)
          if (service.status[row] !== Status.prevented) people += 1 / 12;
      },
    });
    const event = world.names.events.indexOf('jobStart');
    expect(of('indicator.after')! * people).toBeCloseTo(world.reports.count(event, [0, 1], 12, 24), 9);
    const referred = weekly.find(({ series }) => series === 'referred')!.values;
    expect(referred.reduce((a, b) => a + b, 0)).toBe(world.people.count - prevented(world).length);
  });
});
