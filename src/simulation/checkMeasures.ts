import { measureCatalogue, measureFamilies } from '../measures/registry.ts';
import { collectNames, type Names } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { nearestName } from '../scenario/kit/index.ts';
import type { MeasureDoc } from '../tables/measureDoc.ts';
import { measureKey, parseMeasureKey } from '../tables/rows.ts';
import type { MeaningProblem } from './meaningProblem.ts';

/** Measure keys that nobody measures, claims that cannot be read, and periods that cannot be compared. */
export function checkMeasures(scenario: Scenario, names: Names): MeaningProblem[] {
  const { goodhart, claims, forecast, contest, published, decomposition } = scenario.measures;
  const problems: MeaningProblem[] = [];
  const known = (path: string[], key: string) => {
    problems.push(...keyProblems(path, key, scenario, names));
  };
  const at = ['measures'];
  for (const [name, { measure }] of Object.entries(published))
    known([...at, 'published', name, 'measure'], measure);
  for (const [name, claim] of Object.entries(claims)) {
    const place = [...at, 'claims', name];
    for (const [path, condition] of conditionsOf(place, claim)) {
      known([...path, 'measure'], condition.measure);
      if (condition.plus !== '') known([...path, 'plus'], condition.plus);
      if (condition.minus !== '') known([...path, 'minus'], condition.minus);
      if (condition.is === 'between' && condition.to < condition.value)
        problems.push({
          path: [...path, 'to'],
          message: 'the upper end must not lie below the lower one',
          found: String(condition.to),
          allowed: `at least ${condition.value}`,
        });
      if (condition.countedIn === 'luck' && claim.inShare > 0)
        problems.push({
          path: [...path, 'countedIn'],
          message: 'luck is known over all replicates only, and cannot be counted in within one',
          found: 'luck',
          allowed: 'itsUnit where inShare is stated',
        });
    }
  }
  for (const [name, question] of Object.entries(forecast)) {
    const place = [...at, 'forecast', name];
    for (const [path, key] of keysAsked(place, question)) known(path, key);
    problems.push(...answerProblems(place, question));
  }
  for (const kind of ['points', 'limits'] as const)
    for (const [name, { measure }] of Object.entries(contest[kind]))
      known([...at, 'contest', kind, name, 'measure'], measure);
  if (goodhart.paid !== '' || goodhart.goal !== '') {
    known([...at, 'goodhart', 'paid'], goodhart.paid);
    known([...at, 'goodhart', 'goal'], goodhart.goal);
  }
  problems.push(...conditionProblems(scenario, names));
  if (decomposition.event !== '') problems.push(...decompositionProblems(scenario, names));
  return problems;
}

/** The conditions of a claim with their places in the file: its own first. */
export function conditionsOf(
  place: string[],
  claim: Scenario['measures']['claims'][string],
): [string[], Scenario['measures']['claims'][string]['and'][string]][] {
  return [
    [place, claim],
    ...Object.entries(claim.and).map(([name, condition]): [string[], typeof condition] => [
      [...place, 'and', name],
      condition,
    ]),
  ];
}

type Question = Scenario['measures']['forecast'][string];

/** The measures of a forecast with their places in the file. */
function keysAsked(place: string[], { measure, among }: Question): [string[], string][] {
  return [
    ...(measure === '' ? [] : [[[...place, 'measure'], measure] as [string[], string]]),
    ...Object.entries(among).map(([name, answer]): [string[], string] => [
      [...place, 'among', name, 'measure'],
      answer.measure,
    ]),
  ];
}

/** Answers of which there are none, one alone, or two kinds. */
function answerProblems(place: string[], { measure, among, design, designs }: Question): MeaningProblem[] {
  const answers = Object.keys(among).length;
  if ((measure === '') === (answers === 0))
    return [
      {
        path: place,
        message: 'a forecast has either a `measure`, by which designs are the answers, or answers in `among`',
        found: answers === 0 ? 'neither' : 'both',
        allowed: 'one of the two',
      },
    ];
  const unused = measure === '' ? ['designs', designs.join(', ')] : ['design', design];
  if (unused[1] !== '')
    return [
      {
        path: [...place, unused[0]],
        message:
          measure === ''
            ? '`designs` says which designs are the answers, and here measures within one are'
            : '`design` says within which design is asked, and here designs are the answers',
        found: unused[1],
        allowed: 'none here',
        nearest: measure === '' ? 'design' : 'designs',
      },
    ];
  const twice = designs.find((one, at) => designs.indexOf(one) < at);
  if (twice !== undefined)
    return [
      {
        path: [...place, 'designs'],
        message: `the design "${twice}" is an answer twice`,
        found: designs.join(', '),
        allowed: 'each design once',
      },
    ];
  const [path, count] = answers > 0 ? ['among', answers] : ['designs', designs.length];
  if (count !== 1) return [];
  return [
    {
      path: [...place, path],
      message: 'a forecast needs two answers at least',
      found: '1',
      allowed: path === 'designs' ? '2 or more, or none for all designs' : '2 or more',
    },
  ];
}

/** What is wrong with a measure key that is asked for on top of the file: nobody gives it in this scenario. */
export function measureKeyProblems(scenario: Scenario, key: string): MeaningProblem[] {
  return keyProblems([], key, scenario, collectNames(scenario));
}

/** All measures, listed once: every key of every claim is looked up. */
let catalogue: readonly MeasureDoc[] | undefined;

function keyProblems(path: string[], key: string, scenario: Scenario, names: Names): MeaningProblem[] {
  const { measure, slice, parts } = parseMeasureKey(key);
  catalogue ??= measureCatalogue();
  const doc = catalogue.find(({ id }) => id === measure);
  if (!doc) {
    const nearest = nearestName(
      measure,
      catalogue.map(({ id }) => id),
    );
    const alike = catalogue.map(({ id }) => id).filter((id) => id.split('.')[0] === measure.split('.')[0]);
    return [
      {
        path,
        message: `there is no measure called "${measure}"`,
        found: key,
        allowed: alike.length > 0 ? alike.join(', ') : 'a measure of docs/measures.md',
        // The slice stays: what is amiss is the name before it.
        ...(nearest !== undefined && { nearest: measureKey(nearest, slice) }),
      },
    ];
  }
  const sliced = Object.keys(parts).join(',');
  if (slice !== '' && !doc.slices.includes(sliced))
    return [
      {
        path,
        message: `${measure} is not given by "${sliced}"`,
        found: key,
        allowed: doc.slices.length > 0 ? doc.slices.join(', ') : 'no slices',
        nearest: nearestName(sliced, doc.slices),
      },
    ];
  const family = measureFamilies.find(({ measures }) => measures.includes(doc));
  const { include } = scenario.measures;
  if (family && include && !include.includes(family.id))
    return [
      {
        path,
        message: `${measure} is of the family "${family.id}", which measures.include leaves out`,
        found: key,
        allowed: include.join(', '),
      },
    ];
  return Object.entries(parts).flatMap(([part, value]): MeaningProblem[] => {
    if (part === 'period') return periodProblems(path, key, value, scenario);
    const allowed = valuesOfSlices(names)[part];
    if (!allowed || allowed.includes(value)) return [];
    return [
      {
        path,
        message: `there is no ${part} called "${value}"`,
        found: key,
        allowed: allowed.join(', '),
        nearest: nearestName(value, allowed),
      },
    ];
  });
}

/** What slices may be named after; others, such as ranks, are not checked. */
function valuesOfSlices(names: Names): Record<string, readonly string[]> {
  return {
    event: names.events,
    group: names.groups,
    role: names.roles,
    office: names.offices,
    disposition: names.dispositions,
    fifth: ['1', '2', '3', '4', '5'],
    has: ['yes', 'no'],
  };
}

/** A period that is not counted: there are none, or not so many while clients are referred. */
function periodProblems(
  path: string[],
  key: string,
  value: string,
  { measures, clock }: Scenario,
): MeaningProblem[] {
  const { period } = measures;
  const count = period > 0 ? Math.ceil(clock.referralWeeks / period) : 0;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= count && String(number) === value) return [];
  return [
    {
      path,
      message:
        count === 0
          ? 'no periods are counted unless measures.period is above 0'
          : `there is no period called "${value}": referrals last ${clock.referralWeeks} weeks, and a period ${period}`,
      found: key,
      allowed: count === 0 ? 'none' : count === 1 ? '1' : `1 to ${count}`,
    },
  ];
}

/** Names under `measures.condition` that the scenario does not have. */
function conditionProblems({ measures }: Scenario, names: Names): MeaningProblem[] {
  const { barrier, groups } = measures.condition;
  const at = ['measures', 'condition'];
  const unknown = (path: string[], what: string, name: string, all: readonly string[]): MeaningProblem[] =>
    all.includes(name)
      ? []
      : [
          {
            path: [...at, ...path],
            message: `there is no ${what} called "${name}"`,
            found: name,
            allowed: all.join(', '),
            nearest: nearestName(name, all),
          },
        ];
  return [
    ...(barrier === '' ? [] : unknown(['barrier'], 'barrier', barrier, names.barriers)),
    ...Object.keys(groups).flatMap((group) => unknown(['groups', group], 'group', group, names.groups)),
  ];
}

function decompositionProblems({ measures, clock }: Scenario, names: Names): MeaningProblem[] {
  const { event, before, after } = measures.decomposition;
  const at = ['measures', 'decomposition'];
  const problems: MeaningProblem[] = [];
  if (!names.events.includes(event))
    problems.push({
      path: [...at, 'event'],
      message: `there is no event called "${event}"`,
      found: event,
      allowed: names.events.join(', '),
      nearest: nearestName(event, names.events),
    });
  const last = clock.referralWeeks + clock.followUp;
  for (const [name, { from, to }] of Object.entries({ before, after })) {
    if (to <= from || to > last)
      problems.push({
        path: [...at, name],
        message: 'the period must end after it begins, and not after the last week of the run',
        found: `from ${from} to ${to}`,
        allowed: `weeks from 0 to ${last}`,
      });
  }
  if (after.to - after.from !== before.to - before.from)
    problems.push({
      path: [...at, 'after'],
      message: 'both periods must be of the same length, or their events cannot be compared',
      found: `${after.to - after.from} weeks`,
      allowed: `${before.to - before.from} weeks`,
    });
  return problems;
}
