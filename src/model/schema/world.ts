import type { z } from 'zod';
import { distribution, namedMap, section } from '../../scenario/kit/index.ts';

/** The world outside the programme. */
export const worldSchema = section(
  {
    openings: namedMap(
      section(
        {
          perWeek: distribution({
            doc: 'Openings a week for which clients of this programme compete.',
            unit: 'openings a week',
            min: 0,
          }),
        },
        { doc: 'A pool of openings.' },
      ),
      { doc: 'Pools of openings by name; without any, openings are unlimited.', default: {} },
    ),
  },
  { doc: 'The world outside.' },
);

export type WorldSection = z.infer<typeof worldSchema>;
