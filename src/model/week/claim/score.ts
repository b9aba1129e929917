import { normalQuantile } from '../../../random/index.ts';
import { clip } from '../../clip.ts';
import { appearanceOf, openEyes } from '../../people/appearance.ts';
import { Contact } from '../../service.ts';
import type { World } from '../../world.ts';

/**
 * Need is scored for the record at a recorded contact with the scoring role, real or token, as soon as the last score
 * is so many weeks old:
 *
 * score = clip(apparent need + noise · N + shift), shift = ± gaming × (1 − integrity) × (1 + π)
 *
 * where a lower score is paid and 0 elsewhere: up in the first score of a client, where the journey begins, down in
 * later ones. The draw N is keyed by client and step.
 */
export function scoreNeeds(world: World): void {
  const { phase, names, service, people, caseworkers, offices, instruments, luck, step } = world;
  const { role: scorer, every, noise, gaming } = phase.scenario.commissioner.scoring;
  if (scorer === '') return;
  const role = names.roles.indexOf(scorer);
  const { integrity } = phase.roles[role];
  const eyes = openEyes(world);
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    if (service.contact[role][row] === Contact.none) continue;
    const first = service.scoredAt[row] < 0;
    if (!first && step - service.scoredAt[row] < every) continue;
    let shift = 0;
    if (gaming > 0 && integrity < 1) {
      const group = people.group[row];
      const office = service.office[row];
      const paid = instruments.some((each) => (each.progressPrice?.(group, office) ?? 0) > 0);
      const worker = service.worker[role][row];
      // Of a team's client whom nobody has seen yet, the pressure is that of the office.
      const felt = offices.felt[worker < 0 ? office : caseworkers.office[worker]];
      if (paid) shift = gaming * (1 - integrity) * (1 + felt);
    }
    const error = noise > 0 ? noise * normalQuantile(luck.scoreNoise.uniform(people.id[row], step)) : 0;
    service.score[row] = clip(appearanceOf(world, row, eyes) + error + (first ? shift : -shift));
    service.scoredAt[row] = step;
  }
}
