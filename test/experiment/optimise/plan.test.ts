import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../../src/cli/firstScenario.ts';
import { axisPlace, axisValue } from '../../../src/experiment/optimise/axisPlaces.ts';
import { chosenDesign } from '../../../src/experiment/optimise/chosenDesign.ts';
import { planOptimisation } from '../../../src/experiment/optimise/planOptimisation.ts';
import { openScenario } from '../../../src/simulation/index.ts';
import { fee, open, planOf, posts } from './toy.ts';

const problemsOf = (texts: Parameters<typeof planOf>[0]): string[] => {
  try {
    planOf(texts);
  } catch (error) {
    return (error as RangeError).message.split('\n');
  }
  return [];
};

describe('places along an axis', () => {
  it('have round values, ends included, and whole numbers where only those are allowed', () => {
    const money = { path: fee, range: { lo: 0, hi: 6000, whole: false } };
    expect([0, 0.12345, 0.5, 1].map((place) => axisValue(money, place))).toEqual([0, 740, 3000, 6000]);
    const share = { path: 'x', range: { lo: 0.25, hi: 0.75, whole: false } };
    expect([0, 0.3333, 1].map((place) => axisValue(share, place))).toEqual([0.25, 0.417, 0.75]);
    const whole = { path: posts, range: { lo: 6, hi: 8, whole: true } };
    expect([0, 0.34, 0.5, 0.999, 1].map((place) => axisValue(whole, place))).toEqual([6, 7, 7, 8, 8]);
  });

  it('are found again by their value', () => {
    const listed = { path: 'x', values: ['a', 'b', 'c'] };
    for (const axis of [listed, { path: 'x', range: { lo: 6, hi: 8, whole: true } }])
      for (const place of [0.1, 0.5, 0.9]) {
        const value = axisValue(axis, place);
        expect(axisValue(axis, axisPlace(axis, value)!)).toBe(value);
      }
    expect(axisPlace(listed, 'd')).toBe(undefined);
    expect(axisPlace({ path: 'x', range: { lo: 0, hi: 1, whole: false } }, 2)).toBe(undefined);
  });
});

describe('a plan', () => {
  it('reads goals, limits and parameters, and where the file stands', () => {
    const plan = planOf({
      goal: ['additional.rate[fifth=5]', 'spend.total:lower', 'equity.gap:lower'],
      where: ['parking.share[fifth=5] <= 0.3', 'provider.margin>=-0.05'],
      vary: [`${fee}=0:6000`, `${posts}=12,6,18`],
    });
    expect(plan.goals.map(({ better }) => better)).toEqual(['higher', 'lower', 'lower']);
    expect(plan.limits).toEqual([
      { measure: 'parking.share[fifth=5]', is: 'atMost', value: 0.3 },
      { measure: 'provider.margin', is: 'atLeast', value: -0.05 },
    ]);
    expect(plan.axes[1].values).toEqual([6, 12, 18]);
    expect(plan.own?.settings).toEqual({ [fee]: 3000, [posts]: 12 });
    expect(plan.own?.place).toEqual([0.5, 0.5]);
    expect(planOf({ vary: [`${fee}=4000:6000`] }).own).toBe(undefined);
  });

  it('says everything that is wrong at once, with what was perhaps meant', () => {
    expect(
      problemsOf({
        goal: ['additional.rat', 'equity.gap', 'paid.total:lower', 'paid.total:higher'],
        where: ['parking.share=0.3', 'parking.share[fifth=9]<=0.3'],
        vary: ['incentives.startFee.amout=0:6000', 'seed=a,b'],
      }),
    ).toEqual([
      expect.stringMatching(/^--goal additional\.rat: .*Did you mean additional\.rate\?$/),
      expect.stringMatching(/^--goal equity\.gap: .*equity\.gap:higher or equity\.gap:lower$/),
      '--goal paid.total is given twice',
      expect.stringMatching(/^--where parking\.share=0\.3: write a measure, <= or >=/),
      expect.stringMatching(/^--where parking\.share\[fifth=9\]<=0\.3: .*Allowed: 1, 2, 3, 4, 5/),
      expect.stringMatching(
        /^--vary incentives\.startFee\.amout: .*Did you mean incentives\.startFee\.amount\?$/,
      ),
      expect.stringMatching(/^--vary seed: /),
    ]);
  });

  it('refuses a way that is neither higher nor lower, and limits that nothing keeps', () => {
    expect(
      problemsOf({
        goal: ['additional.rate:more'],
        where: ['parking.share<=0.1', 'parking.share>=0.3', 'outcome.rate>=0.1', 'outcome.rate<=0.1'],
      }),
    ).toEqual([
      '--goal additional.rate:more: after the colon comes higher or lower, not "more"',
      '--where parking.share: nothing is both at least 0.3 and at most 0.1',
    ]);
  });

  it('warns where the timeline sets again what is varied', () => {
    const effect = 'activities.meeting.effects.health';
    const later =
      'timeline: { cut: { at: 20, set: { activities: { meeting: { effects: { health: 0.5 } } } } } }\n';
    const loaded = openScenario({ file: 'x.yaml', text: firstScenario + later, extended: {}, set: [] });
    const warningsOf = (...vary: string[]) =>
      planOptimisation(loaded, { goal: ['additional.rate'], where: [], vary }).warnings;
    const again = `timeline.cut.set.${effect}`;
    expect(warningsOf(`${effect}=0:2`)).toEqual([expect.stringContaining(again)]);
    expect(warningsOf(`${effect}=0:2`, `${again}=0:2`)).toEqual([]);
  });
});

describe('the design that is varied', () => {
  const bundle = { file: 'toy.yaml', text: firstScenario, extended: {}, set: [] };

  it('is the file for its base, and for another that design alone, with the same luck and numbers', () => {
    const loaded = open();
    expect(chosenDesign(bundle, loaded)).toBe(bundle);
    const alone = openScenario(chosenDesign(bundle, loaded, 'grant'));
    expect(alone.designs.map(({ id, hash }) => [id, hash])).toEqual([['grant', loaded.designs[1].hash]]);
    const plan = planOptimisation(alone, {
      goal: ['additional.rate'],
      where: [],
      vary: ['incentives.grant.amount=0:36000'],
    });
    expect(plan.own?.settings).toEqual({ 'incentives.grant.amount': 18400 });
  });

  it('must be there, and hold from the start', () => {
    expect(() => chosenDesign(bundle, open(), 'grand')).toThrow(/Did you mean grant\?/);
    const text = firstScenario.replace('title: A grant in its place,', 'title: A grant, from: 10,');
    const late = { ...bundle, text };
    expect(() => chosenDesign(late, openScenario(late), 'grant')).toThrow(/begins in week 10/);
  });
});
