/**
 * Writes the tables of docs/justice-reinvestment.md from what runs of the two files found. Run by hand, since the runs take
 * half an hour: `node build.mjs && node docs/justiceReinvestment.mjs results/justice`. Results that stand in the folder
 * already are read and not made anew.
 */
import { join } from 'node:path';
import { erf } from 'mathjs';
import {
  difference,
  halfWidth,
  mean,
  number,
  percent,
  readMeasures,
  resultsFolder,
  resultsOf,
  spread,
  table,
  writeBlocks,
} from './findings.mjs';

const folder = resultsFolder();

const GM = 'greaterManchester';
const BOROUGHS = ['croydon', 'hackney', 'lambeth', 'lewisham', 'southwark'].map((name) => `${name}Borough`);
const titles = {
  [GM]: 'Greater Manchester',
  ...Object.fromEntries(BOROUGHS.map((id) => [id, id.charAt(0).toUpperCase() + id.slice(1, -7)])),
};
const designs = {
  asRun: 'As run',
  noReward: 'No reward',
  withPenalty: 'Plus a penalty',
  withUpfront: 'Plus money upfront',
  simpleMetric: 'A single measure',
  pooledLondon: 'London pooled',
  allLessons: 'All of these',
  adjusted: 'Adjusted for the disturbances',
  generalFall: 'As run, in a general fall',
};

const readRuns = (name) =>
  readMeasures(resultsOf(`scenarios/${name}.yaml`, join(folder, name.split('/').at(-1)), 'measures.csv'));
const millions = (value) => number(value / 1e6, 2);

const adult = (of, area, test) =>
  `areas.${of}[reward=adultReward,area=${area}${test === undefined ? '' : `,test=${test}`}]`;

const main = readRuns('justice-reinvestment');
const shock = readRuns('justice-reinvestment/disturbances');

/** What London's areas have in one design, pooled or not. */
const london = (of, key) => {
  const found = ['london', ...BOROUGHS].map((area) => of[key(area)]).filter((values) => values !== undefined);
  return found.length === 0 ? undefined : mean(found.map(mean));
};
const NEW = 'interventions.count[additionality=new]';
const { noReward } = main;
const lessons = Object.entries(designs).map(([id, title]) => {
  const of = main[id];
  const paid = of['areas.reward'];
  const passed = (area) => (of[adult('passed', area)] ? percent(mean(of[adult('passed', area)])) : '–');
  const inLondon = london(of, (area) => adult('passed', area));
  return [
    title,
    number(mean(of[NEW])),
    id === 'asRun' ? '' : difference(of[NEW], main.asRun[NEW]),
    `${percent(mean(of[`partnership.jointShare[area=${GM}]`]))}, ${percent(london(of, (area) => `partnership.jointShare[area=${area}]`))}`,
    `${passed(GM)}, ${inLondon === undefined ? '–' : percent(inLondon)}`,
    paid ? percent(mean(of['areas.deadweight'])) : '–',
    paid ? millions(mean(paid)) : '–',
    paid ? millions(mean(of['areas.rewardAdded'])) : '–',
    millions(mean(of['interventions.cost']) - mean(noReward['interventions.cost'])),
    millions(mean(of['partnership.cost']) - mean(noReward['partnership.cost'])),
    id === 'noReward' || id === 'generalFall'
      ? '–'
      : difference(of['event.count[event=shortCustody]'], noReward['event.count[event=shortCustody]'], 0),
  ];
});

const sites = [GM, ...BOROUGHS];
const normal = (z) => (1 + erf(z / Math.SQRT2)) / 2;
const luck = sites.map((area) => {
  const own = mean(shock.quiet[adult('luck', area, 1)]);
  const both = (of) => percent(mean([1, 2].map((test) => mean(main.asRun[adult(of, area, test)]))));
  return [
    titles[area],
    percent(spread(shock.quiet[adult('twinChange', area, 1)]), 1),
    percent(own, 1),
    percent(normal(-0.05 / own)),
    percent(own / Math.sqrt(10), 1),
    percent(normal((-0.05 * Math.sqrt(10)) / own)),
    both('passed'),
    both('twinPassed'),
  ];
});

const disturbances = sites.map((area) => {
  const both = (of) => ['quiet', 'asRun'].map((id) => shock[id][adult(of, area, 1)]);
  const [quiet, after] = both('chance');
  const lower = (of) =>
    shock.asRun[adult(of, area, 1)].map((value, run) => value - shock.quiet[adult(of, area, 1)][run]);
  const less = (of) => {
    if (area === GM) return '';
    const manchester = shock.asRun[adult(of, GM, 1)].map(
      (value, run) => value - shock.quiet[adult(of, GM, 1)][run],
    );
    return difference(manchester, lower(of), 1, 100);
  };
  return [
    titles[area],
    difference(...both('change').reverse(), 1, 100),
    `${percent(mean(quiet))} → ${percent(mean(after))}`,
    less('chance'),
    both('passed')
      .map((values) => percent(mean(values)))
      .join(' → '),
    less('passed'),
  ];
});

const taken = (kind) => main.asRun[`interventions.count[area=${GM},group=adult,additionality=${kind}]`];
/** "6.2 (5.6 to 6.9)": a mean with its interval; without one where all runs are alike. */
function found(values) {
  const half = halfWidth(values);
  if (half === 0) return `${number(values[0])} in every run`;
  return `${number(mean(values))} (${number(mean(values) - half)} to ${number(mean(values) + half)})`;
}
const newBoroughs = main.asRun['interventions.anyNew[group=adult]'].map((share, run) =>
  Math.round(share * sites.length - (taken('new')[run] > 0 ? 1 : 0)),
);
const youths = main.asRun['interventions.count[group=young,additionality=new]'];
const runsWith = (values, wanted) => values.filter(wanted).length;
const fitted = [
  ['New adult interventions in Greater Manchester', '6', found(taken('new')), 'fitted'],
  ['Accelerated there', '4', found(taken('accelerated')), 'fitted'],
  ['Ran there before', '13', found(taken('running')), 'by definition'],
  [
    'Boroughs with anything new for adults, of five',
    '2',
    `${found(newBoroughs)}; two or more in ${runsWith(newBoroughs, (n) => n >= 2)} of ${newBoroughs.length} runs`,
    'predicted',
  ],
  [
    'Anything new for youths, over all sites',
    'nothing',
    `${found(youths)}; nothing in ${runsWith(youths, (n) => n === 0)} of ${youths.length} runs`,
    'predicted',
  ],
];

const blocks = {
  fitted: table(['Figure', 'Published', 'Found', 'How'], fitted),
  lessons: table(
    [
      'Design',
      'New interventions',
      'against as run',
      'Joint effort: Manchester, London',
      'Adult tests passed: Manchester, London',
      'All tests passed: would have been anyway',
      'Paid, £m',
      'of it added, £m',
      'Interventions beyond no reward, £m',
      'Joint work beyond no reward, £m',
      'Short sentences against no reward',
    ],
    lessons,
  ),
  luck: table(
    [
      'Site',
      'Spread over runs',
      'By its own counts (σ)',
      'Luck alone passes',
      'σ at full size',
      'Luck alone would pass',
      'Adult tests passed as run',
      'by the twins',
    ],
    luck,
  ),
  disturbances: table(
    [
      'Site',
      'Demand in the first test, points',
      'Chance by a year’s figures',
      'Manchester’s loss less this one’s, points',
      'Tests passed',
      'Manchester’s loss less this one’s, points',
    ],
    disturbances,
  ),
};

writeBlocks('docs/justice-reinvestment.md', blocks);
