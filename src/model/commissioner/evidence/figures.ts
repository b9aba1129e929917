import { scaledFigure } from '../aims.ts';
import type { EvidenceKind } from './kind.ts';

/** Statistics and monitoring: what offices reported, a line for each figure of the stage. */
export const figures: EvidenceKind = {
  id: 'figures',
  lines: ({ world, offices, from, to, stage }) =>
    Object.entries(stage.figures).map(([name, { weight, per, usual, spread }]) => ({
      weight,
      values: offices.map((office) =>
        world.reports.figure(world.names.events.indexOf(name), per, [office], from, to),
      ),
      usual: usual === undefined ? undefined : scaledFigure(per, usual, world),
      spread: spread === undefined ? undefined : scaledFigure(per, spread, world),
    })),
};
