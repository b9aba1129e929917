import type { World } from '../../world.ts';
import type { EvidenceKind } from './kind.ts';

/** [activity] what research says that it moves: as stated, else its effects on barriers by their weights in need. */
export function publishedEffects({ names, phase }: World): number[] {
  const { published } = phase.scenario.commissioner.research;
  const weights = Object.values(phase.scenario.clients.barriers).map(({ weight }) => weight);
  const sum = weights.reduce((a, b) => a + b, 0);
  return names.activities.map(
    (name, activity) =>
      published[name] ??
      (sum > 0
        ? weights.reduce(
            (total, weight, barrier) => total + weight * phase.activities[activity].effects[barrier],
            0,
          ) / sum
        : 0),
  );
}

/**
 * What research says of what an office does: the published effect of the activity that its attached clients had last,
 * on the mean. It knows what works elsewhere, and neither whether it fits these clients nor how well it is done.
 */
export const research: EvidenceKind = {
  id: 'research',
  lines({ world, offices, stage }) {
    if (stage.research === 0) return [];
    const { service, phase } = world;
    const effects = publishedEffects(world);
    const sums = new Float64Array(world.offices.count);
    const clients = new Float64Array(world.offices.count);
    for (let role = 0; role < service.lastActivity.length; role++) {
      if (phase.contactRole[role] === 0) continue;
      for (let at = 0; at < service.attachedCount; at++) {
        const row = service.attached[at];
        const activity = service.lastActivity[role][row];
        if (activity < 0) continue;
        sums[service.office[row]] += effects[activity];
        clients[service.office[row]]++;
      }
    }
    const { usual, spread } = phase.scenario.commissioner.research;
    const values = offices.map((office) =>
      clients[office] > 0 ? sums[office] / clients[office] : Number.NaN,
    );
    return [{ weight: stage.research, values, usual, spread }];
  },
};
