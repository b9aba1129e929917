import { logistic } from '../../random/index.ts';
import { emitEvent } from '../emit.ts';
import { sanctionEvent } from '../names.ts';
import { appearanceOf, openEyes, perceivedMotivation } from '../people/appearance.ts';
import { MOTIVE } from '../staff/motives/registry.ts';
import type { World } from '../world.ts';

/**
 * After the week's contacts: attached clients in stages that count may be sanctioned by their caseworker of the main
 * role, where the scheme gives the power. The logit of the chance in a step is
 *
 * base + mandate · w_mandate + pressure · π − unwillingness · (m̂ − m̄)
 *
 * with m̂ motivation as this caseworker sees it and m̄ its mean among the referred. A sanction takes part of the
 * client's trust and lasts some weeks, in which the client is not sanctioned again; hazards may name `sanctioned`.
 * Where several instruments give the power, the largest chance counts, since the draw is the client's. Twins are
 * never sanctioned.
 */
export function sanction(world: World): void {
  const { instruments, names, service, people, caseworkers, offices, luck, step } = world;
  const powers = instruments.filter((each) => each.sanctions !== undefined);
  if (powers.length === 0 || names.roles.length === 0) return;
  const { phase, references } = world;
  const event = names.events.indexOf(sanctionEvent);
  const eyes = openEyes(world);
  const fullLoad = phase.roles[0].fullLoad;
  const mandateWeights = caseworkers.weights[MOTIVE.mandate];
  const mandateScale = phase.motiveScale[MOTIVE.mandate];
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    const worker = service.worker[0][row];
    if (worker < 0 || service.sanctionedUntil[row] > step) continue;
    if (phase.stageCounts[world.clients.stage[row]] === 0) continue;
    const office = service.office[row];
    const overload = Math.max(0, caseworkers.caseload[worker] / fullLoad - 1);
    const seen = perceivedMotivation(world, row, appearanceOf(world, row, eyes), overload, eyes);
    const u = luck.sanction.uniform(people.id[row], step);
    for (const instrument of powers) {
      const power = instrument.sanctions?.(office);
      if (power === undefined) continue;
      const logit =
        power.base +
        power.mandate * mandateScale * mandateWeights[worker] +
        power.pressure * offices.felt[caseworkers.office[worker]] -
        power.unwillingness * (seen - references.means.deserving);
      const chance = logistic(logit);
      world.witness?.drew(row, 'sanction', u, chance);
      if (u >= chance) continue;
      service.sanctionedUntil[row] = step + power.weeks;
      service.trust[row] *= 1 - power.trustLoss;
      emitEvent(world, row, event);
      break;
    }
  }
}
