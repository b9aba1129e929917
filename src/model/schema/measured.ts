import { choice, flag, namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';

/** What is paid for and what is wanted, as measures: goodhart.gap is how far the two part. */
export const goodhartSchema = section(
  {
    paid: text({
      doc: 'Key of the measure that is paid for, such as `recorded.count[event=assessed]`; nothing is compared if empty.',
      default: '',
    }),
    goal: text({
      doc: 'Key of the measure that the scheme is for, such as `outcomes.change`.',
      default: '',
    }),
    better: choice(['higher', 'lower'], {
      doc: 'Which way the goal is to move; where lower is better, its fall counts as a gain.',
      default: 'higher',
      source: 'assumed: most goals are to rise',
    }),
  },
  { doc: 'The paid measure against the goal, both as changes from the base design.' },
);

const inclusive = { unit: 'weeks', min: 0, wholeSteps: true } as const;

const period = (doc: string) =>
  section(
    {
      from: parameter({
        doc: 'First week that is counted.',
        ...inclusive,
        default: 0,
        source: 'assumed: stated with the event',
      }),
      to: parameter({
        doc: 'First week after the period.',
        ...inclusive,
        default: 0,
        source: 'assumed: stated with the event',
      }),
    },
    { doc },
  );

/** From when to when an indicator's rise is taken apart, and of which event the indicator counts. */
export const decompositionSchema = section(
  {
    event: text({
      doc: 'Event whose rate in the population is the indicator; nothing is taken apart if empty. The world without service is then run as well.',
      default: '',
    }),
    before: period('The period from which the indicator rises.'),
    after: period('The period to which it rises, of the same length.'),
    recordOf: choice(['everybody', 'programme'], {
      doc: 'What the indicator reads: `everybody`, the programme’s records of its clients and the true events of all others, as a register would have them; `programme`, its records alone.',
      default: 'everybody',
      source: 'assumed: a population indicator counts people whom no programme knows',
    }),
  },
  { doc: 'An indicator’s rise taken apart into trend, gain of the served, substitution and reporting.' },
);

/** Who counts as having a condition, by a barrier: clients of all groups may, whatever benefit they are on. */
export const conditionSchema = section(
  {
    barrier: text({
      doc: 'Barrier by which clients have the condition; nothing is measured if empty.',
      default: '',
    }),
    from: share({
      doc: 'Level of the barrier at referral from which on they have it.',
      default: 0.5,
      source: 'assumed: the middle of the scale',
      range: [0.3, 0.8],
    }),
    groups: namedMap(
      flag({
        doc: 'Whether the group is meant.',
        default: true,
        source: 'assumed: named groups are meant',
      }),
      {
        doc: 'Groups of which condition.inGroups speaks: those that are true, or all but those that are false.',
        default: {},
      },
    ),
  },
  { doc: 'A condition, such as a health condition, that cuts across groups.' },
);
