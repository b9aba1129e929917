import { describe, expect, it } from 'vitest';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** Everybody is seen for an hour a week; what the first stage is left by is what is tested. */
const seen = (transition: Patch, ...more: Patch[]) =>
  openSmall(
    {
      clients: { crisis: { onset: 0 } },
      caseworkers: {
        roles: {
          adviser: { posts: 4, hoursPerWeek: 40, adminShare: 0, fullLoad: 0.1, shortestAppointment: 1 },
        },
        allocation: { rule: 'priority', hours: 1 },
      },
      pathway: {
        transitions: { findsWork: { parameters: { mu: 0.5 }, believed: 0, ...transition } },
        programme: { uptake: 1, dropOut: 0 },
      },
    },
    ...more,
  );

describe('chances in a contact', () => {
  it('come in steps with contact only, and never to the twin', () => {
    const patch = { per: 'contact', hazard: '1 - exp(-mu * hoursNow)' };
    for (const step of ['week', 'day']) {
      const started = { inContact: 0, without: 0 };
      const world = runSmall(seen(patch, { clock: { step } }), {
        look: (now) => {
          const event = now.names.events.indexOf('jobStart');
          for (let row = now.windowFrom; row < now.windowTo; row++)
            if (now.clients.firstEvent[event][row] === now.step)
              started[now.service.hours[0][row] > 0 ? 'inContact' : 'without']++;
        },
      });
      const event = world.names.events.indexOf('jobStart');
      expect(started.without).toBe(0);
      expect(started.inContact).toBeGreaterThan(50);
      expect(Math.max(...world.twins.firstEvent[event])).toBe(-1);
    }
  });

  it('are the same in a long and a short step', () => {
    // The first contact of everybody: a chance of 1 − exp(−0.5) ≈ 0.393 whatever the step.
    for (const step of ['week', 'day']) {
      let first = 0;
      let moved = 0;
      for (let replicate = 0; replicate < 6; replicate++) {
        runSmall(seen({ per: 'contact', hazard: '1 - exp(-mu * hoursNow)' }, { clock: { step } }), {
          replicate,
          look: (now) => {
            const event = now.names.events.indexOf('jobStart');
            for (let row = now.windowFrom; row < now.windowTo; row++) {
              const hours = now.service.hours[0][row];
              if (hours !== 1 || now.service.contactHours[row] !== hours) continue;
              first++;
              if (now.clients.firstEvent[event][row] === now.step) moved++;
            }
          },
        });
      }
      // 432 people: standard error 0.024; three of them.
      expect(first).toBeGreaterThan(400);
      expect(Math.abs(moved / first - 0.3935)).toBeLessThan(0.071);
    }
  });

  it('may hang on all contact so far, and on one role', () => {
    const world = runSmall(seen({ per: 'contact', hazard: 'step(contactHours - 1.5) * step(nowAdviser)' }));
    const event = world.names.events.indexOf('jobStart');
    const { attachedAt } = world.service;
    const waits = Array.from(world.clients.firstEvent[event], (step, row) => step - attachedAt[row]);
    // One hour a week: the second week is the first in which contact so far exceeds 1.5 hours.
    expect(new Set(waits)).toEqual(new Set([1]));
  });
});
