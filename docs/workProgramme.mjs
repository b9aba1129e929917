/**
 * Writes the tables of docs/work-programme.md from what runs of the file found. Run by hand, since they take some
 * minutes: `node build.mjs && node docs/workProgramme.mjs results/work-programme`. Results that stand in the folder already are read
 * and not made anew.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  difference,
  halfWidth,
  mean,
  number,
  percent,
  readMeasures,
  resultsFolder,
  resultsOf,
  table,
  writeBlocks,
} from './findings.mjs';

const folder = resultsFolder();
const run = (name, ...options) =>
  resultsOf('scenarios/work-programme.yaml', join(folder, name), 'measures.csv', options);
const out = run('as-built');
const found = readMeasures(out);
const checks = JSON.parse(readFileSync(join(out, 'checks.json'), 'utf8'));
const { clients, designs, measures } = parse(
  readFileSync(new URL('../scenarios/work-programme.yaml', import.meta.url), 'utf8'),
);
const { asRun } = found;

const interval = (values, places, scale = 1) => {
  const [middle, half] = [mean(values), halfWidth(values)].map((value) => value * scale);
  return `${number(middle, places)} (${number(middle - half, places)} to ${number(middle + half, places)})`;
};

const figures = [
  ...Object.values(measures.published).map(({ title, measure, value, fitted }) => [
    title,
    `${number(value * 100)}%`,
    `${interval(asRun[measure], 1, 100)}%`,
    fitted ? 'fitted' : measure.startsWith('condition') ? 'check' : 'predicted',
  ]),
  ...[
    ['JSA early access', 'jsaEarly', 'through the total'],
    ['JSA ex-incapacity', 'jsaExIncapacity', 'through the total'],
    ['ESA volunteers', 'esaVolunteer', 'predicted'],
  ].map(([title, group, how]) => [
    `Outcome within two years, ${title}`,
    '–',
    `${interval(asRun[`outcome.rate[group=${group}]`], 1, 100)}%`,
    how,
  ]),
];

/** Clients referred in a run, all weeks, of whom a share is in the group. */
const referred = 45 * 156;
const groups = Object.entries(clients.groups).map(([id, { title, share }]) => {
  const paid = mean(asRun[`paid.by.group[group=${id}]`]) / (referred * share.value);
  return [
    title,
    percent(share.value, 1),
    percent(mean(asRun[`condition.rate[group=${id}]`])),
    percent(mean(asRun[`outcome.rate[group=${id}]`]), 1),
    number(paid, 0),
    ...['flatPrice', 'asRun', 'parityPrice', 'statisticalGroups', 'blockGrant'].map((design) =>
      number(60 * mean(found[design][`hours.perClientWeek[group=${id}]`]), 1),
    ),
  ];
});

const compared = Object.entries(designs).map(([id, { title }]) => {
  const of = found[id];
  const minutes = (fifth) => number(60 * mean(of[`hours.perClientWeek[fifth=${fifth}]`]), 1);
  const against = (key) => (id === 'asRun' ? '' : difference(of[key], asRun[key], 1, 100));
  return [
    title,
    number(mean(of['paid.perClient']), 0),
    `${minutes(1)}, ${minutes(5)}`,
    ...['concentration', 'between', 'within'].map((part) => number(mean(of[`creaming.${part}`]), 3)),
    percent(mean(of['parking.unseen[fifth=5]'])),
    percent(mean(of['outcome.rate']), 1),
    against('outcome.rate'),
    against('outcome.rate[fifth=5]'),
    number(100 * (mean(of['served.rate']) - mean(of['twin.rate']))),
    percent(mean(of['provider.margin'])),
  ];
});

/** The main results under other assumptions, in a few runs: means, with no doubt about their signs. */
const other = Object.entries({
  'as built': [],
  'prices not noticed at all': ['caseworkers.beliefs.priceSalience=0'],
  'prices noticed in full': ['caseworkers.beliefs.priceSalience=1'],
  'people in work take half of the hours': [
    'outcomeAfter26',
    'outcomeAfter13',
    'thirteenInstalments',
    'twentyInstalments',
    'twentySixInstalments',
  ].map((milestone) => `pathway.milestones.${milestone}.believedRate=0.015`),
  'by priority in place of the waterline': ['caseworkers.allocation.rule=priority'],
}).map(([title, set]) => {
  const of = readMeasures(
    run(title.replaceAll(' ', '-'), '--replicates', '4', ...set.flatMap((each) => ['--set', each])),
  );
  const value = (design, key) => number(mean(of[design][key]), 3);
  const ratio = (design, group) =>
    percent(
      mean(of[design][`hours.perClientWeek[group=${group}]`]) /
        mean(of[design]['hours.perClientWeek[group=jsaAdult]']),
    );
  return [
    title,
    ...['asRun', 'flatPrice', 'parityPrice', 'statisticalGroups', 'blockGrant'].map((design) =>
      value(design, 'creaming.concentration'),
    ),
    ...['asRun', 'parityPrice'].map((design) => ratio(design, 'esaNew')),
    ratio('asRun', 'esaExIncapacity'),
  ];
});

const verdicts = { holds: 'holds', fails: 'does not hold', untold: 'cannot be told' };
const claims = checks.claims.map(({ title, verdict, runs }) => [
  title,
  `${verdicts[verdict]}, in ${runs.holding} of ${runs.defined} runs`,
]);

writeBlocks('docs/work-programme.md', {
  figures: table(['Figure', 'Published', 'Found', 'How'], figures),
  groups: table(
    [
      'Group',
      'Share',
      'With a health condition',
      'Outcome',
      'Fees a client, £',
      'Minutes a week: one price',
      'as run',
      'ESA prices raised',
      'by predicted need',
      'block grant',
    ],
    groups,
  ),
  designs: table(
    [
      'Design',
      'Fees a client, £',
      'Minutes a week, easiest and hardest fifth',
      'Concentration',
      'between groups',
      'within',
      'Hardest fifth unseen',
      'Outcomes',
      'against as run, points',
      'of the hardest fifth',
      'Added beyond the twins',
      'Margin',
    ],
    compared,
  ),
  other: table(
    [
      'Assumption',
      'Concentration as run',
      'one price',
      'ESA prices raised',
      'by predicted need',
      'block grant',
      'Time of new ESA over JSA 25+, as run',
      'ESA prices raised',
      'of group 7, as run',
    ],
    other,
  ),
  claims: table(['Claim', 'Found'], claims),
});
