import type { EvidenceKind } from './kind.ts';

/** What elected members want: a standing favour for an office, and what moves them at the time, keyed by office and step. */
export const politics: EvidenceKind = {
  id: 'politics',
  leftOut: 'favour',
  lines({ world: { phase, luck, step }, offices, stage }) {
    if (stage.politics === 0) return [];
    const sections = Object.values(phase.scenario.offices);
    const { shock } = phase.scenario.commissioner.politics;
    const values = offices.map(
      (office) => sections[office].favour + shock * luck.politics[office].normal(0, step),
    );
    return [{ weight: stage.politics, values, standard: true }];
  },
};
