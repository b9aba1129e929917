import { unknownNames } from '../incentives/nameProblems.ts';
import { finishRecord, loseRecord, loseRecords } from '../record/keep.ts';
import { meant } from '../tell.ts';
import { standingOf } from './askedDuty.ts';
import type { DutyKind } from './duty.ts';
import { recordingSchema } from './recordingSchema.ts';

/**
 * Records as claimants: contacts and named events of the role's clients wait in the caseworker's queue, oldest first,
 * and count when their hours are spent. What is older than `expires` is lost.
 */
export const recording: DutyKind<typeof recordingSchema> = {
  kind: 'recording',
  title: 'Recording',
  claims:
    'The hours of record that contacts and named events leave, in the queue of the caseworker who made the contact or has the client, oldest first.',
  does: 'Puts contacts and events on record: only then they are paid, and count as contact by the rules.',
  tempts:
    'To record what is paid and due before seeing the next client; or to see clients and let records lapse, so that good work stays unpaid. Who lacks integrity and is pressed may record what did not happen.',
  example:
    'file:\n  kind: recording\n  role: keyWorker\n  perContactHour: 0.5\n  perEvent: { jobStart: 1 }\n  expires: 13\n',
  schema: recordingSchema,
  says(terms, tell) {
    const events = Object.entries(terms.perEvent).map(
      ([event, hours]) => `${tell.event(event)} ${tell.counted(hours, 'hour')}`,
    );
    const leaves = [
      ...(terms.perContactHour > 0
        ? [`an hour of contact leaves ${tell.counted(terms.perContactHour, 'hour')} of record`]
        : []),
      ...(terms.perContact > 0 ? [`a contact ${tell.counted(terms.perContact, 'hour')}`] : []),
      ...events,
    ];
    const invented = meant(terms.misreport.events).only;
    const misreport =
      terms.misreport.rate === 0 || invented.length === 0
        ? ''
        : ` Who has no integrity enters ${tell.list(invented.map(tell.event))} that never happened for ${tell.share(terms.misreport.rate)} of clients a week, more often under pressure.`;
    return `${tell.sentence(leaves.length > 0 ? tell.list(leaves) : 'nothing is to be written up')}; what is not recorded within ${tell.counted(terms.expires, 'week')} is lost.${misreport}`;
  },
  check: (terms, names) => [
    ...unknownNames(Object.keys(terms.perEvent), names.events, 'event', (name) => ['perEvent', name]),
    ...unknownNames(Object.keys(terms.misreport.events), names.events, 'event', (name) => [
      'misreport',
      'events',
      name,
    ]),
  ],
  create(terms, { name, index, world }) {
    const { record, names, caseworkers } = world;
    const { rules, queue } = record;
    const role = names.roles.indexOf(terms.role);
    rules.waits[role] = 1;
    rules.perContactHour[role] = terms.perContactHour;
    rules.perContact[role] = terms.perContact;
    for (const [event, hours] of Object.entries(terms.perEvent)) {
      rules.eventRole[names.events.indexOf(event)] = role;
      rules.perEvent[names.events.indexOf(event)] = hours;
    }
    const finished = (entry: number): void => finishRecord(world, entry);
    const lost = (entry: number): void => loseRecord(world, entry);
    const age = (worker: number): number => {
      const oldest = queue.oldest(worker);
      return oldest < 0 ? 0 : world.step - oldest;
    };
    return {
      name,
      kind: 'recording',
      index,
      role,
      standing: terms.kept === undefined ? standingOf(terms) : 'kept',
      kept: terms.kept,
      item: terms.item,
      due: terms.due,
      pull: terms.pull,
      begin: (worker) => queue.expire(worker, world.step - terms.expires, lost),
      waitingHours: (worker) => queue.hours[worker],
      age,
      waited: (worker) => age(worker) + 1,
      worthOfHour: (worker) =>
        queue.hours[worker] > 0 ? Math.max(0, queue.worthWaiting[worker]) / queue.hours[worker] : 0,
      spend: (worker, hours) => queue.spend(worker, hours, finished),
      end: () => undefined,
      leaves(worker) {
        if (caseworkers.role[worker] === role && !terms.handedOver) loseRecords(world, worker);
      },
    };
  },
};
