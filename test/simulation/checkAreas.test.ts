import { describe, expect, it } from 'vitest';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const twoAreas: Patch = {
  areas: { hill: {}, valley: {} },
  offices: { north: { area: 'hill' }, south: { area: 'valley' } },
};

describe('areas', () => {
  it('are the same from the first week to the last', () => {
    const timeline = { merge: { at: 3, set: { offices: { south: { area: 'hill' } } } } };
    expect(() => openSmall(twoAreas, { timeline })).toThrow(
      /timeline\.merge\.set\.offices\.south\.area\n +this may not change while the scenario runs/,
    );
    const designs = { base: {}, later: { from: 3, set: { offices: { south: { area: 'hill' } } } } };
    expect(() => openSmall(twoAreas, { designs })).toThrow(/designs\.later\.set\.offices\.south\.area/);
    const added = { base: {}, later: { from: 3, set: { areas: { coast: {} } } } };
    expect(() => openSmall(twoAreas, { designs: added })).toThrow(/designs\.later\.set\.areas\.coast/);
  });

  it('may have no office, so that a design can pool offices into one', () => {
    const pooled = { base: {}, pooled: { set: { offices: { south: { area: 'hill' } } } } };
    const [base, other] = simulateReplicate(openSmall(twoAreas, { designs: pooled }), 0, {
      references: [],
      clientTable: false,
    }).designs;
    // Nothing hangs on areas here, so that the same people live the same lives.
    const whole = (rows: typeof base.rows) => rows.filter(({ slice }) => !slice.includes('area='));
    expect(whole(other.rows)).toEqual(whole(base.rows));
  });
});

describe('names in formulas', () => {
  const trait = (name: string): Patch => ({ world: { localTraits: { [name]: 0 } } });
  it.each(['health', 'shift', 'need', 'recentAdviser', 'weeksSinceContact'])(
    'a local trait called %s would be read as something else',
    (name) =>
      expect(() => openSmall(trait(name))).toThrow(
        new RegExp(`world\\.localTraits\\.${name}\n +formulas know something else by this name`),
      ),
  );

  it('say so of traits, barriers and interventions, too', () => {
    expect(() => openSmall({ interventions: { need: {} } })).toThrow(
      /interventions\.need\n +formulas know something else by this name/,
    );
    expect(() => openSmall({ clients: { traits: { health: 1 } } })).toThrow(
      /clients\.traits\.health\n +formulas know something else by this name\n +found: +health$/m,
    );
    const shocks = { world: { shocks: { slump: { chance: 0.1, weeks: 2 } } } };
    expect(() => openSmall(shocks, { clients: { traits: { shockSlump: 1 } } })).toThrow(
      /clients\.traits\.shockSlump/,
    );
    expect(() => openSmall(shocks, { clients: { traits: { slump: 1 } } })).not.toThrow();
  });
});
