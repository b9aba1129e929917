import { describe, expect, it } from 'vitest';
import { COMMISSIONER, OUTSIDE } from '../../../src/model/money/books.ts';
import { Status } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** The power to sanction by a constant chance, whatever anybody thinks. */
const power = (chance: number, more: Patch = {}): Patch => ({
  incentives: {
    power: { kind: 'sanctions', chance, mandate: 0, pressure: 0, unwillingness: 0, weeks: 3, ...more },
  },
});
const stays: Patch = { pathway: { programme: { dropOut: 0 } } };

/** Client-weeks at risk and sanctions in them. */
function count(...patches: Patch[]): { world: World; risk: number; sanctions: number; weeks: number } {
  let [risk, sanctions, weeks] = [0, 0, 0];
  const world = runSmall(openSmall(stays, ...patches), {
    look: (now) => {
      const { service, names, events, step } = now;
      const sanctioned = names.events.indexOf('sanctioned');
      const struck = new Set<number>();
      for (let at = 0; at < events.count; at++)
        if (events.event[at] === sanctioned) struck.add(events.client[at]);
      for (let at = 0; at < service.attachedCount; at++) {
        const row = service.attached[at];
        if (service.sanctionedUntil[row] > step) weeks++;
        // Who came back to this stage after the week's sanctions was not at risk.
        else if (now.phase.stageCounts[now.clients.stage[row]] === 1 && now.clients.stageSince[row] < step)
          risk++;
      }
      sanctions += struck.size;
      for (const row of struck) expect(service.sanctionedUntil[row]).toBe(step + 3);
    },
  });
  return { world, risk, sanctions, weeks };
}

describe('sanctions', () => {
  it('come by the chance of the terms where no motive moves it', () => {
    const { sanctions, risk } = count(power(0.1));
    // Who is sanctioned this week was at risk, too; five standard errors, a false alarm in 2 million.
    const trials = risk + sanctions;
    expect(trials).toBeGreaterThan(400);
    expect(Math.abs(sanctions / trials - 0.1)).toBeLessThan(5 * Math.sqrt((0.1 * 0.9) / trials));
  });

  it('never come at a chance of 0, and whenever none is on at a chance of 1', () => {
    expect(count(power(0)).sanctions).toBe(0);
    expect(count(power(1)).risk).toBe(0);
  });

  it('take their part of trust, and withheld benefit flows from clients to the commissioner', () => {
    const { world, weeks } = count(power(1, { trustLoss: 1, withheld: 10 }));
    expect(world.books.flow(world.books.open('power', 'benefit', ''), OUTSIDE, COMMISSIONER)).toBe(
      10 * weeks,
    );
    expect(world.books.paidBy(COMMISSIONER, 'benefit')).toBe(0);
    const without = count(power(1, { trustLoss: 0 })).world;
    const trust = (of: World) => of.service.trust.reduce((a, b) => a + b, 0);
    expect(trust(world)).toBeLessThan(trust(without));
  });

  it('leave twins alone, and hazards may name them', () => {
    const leaves: Patch = { pathway: { programme: { dropOut: 'sanctioned' } } };
    const { service, twins, people } = runSmall(openSmall(power(0.2), leaves));
    let left = 0;
    for (let row = 0; row < people.count; row++) {
      if (service.status[row] !== Status.droppedOut) continue;
      left++;
      expect(service.sanctionedUntil[row]).toBe(service.endedAt[row] + 3);
    }
    expect(left).toBeGreaterThan(20);
    const before = runSmall(openSmall(leaves, { pathway: { programme: { dropOut: 0 } } }));
    expect(twins.firstEvent.map((each) => [...each]).slice(0, before.twins.firstEvent.length)).toEqual(
      before.twins.firstEvent.map((each) => [...each]),
    );
  });

  it('fall on those who look unwilling, and more often with the weight of the mandate and with pressure', () => {
    const rate = (...patches: Patch[]) => {
      const { sanctions, risk } = count(...patches);
      return sanctions / (risk + sanctions);
    };
    const enforcers: Patch = {
      caseworkers: { roles: { adviser: { mix: { entrepreneur: null, caregiver: null, enforcer: 1 } } } },
    };
    const base = rate(power(0.03), enforcers);
    expect(rate(power(0.03, { mandate: 1 }), enforcers)).toBeGreaterThan(2 * base);
    const pressed: Patch = {
      offices: { north: { pressure: { base: 1 } }, south: { pressure: { base: 1 } } },
    };
    expect(rate(power(0.03, { pressure: 1 }), pressed)).toBeGreaterThan(1.5 * rate(power(0.03), pressed));
    const { world } = count(power(0.03, { unwillingness: 6 }));
    const { people, service } = world;
    const motivation = { yes: [0, 0], no: [0, 0] };
    for (let row = 0; row < people.count; row++) {
      if (service.attachedAt[row] < 0) continue;
      const cell = service.sanctionedUntil[row] >= 0 ? motivation.yes : motivation.no;
      cell[0] += people.motivation[row];
      cell[1]++;
    }
    expect(motivation.yes[0] / motivation.yes[1]).toBeLessThan(motivation.no[0] / motivation.no[1]);
  });

  it('without the power there is no such event', () => {
    expect(runSmall(openSmall()).names.events).not.toContain('sanctioned');
  });
});
