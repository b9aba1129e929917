import { describe, expect, it } from 'vitest';
import { bundledScenario, experiment, type Findings, meanOf, paired } from '../support/pilotExperiment.ts';

/**
 * Document 000's team, two sites at full size, cut to less than a year but for the published year. Differences are paired on
 * common luck; bands are 99.9% t intervals of the mean, so each check has a false-alarm rate below 0.1%.
 *
 * Found with the scenario's own three years and 20 runs: 2,381 (2,356 to 2,405) assessed in the first year at the home site,
 * 1,632 of them on record; 4.99 waiting; 0.3% of practitioners' hours unclaimed, 0.1% with Street Triage; 2.25 hours a person.
 */
type Scenario = Record<string, Record<string, unknown>>;
type Designs = Record<string, { set: object }>;

interface Trial {
  weeks: number;
  replicates: number;
  families: string[];
  designs: (all: Designs) => Designs;
  set?: string[];
}

/** Runs designs of the bundled file, or others made from them, for so many weeks of referrals. */
function trial({ weeks, replicates, families, designs, set = [] }: Trial): Findings {
  const scenario = bundledScenario('liaison-diversion') as Scenario;
  scenario.clock.referralWeeks = weeks;
  // Claims and published figures name families that are left out.
  const { claims, published, goodhart, ...measures } = scenario.measures;
  scenario.measures = { ...measures, include: families };
  scenario.designs = designs(scenario.designs as Designs);
  return experiment('liaison-diversion', scenario, { replicates, set });
}

const only =
  (...names: string[]) =>
  (all: Designs): Designs =>
    Object.fromEntries(names.map((name) => [name, all[name]]));
const lowest = (findings: Findings, a: string, b: string, key: string): number => {
  const { mean, half } = paired(findings, a, b, key);
  return mean - half;
};
const highest = (findings: Findings, a: string, b: string, key: string): number =>
  -lowest(findings, b, a, key);
const ASSESSED = 'event.count[event=assessed]';

describe('the team of document 000 under the national model', () => {
  const found = trial({
    weeks: 52,
    replicates: 4,
    families: ['periods', 'waiting', 'duties', 'perHour', 'record'],
    designs: only('nationalCounts'),
  });
  const mean = (key: string) => meanOf(found, 'nationalCounts', key);

  it('assesses 2,365 people in a year, with five waiting on an ordinary morning (both fitted)', () => {
    expect(Math.abs(mean('period.happened[event=assessed,office=home,period=1]') - 2365)).toBeLessThan(70);
    expect(Math.abs(mean('waiting.perCaseworker[role=practitioner,office=home]') - 5)).toBeLessThan(0.3);
  });

  it('is at capacity, and spends two to two and a half hours or more on a person', () => {
    expect(mean('staff.hoursShare[use=unclaimed,role=practitioner]')).toBeLessThan(0.1);
    expect(mean('event.hours[event=assessed]')).toBeGreaterThan(2);
    expect(mean('event.hours[event=assessed]')).toBeLessThan(3);
  });

  it('has caregivers who see more people, and more in an acute episode, and are paid for fewer', () => {
    const pace = (measure: string, disposition: string, more = '') =>
      mean(`${measure}[event=assessed,disposition=${disposition}${more}]`);
    expect(pace('event.perHour', 'caregiver')).toBeGreaterThan(1.1 * pace('event.perHour', 'bureaucrat'));
    expect(pace('event.perHour', 'caregiver', ',group=acute')).toBeGreaterThan(
      2 * pace('event.perHour', 'bureaucrat', ',group=acute'),
    );
    expect(pace('paid.perHour', 'caregiver')).toBeLessThan(0.8 * pace('paid.perHour', 'bureaucrat'));
  });
});

/**
 * Found in three years, 20 runs: from local block to national counts −2,678 (−2,720 to −2,636) of 17,155 assessments, −5.5
 * points of the acute, and support workers' hours with clients from 46.3% to 43.7% of all. Cheap recording brings 56% of the
 * assessments back, shorter forms 11%. With weak ethos counts have 1,220 (1,202 to 1,237) more than the block grant.
 */
describe('what is paid for', () => {
  const found = trial({
    weeks: 40,
    replicates: 5,
    families: ['outcomes', 'duties', 'record'],
    designs: only('nationalCounts', 'localBlock', 'cheapRecording', 'formsCut', 'weakBlock', 'weakCounts'),
  });

  it('from local block to national counts fewer are seen, of the acute too, and support has fewer hours', () => {
    expect(highest(found, 'localBlock', 'nationalCounts', ASSESSED)).toBeLessThan(0);
    expect(
      highest(found, 'localBlock', 'nationalCounts', 'event.rate[event=assessed,group=acute]'),
    ).toBeLessThan(0);
    expect(
      highest(found, 'localBlock', 'nationalCounts', 'staff.hoursShare[use=clients,role=supportWorker]'),
    ).toBeLessThan(0);
  });

  it('cheap recording brings about half of it back, shorter forms with the same sign-off much less', () => {
    const restored = (design: string) =>
      (meanOf(found, design, ASSESSED) - meanOf(found, 'nationalCounts', ASSESSED)) /
      (meanOf(found, 'localBlock', ASSESSED) - meanOf(found, 'nationalCounts', ASSESSED));
    expect(restored('cheapRecording')).toBeGreaterThan(0.4);
    expect(restored('cheapRecording')).toBeLessThan(0.8);
    expect(restored('formsCut')).toBeLessThan(0.3);
    expect(lowest(found, 'formsCut', 'cheapRecording', ASSESSED)).toBeGreaterThan(0);
  });

  it('counts do well where ethos is weak, records are cheap and hours are to spare', () => {
    expect(lowest(found, 'weakBlock', 'weakCounts', ASSESSED)).toBeGreaterThan(0);
    expect(
      lowest(found, 'weakBlock', 'weakCounts', 'event.rate[event=assessed,group=acute]'),
    ).toBeGreaterThan(0);
  });
});

/**
 * Found in 60 weeks, 4 runs: a tenth, a fifth, three tenths, two fifths, half and seven tenths of the time kept for the record
 * give 847, about 3,000, 4,850, 4,490, 2,850 and 2,400 paid assessments. Staff choose for themselves 21% (caregivers), 23%
 * (professionals) and 29% (bureaucrats).
 */
describe('hours for the record', () => {
  const shares = [0.1, 0.3, 0.5];
  const found = trial({
    weeks: 26,
    replicates: 4,
    families: ['record', 'perHour'],
    designs: ({ nationalCounts }) => ({
      free: nationalCounts,
      ...Object.fromEntries(
        shares.map((kept) => [`kept${kept * 10}`, { set: { caseworkers: { duties: { file: { kept } } } } }]),
      ),
    }),
  });

  it('have a best share inside: with fewer and with more, fewer assessments are paid, and true ones fall all the way', () => {
    const paid = 'paid.count[event=assessed]';
    expect(lowest(found, 'kept1', 'kept3', paid)).toBeGreaterThan(0);
    expect(lowest(found, 'kept5', 'kept3', paid)).toBeGreaterThan(0);
    expect(lowest(found, 'kept3', 'kept1', ASSESSED)).toBeGreaterThan(0);
    expect(lowest(found, 'kept5', 'kept3', ASSESSED)).toBeGreaterThan(0);
  });

  it('are near that share where bureaucrats choose them, and below it where caregivers do', () => {
    const desk = (kind: string) =>
      meanOf(found, 'free', `staff.deskShare[role=practitioner,disposition=${kind}]`);
    expect(Math.abs(desk('bureaucrat') - 0.3)).toBeLessThan(0.05);
    expect(desk('caregiver')).toBeLessThan(0.25);
  });
});

/**
 * Found in three years, 20 runs: the home site loses in 95% of the runs, and was the better server, by need taken off against the
 * twins, in 65% (42 to 88). Stories of 20 lives make it 50%; that they keep the best site more often is not shown: −15 points
 * (−32 to 2).
 */
describe('the tender', () => {
  // Half a year of returns in place of two, so that many runs are quick: what is compared is the same.
  const found = trial({
    weeks: 44,
    replicates: 12,
    families: ['commissioner'],
    designs: only('nationalCounts'),
    set: [
      'commissioner.reviews.tender.first=40',
      'commissioner.reviews.tender.window=30',
      'commissioner.evidence.monitoring.figures.assessed.usual=1365',
      'commissioner.evidence.monitoring.figures.assessed.spread=68',
    ],
  });

  it('is lost by the site that records less, and in some runs that is the best server', () => {
    const each = (key: string) => found.nationalCounts[key].filter((value) => value > 0).length;
    expect(each('commissioner.ended[office=rival]')).toBe(0);
    expect(each('commissioner.ended[office=home]')).toBeGreaterThan(6);
    expect(each('commissioner.bestEnded')).toBeGreaterThan(0);
    expect(each('commissioner.bestEnded')).toBeLessThan(12);
  });
});
