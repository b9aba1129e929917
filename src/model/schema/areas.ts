import type { z } from 'zod';
import { namedMap, section, text } from '../../scenario/kit/index.ts';

/** Areas by name: offices and agencies that answer for the same people together. */
export const areasSchema = namedMap(
  section(
    {
      title: text({ doc: 'Name in charts and reports.', default: '' }),
    },
    { doc: 'An area: one or more offices that serve the same people and answer for them together.' },
  ),
  {
    doc: 'Areas by name. An office belongs to the area that it names; one that names none is an area of its own. An area without offices does not exist in a design.',
    default: {},
  },
);

export type AreasSection = z.infer<typeof areasSchema>;
