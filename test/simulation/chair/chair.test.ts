import { describe, expect, it } from 'vitest';
import { createObservers } from '../../../src/measures/index.ts';
import type { World } from '../../../src/model/world.ts';
import { buildWorld } from '../../../src/simulation/build.ts';
import { debriefOf, dividedAs } from '../../../src/simulation/chair/debrief.ts';
import { deskView } from '../../../src/simulation/chair/desk.ts';
import { asDivision, asOutsideHours } from '../../../src/simulation/chair/division.ts';
import { DeskLedger, figuresOf } from '../../../src/simulation/chair/figures.ts';
import { type ChairRoom, openRoom } from '../../../src/simulation/chair/room.ts';
import { type Hand, sit } from '../../../src/simulation/chair/sit.ts';
import { openChair } from '../../../src/simulation/index.ts';
import { runWorld } from '../../../src/simulation/run.ts';
import type { ChairDesk, ChairDivision } from '../../../src/tables/chair.ts';
import { copyOf } from '../../support/columns.ts';
import { everyDuty, withDuties } from '../../support/duties.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';

const busy: Patch = {
  clients: { referrals: 24, crisis: { onset: 0.05 } },
  caseworkers: { roles: { adviser: { hoursPerWeek: 20 } } },
};
const wish = { from: 8, weeks: 5, dispositions: ['entrepreneur', 'caregiver', 'bureaucrat', 'equal'] };
const ruled: Patch = { rules: { visit: { role: 'adviser', every: 6 } } };

const tablesOf = ({ caseworkers, service, clients, dutyHours }: World) => ({
  caseworkers: copyOf(caseworkers),
  service: copyOf(service),
  clients: copyOf(clients),
  dutyHours,
});

/** What a disposition divides in each week, as a file would keep it. */
function divisionsOf(room: ChairRoom, disposition: string): ChairDivision[] {
  const made: ChairDivision[] = [];
  sit(room, (world, desk) => {
    const given = dividedAs(world, desk, disposition);
    made.push(JSON.parse(JSON.stringify(asDivision(world, desk, given))));
    return given;
  });
  return made;
}

const byHand =
  (divisions: readonly ChairDivision[]): Hand =>
  (world, desk, nth) =>
    divisions[nth] && asOutsideHours(world, desk, divisions[nth]);

/** All hours in shortest appointments, to those who seem to need them most. */
function needFirst({ clients, hours }: ChairDesk): ChairDivision {
  let left = hours.atHand;
  const given: Record<string, number> = {};
  for (const { id, shortest } of [...clients].sort((a, b) => b.appearance - a.appearance)) {
    if (shortest > left) break;
    given[id] = shortest;
    left -= shortest;
  }
  return { clients: given, inForm: [], duties: {} };
}

describe('a student who divides as a disposition would', () => {
  const room = openRoom(openSmall(withDuties(everyDuty, busy), ruled), wish);

  it.each(wish.dispositions)('makes the same world as %s to the last digit, at distance 0', (disposition) => {
    const divisions = divisionsOf(room, disposition);
    expect(divisions).toHaveLength(5);
    const student = sit(room, byHand(divisions)).world;
    const other = sit(room, (world, desk) => dividedAs(world, desk, disposition)).world;
    expect(tablesOf(student)).toEqual(tablesOf(other));
    const debrief = debriefOf(room, divisions);
    expect(debrief.distances[0]).toMatchObject({ disposition, distance: 0 });
    expect(debrief.distances[1].distance).toBeGreaterThan(0);
    expect(debrief.nearest).toEqual([disposition]);
    expect(debrief.yours).toEqual(debrief.dispositions[disposition]);
  });

  it('makes the world of the caseworker whose chair it is where that is their own', () => {
    const plain = buildWorld(room.design, room.shared);
    runWorld(plain);
    const own = plain.world.names.dispositions[plain.world.caseworkers.disposition[room.worker]];
    const student = sit(room, byHand(divisionsOf(room, own))).world;
    const { caseworkers: there, ...others } = tablesOf(student);
    const { caseworkers: here, ...rest } = tablesOf(plain.world);
    expect(others).toEqual(rest);
    for (const [name, column] of Object.entries(here))
      if (!/strain/i.test(name)) expect([name, there[name]]).toEqual([name, column]);
  });
});

describe('the chair', () => {
  const loaded = openSmall(busy);

  it('keeps hours: what is at hand went somewhere or was left', () => {
    const chair = openChair(openSmall(withDuties(everyDuty, busy), ruled), wish);
    while (chair.desk) {
      const division = needFirst(chair.desk);
      const most = chair.desk.hours.atHand / 3;
      const few = Object.entries(division.clients).filter((_, at) => at < most);
      division.clients = Object.fromEntries(few);
      for (const { name, item, waiting } of chair.desk.duties)
        if (waiting >= item) division.duties[name] = item;
      expect(chair.divide(division)).toEqual([]);
    }
    const { yours, dispositions } = chair.debrief();
    for (const { hours } of [yours, ...Object.values(dispositions)]) {
      const duties = Object.values(hours.duties).reduce((a, b) => a + b, 0);
      expect(hours.clients + hours.inForm + duties + hours.unspent).toBeCloseTo(hours.atHand, 5);
    }
    expect(yours.hours.unspent).toBeGreaterThan(0);
    expect(Object.keys(yours.hours.duties)).toEqual(['file', 'partners']);
  });

  it('leaves the twins and all weeks before alone', () => {
    const chair = openChair(loaded, wish);
    const plain = openChair(loaded, wish);
    expect(chair.desk).toEqual(plain.desk);
    while (chair.desk) chair.divide(needFirst(chair.desk));
    const room = openRoom(loaded, wish);
    const student = sit(room, byHand(chair.divisions)).world;
    const without = buildWorld(room.design, room.shared);
    runWorld(without);
    expect(copyOf(student.twins)).toEqual(copyOf(without.world.twins));
    expect(student.service.contactHours).not.toEqual(without.world.service.contactHours);
  });

  it('gives the same desks to whoever divides the same, and takes weeks back', () => {
    const chair = openChair(loaded, wish);
    const first = chair.desk!;
    chair.divide(needFirst(first));
    const second = chair.desk!;
    expect(second).toMatchObject({ week: 9, sitting: 2, weeks: 5 });
    chair.takeBack();
    expect(chair.desk).toEqual(first);
    chair.divide({ clients: {}, inForm: [], duties: {} });
    expect(chair.desk).not.toEqual(second);
    chair.takeBack();
    chair.divide(needFirst(first));
    expect(chair.desk).toEqual(second);
  });

  it('counts a sitting as a run is counted: alone at work for the whole run the two are the same', () => {
    const alone = openSmall({
      caseworkers: { roles: { adviser: { posts: 1, hoursPerWeek: 30, fullLoad: 20 } } },
      offices: { north: { share: 1 }, south: null },
    });
    const room = openRoom(alone, { from: 5, weeks: 1 });
    const { world } = buildWorld(room.design, room.shared);
    const whole: ChairRoom = { ...room, settings: { ...room.settings, from: 0, weeks: world.steps } };
    const ledger = new DeskLedger();
    const sitting = sit(whole, (now, desk) => {
      const given = dividedAs(now, desk, now.names.dispositions[now.caseworkers.disposition[0]]);
      ledger.add(now, desk, given);
      return given;
    });
    const figures = figuresOf(sitting, ledger, 0);
    const run = buildWorld(room.design, room.shared);
    const observers = createObservers(undefined, run.world, room.scenario);
    run.world.observers.push((now) => observers.observe(now));
    runWorld(run);
    const { rows } = observers.finish(run.world, {});
    expect(figures.rows.length).toBeGreaterThan(15);
    for (const row of figures.rows)
      expect(row).toEqual(rows.find(({ measure, slice }) => measure === row.measure && slice === row.slice));
  });

  it('says what became of whom the student gave no hour', () => {
    const chair = openChair(loaded, wish);
    while (chair.desk) chair.divide(needFirst(chair.desk));
    const { parked, yours, dispositions } = chair.debrief();
    expect(parked.length).toBe(yours.withoutHour);
    expect(parked.length).toBeGreaterThan(0);
    expect(yours.withoutHour).toBeGreaterThan(dispositions.equal.withoutHour);
    for (const { trust, under } of parked) {
      expect(trust.after).toBeLessThan(trust.before);
      for (const { hours, trustAfter } of Object.values(under))
        if (hours === 0) expect(trustAfter).toBeLessThanOrEqual(trust.before);
    }
  });
});

describe('what the student sees', () => {
  it('is nothing that the caseworker could not see', () => {
    const room = openRoom(openSmall(withDuties(everyDuty, busy), ruled), wish);
    let looked = 0;
    sit(room, (world, desk, nth) => {
      const before = deskView(room, world, desk, nth);
      const { people, service, clients, twins } = world;
      const hidden = [
        ...people.barriers,
        ...clients.barriers,
        ...twins.barriers,
        ...clients.firstEvent,
        ...twins.firstEvent,
        ...clients.eventCount,
        ...service.recent,
        people.latent,
        people.need,
        people.fifth,
        people.needRank,
        people.motivation,
        people.motivationError,
        people.appearanceError,
        people.predictedNeed,
        people.trustStart,
        service.trust,
        service.found,
        service.unmatched,
        clients.quality,
        clients.goodQuality,
        world.caseworkers.disposition,
        ...world.caseworkers.weights,
      ];
      const kept = hidden.map((column) => column.slice());
      for (const column of hidden) column.reverse();
      const after = deskView(room, world, desk, nth);
      hidden.forEach((column, at) => {
        column.set(kept[at]);
      });
      expect(after).toEqual(before);
      looked++;
      return undefined;
    });
    expect(looked).toBe(5);
  });

  it('does not change when latent barriers of clients who look alike are exchanged', () => {
    const patch: Patch = {
      clients: { referrals: 60, latent: { share: 0.5, unseen: 1 } },
      caseworkers: { roles: { adviser: { hoursPerWeek: 30, fullLoad: 12 } } },
    };
    const room = openRoom(openSmall(patch), { from: 0, weeks: 1 });
    const { people } = room.shared;
    const look = (): ChairDesk => {
      let seen: ChairDesk | undefined;
      sit(room, (world, desk, nth) => {
        seen = deskView(room, world, desk, nth);
        return undefined;
      });
      return seen!;
    };
    const before = look();
    const health = people!.barriers[0];
    const latent = [...people!.latent.keys()].filter((row) => people!.latent[row] === 1);
    const values = latent.map((row) => health[row]);
    latent.forEach((row, at) => {
      health[row] = values[values.length - 1 - at];
    });
    expect(look()).toEqual(before);
    expect(before.clients.length).toBeGreaterThan(5);
    // Of those who hide nothing the same would show.
    for (const row of people!.latent.keys()) if (people!.latent[row] === 0) health[row] = 1 - health[row];
    expect(look()).not.toEqual(before);
  });

  it('are the clients of one caseworker who claim hours, with hours that can be divided', () => {
    const { desk, settings } = openChair(openSmall(busy), wish);
    expect(settings.caseworker).toMatch(/^w0-/);
    expect(desk!.clients.length).toBeGreaterThan(4);
    expect(desk!.hours.atHand).toBeLessThanOrEqual(desk!.hours.paid);
    expect(new Set(desk!.clients.map(({ id }) => id)).size).toBe(desk!.clients.length);
  });
});
