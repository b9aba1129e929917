import type { Scenario } from './schema/scenario.ts';

/** Weeks of a year, in which chances a year and what is expected of one are spread. */
export const WEEKS_A_YEAR = 52;

/** Days of a week, and hours of a day. */
const DAYS = 7;
const HOURS = 24;

/** How steps, in which the model runs, and weeks, in which people think and measures count, belong together. */
export interface Clock {
  /** Steps in a week, a whole number. */
  readonly stepsPerWeek: number;
  /**
   * [step of the week] how many times the mean hours of a step fall on this one: 0 outside working days. The mean
   * over a week is 1.
   */
  readonly working: Float64Array;
}

/** The clock of a scenario. A step of some hours belongs to the day in which it begins. */
export function clockOf(scenario: Pick<Scenario, 'clock'>): Clock {
  const { step, hours, workingDays } = scenario.clock;
  if (step === 'week') return { stepsPerWeek: 1, working: Float64Array.of(1) };
  const perDay = step === 'day' ? 1 : Math.round(HOURS / hours);
  const working = Float64Array.from({ length: DAYS * perDay }, (_, at) =>
    Math.floor(at / perDay) < workingDays ? DAYS / workingDays : 0,
  );
  return { stepsPerWeek: DAYS * perDay, working };
}

/** How many times the mean hours of a step fall on this step. */
export function workingHoursAt({ working }: Clock, step: number): number {
  return working[step % working.length];
}

/** Whole weeks that have gone by at the beginning of a step; −1 (never) stays −1. */
export function weekOf({ stepsPerWeek }: Clock, step: number): number {
  return Math.floor(step / stepsPerWeek);
}

/** Whether a week ends with this step. */
export function endsWeek({ stepsPerWeek }: Clock, step: number): boolean {
  return (step + 1) % stepsPerWeek === 0;
}
