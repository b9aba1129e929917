import fc from 'fast-check';
import type { Patch } from './smallScenario.ts';

/** Evenly spread: plain doubles are nearly all tiny or huge. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1000 }).map((k) => min + ((max - min) * k) / 1000);
const whole = (min: number, max: number) => fc.integer({ min, max });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const share = fc.constantFrom(0, 0.3, 1);
const amount = fc.oneof(between(0, 500), fc.constant('100 + 900 * predictedNeed'));
const event = fc.constantFrom('attached', 'jobStart', 'jobLoss', 'sustained', 'droppedOut');
const role = fc.constantFrom('adviser', 'broker');
const of = fc.constantFrom('count', 'attached', 'expected');
const during = fc.constantFrom('referrals', 'run');
const period = whole(1, 9);

/** Terms of every kind of instrument, drawn at random, over the names of the small programme. */
export const randomTerms: Record<string, fc.Arbitrary<Patch>> = {
  blockGrant: fc.record({ amount: between(0, 5000), per: fc.constantFrom('week', 'programme') }),
  capitation: fc.record({ amount, byGroup: fc.constantFrom({}, { far: 20 }) }),
  attachmentFee: fc.record({ amount }),
  milestoneFee: fc.record({ event, amount, once: fc.boolean() }),
  sustainmentFee: fc.record({ event, amount, instalments: whole(1, 3) }),
  activityFee: fc.record({ role, amount, mostPerClient: whole(0, 5), crisisFactor: fc.constantFrom(1, 3) }),
  dutyFee: fc.record({ duty: fc.constant('partners'), amount: between(0, 60) }),
  valueAddedFee: fc.record({
    event,
    amount,
    expected: fc.constantFrom(0.3, '0.9 - 0.8 * predictedNeed'),
    within: whole(1, 15),
  }),
  target: fc.record(
    {
      event,
      amount,
      of,
      during,
      period,
      threshold: between(0, 3),
      bonus: between(0, 4000),
      cap: whole(0, 9),
      mostMoney: between(0, 2000),
      heldAgainst: share,
    },
    { requiredKeys: ['event', 'threshold', 'amount'] },
  ),
  penalty: fc.record(
    { event, amount, of, during, period, threshold: between(0, 3), once: fc.boolean(), heldAgainst: share },
    { requiredKeys: ['event', 'amount'] },
  ),
  clawback: fc
    .record({ event, amount, within: whole(1, 12), other: event, unless: fc.boolean(), once: fc.boolean() })
    .map(({ other, unless, ...rest }) => ({ ...rest, [unless ? 'unless' : 'ifEvent']: other })),
  minimumService: fc.record({
    role,
    every: whole(1, 9),
    amount: between(0, 60),
    audit: share,
    auditPenalty: between(0, 90),
    heldAgainst: share,
  }),
  leagueTable: fc.record(
    {
      event,
      period,
      bonus: between(0, 4000),
      bonusTo: fc.constantFrom('top', 'ranks'),
      shareMoved: share,
      endAfter: whole(1, 3),
      referralsWorth: between(0, 9000),
      heldAgainst: share,
    },
    { requiredKeys: ['event', 'period', 'shareMoved'] },
  ),
  progress: fc.record({ role, amount, believedFall: share }),
  upfront: fc.record({
    amount: between(0, 9000),
    recoup: share,
    remainder: fc.constantFrom('kept', 'due'),
  }),
  arrears: fc.record({ share, weeks: whole(1, 30) }),
  freeProvision: fc.record(
    { activity: fc.constantFrom('coaching', 'course'), share, places: between(0, 5) },
    { requiredKeys: ['activity', 'share'] },
  ),
  sanctions: fc.record({
    chance: fc.constantFrom(0, 0.02, 0.2, 1),
    mandate: between(0, 2),
    weeks: whole(1, 6),
    trustLoss: share,
    withheld: between(0, 90),
  }),
  caseworkerBonus: fc.record({ event, amount, payer: fc.constantFrom('commissioner', 'office') }),
  slack: fc.record({ share, amount: between(0, 900) }),
  areaReward: fc.record({
    groups: fc.constantFrom({}, { near: true }),
    metrics: fc.constantFrom(
      { losses: { event: 'jobLoss', price: 500 } },
      {
        starts: { event: 'jobStart', price: 300 },
        search: { stage: 'searching', entry: 'jobLoss', price: 40, exceptional: true },
      },
    ),
    baseline: fc.record({ from: whole(0, 3), weeks: whole(1, 5) }),
    tests: fc.record({ from: whole(8, 10), weeks: whole(1, 6), number: whole(1, 3) }),
    lag: whole(0, 6),
    penalty: share,
    upfront: fc.record({ share, returned: fc.boolean() }),
    adjust: fc.boolean(),
    belief: fc.record({ frontLine: share, attention: share }),
  }),
};

/** A scheme with some of all kinds at once: `incentives` of a patch on the small programme. */
export const randomScheme: fc.Arbitrary<Patch> = fc
  .record(Object.fromEntries(Object.entries(randomTerms).map(([kind, terms]) => [kind, maybe(terms)])))
  .map((scheme) =>
    Object.fromEntries(
      Object.entries(scheme).flatMap(([kind, terms]) =>
        terms === undefined ? [] : [[`own${kind[0].toUpperCase()}${kind.slice(1)}`, { kind, ...terms }]],
      ),
    ),
  );

/** One instrument of every kind, always the same. */
export function oneOfEach(seed: number): Patch {
  return Object.fromEntries(
    Object.entries(randomTerms).map(([kind, terms]) => [
      `own${kind[0].toUpperCase()}${kind.slice(1)}`,
      { kind, ...fc.sample(terms, { seed, numRuns: 1 })[0] },
    ]),
  );
}
