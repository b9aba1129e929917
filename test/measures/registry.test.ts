import { describe, expect, it } from 'vitest';
import { UNDEFINED_WHERE_CONTACT_ENDS } from '../../src/measures/contactEnds.ts';
import { createObservers, measureCatalogue, measureFamilyIds } from '../../src/measures/registry.ts';
import { weeklyDocs } from '../../src/measures/weekly.ts';
import { COMMISSIONER, officeParty } from '../../src/model/money/books.ts';
import { Contact } from '../../src/model/service.ts';
import { measureKey, sliceParts } from '../../src/tables/rows.ts';
import { HandMadeWorld, JOB_START } from './handMadeWorld.ts';

/** Ten clients, thirty weeks of contacts of all kinds, some outcomes, some leaving. */
function busyWorld(): HandMadeWorld {
  const clients = Array.from({ length: 10 }, (_, row) => ({
    need: 0.05 + row / 10,
    group: row % 2,
    referredAt: row < 5 ? 0 : 3,
  }));
  return new HandMadeWorld(clients, {
    steps: 30,
    followUp: 26,
    quality: true,
    partners: true,
    returns: { jobStart: 100 },
    measures: {
      period: 10,
      condition: { barrier: 'health', from: 0.4, groups: {} },
      decomposition: {
        event: 'jobStart',
        before: { from: 0, to: 10 },
        after: { from: 10, to: 20 },
        recordOf: 'everybody',
      },
    },
  });
}

function runBusy(hand: HandMadeWorld, observe: () => void): void {
  for (let row = 0; row < 5; row++) hand.attach(row, 0, row % 2);
  const { books } = hand.world;
  books.post(4, COMMISSIONER, officeParty(0), books.open('startFee', 'fee', 'fees'), 0, 500);
  for (let step = 0; step < 30; step++) {
    if (step === 3) for (let row = 5; row < 9; row++) hand.attach(row, 3, row % 2);
    if (step === 9) hand.event(0, JOB_START, 9).event(1, JOB_START, 9);
    if (step === 12) hand.leave(2, 12).leave(7, 12);
    const kind = [Contact.matched, Contact.holding, Contact.token][step % 3];
    hand.week(step, [
      { row: (step * 7) % 10, hours: 0.5, kind },
      { row: step % 4, role: 1 },
    ]);
    observe();
  }
}

describe('the catalogue', () => {
  it('defines each measure without leaning on the one before, since cards and lists show it alone', () => {
    const leaning = measureCatalogue().filter(({ definition }) => /^(The same|As)\b/.test(definition));
    expect(leaning.map(({ id }) => id)).toEqual([]);
  });

  it('says of hours by the client-week that they are undefined where contact is itself the outcome', () => {
    const said = measureCatalogue().filter(({ caveat }) => caveat.includes(UNDEFINED_WHERE_CONTACT_ENDS));
    expect(said.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'hours.perClientWeek',
        'hours.byRole',
        'hours.byDisposition',
        'hours.inCrisis',
        'hours.outsideCrisis',
      ]),
    );
  });

  it('has one entry a measure, with every text said', () => {
    const ids = measureCatalogue().map((doc) => doc.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const doc of measureCatalogue()) {
      for (const text of [doc.unit, doc.definition, doc.formula, doc.reading, doc.caveat]) {
        expect(text.trim(), doc.id).not.toBe('');
      }
      expect(doc.kind === 'companion', doc.id).toBe(doc.companion !== undefined);
    }
  });

  it('knows every row of a world and its slices, and each key comes once', () => {
    const hand = busyWorld();
    const companion = busyWorld();
    runBusy(companion, () => {});
    const observers = createObservers(undefined, hand.world, hand.setup.scenario);
    runBusy(hand, () => observers.observe(hand.world));
    const { rows } = observers.finish(hand.world, { equalTime: companion, noService: companion });
    const docs = new Map(measureCatalogue().map((doc) => [doc.id, doc]));
    const keys = rows.map((row) => measureKey(row.measure, row.slice));
    expect(new Set(keys).size).toBe(keys.length);
    // Every measure of the catalogue is measured, and nothing else; contrasts need a second design.
    const ofWorlds = [...docs.values()].filter(({ kind }) => kind !== 'contrast').map(({ id }) => id);
    expect(new Set(rows.map((row) => row.measure))).toEqual(new Set(ofWorlds));
    for (const row of rows) {
      const slice = Object.keys(sliceParts(row.slice)).join(',');
      if (slice !== '') expect(docs.get(row.measure)?.slices, row.measure).toContain(slice);
      if (row.value === null) expect(row.why, measureKey(row.measure, row.slice)).toBeTruthy();
      else expect(Number.isFinite(row.value), measureKey(row.measure, row.slice)).toBe(true);
    }
  });
});

describe('observers', () => {
  it('read the world and never write to it', () => {
    const alone = busyWorld();
    runBusy(alone, () => {});
    const watched = busyWorld();
    const observers = createObservers(undefined, watched.world, watched.setup.scenario);
    runBusy(watched, () => observers.observe(watched.world));
    observers.finish(watched.world, {});
    expect(watched.world).toEqual(alone.world);
  });

  it('are those asked for, and an unknown family is an error that names the known ones', () => {
    const hand = busyWorld();
    const some = createObservers(['parking'], hand.world, hand.setup.scenario);
    const { rows } = some.finish(hand.world, {});
    expect(rows.every((row) => row.measure.startsWith('parking.'))).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    expect(() => createObservers(['parkin'], hand.world, hand.setup.scenario)).toThrow(
      /parkin; there are .*parking/,
    );
    expect(measureFamilyIds).toContain('money');
  });

  it('give no number for a world without anybody, and never NaN', () => {
    const hand = new HandMadeWorld([]);
    const observers = createObservers(undefined, hand.world, hand.setup.scenario);
    hand.weeks(0, 5);
    observers.observe(hand.world);
    for (const row of observers.finish(hand.world, {}).rows) {
      if (row.value !== null) expect(row.value, measureKey(row.measure, row.slice)).toBe(0);
    }
  });
});

/** Reviews that looked at nobody. */
function hold({ world }: HandMadeWorld, ...kinds: string[]): void {
  for (const kind of kinds) {
    const nothing = { offices: [], evidence: [], value: [], changedByStories: false, changedByFavour: false };
    world.commissioner.held.push({ step: 3, name: kind, kind, ...nothing });
  }
}

describe('weekly series', () => {
  it('count what happened week by week', () => {
    const hand = busyWorld();
    hold(hand, 'push', 'prioritise');
    const observers = createObservers(undefined, hand.world, hand.setup.scenario);
    runBusy(hand, () => {
      // What the manager lets through is felt; a contract moves in the middle of the run.
      hand.world.offices.pressure.set([9, 9]);
      hand.world.offices.felt.set([1, 2]);
      if (hand.world.step >= 15) hand.world.offices.referralShare.set([0, 1]);
      observers.observe(hand.world);
    });
    const { weekly } = observers.finish(hand.world, {});
    const whole = weekly.filter((each) => each.slice === '');
    const series = Object.fromEntries(whole.map((each) => [each.series, each.values]));
    expect(Object.keys(series)).toEqual(Object.keys(weeklyDocs));
    expect([...series.referred.slice(0, 5)]).toEqual([5, 0, 0, 5, 0]);
    expect([...series.attached.slice(0, 5)]).toEqual([5, 0, 0, 4, 0]);
    expect(series.caseload[11]).toBe(9);
    expect(series.caseload[12]).toBe(7);
    expect(series.starts[9]).toBe(2);
    expect(series.paid[4]).toBe(500);
    const byOffice = weekly.filter((each) => each.series === 'paid' && each.slice !== '');
    expect(byOffice.map((each) => each.slice)).toEqual(
      hand.world.names.offices.map((name) => `office=${name}`),
    );
    for (let week = 0; week < series.paid.length; week++)
      expect(byOffice.reduce((sum, each) => sum + each.values[week], 0)).toBeCloseTo(series.paid[week], 9);
    // 1 and 2 felt at shares .7 and .3, and then at 0 and 1.
    expect(series.pressure[1]).toBeCloseTo(1.3, 12);
    expect(series.pressure[15]).toBe(2);
    expect(series.hours[0]).toBe(0.5);
    expect(series.hours.reduce((sum, value) => sum + value, 0)).toBe(
      hand.tallies.roleHours[0].reduce((sum, value) => sum + value, 0),
    );
    expect(series.parked[29]).toBeGreaterThan(0);
    expect(weekly.every((each) => each.values.length === 30)).toBe(true);
  });

  it('tell of a board only where one pushes, and of its priorities only where it sets some', () => {
    const ofBoard = (...kinds: string[]) => {
      const hand = busyWorld();
      hold(hand, ...kinds);
      const observers = createObservers(undefined, hand.world, hand.setup.scenario);
      runBusy(hand, () => observers.observe(hand.world));
      return observers
        .finish(hand.world, {})
        .weekly.map(({ series }) => series)
        .filter((series) => /^(board|priority)/.test(series));
    };
    expect(ofBoard('tender', 'ratchet')).toEqual([]);
    expect(ofBoard('push')).toEqual(['boardPressure']);
    expect(ofBoard('prioritise')).toEqual(['priorityService', 'priorityChange', 'priorityMaintenance']);
  });
});
