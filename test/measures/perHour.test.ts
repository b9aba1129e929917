import { describe, expect, it } from 'vitest';
import { createObservers, type WorldObservers } from '../../src/measures/index.ts';
import type { World } from '../../src/model/world.ts';
import { measureKey } from '../../src/tables/rows.ts';
import { everyDuty, withDuties } from '../support/duties.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

function measured(patch: Patch): { world: World; values: Map<string, number | null> } {
  let observers: WorldObservers | undefined;
  const world = runSmall(openSmall(patch), {
    prepare: (made) => {
      observers = createObservers(['record', 'perHour', 'duties'], made, made.phase.scenario);
    },
    look: (now) => observers?.observe(now),
  });
  const { rows } = observers!.finish(world, {});
  return { world, values: new Map(rows.map((row) => [measureKey(row.measure, row.slice), row.value])) };
}

describe('what dispositions do with their hours', () => {
  const { world, values } = measured(withDuties(everyDuty));
  const of = (key: string): number => {
    const value = values.get(key);
    if (value === undefined || value === null) throw new Error(`${key} is not measured`);
    return value;
  };
  const kinds = ['entrepreneur', 'caregiver'];
  /** Hundreds of hours at hand of advisers, the first role. */
  const hours = (kind: string) =>
    world.dutyHours.sums.available[world.names.dispositions.indexOf(kind)] / 100;

  it('adds up to the counts of the event, of its records and of what was paid', () => {
    for (const measure of ['event', 'recorded', 'paid']) {
      const sum = kinds.reduce(
        (total, kind) => total + of(`${measure}.perHour[event=jobStart,disposition=${kind}]`) * hours(kind),
        0,
      );
      expect(sum, measure).toBeCloseTo(of(`${measure}.count[event=jobStart]`), 6);
      expect(sum).toBeGreaterThan(0);
    }
  });

  it('adds up over groups, where those who record have seen the client', () => {
    for (const kind of kinds) {
      const whole = `event.perHour[event=jobStart,disposition=${kind}`;
      expect(of(`${whole},group=near]`) + of(`${whole},group=far]`)).toBeCloseTo(of(`${whole}]`), 9);
    }
  });

  it('says what an event costs in time, and what of it is the record', () => {
    const { contact } = world.dutyHours.sums;
    const desk = world.dutyHours.sumOfDuty[0].reduce((a, b) => a + b, 0);
    const seen = kinds.reduce((sum, kind) => sum + contact[world.names.dispositions.indexOf(kind)], 0);
    expect(of('event.hours[event=jobStart]')).toBeCloseTo(
      (desk + seen) / of('event.count[event=jobStart]'),
      6,
    );
    expect(of('staff.deskShare[role=adviser]')).toBeCloseTo(desk / (desk + seen), 9);
    for (const kind of kinds) {
      expect(of(`staff.deskShare[role=adviser,disposition=${kind}]`)).toBeGreaterThan(0);
      expect(of(`staff.deskShare[role=adviser,disposition=${kind}]`)).toBeLessThan(1);
    }
  });

  it('is undefined without a duty of recording', () => {
    const without = measured({});
    expect(without.values.get('event.perHour')).toBeNull();
    expect(without.values.get('staff.deskShare')).toBeNull();
  });
});
