import { concentrationIndex, weightedMidRanks } from '../../../src/statistics/index.ts';
import { runSmall } from '../../support/smallScenario.ts';
import type { Reading } from './index.ts';

/**
 * `motivation.concentration`: the concentration index of contact hours with the main role over the rank of clients' true motivation,
 * in client-weeks attached and without outcome, as `creaming.concentration` is over need. Above 0: time goes to the motivated.
 */
export const motivation: Reading = (loaded, replicate, { only }) =>
  Object.fromEntries(
    only.map((id) => {
      const design = loaded.designs.findIndex((each) => each.id === id);
      let hours = new Float64Array();
      let weeks = new Float64Array();
      const { people } = runSmall(loaded, {
        design,
        replicate,
        prepare: (world) => {
          hours = new Float64Array(world.people.count);
          weeks = new Float64Array(world.people.count);
        },
        look: ({ service, clients, phase }) => {
          for (let at = 0; at < service.attachedCount; at++) {
            const row = service.attached[at];
            if (phase.stageCounts[clients.stage[row]] === 0) continue;
            hours[row] += service.hours[0][row];
            weeks[row]++;
          }
        },
      });
      const rows = [...weeks.keys()].filter((row) => weeks[row] > 0);
      const weights = rows.map((row) => weeks[row]);
      const index = concentrationIndex(
        rows.map((row) => hours[row] / weeks[row]),
        weights,
        weightedMidRanks(
          rows.map((row) => people.motivation[row]),
          weights,
        ),
      );
      return [id, { 'motivation.concentration': index ?? Number.NaN }];
    }),
  );
