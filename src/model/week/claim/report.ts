import type { World } from '../../world.ts';

/** Files the step's reports: events that are on record, referrals, and caseloads as they stand at its end. */
export function fileReports(world: World): void {
  const { events, offices, people, reports, service, step } = world;
  for (let at = 0; at < events.count; at++) {
    if (events.claimed[at] === 1) reports.reportEvent(events.office[at], events.event[at], step);
  }
  for (let row = people.firstOfStep[step]; row < people.firstOfStep[step + 1]; row++)
    reports.reportReferral(service.office[row], step);
  for (let office = 0; office < offices.count; office++)
    reports.reportCaseload(office, step, offices.attached[office]);
}
