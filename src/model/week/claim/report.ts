import { Status } from '../../service.ts';
import type { World } from '../../world.ts';

/** Files the step's reports: events that are on record, referrals, and caseloads as they stand at its end. */
export function fileReports(world: World): void {
  const { events, offices, people, record, reports, service, step } = world;
  for (let at = 0; at < events.count; at++) {
    if (events.cell[at] >= 0) reports.reportEvent(events.office[at], events.event[at], step);
  }
  const { claims } = record;
  for (let at = 0; at < claims.count; at++) {
    if (claims.isEvent[at] === 1) reports.reportEvent(claims.office[at], claims.what[at], step);
  }
  for (let row = people.firstOfStep[step]; row < people.firstOfStep[step + 1]; row++)
    if (service.status[row] !== Status.prevented) reports.reportReferral(service.office[row], step);
  for (let office = 0; office < offices.count; office++)
    reports.reportCaseload(office, step, offices.attached[office]);
}
