import { describe, expect, it } from 'vitest';
import { createObservers } from '../../src/measures/index.ts';
import { programmeEvents } from '../../src/model/names.ts';
import { appearanceOf, openEyes } from '../../src/model/people/appearance.ts';
import type { Lives } from '../../src/model/people/lives.ts';
import type { World } from '../../src/model/world.ts';
import { runTwins } from '../../src/simulation/run.ts';
import { buildSmall, openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

/** Somebody moves, loses work, has crises that matter and skips the programme. */
const eventful: Patch = {
  clients: { crisis: { onset: 0.1 }, change: { help: 0.02, drift: 0.02, wear: 0.01 } },
  pathway: {
    transitions: {
      losesWork: { hazard: 'logistic(-2 + need + crisis)' },
      findsWork: { quality: '0.3 + 0.4 * motivation' },
    },
    programme: { uptake: 0.7 },
  },
};
const plentiful: Patch = {
  world: { openings: { jobs: { perWeek: 'constant(1000000)' } } },
  pathway: { transitions: { findsWork: { openings: 'jobs' } } },
};

/** What is told of lives: events of the pathway, barriers, stages, quality. */
function told(lives: Lives) {
  const own = <T>(columns: T[]): T[] => columns.slice(programmeEvents.length);
  return {
    events: own(lives.firstEvent),
    counts: own(lives.eventCount),
    barriers: lives.barriers,
    stage: lives.stage,
    since: lives.stageSince,
    quality: lives.goodQuality,
    milestones: lives.milestoneCount,
  };
}
const events = (lives: Lives): number =>
  lives.eventCount.reduce((sum, each) => sum + each.reduce((a, b) => a + b, 0), 0);

function sharedTwins(...patches: Patch[]): Lives {
  const built = buildSmall(openSmall(...patches));
  runTwins(built);
  return built.world.twins;
}

describe('twins', () => {
  it('lived once for all designs are those that are lived beside their clients', () => {
    const beside = runSmall(openSmall(eventful));
    expect(told(sharedTwins(eventful))).toEqual(told(beside.twins));
    expect(events(beside.twins)).toBeGreaterThan(60);
  });

  it('where openings are plentiful are those of a world without pools', () => {
    const beside = runSmall(openSmall(eventful, plentiful));
    expect(told(sharedTwins(eventful))).toEqual(told(beside.twins));
  });

  it('shared or not leave the clients’ lives alone', () => {
    const beside = runSmall(openSmall(eventful));
    const shared = runSmall(openSmall(eventful), { shared: { twins: sharedTwins(eventful) } });
    expect(told(shared.clients)).toEqual(told(beside.clients));
    expect(shared.clients.firstEvent).toEqual(beside.clients.firstEvent);
    expect(shared.service).toEqual(beside.service);
  });

  it('are the lives of a world without service', () => {
    for (const patches of [[eventful], [eventful, plentiful]]) {
      const world = runSmall(openSmall(...patches), { division: 'noService' });
      expect(told(world.clients)).toEqual(told(world.twins));
      expect(world.service.attachedAt.every((week) => week < 0)).toBe(true);
    }
  });

  it('differ from clients who were helped', () => {
    const world = runSmall(openSmall(eventful));
    expect(told(world.clients)).not.toEqual(told(world.twins));
  });
});

describe('the equal-time world', () => {
  const parkedAfter = 8;
  const small: Patch = {
    clock: { referralWeeks: 20, followUp: 40 },
    // At a full load of 12 even a caseworker's last client brings the hours of one appointment.
    caseworkers: { roles: { adviser: { posts: 4, hoursPerWeek: 10, fullLoad: 12 } }, motives: { turn: 0 } },
    measures: { parkedAfter },
    pathway: { programme: { uptake: 1 } },
  };

  /** The share of client-weeks parked unseen, and the longest gap that equal turns would make. */
  function parking(division: World['division']): { share: number; gap: number } {
    const loaded = openSmall(small);
    const { scenario } = loaded.designs[0];
    let largest = 0;
    let share = Number.NaN;
    runSmall(loaded, {
      division,
      prepare: (world) => {
        const observers = createObservers(['parking'], world, scenario);
        world.observers.push((now) => {
          observers.observe(now);
          largest = Math.max(largest, ...now.caseworkers.caseload.subarray(0, 4));
          if (now.step < now.steps - 1) return;
          const { rows } = observers.finish(now, {});
          share = rows.find((row) => row.measure === 'parking.unseen' && row.slice === '')!.value!;
        });
      },
    });
    // Six hours a week in appointments of half an hour.
    return { share, gap: (largest * 0.5) / 6 };
  }

  it('parks nobody, while the gap of equal turns is a third of what counts as parked', () => {
    const equal = parking('equalTime');
    expect(equal.gap).toBeGreaterThan(1.5);
    expect(equal.gap).toBeLessThan(parkedAfter / 3);
    expect(equal.share).toBe(0);
    expect(parking('scenario').share).toBeGreaterThan(0.02);
  });

  it('gives everybody who is seen the same hours, longest unseen first', () => {
    runSmall(openSmall(small), {
      division: 'equalTime',
      look: ({ service, caseworkers }) => {
        for (let worker = 0; worker < 4; worker++) {
          const hours = service.attached
            .subarray(0, service.attachedCount)
            .filter((row) => service.worker[0][row] === worker && service.hours[0][row] > 0);
          expect(new Set(Array.from(hours, (row) => service.hours[0][row])).size).toBeLessThanOrEqual(1);
          expect(caseworkers.hoursGiven[worker]).toBeLessThanOrEqual(
            caseworkers.hoursAvailable[worker] * (1 + 1e-6),
          );
        }
      },
    });
  });
});

describe('the need-first world', () => {
  const small: Patch = {
    clock: { referralWeeks: 20, followUp: 40 },
    // Nothing is learnt and nothing changes in contact, so that the step's order can be told after it.
    clients: { appearanceLearning: 1e12, change: { help: 0, drift: 0, wear: 0 } },
    caseworkers: { roles: { adviser: { posts: 4, hoursPerWeek: 10, fullLoad: 12 } } },
    pathway: { programme: { uptake: 1 } },
  };

  it('serves nobody before somebody who seems to be in greater need, in equal appointments of all hours', () => {
    let passedOver = 0;
    runSmall(openSmall(small), {
      division: 'needFirst',
      look: (world) => {
        const { service, caseworkers, phase, clients } = world;
        const eyes = openEyes(world);
        for (let worker = 0; worker < 4; worker++) {
          const mine = Array.from(service.attached.subarray(0, service.attachedCount)).filter(
            (row) => service.worker[0][row] === worker && phase.roles[0].claim[clients.stage[row]] > 0,
          );
          const seen = mine.filter((row) => service.hours[0][row] > 0);
          const unseen = mine.filter((row) => service.hours[0][row] === 0);
          expect(new Set(seen.map((row) => service.hours[0][row])).size).toBeLessThanOrEqual(1);
          if (seen.length === 0 || unseen.length === 0) continue;
          passedOver++;
          const needs = (rows: number[]) => rows.map((row) => appearanceOf(world, row, eyes));
          expect(Math.min(...needs(seen))).toBeGreaterThanOrEqual(Math.max(...needs(unseen)) - 1e-9);
          expect(caseworkers.hoursGiven[worker]).toBeCloseTo(caseworkers.hoursAvailable[worker], 9);
        }
      },
    });
    expect(passedOver).toBeGreaterThan(20);
  });

  it('gives the hardest fifth more hours than equal time does, and the easiest fewer', () => {
    const loaded = openSmall(small);
    const hours = (division: World['division'], fifth: number): number => {
      const world = runSmall(loaded, { division });
      let sum = 0;
      for (let row = 0; row < world.people.count; row++)
        if (world.people.fifth[row] === fifth) sum += world.service.contactHours[row];
      return sum;
    };
    expect(hours('needFirst', 4)).toBeGreaterThan(1.2 * hours('equalTime', 4));
    expect(hours('needFirst', 0)).toBeLessThan(0.8 * hours('equalTime', 0));
  });
});
