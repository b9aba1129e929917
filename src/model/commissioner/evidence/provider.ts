import { meanValueAdded } from '../../money/valueAdded.ts';
import { standardised } from './combine.ts';
import type { EvidenceKind } from './kind.ts';

/**
 * The provider's own account of what it adds (local knowledge, document 003):
 *
 * account = true value added, in standard deviations, + optimism × (1 + π) + noise × (1 − trust) × N
 *
 * of which the commissioner takes the part 1 − knowledge × (1 − trust): what nobody trusts stays in the heads of those
 * who know it. N is keyed by office and step.
 */
export const provider: EvidenceKind = {
  id: 'provider',
  lines({ world, offices, from, to, stage }) {
    const { value, steps, step, luck, commissioner, phase } = world;
    if (stage.provider === 0 || value === undefined) return [];
    const { optimism, noise, usual, spread } = phase.scenario.commissioner.provider;
    const { knowledge } = phase.scenario.commissioner.relations;
    const truth = standardised({
      weight: 1,
      values: offices.map((office) => meanValueAdded(value, office, steps, from, to)),
      usual,
      spread,
    });
    return [
      {
        weight: stage.provider,
        standard: true,
        reaches: offices.map((office) => 1 - knowledge * (1 - commissioner.trust[office])),
        values: offices.map(
          (office, place) =>
            truth[place] +
            optimism * (1 + world.offices.felt[office]) +
            noise * (1 - commissioner.trust[office]) * luck.providerNoise[office].normal(0, step),
        ),
      },
    ];
  },
};
