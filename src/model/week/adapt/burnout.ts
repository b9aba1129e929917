import type { World } from '../../world.ts';

/** Burnout grows with load above full load and with felt pressure, and recovers. */
export function wearOut(world: World): void {
  const { caseworkers, offices, phase } = world;
  const { response, recovery } = phase.scenario.caseworkers.burnout;
  for (let worker = 0; worker < caseworkers.count; worker++) {
    const model = phase.roles[caseworkers.role[worker]];
    const overload = Math.max(0, caseworkers.caseload[worker] / model.fullLoad - 1);
    const strain = overload + offices.felt[caseworkers.office[worker]];
    const now = caseworkers.burnout[worker];
    caseworkers.burnout[worker] = Math.min(
      1,
      Math.max(0, now + response * strain * (1 - now) - recovery * now),
    );
  }
}
