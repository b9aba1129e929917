import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { dutyKinds } from '../../../src/model/duties/registry.ts';
import { Status } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { openExample } from '../../support/examples.ts';
import { type Patch, runSmall } from '../../support/smallScenario.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

/** What each kind leaves behind in a programme; 0 without it. */
const traces: Record<string, (world: World) => number> = {
  recording: ({ record }) => sum(record.counts.contactDelay) + sum(record.counts.eventDelay),
  liaison: ({ offices }) => Math.max(...offices.partnerTrust) - 0.3,
  prevention: ({ service }) => service.status.filter((status) => status === Status.prevented).length,
  prospecting: ({ duties }) => duties.reduce((openings, duty) => openings + (duty.openings?.(0) ?? 0), 0),
  otherWork: ({ dutyHours }) => sum(dutyHours.total.map(sum)),
};

/** Advisers who look at what does good and brokers who like it easy, with time enough for all, and openings that somebody could add to. */
const roomy: Patch = {
  clock: { referralWeeks: 40 },
  caseworkers: {
    roles: {
      adviser: { hoursPerWeek: 60, mix: { professional: 1, entrepreneur: null, caregiver: null } },
      broker: { hoursPerWeek: 60, mix: { indifferent: 1, bureaucrat: null } },
    },
  },
  world: { openings: { jobs: { perWeek: 0.5 } } },
  pathway: { transitions: { findsWork: { openings: 'jobs' } } },
};

describe.each(Object.entries(dutyKinds))('the example of %s', (kind, { example }) => {
  test('runs in a small programme as it is printed, gets hours, and leaves its trace', () => {
    const duties = parse(example) as Patch;
    const world = runSmall(openExample({ caseworkers: { duties } }, roomy));
    expect(sum(world.dutyHours.total[0])).toBeGreaterThan(1);
    expect(traces[kind](world)).toBeGreaterThan(0);
    expect(traces[kind](runSmall(openExample({}, roomy)))).toBeLessThanOrEqual(0);
  });
});
