import { describe, expect, it } from 'vitest';
import { record } from '../../src/measures/record.ts';
import { programmeEvents } from '../../src/model/names.ts';
import { measureKey } from '../../src/tables/rows.ts';
import { everyDuty, withDuties } from '../support/duties.ts';
import type { Patch } from '../support/smallScenario.ts';
import { HandMadeWorld, JOB_START } from './handMadeWorld.ts';
import { type Observed, observed } from './observed.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

const measured = (patch: Patch): Observed => observed(patch, ['record', 'duties']);

const file = (more: Patch = {}): Patch => ({
  kind: 'recording',
  role: 'adviser',
  perContactHour: 0.5,
  perEvent: { jobStart: 0.5 },
  expires: 6,
  ...more,
});
const dishonest: Patch = { caseworkers: { roles: { adviser: { integrity: 0 } } } };
const busy: Patch = { caseworkers: { roles: { adviser: { hoursPerWeek: 4 } } } };

describe('what happened, what is on record and what was paid', () => {
  it('keep every event: happened = on record + lost + waiting, event by event and office by office', () => {
    const { world, of } = measured(withDuties({ file: file({ expires: 200 }) }, busy));
    const { counts, queue } = world.record;
    let unseen = 0;
    for (const name of world.names.events.slice(programmeEvents.length)) {
      const happened = of(`event.count[event=${name}]`)!;
      const event = world.names.events.indexOf(name);
      const lost = sum(counts.lost[event]);
      const waiting = happened - of(`recorded.count[event=${name}]`)! - lost;
      expect(waiting, name).toBeGreaterThanOrEqual(0);
      unseen += waiting;
      if (happened > 0)
        expect(of(`unrecorded.share[event=${name}]`)).toBeCloseTo((lost + waiting) / happened);
      for (const id of ['event.count', 'recorded.count', 'paid.count'])
        expect(
          sum(world.names.offices.map((office) => of(`${id}[event=${name},office=${office}]`)!)),
          `${id} ${name}`,
        ).toBe(of(`${id}[event=${name}]`));
    }
    const contacts = sum(counts.contactsMade) - sum(counts.contactsRecorded) - sum(counts.contactsLost);
    expect(unseen + contacts).toBe(queue.count);
    expect(unseen).toBeGreaterThan(0);
  });

  it('is paid to whose client it was, also where the client leaves by the event itself', () => {
    const leaving = {
      pathway: {
        stages: { working: { counts: false, claim: 0, final: true } },
        transitions: { losesWork: null },
      },
    };
    const { world, of } = measured(leaving);
    const byDisposition = (id: string) =>
      sum(world.names.dispositions.map((name) => of(`${id}[event=jobStart,disposition=${name}]`)!));
    expect(of('paid.count[event=jobStart]')).toBeGreaterThan(10);
    expect(of('paid.count[event=jobStart]')).toBe(of('event.count[event=jobStart]'));
    expect(byDisposition('paid.count')).toBe(of('paid.count[event=jobStart]'));
    for (const name of world.names.dispositions) {
      const slice = `[event=jobStart,disposition=${name}]`;
      expect(of(`paid.count${slice}`), name).toBe(of(`recorded.count${slice}`));
    }
  });

  it('tell contacts that are not on record by the disposition of who made them', () => {
    const { world, of } = measured(withDuties({ file: file() }, busy));
    const { contactsMadeBy, contactsRecordedBy, contactsMade, contactsRecorded } = world.record.counts;
    world.names.roles.forEach((_, role) => {
      expect(sum(contactsMadeBy[role])).toBe(contactsMade[role]);
      expect(sum(contactsRecordedBy[role])).toBe(contactsRecorded[role]);
    });
    const unseen = world.names.dispositions.reduce((total, name, own) => {
      const share = of(`unrecorded.share[role=adviser,disposition=${name}]`);
      return share === null ? total : total + share * contactsMadeBy[0][own];
    }, 0);
    expect(unseen).toBeGreaterThan(0);
    expect(unseen / contactsMade[0]).toBeCloseTo(of('unrecorded.share[role=adviser]')!, 12);
  });

  it('have on record what the commissioner reads, misreports included', () => {
    const { world, of } = measured(withDuties(everyDuty, dishonest));
    const offices = world.names.offices.map((_, office) => office);
    for (const name of world.names.events.slice(programmeEvents.length)) {
      const reported = world.reports.count(world.names.events.indexOf(name), offices, 0, world.steps);
      expect(of(`recorded.count[event=${name}]`), name).toBe(reported);
    }
    expect(of('misreport.share[event=jobStart]')).toBeGreaterThan(0);
    const [happened, recorded] = [of('event.count')!, of('recorded.count')!];
    expect(of('reported.gap')).toBeCloseTo((recorded - happened) / happened, 12);
  });

  it('have an event that was invented and then happened on record once', () => {
    const { world, of } = measured(
      withDuties(
        { file: file({ perEvent: {}, misreport: { rate: 0.2, events: { jobStart: true } } }) },
        dishonest,
      ),
    );
    const event = world.names.events.indexOf('jobStart');
    expect(sum(world.record.counts.cameTrue[event])).toBeGreaterThan(3);
    // Nothing waits and nothing is lost, so that every true event is seen.
    expect(of('unrecorded.share')).toBe(0);
    expect(of('reported.gap')).toBeGreaterThan(0);
  });

  it('say why they are undefined where nothing has to be recorded', () => {
    const { rows, of } = measured({});
    for (const id of [
      'reported.gap',
      'unrecorded.share',
      'misreport.share',
      'record.delay',
      'record.backlog',
    ]) {
      const found = rows.filter((row) => row.measure === id);
      expect(found, id).toHaveLength(1);
      expect(found[0].why, id).toMatch(/no duty of recording/);
    }
    expect(of('recorded.count')).toBe(of('event.count'));
    expect(of('event.count')).toBeGreaterThan(10);
  });

  it('count by disposition of those who record', () => {
    const { world, of } = measured(withDuties({ file: file() }));
    const known = sum(
      world.names.dispositions.map((name) => of(`event.count[event=jobStart,disposition=${name}]`)!),
    );
    const { happened, dispositions } = world.record.counts;
    const unknown = happened[world.names.events.indexOf('jobStart')].filter(
      (_, cell) => cell % (dispositions + 1) === dispositions,
    );
    expect(known + sum(unknown)).toBe(of('event.count[event=jobStart]'));
    expect(of('event.count[event=jobStart,disposition=entrepreneur]')).toBeGreaterThan(0);
    expect(of('event.count[event=jobStart,disposition=caregiver]')).toBeGreaterThan(0);
  });

  it('are read from the counts of a world made by hand', () => {
    const hand = new HandMadeWorld([{ need: 0.5 }]);
    const { counts, rules, queue } = hand.world.record;
    rules.waits[0] = 1;
    // Two offices, three cells each; ten happened, six came on record after two weeks each, one was invented.
    counts.happened[JOB_START].set([4, 2, 0, 3, 0, 1]);
    counts.recorded[JOB_START].set([3, 1, 0, 2, 0, 0]);
    counts.invented[JOB_START].set([0, 1, 0, 0, 0, 0]);
    counts.lost[JOB_START].set([1, 0, 0, 0, 0, 0]);
    counts.paid[JOB_START].set([3, 0, 0, 2, 0, 0]);
    counts.eventDelay[JOB_START] = 12;
    const observer = hand.follow(record);
    queue.hours.set([3, 0, 5]);
    hand.week(0);
    queue.hours.set([0, 1, 5]);
    hand.week(1);
    const rows = observer.finish(hand.world, {});
    const of = (key: string) => rows.find((row) => measureKey(row.measure, row.slice) === key)?.value;
    expect(of('event.count')).toBe(10);
    expect(of('recorded.count')).toBe(7);
    expect(of('paid.count[event=jobStart,office=north]')).toBe(3);
    expect(of('event.count[event=jobStart,disposition=caregiver]')).toBe(7);
    expect(of('recorded.count[event=jobStart,disposition=bureaucrat]')).toBe(2);
    expect(of('reported.gap')).toBeCloseTo(-0.3, 12);
    expect(of('unrecorded.share')).toBeCloseTo(0.4, 12);
    expect(of('misreport.share')).toBeCloseTo(1 / 7, 12);
    expect(of('record.delay')).toBe(2);
    // Two key workers for two weeks; the coordinator has nothing to record.
    expect(of('record.backlog')).toBe(1);
  });
});

describe('weekly series', () => {
  it('tell of what happened and of what was reported, each in its week, and of vacant posts', () => {
    let vacant = 0;
    const { world, weekly, of } = observed(
      withDuties(
        { file: file() },
        {
          caseworkers: { staffing: { turnover: { base: 2 } } },
          measures: { priceEvent: 'sustained' },
        },
      ),
      ['record'],
      { look: ({ caseworkers }) => (vacant += caseworkers.present.filter((there) => there === 0).length) },
    );
    const series = (name: string, slice = '') =>
      weekly.find((each) => each.series === name && each.slice === slice)!.values;
    expect(sum(series('happened'))).toBe(of('event.count[event=jobStart]'));
    expect(sum(series('reported'))).toBe(of('recorded.count[event=jobStart]'));
    expect(sum(series('happened', 'event=sustained'))).toBe(of('event.count[event=sustained]'));
    expect(sum(series('vacant'))).toBe(vacant);
    expect(vacant).toBeGreaterThan(0);
    // A record comes a week after the event at the earliest.
    let behind = 0;
    let [happened, reported] = [0, 0];
    for (let week = 0; week < world.steps; week++) {
      reported += series('reported')[week];
      expect(reported).toBeLessThanOrEqual(happened);
      happened += series('happened')[week];
      behind += happened - reported;
    }
    expect(behind).toBeGreaterThan(0);
  });
});

describe('delays and backlogs', () => {
  it('are the same in weeks, whatever the step', () => {
    const by = (step: string) =>
      measured({ clock: { step }, ...withDuties({ file: file({ item: 0.1 }) }, busy) });
    const [weeks, days] = [by('week'), by('day')];
    for (const key of ['record.delay', 'record.backlog']) {
      expect(days.of(key), key).toBeGreaterThan(0);
      // A day's record is written on the next day at the earliest, a week's in the next week.
      expect(days.of(key), key).toBeLessThan(1.6 * weeks.of(key)!);
    }
    expect(weeks.of('record.delay')).toBeGreaterThanOrEqual(1);
    expect(days.of('record.delay')).toBeGreaterThanOrEqual(1 / 7);
  });
});

describe('what caseworkers’ hours go to', () => {
  const uses = ['clients', 'formOnly', 'recording', 'otherDuties', 'onSlack', 'unclaimed'];

  it('adds up to all hours at hand, for everybody and by role', () => {
    const { world, of } = measured(
      withDuties(everyDuty, {
        caseworkers: { roles: { adviser: { formOnly: 0.5 } } },
        rules: { visit: { role: 'adviser', every: 3 } },
        incentives: { breathing: { kind: 'slack', share: 0.3 } },
      }),
    );
    const share = (use: string, role = '') => of(`staff.hoursShare[use=${use}${role}]`)!;
    expect(sum(uses.map((use) => share(use)))).toBeCloseTo(1, 6);
    expect(share('clients')).toBeGreaterThan(0.05);
    expect(share('formOnly')).toBeGreaterThan(0);
    expect(share('recording') + share('otherDuties') + share('onSlack')).toBeCloseTo(
      of('staff.dutyShare')!,
      12,
    );
    for (const role of world.names.roles) {
      const own = `,role=${role}`;
      expect(sum(uses.map((use) => share(use, own))), role).toBeCloseTo(1, 6);
      // The shares of single duties are those of their role, and with the rest make up its hours.
      const duties = Object.entries(everyDuty).filter(([, terms]) => terms.role === role);
      const single = sum(duties.map(([name]) => of(`staff.dutyShare[duty=${name}]`)!));
      const rest = share('clients', own) + share('formOnly', own) + share('unclaimed', own);
      expect(single + rest, role).toBeCloseTo(1, 6);
    }
    expect(of('staff.recordingShare[role=adviser]')).toBeCloseTo(of('staff.dutyShare[duty=file]')!, 12);
    expect(of('staff.recordingShare[role=broker]')).toBe(0);
  });

  it('is all clients and nothing where there are no duties', () => {
    const { of, rows } = measured({});
    expect(of('staff.hoursShare[use=clients]')! + of('staff.hoursShare[use=unclaimed]')!).toBeCloseTo(1, 6);
    expect(of('staff.recordingShare')).toBeNull();
    expect(of('staff.dutyShare')).toBeNull();
    expect(rows.find((row) => row.measure === 'prevented.count')?.why).toMatch(/no duty of prevention/);
  });
});
