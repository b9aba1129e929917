import { describe, expect, it } from 'vitest';
import { reputationOf } from '../../../src/model/duties/prospecting.ts';
import { Status } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { simulateReplicate } from '../../../src/simulation/index.ts';
import { copyOf } from '../../support/columns.ts';
import { outreach, withDuties } from '../../support/duties.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

describe('what is asked of caseworkers', () => {
  const court = { kind: 'otherWork', role: 'adviser', item: 0.25, ask: 'poisson(2.3)' };

  it('comes as often as stated, to everybody present', () => {
    // Every week of every post counts, with clients or without: 4 posts × 52 weeks × 2.3, four standard deviations.
    const world = runSmall(openSmall(withDuties({ court })));
    const posts = world.caseworkers.firstOfRole[1];
    const expected = posts * world.steps * 2.3;
    expect(Math.abs(world.dutyHours.asked[0] - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it('lapses, or waits and is due', () => {
    const busy: Patch = { caseworkers: { roles: { adviser: { hoursPerWeek: 2 } } } };
    const unmet = (waits: boolean): number => {
      const world = runSmall(openSmall(withDuties({ court: { ...court, waits } }, busy)));
      return world.dutyHours.unmet[0] / world.dutyHours.asked[0];
    };
    expect(unmet(false)).toBeGreaterThan(0.3);
    expect(unmet(true)).toBeLessThan(unmet(false));
  });

  it('is the same in every design', () => {
    const asked = (hours: number): number =>
      runSmall(
        openSmall(withDuties({ court }, { caseworkers: { roles: { adviser: { hoursPerWeek: hours } } } })),
      ).dutyHours.asked[0];
    expect(asked(3)).toBe(asked(30));
  });
});

describe('when a duty gets hours', () => {
  it('is stated in one way only', () => {
    const file = { kind: 'recording', role: 'adviser' };
    for (const two of [
      { first: true, onSlack: true },
      { first: true, kept: 0.2 },
      { onSlack: true, kept: 0.2 },
    ])
      expect(() => openSmall(withDuties({ file: { ...file, ...two } }))).toThrow(/caseworkers\.duties\.file/);
    for (const one of [{ first: true }, { onSlack: true }, { kept: 0.2 }])
      expect(() => openSmall(withDuties({ file: { ...file, ...one } }))).not.toThrow();
  });
});

describe('posts that are there whatever the load', () => {
  it('have all their hours and cost all their pay', () => {
    const world = runSmall(openSmall({ caseworkers: { roles: { adviser: { hoursFollowLoad: false } } } }), {
      look: ({ caseworkers, phase }) => {
        for (let w = 0; w < caseworkers.firstOfRole[1]; w++)
          expect(caseworkers.hoursAvailable[w]).toBe(phase.roles[0].contactHours);
      },
    });
    const wages = world.books.accounts.findIndex(({ name }) => name === 'wages');
    const paid = sum(Array.from({ length: world.steps }, (_, step) => world.books.stepFlow(wages, step)));
    expect(paid).toBeGreaterThan(world.caseworkers.firstOfRole[1] * world.steps * 750);
  });
});

describe('liaison', () => {
  const partners = {
    kind: 'liaison',
    role: 'adviser',
    ask: 2,
    item: 0.5,
    first: true,
    growth: 0.1,
    decay: 0.02,
  };

  it('builds trust by hours a caseworker, and lets it decay', () => {
    let before = 0.3;
    runSmall(openSmall(withDuties({ partners })), {
      look: ({ offices, caseworkers, dutyHours }) => {
        let hours = 0;
        let posts = 0;
        for (let w = 0; w < caseworkers.firstOfRole[1]; w++) {
          if (caseworkers.office[w] !== 0) continue;
          posts++;
          hours += dutyHours.step[0][w];
        }
        const expected = before + (1 - before) * (1 - Math.exp((-0.1 * hours) / posts)) - 0.02 * before;
        expect(offices.partnerTrust[0]).toBeCloseTo(expected, 12);
        before = offices.partnerTrust[0];
      },
    });
    expect(before).not.toBe(0.3);
  });

  it('is read by hazards, and by the twin’s as it was at the start', () => {
    const hazard = { pathway: { transitions: { findsWork: { hazard: '0.2 * partnerTrust' } } } };
    const without = runSmall(openSmall(hazard));
    const world = runSmall(openSmall(withDuties({ partners }, hazard)));
    const starts = (each: World, lives: 'clients' | 'twins'): number =>
      sum(each[lives].eventCount[each.names.events.indexOf('jobStart')]);
    expect(starts(world, 'twins')).toBe(starts(without, 'twins'));
    expect(starts(world, 'clients')).toBeGreaterThan(1.2 * starts(without, 'clients'));
  });

  it('falls with a leaver', () => {
    const lowest = (turnoverLoss: number): number => {
      let least = 1;
      runSmall(
        openSmall(
          withDuties(
            { partners: { ...partners, decay: 0, ask: 0, turnoverLoss } },
            { caseworkers: { staffing: { turnover: { base: 3 } } } },
          ),
        ),
        { look: ({ offices }) => (least = Math.min(least, ...offices.partnerTrust)) },
      );
      return least;
    };
    expect(lowest(0)).toBe(0.3);
    expect(lowest(1)).toBeLessThan(0.25);
  });
});

describe('prevention', () => {
  const scarce: Patch = {
    world: { openings: { jobs: { perWeek: 1 } } },
    pathway: { transitions: { findsWork: { openings: 'jobs' } } },
  };
  const prevented = (world: World): number[] =>
    [...world.service.status.keys()].filter((row) => world.service.status[row] === Status.prevented);

  it('keeps people away who then have no part in the programme, and leaves their lives where they were', () => {
    for (const more of [{}, scarce]) {
      const world = runSmall(openSmall(withDuties({ outreach }, more)));
      const rows = prevented(world);
      expect(rows.length).toBeGreaterThan(5);
      for (const row of rows) {
        expect(world.service.attachedAt[row]).toBe(-1);
        expect(world.clients.stage[row]).toBe(world.phase.startStage);
        for (const counts of world.clients.eventCount) expect(counts[row]).toBe(0);
        expect(world.clients.barriers.map((column) => column[row])).toEqual(
          world.people.barriers.map((column) => column[row]),
        );
      }
      // Everybody else has gone through the door.
      for (let row = 0; row < world.people.count; row++)
        expect(world.service.status[row]).toBeGreaterThan(Status.future);
    }
  });

  it('touches no twin where openings are plenty, and nobody acts before the delay', () => {
    const usual = runSmall(openSmall());
    const world = runSmall(openSmall(withDuties({ outreach })));
    expect(copyOf(world.twins)).toEqual(copyOf(usual.twins));
    expect(world.people.referredAt[prevented(world)[0]]).toBeGreaterThan(2);
  });

  it('keeps the same people away and more, the more it can do', () => {
    const away = (most: number) =>
      prevented(runSmall(openSmall(withDuties({ outreach: { ...outreach, most } }))));
    const less = away(0.3);
    const more = away(0.6);
    // Fewer clients mean fewer hours that follow load, so that a few at the edge may differ.
    const kept = less.filter((row) => more.includes(row)).length;
    expect(kept / less.length).toBeGreaterThan(0.9);
    expect(more.length).toBeGreaterThan(less.length);
    expect(away(0)).toEqual([]);
  });

  it('gives measures that are numbers, or tell why not', () => {
    const result = simulateReplicate(openSmall(withDuties({ outreach }, scarce)), 0, {
      references: ['noService'],
      clientTable: true,
    });
    for (const { value, why } of result.designs[0].rows)
      expect(value === null ? why : Number.isFinite(value)).toBeTruthy();
  });
});

describe('prospecting', () => {
  const employers = (more: Patch = {}): Patch => ({
    kind: 'prospecting',
    role: 'broker',
    item: 0.5,
    ask: 4,
    first: true,
    pool: 'jobs',
    yield: 0.2,
    reputation: { lost: 'jobLoss', memory: 0.2, probation: 6, ...more },
  });
  const scarce: Patch = {
    world: { openings: { jobs: { perWeek: 0.5 } } },
    pathway: { transitions: { findsWork: { openings: 'jobs' } } },
  };
  const starts = (world: World): number =>
    sum(world.clients.eventCount[world.names.events.indexOf('jobStart')]);

  it('raises the openings of its pool', () => {
    const without = runSmall(openSmall(scarce));
    const world = runSmall(openSmall(withDuties({ employers: employers() }, scarce)));
    expect(starts(world)).toBeGreaterThan(1.2 * starts(without));
  });

  it('finds openings that shocks take like others, and that rivals would not have without it', () => {
    const hunted = (world: Patch): World =>
      runSmall(
        openSmall(
          withDuties({ employers: employers({ memory: 0 }) }, scarce),
          { world },
          {
            caseworkers: { roles: { broker: { hoursFollowLoad: false } } },
          },
        ),
      );
    const open = hunted({ openings: { jobs: { perWeek: 0, rivals: 50 } } }).rivals;
    expect(open.placed[0]).toBeGreaterThan(20);
    expect(open.alone[0]).toBe(0);
    const shut = hunted({
      openings: { jobs: { perWeek: 0, rivals: 50 } },
      shocks: { slump: { chance: 1, weeks: 1, openings: 0 } },
    }).rivals;
    expect(shut.placed[0]).toBe(0);
  });

  it('finds as many in days as in weeks', () => {
    const found = (step: string): number => {
      let openings = 0;
      runSmall(
        openSmall(
          withDuties({ employers: employers({ memory: 0 }) }, { ...scarce, clock: { step, workingDays: 5 } }),
          { caseworkers: { roles: { broker: { hoursFollowLoad: false } } } },
        ),
        { look: ({ duties }) => (openings += duties[0].openings?.(0) ?? 0) },
      );
      return openings;
    };
    const weekly = found('week');
    expect(weekly).toBeGreaterThan(20);
    expect(found('day') / weekly).toBeGreaterThan(0.9);
    expect(found('day') / weekly).toBeLessThan(1.1);
  });

  it('keeps a reputation: towards 1 with each who stays, towards 0 with each who does not', () => {
    const loses = (hazard: string): number => {
      const world = runSmall(
        openSmall(
          withDuties(
            { employers: employers() },
            {
              ...scarce,
              pathway: { transitions: { findsWork: { openings: 'jobs' }, losesWork: { hazard } } },
            },
          ),
        ),
      );
      const now = reputationOf(world.duties[0]);
      return now === undefined ? Number.NaN : sum(now) / now.length;
    };
    expect(loses('0')).toBeGreaterThan(0.9);
    expect(loses('0.9')).toBeLessThan(0.3);
  });
});

describe('duties of shorter steps', () => {
  it('take as many hours a week by the day as by the week', () => {
    const hours = (step: string): number => {
      const world = runSmall(
        openSmall(
          withDuties({
            court: { kind: 'otherWork', role: 'adviser', item: 0.25, ask: 4, first: true },
            file: { kind: 'recording', role: 'adviser' },
          }),
          {
            clock: { step },
            pathway: { transitions: { findsWork: { hazard: '0' } }, programme: { dropOut: '0' } },
          },
        ),
      );
      return sum(world.dutyHours.total[0]) + sum(world.dutyHours.total[1]);
    };
    const week = hours('week');
    expect(week).toBeGreaterThan(100);
    expect(Math.abs(hours('day') / week - 1)).toBeLessThan(0.15);
  });
});
