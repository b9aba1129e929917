import { describe, expect, it } from 'vitest';
import { changeOnItsWay, peopleByOffice } from '../../../src/model/adoption/believedChange.ts';
import { levelOf } from '../../../src/model/adoption/effect.ts';
import { gainFor, type Option, optionOf } from '../../../src/model/adoption/option.ts';
import { bestChoice, partnersOf, worthOf } from '../../../src/model/adoption/portfolio.ts';
import { type ChangeCourse, pricesBesideAreas } from '../../../src/model/areas/areaGain.ts';
import type { Instrument } from '../../../src/model/incentives/instrument.ts';
import type { PartnershipState } from '../../../src/model/partnership/state.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const city: Patch = {
  areas: { city: {} },
  offices: {
    north: { area: 'city', cash: { start: 1e6 } },
    south: { area: 'city', cash: { start: 1e6 } },
  },
  incentives: { joining: null, lasting: null, start: { amount: 1000 } },
};
const club = {
  evidence: 'promising',
  setUp: { fixed: 300, perShare: 100 },
  running: { fixed: 2, perShare: 4 },
  priority: { perShare: 3 },
  expects: { jobStart: 40 },
  delay: 12,
  review: 20,
};
const withClub = (more: Patch = {}): Patch => ({ interventions: { club: { ...club, ...more } } });
const STEP = 8;

/** Looks once at a world before any decision. */
function lookAt(look: (world: World) => void, ...patches: Patch[]): void {
  let looked = 0;
  runSmall(openSmall(city, ...patches), {
    look: (world) => {
      if (world.step !== STEP) return;
      looked++;
      look(world);
    },
  });
  expect(looked).toBe(1);
}

/** What the first intervention offers the city, as if it were reviewed now. */
function optionNow(world: World): Option {
  const terms = { ...Object.values(world.phase.scenario.interventions)[0], review: 1 };
  return optionOf(world, 0, terms, world.interventions!.deciders[0][0], 0, peopleByOffice(world))!;
}

/** Police and probation with equal shares, who trust each other as stated. */
function partnership(share: readonly number[], trust: number, coordination: number): PartnershipState {
  const n = share.length;
  return {
    names: ['police', 'probation', 'council'].slice(0, n),
    share: Float64Array.from(share),
    influence: new Float64Array(n).fill(1 / n),
    promised: new Float64Array(n),
    delivered: Float64Array.from({ length: n }, (_, i) => 0.8 - 0.4 * i),
    trust: [new Float64Array(n * n).fill(trust)],
    budgets: new Uint8Array(1),
    coordination: Float64Array.of(coordination),
  } as unknown as PartnershipState;
}

describe('what an intervention is worth', () => {
  it('to who decides alone is belief × reward + priority − cost over what the horizon leaves after the delay', () => {
    lookAt((world) => {
      const option = optionNow(world);
      const people = world.windowTo - world.windowFrom;
      expect(people).toBe(6 * (STEP + 1));
      const gain = gainFor(world, world.interventions!.deciders[0][0], pricesBesideAreas(world));
      // 40 of 100 people a year, for 40 of 52 weeks.
      const reward = 1000 * 0.4 * people * (40 / 52);
      expect(gain(option.course)).toBeCloseTo(reward, 8);
      const partners = partnersOf(world, 0, option);
      const believed = () => option.chance[0] * gain(option.course);
      expect(worthOf([option], believed, partners)).toBeCloseTo(0.5 * reward + 40 * (3 - 6) - 400, 8);
      expect(worthOf([option], () => 0, partners)).toBeCloseTo(40 * (3 - 6) - 400, 8);
    }, withClub());
  });

  it('counts those for whom it is', () => {
    lookAt(
      (world) => {
        const [{ change, from, to }] = optionNow(world).course;
        expect([from, to]).toEqual([12, 52]);
        const near = world.names.groups.indexOf('near');
        change.forEach((each, cell) => {
          const event = Math.floor(cell / world.names.groups.length);
          const counts = event === world.names.events.indexOf('jobStart') && cell % 2 === near;
          expect(each !== 0).toBe(counts);
        });
      },
      withClub({ groups: { near: true } }),
    );
  });

  it('and its money go with scale, and a plan leaves the weeks until then', () => {
    const plain: number[] = [];
    lookAt((world) => plain.push(optionNow(world).own, optionNow(world).setUp), withClub());
    lookAt(
      (world) => {
        expect(optionNow(world).own).toBeCloseTo(2 * plain[0], 8);
        expect(optionNow(world).setUp).toBeCloseTo(2 * plain[1], 8);
      },
      withClub(),
      { scale: 2 },
    );
    lookAt(
      (world) => {
        // Week 40 is 31 weeks from the next one; 12 of them go into setting it up, which is paid anyway.
        expect(optionNow(world).own).toBeCloseTo((31 - 12) * (3 - 6), 8);
      },
      withClub({ planned: { city: 40 } }),
    );
  });
});

describe('several partners', () => {
  const needs = { needs: { police: 3, probation: 1 } };
  /** Partners whose names the file need not know here. */
  const of = (world: World, state: PartnershipState): World => {
    const scenario = {
      ...world.phase.scenario,
      interventions: { club: { ...world.phase.scenario.interventions.club, ...needs } },
    };
    return { ...world, partnership: state, phase: { ...world.phase, scenario } };
  };
  const worth = (world: World, reward: number): number => {
    const option = optionNow(world);
    return worthOf([option], (i) => option.chance[i] * reward, partnersOf(world, 0, option));
  };

  it('each gain their share, bear what is needed of them, and count on the others by trust', () => {
    lookAt((world) => {
      const joint = of(world, partnership([0.5, 0.5], 0.6, 0));
      const option = optionNow(joint);
      expect(option.burden).toEqual([0.75, 0.25]);
      expect(option.chance[0]).toBeCloseTo(0.5 * (0.75 + 0.25 * 0.6), 12);
      expect(option.chance[1]).toBeCloseTo(0.5 * (0.75 * 0.6 + 0.25), 12);
      const police = 0.5 * option.chance[0] * 5000 + 0.75 * option.own;
      const probation = 0.5 * option.chance[1] * 5000 + 0.25 * option.own;
      expect(worth(joint, 5000)).toBeCloseTo(Math.min(police, probation), 8);
      const coordinated = of(world, partnership([0.5, 0.5], 0.6, 0.5));
      expect(worth(coordinated, 5000)).toBeCloseTo(
        Math.min(police + 0.5 * probation, probation + 0.5 * police),
        8,
      );
    }, withClub());
  });

  it('ride free on what is shared among more of them, and coordination repairs it', () => {
    lookAt((world) => {
      const reward = 3000;
      const alone = worth(of(world, partnership([1, 0], 1, 0)), reward);
      const shared = worth(of(world, partnership([0.5, 0.5], 1, 0)), reward);
      const spread = worth(of(world, partnership([0.2, 0.2, 0.6], 1, 0)), reward);
      const pooled = worth(of(world, partnership([0.2, 0.2, 0.6], 1, 1)), reward);
      const { own } = optionNow(world);
      expect(own + 0.5 * reward).toBeGreaterThan(0);
      // Police bear three quarters: their half of the reward still pays, a fifth of it does not.
      expect(shared).toBeGreaterThan(0);
      expect(spread).toBeLessThan(0);
      // Who decides as one weighs all of it.
      expect(pooled).toBeCloseTo(own + 0.5 * reward, 8);
      // Where the police earn all, probation has costs alone and does not take part.
      expect(alone).toBeCloseTo(0.25 * own, 8);
      const distrusted = worth(of(world, partnership([0.5, 0.5], 0.1, 0)), reward);
      expect(distrusted).toBeLessThan(shared);
    }, withClub());
  });

  it('make it work as far as they deliver', () => {
    lookAt((world) => {
      const joint = of(world, partnership([0.5, 0.5], 1, 0));
      const state = { ...world.interventions!, runsFrom: [Float64Array.of(5)] };
      const levels = levelOf({ ...joint, interventions: state }, 0, false, new Float64Array(2));
      for (const level of levels) expect(level).toBeCloseTo(0.75 * 0.8 + 0.25 * 0.4, 12);
      expect([...levelOf({ ...joint, interventions: state }, 0, true, new Float64Array(2))]).toEqual([0, 0]);
    }, withClub());
  });
});

describe('a portfolio', () => {
  const two: Patch = { interventions: { club, other: { ...club, review: 20 } } };

  /** Pays 10,000 for a rise by 60 starts a year per 100 people or more: two interventions of 40 reach it, one does not. */
  const threshold = (world: World): Instrument => {
    const event = world.names.events.indexOf('jobStart');
    return {
      kind: 'areaTest',
      name: 'test',
      believedPrice: () => 0,
      believedForChange: (_: number, course: ChangeCourse) => {
        let rise = 0;
        for (const { change, from, to } of course)
          for (let group = 0; group < 2; group++) rise += change[event * 2 + group] * (to - from);
        const people = world.windowTo - world.windowFrom;
        return rise >= 0.6 * (40 / 52) * people ? 10000 : 0;
      },
    } as unknown as Instrument;
  };
  const choiceOf = (world: World, onItsWay: ChangeCourse): number[] => {
    const changed = { ...world, instruments: [threshold(world)] };
    const decider = world.interventions!.deciders[0][0];
    const people = peopleByOffice(world);
    const options = Object.values(world.phase.scenario.interventions).map(
      (terms, k) => optionOf(changed, k, { ...terms, review: 1 }, decider, 0, people)!,
    );
    const gain = gainFor(changed, decider, pricesBesideAreas(changed));
    const chosen = bestChoice(changed, 0, options, gain, onItsWay, () => true);
    return (chosen ?? []).map(({ intervention }) => intervention);
  };

  it('reaches together what none reaches alone', () => {
    // Promising, 0.25 × 10,000 for both against 2 × 520; unknown, 0.04 × 10,000.
    lookAt((world) => expect(choiceOf(world, [])).toEqual([0, 1]), two);
    const unknown: Patch = {
      interventions: { club: { evidence: 'unknown' }, other: { evidence: 'unknown' } },
    };
    lookAt((world) => expect(choiceOf(world, [])).toEqual([]), two, unknown);
  });

  it('counts on what is on its way, until that shows in the figures', () => {
    lookAt(
      (world) => {
        const onItsWay = changeOnItsWay(world, 0, peopleByOffice(world));
        // Proven and planned for week 10, so that it runs in 51 of the 52 weeks from the next one on.
        let rise = 0;
        for (const { change, from, to } of onItsWay)
          rise += (to - from) * change.reduce((sum, each) => sum + each, 0);
        expect(rise).toBeCloseTo(0.9 * 0.4 * 54 * (51 / 52), 8);
      },
      { interventions: { club: { ...club, evidence: 'proven', planned: { city: 10 } } } },
    );
    const shown: Patch = { portfolio: { shownAfter: 3 } };
    lookAt(
      (world) => expect(changeOnItsWay(world, 0, peopleByOffice(world))).toEqual([]),
      { interventions: { club: { ...club, planned: { city: 5 } } } },
      shown,
    );
  });
});
