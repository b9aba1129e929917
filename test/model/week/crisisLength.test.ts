import { describe, expect, it } from 'vitest';
import { Contact } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { mean, replicates, standardError } from '../../support/interval.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** Visits paid by the contact; crises are common; payoff alone moves the adviser, or `motives` do. */
const visits: Patch = {
  clients: { crisis: { onset: 0.06, weeks: 3 } },
  caseworkers: {
    roles: { adviser: { mix: { entrepreneur: 0, caregiver: 0, paid: 1 }, hoursPerWeek: 14 } },
    dispositions: { paid: { payoff: 1, need: 0.5, voice: 0.4 } },
  },
  pathway: { programme: { dropOut: 0 } },
  incentives: { start: null, lasting: null, contacts: { kind: 'activityFee', role: 'adviser', amount: 30 } },
};
const length = (crisisLength: number): Patch => ({ caseworkers: { roles: { adviser: { crisisLength } } } });
const weighted = (crisisFactor: number): Patch => ({ incentives: { contacts: { crisisFactor } } });

interface Seen {
  contacts: number;
  crisisContacts: number;
  crisisWeeks: number;
  crisisHours: number;
  income: number;
  shortestInCrisis: number;
}

function watch(patches: Patch[], replicate = 0): { world: World; seen: Seen } {
  const seen = {
    contacts: 0,
    crisisContacts: 0,
    crisisWeeks: 0,
    crisisHours: 0,
    income: 0,
    shortestInCrisis: Number.POSITIVE_INFINITY,
  };
  const world = runSmall(openSmall(visits, ...patches), {
    replicate,
    look: ({ service, step, phase, clients }) => {
      for (let at = 0; at < service.attachedCount; at++) {
        const row = service.attached[at];
        const kind = service.contact[0][row];
        const real = kind === Contact.matched || kind === Contact.holding;
        if (real) seen.contacts++;
        if (service.crisisUntil[row] <= step || phase.stageCounts[clients.stage[row]] === 0) continue;
        seen.crisisWeeks++;
        if (!real) continue;
        seen.crisisContacts++;
        seen.crisisHours += service.hours[0][row];
        seen.shortestInCrisis = Math.min(seen.shortestInCrisis, service.hours[0][row]);
      }
    },
  });
  seen.income = flowOf(world);
  return { world, seen };
}

/** All that the fee for contacts paid. */
function flowOf({ books, steps }: World): number {
  const account = books.open('contacts', 'fee', 'fees');
  return Array.from({ length: steps }, (_, step) => books.stepFlow(account, step)).reduce((a, b) => a + b, 0);
}

describe('contacts in a crisis that take longer', () => {
  it('take at least 1 + k times the shortest appointment, by the waterline and by rule', () => {
    for (const more of [{}, { rules: { visit: { role: 'adviser', every: 3 } } }]) {
      const { seen } = watch([length(3), more]);
      expect(seen.crisisContacts).toBeGreaterThan(20);
      expect(seen.shortestInCrisis).toBeGreaterThanOrEqual(4 * 0.5 - 1e-6);
    }
  });

  it('take (1 + k) times the hours needed by the priority rule, the last one less', () => {
    const rule: Patch = { caseworkers: { allocation: { rule: 'priority', hours: 0.5 } } };
    const hours = new Map<number, number>();
    runSmall(openSmall(visits, length(2), rule), {
      look: ({ service, step }) => {
        for (let at = 0; at < service.attachedCount; at++) {
          const row = service.attached[at];
          const given = service.hours[0][row];
          if (given > 0 && service.crisisUntil[row] > step) hours.set(given, (hours.get(given) ?? 0) + 1);
        }
      },
    });
    const full = hours.get(1.5) ?? 0;
    expect(full).toBeGreaterThan(20);
    for (const given of hours.keys()) expect(given).toBeLessThanOrEqual(1.5);
  });

  it('are one paid contact all the same, or as many as the fee weighs them', () => {
    const { seen, world } = watch([length(3)]);
    expect(seen.crisisContacts).toBeGreaterThan(20);
    expect(seen.income).toBeCloseTo(30 * world.record.counts.contactsRecorded[0], 6);
    const { seen: twice, world: other } = watch([length(3), weighted(2)]);
    const extra = twice.income / 30 - other.record.counts.contactsRecorded[0];
    // Who leaves in the week of a contact is paid for, but not looked at any more.
    expect(extra).toBeGreaterThanOrEqual(twice.crisisContacts);
    expect(extra).toBeLessThan(1.2 * twice.crisisContacts);
  });

  it('are weighed by what the record says of the day of the contact, however late it is written', () => {
    const file: Patch = {
      caseworkers: { duties: { file: { kind: 'recording', role: 'adviser', perContact: 0.2, due: 2 } } },
    };
    const { world } = watch([length(1), weighted(3), file]);
    const { counts } = world.record;
    expect(counts.contactDelay[0]).toBeGreaterThan(50);
    const units = flowOf(world) / 30;
    const extra = (units - counts.contactsRecorded[0]) / 2;
    expect(extra).toBeCloseTo(Math.round(extra), 9);
    expect(extra).toBeGreaterThan(20);
    expect(extra).toBeLessThan(counts.contactsRecorded[0]);
  });

  it('leave no trace at 0, whatever crises there are', () => {
    const plain = runSmall(openSmall(visits));
    const same = runSmall(openSmall(visits, length(0), weighted(1)));
    for (const table of ['clients', 'service', 'caseworkers', 'offices'] as const)
      expect(copyOf(same[table])).toEqual(copyOf(plain[table]));
  });

  it('are made less often where contacts are paid flat, and more often again where the fee weighs crises', () => {
    const share = (patches: Patch[], replicate: number): number => {
      const { seen } = watch(patches, replicate);
      return seen.crisisContacts / seen.crisisWeeks;
    };
    const runs = replicates(12);
    const lost = runs.map((r) => share([length(3)], r) - share([], r));
    const won = runs.map((r) => share([length(3), weighted(4)], r) - share([length(3)], r));
    expect(mean(lost) + 3 * standardError(lost)).toBeLessThan(0);
    expect(mean(won) - 3 * standardError(won)).toBeGreaterThan(0);
  });
});
