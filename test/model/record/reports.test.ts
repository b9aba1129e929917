import { describe, expect, it } from 'vitest';
import type { World } from '../../../src/model/world.ts';
import { withDuties } from '../../support/duties.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const file = (more: Patch = {}): Patch => ({
  kind: 'recording',
  role: 'adviser',
  perContactHour: 0.5,
  perEvent: { jobStart: 1 },
  ...more,
});

interface SoFar {
  happened: number;
  recorded: number;
  invented: number;
  lost: number;
  reported: number;
}

/** What stands where at the end of each week, of job starts. */
function follow(duty: Patch, adviser: Patch = {}, more: Patch = {}): SoFar[] {
  const weeks: SoFar[] = [];
  const look = ({ names, record, reports, step }: World): void => {
    const event = names.events.indexOf('jobStart');
    const { happened, recorded, invented, lost } = record.counts;
    weeks.push({
      happened: sum(happened[event]),
      recorded: sum(recorded[event]),
      invented: sum(invented[event]),
      lost: sum(lost[event]),
      reported: reports.count(event, [0, 1], 0, step + 1),
    });
  };
  runSmall(openSmall(withDuties({ file: duty }, { ...more, caseworkers: { roles: { adviser } } })), { look });
  return weeks;
}

describe('what the commissioner reads', () => {
  it('is what is on record: what waits is not reported yet, week by week', () => {
    const weeks = follow(file({ expires: 200 }), { hoursPerWeek: 5 });
    for (const { recorded, reported } of weeks) expect(reported).toBe(recorded);
    const waiting = weeks.map(({ happened, recorded }) => happened - recorded);
    expect(Math.max(...waiting)).toBeGreaterThan(3);
    const last = weeks.at(-1)!;
    expect(last.reported).toBeGreaterThan(10);
  });

  it('never holds what was lost', () => {
    const weeks = follow(file({ expires: 2, pull: { ease: 0 } }), {
      hoursPerWeek: 4,
      mix: { caregiver: 1, entrepreneur: null },
    });
    const last = weeks.at(-1)!;
    expect(last.lost).toBeGreaterThan(3);
    expect(last.reported).toBe(last.recorded);
    expect(last.reported).toBeLessThanOrEqual(last.happened - last.lost);
  });

  it('holds what was invented, in the week in which it comes on record', () => {
    const misreport = { rate: 0.1, events: { jobStart: true } };
    const weeks = follow(file({ expires: 200, misreport }), { integrity: 0 });
    for (const { recorded, invented, reported } of weeks) expect(reported).toBe(recorded + invented);
    expect(weeks.at(-1)!.invented).toBeGreaterThan(3);
  });

  it('makes figures of records: an office whose records wait looks worse than it is', () => {
    const figures = (duties: Record<string, Patch>): number => {
      const world = runSmall(
        openSmall(withDuties(duties, { caseworkers: { roles: { adviser: { hoursPerWeek: 5 } } } })),
      );
      const event = world.names.events.indexOf('jobStart');
      const figure = world.reports.figure(event, 'attached', [0, 1], 0, 12);
      const truth = sum(world.service.hadFirst[event].map((step) => (step >= 0 && step < 12 ? 1 : 0)));
      return figure / (truth / world.service.attachedAt.filter((step) => step >= 0).length);
    };
    expect(figures({ file: file({ expires: 200 }) })).toBeLessThan(0.8 * figures({}));
  });
});
