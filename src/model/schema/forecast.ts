import * as z from 'zod';
import { choice, namedMap, parameter, section, text } from '../../scenario/kit/index.ts';

const candidate = section(
  {
    title: text({ doc: 'The answer as one can choose it.' }),
    measure: text({ doc: 'Key of its measure, such as `hours.perClientWeek[fifth=1]`.' }),
  },
  { doc: 'One of the answers within a design.' },
);

/**
 * A question that the page asks before it shows any number. Answers are the designs, by one measure, or several measures of one
 * design. What comes out is told by the runs; nothing here says which answer is right.
 */
export const forecastSchema = section(
  {
    ask: text({ doc: 'The question, such as “Under which design are most people truly seen?”.' }),
    is: choice(['highest', 'lowest'], {
      doc: 'Which of the answers is asked for: that with the highest or with the lowest value.',
      default: 'highest',
      source: 'assumed: most questions are asked for the most',
    }),
    measure: text({
      doc: 'Key of the measure by which designs are the answers; empty where `among` gives answers within a design.',
      default: '',
    }),
    designs: z
      .array(z.string())
      .default([])
      .describe('Designs that are the answers, two at least; all that are compared if empty.'),
    among: namedMap(candidate, {
      doc: 'Answers within one design, two at least; none where designs are the answers.',
      default: {},
    }),
    design: text({ doc: 'The design within which `among` is asked; the base design if empty.', default: '' }),
    sameWithin: parameter({
      doc: 'Answers count as about the same unless these runs tell them farther apart than this, in the unit of the measure: the whole interval of their difference has to lie beyond it.',
      min: 0,
      default: 0,
      source: 'assumed: whatever the runs can tell apart is not the same',
    }),
  },
  { doc: 'A question asked before any number is shown.' },
);
