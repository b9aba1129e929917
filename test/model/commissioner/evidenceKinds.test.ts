import { describe, expect, it } from 'vitest';
import { publishedEffects } from '../../../src/model/commissioner/evidence/research.ts';
import { serviceFelt } from '../../../src/model/commissioner/evidence/user.ts';
import { weighEvidence } from '../../../src/model/commissioner/evidence.ts';
import { meanValueAdded, type ValueAdded } from '../../../src/model/money/valueAdded.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { pictures, reviewed, threeOffices } from './programme.ts';

const offices = [0, 1, 2];
const watched = reviewed({ kind: 'push', event: 'jobStart', aim: 0.5, response: 0 });

/** Evidence of one kind alone at the end of a week, with what stands beside it in `commissioner`. */
function evidenceOf(kind: string, more: Patch, look: (evidence: number[], world: World) => void): void {
  const stage = { commissioner: { evidence: { review: { [kind]: 1 } } } };
  const world = openSmall(...watched, stage, more);
  runSmall(world, {
    look: (now) => {
      if (now.step === 24) look(weighEvidence(now, 'review', offices, 8, 24).all, now);
    },
  });
}

function standard(values: number[]): number[] {
  const mean = values.reduce((a, b) => a + b) / values.length;
  const sd = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length);
  return values.map((each) => (each - mean) / sd);
}

describe('the provider’s own account', () => {
  const truth = (world: World) =>
    standard(offices.map((office) => meanValueAdded(world.value as ValueAdded, office, world.steps, 8, 24)));
  const misses = (more: Patch): number[] => {
    const found: number[] = [];
    evidenceOf('provider', more, (evidence, world) => {
      const true_ = truth(world);
      found.push(...evidence.map((value, place) => value - true_[place]));
    });
    return found;
  };
  const trusted = (trust: number): Patch => ({
    offices: Object.fromEntries(
      ['north', 'south', 'west'].map((name) => [name, { commissionerTrust: trust }]),
    ),
  });

  it('is the truth without noise and optimism, and a step of optimism higher with it', () => {
    for (const miss of misses({ commissioner: { provider: { noise: 0 } } })) expect(miss).toBeCloseTo(0, 12);
    for (const miss of misses({ commissioner: { provider: { noise: 0, optimism: 0.7 } } }))
      expect(miss).toBeCloseTo(0.7, 12);
  });

  it('is sharper with trust: the same luck misses by 1 − trust as much', () => {
    const strangers = misses({});
    const friends = misses(trusted(0.8));
    expect(Math.max(...strangers.map(Math.abs))).toBeGreaterThan(0.1);
    friends.forEach((miss, place) => {
      expect(miss).toBeCloseTo(0.2 * strangers[place], 12);
    });
  });

  it('reaches the commissioner as far as trust does, where knowledge needs trust', () => {
    const both = (knowledge: number, trust: number): number[] => {
      const found: number[] = [];
      const stage = { figures: { jobStart: {} }, provider: 1 };
      const commissioner = { evidence: { review: stage }, relations: { knowledge }, provider: { noise: 0 } };
      runSmall(openSmall(...watched, { commissioner }, trusted(trust)), {
        look: (now) => {
          if (now.step !== 24) return;
          const { all } = weighEvidence(now, 'review', offices, 8, 24);
          const account = truth(now);
          const figure = standard(
            offices.map((office) =>
              now.reports.figure(now.names.events.indexOf('jobStart'), 'attached', [office], 8, 24),
            ),
          );
          const reach = 1 - knowledge * (1 - trust);
          all.forEach((value, place) => {
            expect(value).toBeCloseTo((figure[place] + reach * account[place]) / (1 + reach), 10);
          });
          found.push(...all);
        },
      });
      return found;
    };
    expect(both(1, 0)).not.toEqual(both(0, 0));
    both(1, 0.5);
  });
});

describe('what users say', () => {
  it('is the share of those asked who get what they expect', () => {
    evidenceOf(
      'user',
      { commissioner: { user: { asked: 1000, usual: 0, spread: 1 } } },
      (evidence, world) => {
        const { attached, attachedCount, office } = world.service;
        const rows = [...attached.subarray(0, attachedCount)];
        for (const each of offices) {
          const own = rows.filter((row) => office[row] === each);
          const content = own.filter((row) => serviceFelt(world, row) >= 0.4).length;
          expect(evidence[each]).toBeCloseTo(content / own.length, 12);
        }
      },
    );
  });

  it('tells nothing of an office where people expect little: all are satisfied', () => {
    const spreadAt = (expectation: number): number => {
      let spread = Number.NaN;
      const user = { asked: 1000, expectation, usual: 0, spread: 1 };
      evidenceOf('user', { commissioner: { user } }, (evidence) => {
        spread = Math.max(...evidence) - Math.min(...evidence);
      });
      return spread;
    };
    expect(spreadAt(0)).toBe(0);
    expect(spreadAt(0.4)).toBeGreaterThan(0.02);
    // Judged from each other they are all the same.
    evidenceOf('user', { commissioner: { user: { expectation: 0 } } }, (evidence) => {
      expect(evidence).toEqual([0, 0, 0]);
    });
  });

  it('is held against what people are used to, where expectations adapt at reviews', () => {
    const renewal = { kind: 'renew', stage: 'review', bar: -9, first: 20, every: 10 };
    const used = (adapts: number): World =>
      runSmall(
        openSmall(...reviewed(renewal), {
          commissioner: { evidence: { review: { user: 1 } }, user: { adapts } },
        }),
        { look: (now) => void (now.step === 19 && snapshots.push([...now.commissioner.usualService])) },
      );
    const snapshots: (number | undefined)[][] = [];
    used(0);
    expect(snapshots[0].every((value) => value === undefined)).toBe(true);
    used(1);
    const half = used(0.5);
    for (const office of offices) {
      const full = snapshots[1][office] as number;
      expect(snapshots[2][office]).toBeCloseTo((0.4 + full) / 2, 12);
    }
    expect(half.commissioner.usualService[3]).toBeUndefined();
  });
});

describe('research', () => {
  it('knows what the activities of an office do elsewhere, and not here', () => {
    evidenceOf('research', { commissioner: { research: { usual: 0, spread: 1 } } }, (evidence, world) => {
      const effects = publishedEffects(world);
      // Weights .6 and .4 on health and skills: 1 × .6 + .5 × .4, and 2 × .4.
      expect(effects[0]).toBeCloseTo(0.8, 12);
      expect(effects[1]).toBeCloseTo(0.8, 12);
      for (const value of evidence) expect(value).toBeCloseTo(0.8, 12);
    });
    const published = { coaching: 0, course: 1 };
    const research = { published, usual: 0, spread: 1 };
    evidenceOf('research', { commissioner: { research } }, (evidence, { service }) => {
      const { attached, attachedCount, office, lastActivity } = service;
      for (const each of offices) {
        const last = [...attached.subarray(0, attachedCount)]
          .filter((row) => office[row] === each && lastActivity[0][row] >= 0)
          .map((row) => lastActivity[0][row]);
        expect(evidence[each]).toBeCloseTo(last.filter((at) => at === 1).length / last.length, 12);
      }
    });
  });
});

describe('politics and the voice in house', () => {
  it('favours offices as members do, and by a mood that is the same in every design', () => {
    const favour = { offices: { south: { favour: 0.6 } } };
    evidenceOf('politics', favour, (evidence) => {
      expect(evidence).toEqual([0, 0.6, 0]);
    });
    const moods: number[][] = [];
    for (const start of [0, 3000]) {
      const paid = { incentives: { start: { amount: start } }, commissioner: { politics: { shock: 0.5 } } };
      evidenceOf('politics', paid, (evidence) => void moods.push(evidence));
    }
    expect(moods[0]).toEqual(moods[1]);
    expect(new Set(moods[0]).size).toBe(3);
  });

  it('keeps a contract that the evidence would end, and is counted as what changed the decision', () => {
    const renewal = { kind: 'renew', bar: -0.5, handoverLoss: 0 };
    const plain = runSmall(openSmall(...reviewed(renewal)));
    const worst = plain.commissioner.held[0].ended?.office as number;
    expect(plain.commissioner.held[0].changedByFavour).toBe(false);
    const name = plain.names.offices[worst];
    const captured = runSmall(
      openSmall(...reviewed(renewal), { offices: { [name]: { inHouse: { voice: 3 } } } }),
    );
    const [held] = captured.commissioner.held;
    expect(held.changedByFavour).toBe(true);
    expect(held.ended?.office).not.toBe(worst);
    const place = held.offices.indexOf(worst);
    expect(held.evidence[place]).toBeCloseTo(plain.commissioner.held[0].evidence[place] + 3, 12);
  });
});

describe('kinds of evidence that nobody weighs', () => {
  it('leave no trace, whatever is said of them', () => {
    const renewal = { kind: 'renew', bar: -0.5 };
    const settings: Patch = {
      commissioner: {
        provider: { noise: 2, optimism: 1 },
        user: { asked: 3, adapts: 1, expectation: 0.7 },
        research: { published: { course: 9 } },
        politics: { shock: 1 },
      },
      offices: { north: { favour: 1 } },
    };
    expect(pictures([...reviewed(renewal), settings])).toEqual(pictures(reviewed(renewal)));
    expect(pictures([threeOffices, settings])).toEqual(pictures([threeOffices]));
  });
});
