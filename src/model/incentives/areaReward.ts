import { AreaBelief } from '../areaReward/belief.ts';
import { AreaBook } from '../areaReward/book.ts';
import { areaRewardInWords } from '../areaReward/inWords.ts';
import { AreaMetrics } from '../areaReward/metrics.ts';
import { type AreaRewardTerms, areaRewardSchema } from '../areaReward/terms.ts';
import { partOf } from '../areas/areaShare.ts';
import type { Names } from '../names.ts';
import type { Instrument, InstrumentKind, InstrumentProblem } from './instrument.ts';
import { unknownNames } from './nameProblems.ts';

function check(terms: AreaRewardTerms, names: Names): InstrumentProblem[] {
  const { metrics, groups, areas, baseline, tests, threshold, cap, upfront } = terms;
  const problems = [
    ...unknownNames(Object.keys(groups), names.groups, 'group', (name) => ['groups', name]),
    ...unknownNames(Object.keys(areas), names.areas, 'area', (name) => ['areas', name]),
    ...Object.entries(metrics).flatMap(([name, metric]) => {
      const known = (field: 'event' | 'stage' | 'entry', list: readonly string[], what: string) =>
        metric[field] === '' ? [] : unknownNames([metric[field]], list, what, () => ['metrics', name, field]);
      return [
        ...known('event', names.events, 'event'),
        ...known('stage', names.stages, 'stage'),
        ...known('entry', names.events, 'event'),
        ...checkMetric(name, metric),
      ];
    }),
  ];
  const add = (path: string[], message: string, found: string | number, allowed: string): void => {
    problems.push({ path, message, found: String(found), allowed });
  };
  if (Object.keys(metrics).length === 0)
    add(['metrics'], 'demand needs at least one metric', 'none', 'an event or a stage with its price');
  if (tests.from < baseline.from + baseline.weeks)
    add(
      ['tests', 'from'],
      'tests begin before the baseline ends',
      tests.from,
      `at least ${baseline.from + baseline.weeks}`,
    );
  if (cap < threshold) add(['cap'], 'the cap lies below the threshold', cap, `at least ${threshold}`);
  if (upfront.share > 0 && upfront.fall < threshold)
    add(
      ['upfront', 'fall'],
      'a fall below the threshold earns nothing of which a share could be paid upfront',
      upfront.fall,
      `at least ${threshold}`,
    );
  return problems;
}

function checkMetric(name: string, metric: AreaRewardTerms['metrics'][string]): InstrumentProblem[] {
  const { event, stage, entry } = metric;
  if ((event === '') === (stage === ''))
    return [
      {
        path: ['metrics', name],
        message: 'a metric counts either an event or the time in a stage',
        found: event === '' ? 'neither' : 'both',
        allowed: '`event` or `stage`',
      },
    ];
  if (entry === '' || stage !== '') return [];
  return [
    {
      path: ['metrics', name, 'entry'],
      message: 'only stays in a stage begin with an event',
      found: entry,
      allowed: 'no `entry`, or a `stage`',
    },
  ];
}

/**
 * A reward for a fall of what everybody in an area costs: metrics × prices in each test against the baseline. It looks at
 * true events, as police and courts count them, and not at the programme's record. Paid by area, to offices by their
 * shares of referrals.
 *
 * No event has a price by itself: what a change of events is believed to bring is asked by `believedForChange`, since it
 * hangs on how near the threshold is and on luck.
 */
export const areaReward: InstrumentKind<typeof areaRewardSchema> = {
  kind: 'areaReward',
  title: 'Area demand reward',
  pays: 'A share of what is saved to the offices of an area, once for each test, when demand of everybody who lives there has fallen to the threshold or below; nothing short of it.',
  tempts:
    'To wait for a fall that comes anyway; to do nothing where luck decides or the threshold is out of reach; to leave to others what all are paid for.',
  example:
    'demandReward:\n  kind: areaReward\n  metrics:\n    losses: { event: jobLoss, price: 900 }\n  baseline: { from: 4, weeks: 20 }\n  tests: { from: 24, weeks: 20, number: 2 }\n  penalty: 0.2\n  lag: 4\n',
  schema: areaRewardSchema,
  says: areaRewardInWords,
  check,
  create(terms, setup) {
    const { areas, demand, names, startStep, stepsPerWeek } = setup;
    if (demand === undefined) throw new Error(`nobody counts the demand on which ${setup.name} pays`);
    const known = demand.rewards.get(setup.name);
    const state = known ?? { results: [], advances: [] };
    demand.rewards.set(setup.name, state);
    const metrics = new AreaMetrics(terms, demand, names, stepsPerWeek);
    const book = new AreaBook(terms, setup, metrics, state);
    const belief = new AreaBelief(terms, setup, metrics, book, startStep);
    const { frontLine } = terms.belief;
    const oneEvent = new Float64Array(names.events.length * names.groups.length);
    const instrument: Instrument = {
      name: setup.name,
      kind: 'areaReward',
      believedPrice: () => 0,
      believedForChange: (area, course) => belief.gain(area, course),
      settle({ step }) {
        book.settle(step);
        belief.moveTo(step + 1);
      },
      end: (step) => book.end(step),
    };
    if (frontLine > 0)
      instrument.believedAverted = (event, group, office) => {
        if (!metrics.counts(event, group)) return 0;
        const area = areas.ofOffice[office];
        const at = event * names.groups.length + group;
        oneEvent[at] = -1;
        const gain = belief.gain(area, [{ change: oneEvent, from: 0, to: 1 }]);
        oneEvent[at] = 0;
        return frontLine * Math.max(0, gain) * partOf(setup.market.shares, setup.areas.offices[area], office);
      };
    return instrument;
  },
};
