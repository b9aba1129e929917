import { parameter, section, share } from '../../scenario/kit/index.ts';

/** How areas learn from the evaluation of what they tried (document 003, M24; document 001 on few evaluations). */
export const learningSchema = section(
  {
    weight: share({
      doc: 'How far an area’s belief in an intervention moves towards what its first evaluation finds there. 0: nobody evaluates.',
      default: 0,
      source: 'assumed: off unless stated; document 001 reports few evaluations, and no source gives a size',
      range: [0, 1],
    }),
    after: parameter({
      doc: 'Weeks from its start until an intervention is evaluated, by the change of what it is expected to change against as many weeks before: luck and trends are in it.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 52,
      source: 'assumed: a year before and a year after',
      range: [13, 104],
    }),
    spread: share({
      doc: 'Part of that by which areas learn that did not try it themselves.',
      default: 0,
      source:
        'assumed: what is learnt stays where it was learnt; document 003 (M24) says that it passes through trust alone',
      range: [0, 1],
    }),
  },
  { doc: 'What areas learn from their own evaluations, and from those of others.' },
);
