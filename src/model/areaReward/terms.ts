import * as z from 'zod';
import { entry, flag, namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';
import { categoryField } from '../incentives/amount.ts';

const PILOT = 'document 001';
const PUBLIC =
  'public documents of the pilot (Greater Manchester Transforming Justice 2011, Financial Incentive Model)';

const metric = section(
  {
    event: text({
      doc: 'Event that is counted, whoever has it; empty where a `stage` is stated.',
      default: '',
    }),
    stage: text({
      doc: 'Stage of which the time that people spend in it is counted, such as custody; empty where an `event` is stated.',
      default: '',
    }),
    entry: text({
      doc: 'Of a stage: the event with which a stay begins. Fewer such events are believed to save as much time each as one has taken so far; without it nobody believes that events change the time.',
      default: '',
    }),
    price: parameter({
      doc: 'Agreed price of each event, or of seven days that one person spends in the stage.',
      unit: 'money',
      min: 0,
    }),
    exceptional: flag({
      doc: 'Whether the agreement may count this part of demand as exceptional: it is left out where `adjust` is on.',
      default: false,
      source: 'assumed: nothing is exceptional unless stated',
    }),
  },
  { doc: 'One metric of demand: an event or the time in a stage, and its price.' },
);

/** Terms of a reward for lower demand of an area: whose demand, baseline, tests, shares of the saving, and what areas believe. */
export const areaRewardSchema = entry(
  {
    kind: z.literal('areaReward'),
    groups: namedMap(
      flag({
        doc: 'Whether demand of the group counts.',
        default: true,
        source: 'assumed: named groups count',
      }),
      {
        doc: 'Groups whose demand counts, such as adults: those that are true, or all but those that are false.',
        default: {},
      },
    ),
    areas: namedMap(
      flag({
        doc: 'Whether the area is rewarded.',
        default: true,
        source: 'assumed: named areas are rewarded',
      }),
      {
        doc: 'Areas that are rewarded: those that are true, or all but those that are false. The others get nothing and are not tested.',
        default: {},
      },
    ),
    metrics: namedMap(metric, {
      doc: 'Metrics by name. Demand of an area is the sum of metric × price over everybody who lives there, served or not.',
    }),
    baseline: section(
      {
        from: parameter({
          doc: 'Week in which the baseline begins.',
          unit: 'weeks',
          min: 0,
          wholeSteps: true,
          default: 0,
          source: 'assumed: the run begins with the baseline; people must be in follow-up throughout',
        }),
        weeks: parameter({
          doc: 'Length of the baseline.',
          unit: 'weeks',
          above: 0,
          wholeSteps: true,
          default: 52,
          source: `${PILOT}: July 2010 to June 2011`,
        }),
      },
      { doc: 'The baseline against which tests are held.' },
    ),
    tests: section(
      {
        from: parameter({
          doc: 'Week in which the first test begins: not before the baseline ends.',
          unit: 'weeks',
          min: 0,
          wholeSteps: true,
          default: 52,
          source: `${PILOT}: the first test followed the baseline at once`,
        }),
        weeks: parameter({
          doc: 'Length of each test. A test that the run does not complete is not judged.',
          unit: 'weeks',
          above: 0,
          wholeSteps: true,
          default: 52,
          source: `${PILOT}: test years`,
        }),
        number: parameter({
          doc: 'How many tests follow one another; each is judged by itself.',
          min: 1,
          max: 20,
          integer: true,
          default: 2,
          source: `${PILOT}: two test years`,
        }),
      },
      { doc: 'Tests.' },
    ),
    threshold: share({
      doc: 'Fall of demand, as a share of the baseline, from which on the area is rewarded.',
      default: 0.05,
      source: `${PILOT}: 5% for adults, 10% for youths`,
      range: [0, 0.1],
    }),
    cap: share({
      doc: 'Fall of demand beyond which nothing more is paid; a rise beyond it costs no more, either. At least the threshold.',
      default: 0.2,
      source: `${PILOT}: up to a maximum of 20%`,
      range: [0.1, 0.4],
    }),
    shareBelow: share({
      doc: 'Share of the saving up to the threshold that the area gets once the threshold is reached.',
      default: 0.5,
      source: `${PUBLIC}: half of the savings up to the threshold`,
      range: [0, 1],
    }),
    shareAbove: share({
      doc: 'Share of the saving between threshold and cap that the area gets.',
      default: 1,
      source: `${PUBLIC}: all savings from the threshold to 20%`,
      range: [0, 1],
    }),
    lag: parameter({
      doc: 'Weeks by which figures come late: results are known and money is paid then, or at the end of the run; beliefs see only figures of that age.',
      unit: 'weeks',
      min: 0,
      wholeSteps: true,
      default: 15,
      source: `${PILOT}: data came three and a half months late`,
      range: [0, 26],
    }),
    penalty: share({
      doc: 'Share of the cost of demand above the baseline that the area pays; 0 for a reward without risk.',
      default: 0,
      source: `${PILOT}: areas bore no financial risk`,
      range: [0, 1],
    }),
    upfront: section(
      {
        share: share({
          doc: 'Share of the reward for a fall of `fall` that is paid when a test begins, on the baseline as far as it is known.',
          default: 0,
          source: `${PILOT}: nothing was paid upfront`,
          range: [0, 1],
        }),
        fall: share({
          doc: 'Fall of demand on which the advance is reckoned.',
          default: 0.1,
          source: 'assumed: between threshold and cap',
          range: [0.05, 0.2],
        }),
        returned: flag({
          doc: 'Whether what was not earned is taken back when the result is known; otherwise the area keeps it.',
          default: true,
          source: `${PILOT}: the comparable pathfinder for youths paid upfront and clawed back where targets were not met`,
        }),
      },
      { doc: 'Money upfront.' },
    ),
    adjust: flag({
      doc: 'Whether metrics that are `exceptional` are left out of baseline and tests.',
      default: false,
      source: `${PILOT}: no agreement said what is exceptional`,
    }),
    belief: section(
      {
        trend: parameter({
          doc: 'Change of demand from the baseline to each test that an area believes will come anyway, as a share; below 0 a fall.',
          min: -1,
          default: 0,
          source: 'assumed: as before, as long as no figures say otherwise',
          range: [-0.1, 0.1],
        }),
        noise: parameter({
          doc: 'Multiplies the standard deviation that the counts themselves give to the change of demand.',
          min: 0,
          default: 1,
          source: 'assumed: events come by themselves, and areas know how far such counts vary',
          range: [0, 3],
        }),
        attention: share({
          doc: 'How far areas look at the figures that have come in: multiplied by the performance management of their offices.',
          default: 1,
          source: `assumed: who manages performance looks; ${PILOT} reports that one area did and others hardly`,
          range: [0, 1],
        }),
        complexity: parameter({
          doc: 'How much each metric beyond the first takes from what is understood: understood = 1 / (1 + complexity × (metrics − 1)). Exceptional metrics do not count here.',
          min: 0,
          default: 0.05,
          source: `assumed: ${PILOT} says that many metrics were hard to understand and to communicate, and gives no size`,
          range: [0, 0.5],
        }),
        frontLine: share({
          doc: 'How far caseworkers notice what an event in the area costs: an hour for a client at risk of it is then worth as much of it.',
          default: 0,
          source: `assumed: ${PILOT} reports little awareness among front-line staff`,
          range: [0, 1],
        }),
      },
      { doc: 'What areas believe of the reward.' },
    ),
    category: categoryField(),
  },
  {
    doc: 'An area demand reward: the offices of an area share what is saved when demand of everybody who lives there falls far enough below a baseline.',
  },
);

export type AreaRewardTerms = z.infer<typeof areaRewardSchema>;
