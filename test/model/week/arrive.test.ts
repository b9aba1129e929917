import { describe, expect, it } from 'vitest';
import { referralsByStep } from '../../../src/model/build/people.ts';
import { Contact } from '../../../src/model/service.ts';
import { seedKey } from '../../../src/random/index.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const many: Patch = { clients: { referrals: { value: 200 }, crisis: { onset: 0 } } };
const acute: Patch = { clients: { groups: { far: { inCrisis: 0.3 } }, crisis: { weeks: 2 } } };

describe('crises at referral', () => {
  it('come to the stated share of a group, and last as long as any crisis', () => {
    const crises = [0, 0];
    const people = [0, 0];
    let late = 0;
    runSmall(openSmall(many, acute), {
      look: (world) => {
        for (let row = world.windowFrom; row < world.windowTo; row++) {
          const on = world.service.crisisUntil[row] > world.step;
          const age = world.step - world.people.referredAt[row];
          if (age === 0) {
            people[world.people.group[row]]++;
            if (on) crises[world.people.group[row]]++;
          } else if (age === 1 && world.people.group[row] === 1) {
            expect(on).toBe(world.service.crisisUntil[row] >= 0);
          } else if (age >= 2 && on) late++;
        }
      },
    });
    // About 960 members: five standard deviations of the share are 0.074.
    expect(Math.abs(crises[1] / people[1] - 0.3)).toBeLessThan(0.074);
    expect(crises[0]).toBe(0);
    expect(late).toBe(0);
  });
});

describe('growth of referrals', () => {
  it('compounds from week to week', () => {
    const grown = openSmall(many, { clients: { growth: 0.02 } }).designs[0].scenario;
    const counts = [...referralsByStep(grown, seedKey('growth'), 0)];
    let due = 0;
    counts.forEach((_, week) => {
      due += 200 * 1.02 ** week;
      expect(counts.slice(0, week + 1).reduce((a, b) => a + b, 0)).toBe(Math.floor(due + 1e-9));
    });
  });
});

describe('claims on a role', () => {
  it('say who does what: a role gives hours only in the stages that claim it, and no rule makes it do others', () => {
    const stages = new Set<number>();
    const others = new Set<number>();
    runSmall(
      openSmall(many, {
        rules: { visit: { role: 'broker', every: 1 } },
        caseworkers: { roles: { broker: { claims: { searching: 0, working: 1 } } } },
        pathway: { stages: { working: { claim: 0 } } },
      }),
      {
        look: (world) => {
          for (let row = world.windowFrom; row < world.windowTo; row++) {
            // Who moved this week was seen in the stage before.
            if (world.clients.stageSince[row] === world.step) continue;
            if (world.service.contact[1][row] !== Contact.none) stages.add(world.clients.stage[row]);
            if (world.service.contact[0][row] !== Contact.none) others.add(world.clients.stage[row]);
          }
        },
      },
    );
    expect([...stages]).toEqual([1]);
    expect([...others]).toEqual([0]);
  });
});
