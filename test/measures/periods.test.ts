import { describe, expect, it } from 'vitest';
import { createObservers } from '../../src/measures/index.ts';
import type { WorldObservers } from '../../src/measures/registry.ts';
import { measureKey } from '../../src/tables/rows.ts';
import { openSmall, runSmall } from '../support/smallScenario.ts';

function found(period: number) {
  const loaded = openSmall({ clients: { referrals: { value: 60 } }, measures: { period } });
  let observers: WorldObservers | undefined;
  let starts = 0;
  const world = runSmall(loaded, {
    prepare: (made) => {
      observers = createObservers(['periods'], made, loaded.designs[0].scenario);
    },
    look: (now) => {
      observers?.observe(now);
      const event = now.names.events.indexOf('jobStart');
      if (now.step >= 12) return;
      for (let at = 0; at < now.events.count; at++)
        if (now.events.event[at] === event && now.events.cell[at] >= 0) starts++;
    },
  });
  const rows = observers!.finish(world, {}).rows;
  return { starts, values: new Map(rows.map((row) => [measureKey(row.measure, row.slice), row.value!])) };
}

describe('counts by period', () => {
  it('add up over periods and offices, and end with the referrals', () => {
    const { starts, values } = found(5);
    const of = (slice: string) => values.get(`period.happened[event=jobStart${slice}]`)!;
    expect(of(',period=1') + of(',period=2') + of(',period=3')).toBe(starts);
    expect(values.has('period.happened[event=jobStart,period=4]')).toBe(false);
    for (const period of [1, 2, 3])
      expect(of(`,office=north,period=${period}`) + of(`,office=south,period=${period}`)).toBe(
        of(`,period=${period}`),
      );
    expect(starts).toBeGreaterThan(20);
  });

  it('are the same on record where everything is recorded at once', () => {
    const { values } = found(6);
    for (const [key, value] of values) {
      if (!key.startsWith('period.happened[event=jobStart')) continue;
      expect(values.get(key.replace('happened', 'recorded')), key).toBe(value);
    }
  });

  it('are not given unless asked for', () => {
    expect(found(0).values.size).toBe(0);
  });
});
