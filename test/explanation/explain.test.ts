import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { explainScenario, tellerOf } from '../../src/explanation/index.ts';
import { reviewKinds } from '../../src/model/commissioner/registry.ts';
import { dutyKinds } from '../../src/model/duties/registry.ts';
import { instrumentKinds } from '../../src/model/incentives/registry.ts';
import { openedBundled } from '../support/opened.ts';

const bundled = [
  'first',
  'activation-pilot',
  'work-programme',
  'justice-reinvestment',
  'liaison-diversion',
  'joint-commissioning',
  'strategic-outcomes',
  'lessons/creaming-without-cream',
  'lessons/recording-against-seeing',
];

const linesOf = (path: string, set: string[] = [], most = Number.POSITIVE_INFINITY): string[] =>
  explainScenario(openedBundled(path, set).designs[0].scenario, most).flatMap(({ heading, lines }) => [
    heading,
    ...lines,
  ]);

describe.each(bundled)('what is said of %s', (path) => {
  const lines = linesOf(path);

  it('is whole sentences without holes', () => {
    for (const line of lines)
      expect(line).not.toMatch(/undefined|NaN|\[object|\bnull\b|Infinity|\(\)| {2}| \.|,\.|,,/);
    for (const line of lines.filter((each) => each.includes(' ') && !/^Wh/.test(each)))
      expect(line).toMatch(/[.]$/);
  });

  it('names nobody by more than the page has room for', () => {
    const short = linesOf(path, [], 2).join('\n');
    expect(short.length).toBeLessThanOrEqual(lines.join('\n').length);
    expect(short).not.toMatch(/undefined|NaN/);
  });
});

/** A number of a scenario, another that may stand in its place, and how that is said. */
const numbers: [scenario: string, path: string, value: number | string, said: string][] = [
  ['first', 'clients.referrals', 17, '17 clients a week'],
  ['first', 'clients.referrals', 'poisson(7)', 'About 7 clients (poisson(7))'],
  ['first', 'clock.referralWeeks', 40, 'for 40 weeks'],
  ['first', 'clock.followUp', 131, 'followed for 131 weeks'],
  ['first', 'clients.growth', 0.002, '0.2% more from week to week'],
  ['first', 'clients.trust.start', 0.37, 'trust in the service 0.37'],
  ['first', 'clients.crisis.onset', 0.013, '1.3% of clients fall into a crisis of 4 weeks'],
  ['first', 'caseworkers.roles.adviser.posts', 19, '19 posts'],
  ['first', 'caseworkers.roles.adviser.hoursPerWeek', 31, '31 paid hours a week'],
  ['first', 'caseworkers.roles.adviser.adminShare', 0.47, '47% of them'],
  ['first', 'caseworkers.roles.adviser.fullLoad', 63, 'below 63 clients'],
  ['first', 'caseworkers.roles.adviser.shortestAppointment', 0.7, 'less than 0.7 hours'],
  ['first', 'caseworkers.roles.adviser.weeklyCost', 812.5, '£812.50 a week'],
  ['first', 'caseworkers.allocation.tau', 0.31, 'ln(1 + h / 0.31)'],
  ['first', 'caseworkers.allocation.noise.sd', 0.21, 'normal(0, 0.21)'],
  ['first', 'caseworkers.motives.need', 0.5, 'counts 0.5 times'],
  ['first', 'caseworkers.beliefs.horizon', 29, 'look 29 weeks ahead'],
  ['first', 'caseworkers.beliefs.priceSalience', 0.61, '61% against the mean of all prices'],
  ['first', 'caseworkers.beliefs.insight', 0.4, '40% of the way'],
  ['first', 'incentives.startFee.amount', 3217, '£3,217 for the first “job start”'],
  [
    'activation-pilot',
    'offices.contractorA.pressure.response',
    1.7,
    '1.7 times what income lacks of the plan',
  ],
  ['first', 'offices.provider.pressure.base', 0.35, '0.35 from talk of targets'],
  ['first', 'commissioner.audit.share', 0.09, 'look at 9% of records'],
  ['first', 'pathway.programme.stay', 77, 'ends after 77 weeks'],
  ['first', 'measures.parkedAfter', 11, 'seen for 11 weeks'],
  ['first', 'measures.horizon', 71, 'within 71 weeks of joining'],
  ['first', 'replicates', 33, 'run 33 times'],
  ['first', 'scale', 0.5, 'run at 0.5 of its size'],
  ['activation-pilot', 'clients.latent.share', 0.33, 'In 33% of clients'],
  ['activation-pilot', 'pathway.programme.refusal.placeCost', 911, '£911'],
  ['activation-pilot', 'commissioner.weeklyCost', 12345, '£12,345 a week'],
  ['activation-pilot', 'pathway.milestones.sustained.believedChance', 0.44, '“sustained” (44%)'],
  ['justice-reinvestment', 'incentives.adultReward.threshold', 0.07, 'falls by 7% or more'],
  ['justice-reinvestment', 'incentives.adultReward.lag', 9, '9 weeks late'],
  ['liaison-diversion', 'incentives.count.threshold', 417, '417 first “assessed”'],
  ['work-programme', 'commissioner.reviews.minimumStandard.aim', 0.29, 'an aim of 0.29'],
  ['strategic-outcomes', 'world.openings.homes.perWeek.mean', 8, 'about 8 openings (poisson(8))'],
];

describe('a number that changes', () => {
  it.each(numbers)('is said: %s %s=%s', (scenario, path, value, said) => {
    const before = linesOf(scenario);
    const after = linesOf(scenario, [`${path}=${value}`]);
    expect(before.join('\n')).not.toContain(said);
    expect(after.join('\n')).toContain(said);
  });
});

describe('what presses', () => {
  it('is none where no plan, no target and no board asks for anything', () => {
    expect(linesOf('first').join('\n')).toContain('Pressure on caseworkers is none.');
    expect(linesOf('liaison-diversion').join('\n')).toContain(
      '1 times what instruments hold against the office',
    );
  });
});

/** All numbers of an entry of a file. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

/** As a number, with thousands apart, or as a percentage; with the sign for less than nothing. */
const waysToSay = (value: number): string[] =>
  [String(value), value.toLocaleString('en-GB'), `${Number((100 * value).toPrecision(12))}%`].map((said) =>
    said.replace('-', '−'),
  );

/** Whether a text holds a number by itself and not as a part of another. */
const holdsNumber = (text: string, number: string): boolean =>
  new RegExp(`(?<![\\d.,−])${number.replaceAll('.', '\\.')}(?![.,]?[\\d%])`).test(text);

describe('kinds', () => {
  const { scenario } = openedBundled('first').designs[0];
  const tell = tellerOf(scenario);
  const all = [instrumentKinds, dutyKinds, reviewKinds].flatMap((kinds) => Object.values(kinds));

  it.each(all.map((kind) => [kind.kind, kind] as const))(
    '%s says its example with its numbers',
    (_, kind) => {
      const entries = parse(kind.example) as Record<string, Record<string, unknown>>;
      const terms = kind.schema.parse(Object.values(entries)[0]);
      const words = kind.says(terms as never, tell);
      expect(words).toMatch(/^[A-Z0-9“].*\.$/s);
      expect(words).not.toMatch(/undefined|NaN|\[object/);
      // What is 0 may be said by saying nothing.
      for (const number of numbersIn(Object.values(entries)[0]).filter((each) => each !== 0))
        expect(
          waysToSay(number).some((said) => holdsNumber(words, said)),
          `${number} in “${words}”`,
        ).toBe(true);
    },
  );

  it('says for whom demand counts, by those it is for or by those it is not for', () => {
    const { areaReward } = instrumentKinds;
    const say = (groups: Record<string, boolean>) =>
      areaReward.says(
        areaReward.schema.parse({
          ...Object.values(parse(areaReward.example) as Record<string, object>)[0],
          groups,
        }) as never,
        tell,
      );
    const [group, other] = Object.keys(scenario.clients.groups);
    const title = (name: string) => tell.title('group', name);
    expect(say({ [group]: true })).toContain(` of ${title(group)}`);
    expect(say({ [group]: false })).toContain(` of all but ${title(group)}`);
    expect(say({ [group]: true, [other]: false })).not.toContain('all but');
  });

  it('say another amount in other words', () => {
    const { milestoneFee } = instrumentKinds;
    const say = (amount: unknown) =>
      milestoneFee.says(
        milestoneFee.schema.parse({ kind: 'milestoneFee', event: 'jobStart', amount }) as never,
        tell,
      );
    expect(say(1234.5)).toBe('Offices get £1,234.50 for the first “job start” of a client.');
    expect(say('500 + 1000 * predictedNeed')).toContain('500 + 1000 * predictedNeed');
  });
});
