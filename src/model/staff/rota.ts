import { type Clock, workingHoursAt } from '../clock.ts';

/** Slack for shares such as 0.1 × 10, which binary fractions miss by a hair. */
const ROUNDING = 1e-9;

/**
 * How many times its mean hours of a working step a post works in one: 1 / share of working steps that it works where
 * it is on duty, 0 where it is not, so that its hours a week stay as stated.
 *
 * The rota is fixed and draws nothing. Posts take turns: each works evenly spaced steps, and the turns of an office's
 * posts are spread evenly, so that in every step nearly the same number is on duty.
 *
 * @param share of working steps that a post works, in (0, 1]; 1 or more means all of them.
 * @param turn place of the post in its office's rota, in [0, 1).
 * @param nth working step, counted from 0 at the start of the run.
 */
export function onDuty(share: number, turn: number, nth: number): number {
  if (share >= 1) return 1;
  const done = Math.floor(nth * share + turn + ROUNDING);
  return Math.floor((nth + 1) * share + turn + ROUNDING) > done ? 1 / share : 0;
}

/**
 * Share of working steps in which a post works a shift of `shiftHours`, given its mean hours a step; 1 without shifts,
 * in steps of a week, and where a shift in every working step does not suffice for its hours.
 */
export function dutyShareOf(shiftHours: number, hoursAStep: number, clock: Clock): number {
  if (shiftHours <= 0 || clock.stepsPerWeek === 1) return 1;
  return Math.min(1, (hoursAStep * Math.max(...clock.working)) / shiftHours);
}

/** How many working steps there were before this one. */
function workingStepsBefore({ stepsPerWeek, working }: Clock, step: number): number {
  let before = 0;
  let inWeek = 0;
  for (let at = 0; at < stepsPerWeek; at++) {
    if (working[at] === 0) continue;
    inWeek++;
    if (at < step % stepsPerWeek) before++;
  }
  return Math.floor(step / stepsPerWeek) * inWeek + before;
}

/** How many times the mean hours of a step a caseworker has in this one: 0 off duty and outside working steps. */
export function hoursFactor(clock: Clock, step: number, dutyShare: number, turn: number): number {
  const working = workingHoursAt(clock, step);
  if (dutyShare >= 1 || working === 0) return working;
  return working * onDuty(dutyShare, turn, workingStepsBefore(clock, step));
}
