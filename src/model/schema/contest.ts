import * as z from 'zod';
import { choice, entry, namedMap, parameter, section, text } from '../../scenario/kit/index.ts';

/** Sections of a scenario that those who enter a contest may be allowed to change: what a commissioner decides. */
const contestSections = ['incentives', 'rules', 'commissioner', 'activities'] as const;

const term = entry(
  {
    title: text({ doc: 'What is valued, in words.', default: '' }),
    measure: text({ doc: 'Key of the measure, such as `additional.rate[fifth=5]`.' }),
    per: parameter({
      doc: 'Size of the step for which points are given, in the unit of the measure: 0.01 is a point of a percentage.',
      above: 0,
    }),
    points: parameter({
      doc: 'Points for each such step up from the base design; below 0 where less is better.',
    }),
  },
  { doc: 'Something that is valued.' },
);

const limit = entry(
  {
    title: text({ doc: 'What is limited, in words.', default: '' }),
    measure: text({ doc: 'Key of the measure.' }),
    is: choice(['atMost', 'atLeast'], { doc: 'Which side of the number is allowed.' }),
    value: parameter({ doc: 'The number, in the unit of the measure.' }),
  },
  { doc: 'A limit that every entry has to keep.' },
);

/**
 * A contest: what points are given for, which limits hold, and what may be changed. Weights are a judgement: they are
 * stated here so that they can be argued about.
 */
export const contestSchema = section(
  {
    points: namedMap(term, {
      doc: 'What is valued, by name: points from all of them are added. Empty where there is no contest.',
      default: {},
    }),
    limits: namedMap(limit, { doc: 'Limits, by name: an entry that breaks one has no place.', default: {} }),
    mayChange: z
      .array(z.enum(contestSections))
      .default(['incentives', 'rules'])
      .describe('Sections in which an entry may differ from the base design.'),
  },
  { doc: 'Points and limits by which `streetlevel score` ranks designs against the base.' },
);
