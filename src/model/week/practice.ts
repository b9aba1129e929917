import { expm1 } from '../../random/index.ts';
import { hoursByGroup } from '../staff/practice.ts';
import type { World } from '../world.ts';

/**
 * Practice p of each caseworker with each group, by the contact hours of the step with its clients:
 * p ← p + (1 − p)(1 − exp(−growth · hours)) − decay · p. Stands still where it counts for nothing.
 */
export function gainPractice(world: World): void {
  const { weight, growth, decay } = world.phase.scenario.caseworkers.practice;
  if (weight <= 0) return;
  const { caseworkers, names } = world;
  const hours = hoursByGroup(world);
  for (let group = 0; group < names.groups.length; group++) {
    const practice = caseworkers.practice[group];
    for (let worker = 0; worker < caseworkers.count; worker++) {
      const known = practice[worker];
      practice[worker] =
        known - (1 - known) * expm1(-growth * hours[group * caseworkers.count + worker]) - decay * known;
    }
  }
}
