import { describe, expect, it } from 'vitest';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const jobs = (rivals: number, perWeek = 2): Patch => ({
  clients: { referrals: { value: 20 } },
  world: { openings: { jobs: { perWeek, rivals } } },
  pathway: { transitions: { findsWork: { openings: 'jobs' } } },
});
const starts = (patch: Patch, division?: 'noService') => {
  const world = runSmall(openSmall(patch), { division });
  const first = world.clients.firstEvent[world.names.events.indexOf('jobStart')];
  return { clients: [...first].filter((step) => step >= 0).length, rivals: world.rivals, world };
};

describe('rivals for openings', () => {
  it('change nothing where there are none, and take openings from clients where there are', () => {
    const counts = [0, 4, 20].map((rivals) => starts(jobs(rivals)));
    expect(counts[0].rivals.ready[0]).toBe(0);
    expect(counts[1].clients).toBeLessThan(counts[0].clients);
    expect(counts[2].clients).toBeLessThan(counts[1].clients);
  });

  it('never are more than the openings, with those who got them', () => {
    runSmall(openSmall(jobs(5)), {
      look: ({ step, rivals, clients, names }) => {
        const moved = clients.firstEvent[names.events.indexOf('jobStart')].filter((at) => at >= 0).length;
        expect(moved + rivals.placed[0]).toBeLessThanOrEqual(2 * (step + 1) + 40);
        expect(rivals.placed[0]).toBeLessThanOrEqual(rivals.alone[0]);
        expect(rivals.alone[0]).toBe(2 * (step + 1));
        expect(rivals.ready[0]).toBe(5 * (step + 1));
      },
    });
  });

  it('get all that is left where clients are few, and lose openings to clients who are served', () => {
    const alone = starts({ ...jobs(5), clients: { referrals: { value: 0 } } });
    expect(alone.rivals.placed).toEqual(alone.rivals.alone);
    const served = starts(jobs(5)).rivals;
    const unserved = starts(jobs(5), 'noService').rivals;
    expect(served.ready).toEqual(unserved.ready);
    expect(served.placed[0]).toBeLessThan(unserved.placed[0]);
    expect(unserved.placed[0]).toBeLessThan(unserved.alone[0]);
  });

  it('have clocks as people with a small chance have them: two thirds of the openings for two thirds of the seekers', () => {
    // Clients with a chance of 1% a week who are ready are rivals by another name.
    const chance = 0.01;
    const patch: Patch = {
      clock: { referralWeeks: 1, followUp: 60 },
      clients: { referrals: { value: 20000 } },
      caseworkers: { roles: { adviser: { posts: 0 }, broker: { posts: 0 } } },
      world: { openings: { jobs: { perWeek: 10, rivals: 100 } } },
      pathway: {
        transitions: {
          findsWork: { openings: 'jobs', hazard: String(chance) },
          losesWork: { hazard: '0' },
        },
      },
    };
    const { clients, rivals } = starts(patch);
    const places = 10 * 61;
    expect(clients + rivals.placed[0]).toBe(places);
    // About 197 clients and 100 rivals are ready a week; 610 places: standard error 0.019, 4.4 of them.
    const share = clients / places;
    expect(Math.abs(share - 2 / 3)).toBeLessThan(0.02 + 4.4 * Math.sqrt(0.222 / places));
  });
});
