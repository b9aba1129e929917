import type { World } from '../../world.ts';

/** Share of a caseworker's hours that the scheme leaves to be divided freely; none in the equal-time world. */
export function slackShareOf({ caseworkers, division, instruments }: World, worker: number): number {
  if (division !== 'scenario') return 0;
  let share = 0;
  for (const each of instruments) share += each.slackShare?.(caseworkers.office[worker]) ?? 0;
  return Math.min(1, share);
}

/** Whether the scheme leaves any hours to be divided freely. */
export function leavesSlack({ instruments }: World): boolean {
  return instruments.some((each) => each.slackShare !== undefined);
}

/** Books where a caseworker's hours of this step went: contact, contacts in form only, duties; the others are lost. */
export function sumHours({ caseworkers, dutyHours, names }: World, worker: number): void {
  const available = caseworkers.hoursAvailable[worker];
  const contact = caseworkers.hoursGiven[worker];
  const token = dutyHours.token[worker];
  const cell = caseworkers.role[worker] * names.dispositions.length + caseworkers.disposition[worker];
  let left = available - contact - token;
  for (let duty = 0; duty < dutyHours.step.length; duty++) {
    const hours = dutyHours.step[duty][worker];
    dutyHours.sumOfDuty[duty][cell] += hours;
    left -= hours;
  }
  dutyHours.lost[worker] = left;
  dutyHours.sums.available[cell] += available;
  dutyHours.sums.contact[cell] += contact;
  dutyHours.sums.token[cell] += token;
  dutyHours.sums.lost[cell] += left;
}
