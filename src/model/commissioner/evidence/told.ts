import { hearStories } from '../stories.ts';
import type { EvidenceKind } from './kind.ts';

/** Stories of some lives, as they are told to the commissioner. */
export const told: EvidenceKind = {
  id: 'stories',
  leftOut: 'stories',
  lines({ world, offices, stage }) {
    if (stage.stories === 0) return [];
    const { lives, usual, spread } = world.phase.scenario.commissioner.stories;
    const values = offices.map((office) => hearStories(world, office, lives).worth);
    return [{ weight: stage.stories, values, usual, spread }];
  },
};
