import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedFor,
  ENTERED,
  type LocalAnswers,
  type LocalName,
  type LocalNumbers,
  localQuestions,
  localScenario,
  localSums,
  readAnswer,
  readLocalForm,
  stayOf,
} from '../../src/authoring/index.ts';
import { leversOf } from '../../src/scenario/index.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { openedText } from '../support/opened.ts';

const ours: LocalAnswers = {
  staff: '6',
  hours: '35',
  referrals: '8',
  caseload: '45',
  groups: '40',
  fees: '£3,000',
  target: '30%',
  cost: '42,000',
};

function textOf(answers: LocalAnswers): string {
  const form = readLocalForm(answers);
  if ('problem' in form) throw new Error(`${form.question.name} ${form.problem}`);
  return localScenario(form);
}

/** Answers from end to end of what is allowed, each after those before it. */
const anyAnswers = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })
  .map((places) => {
    const numbers: Partial<Record<LocalName, number>> = {};
    localQuestions.forEach((question, at) => {
      const { from, to } = allowedFor(question, numbers as LocalNumbers);
      // The ends themselves often: that is where arithmetic breaks.
      const part = places[at] < 0.2 ? 0 : places[at] > 0.8 ? 1 : places[at];
      const value = from + part * (to - from);
      numbers[question.name] = question.whole ? Math.round(value) : Math.min(to, Number(value.toFixed(1)));
    });
    return numbers as LocalNumbers;
  });

const asAnswers = (numbers: LocalNumbers): LocalAnswers =>
  Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, String(number)]));

describe('a scenario of eight local numbers', () => {
  it('has the minutes for each client that its own words promise: what it leaves to defaults is theirs', () => {
    const form = readLocalForm(ours);
    if ('problem' in form) throw new Error(form.problem);
    const [role] = Object.values(openedText(localScenario(form)).designs[0].scenario.caseworkers.roles);
    const { contactHours, seenEvery } = localSums(form.numbers);
    expect(contactHours).toBeCloseTo((role.hoursPerWeek * (1 - role.adminShare)) / role.fullLoad, 12);
    const shortest = role.shortestAppointment * role.fullLoad;
    expect(seenEvery * contactHours * role.fullLoad).toBeGreaterThanOrEqual(2 * shortest);
  });

  it('is valid wherever the numbers stand, and carries each of them with its source', () => {
    fc.assert(
      fc.property(anyAnswers, (numbers) => {
        const loaded = openedText(textOf(asAnswers(numbers)));
        const [grant, results, seen] = loaded.designs.map(({ scenario }) => scenario);
        const role = grant.caseworkers.roles.adviser;
        expect([role.posts, role.hoursPerWeek, role.fullLoad]).toEqual([
          numbers.staff,
          numbers.hours,
          numbers.caseload,
        ]);
        expect(role.weeklyCost * 52).toBeCloseTo(numbers.cost, 0);
        expect(grant.clients.groups.further.share).toBeCloseTo(numbers.groups / 100, 6);
        expect(grant.clients.groups.nearer.share + grant.clients.groups.further.share).toBeCloseTo(1, 9);
        expect(Object.keys(grant.incentives)).toEqual(['grant']);
        expect(results.incentives.fee).toEqual(
          numbers.fees > 0
            ? expect.objectContaining({ amount: expect.objectContaining({ text: numbers.fees }) })
            : undefined,
        );
        expect(results.incentives.target).toEqual(
          numbers.target > 0
            ? expect.objectContaining({ threshold: expect.closeTo(numbers.target / 100, 6) })
            : undefined,
        );
        expect(seen.rules.seen.every).toBe(localSums(numbers).seenEvery);
        expect(grant.pathway.programme.stay).toBe(Math.max(1, Math.round(stayOf(numbers))));
        expect(leversOf(loaded).length).toBeGreaterThanOrEqual(9);
      }),
      { numRuns: 60, seed: 8 },
    );
  });

  it('says of each number whether it was entered, and of one that was not why it was assumed', () => {
    expect(textOf(ours).split(ENTERED)).toHaveLength(8);
    expect(textOf(ours)).toContain('"computed: staff × caseload / referrals, in weeks"');
    const some = textOf({ staff: '6', hours: '', cost: undefined });
    expect(some.split(ENTERED)).toHaveLength(2);
    expect(some).toContain('"assumed: not known here; the usual full-time week in British public services"');
    expect(some).toContain('"assumed, as cost of the form: the cost of a year in 52 weeks"');
  });

  it('runs: the grant pays the posts, fees pay each job, and the same people come in every design', () => {
    const loaded = openedText(textOf({ ...ours, target: '0' }));
    const { designs } = simulateReplicate(loaded, 0, { references: [], clientTable: false });
    const [grant, results, seen] = designs.map(({ rows, weekly }) => ({
      referred: weekly.find(({ series }) => series === 'referred')!.values,
      paid: rows.find(({ measure }) => measure === 'paid.total')!.value!,
    }));
    expect(grant.referred.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);
    expect([results.referred, seen.referred]).toEqual([grant.referred, grant.referred]);
    expect(grant.paid).toBeCloseTo(Math.round((6 * 42000) / 52) * 52, 3);
    expect(results.paid % 3000).toBe(0);
    expect(results.paid).toBeGreaterThan(0);
  });
});

describe('an answer', () => {
  const [staff, hours, referrals, caseload, , , target] = localQuestions;
  const before = { staff: 10, referrals: 20, fees: 0 } as LocalNumbers;

  it('is read as people type it', () => {
    expect(readAnswer(staff, ' 12 ', before)).toEqual({ number: 12 });
    expect(readAnswer(hours, '37.5', before)).toEqual({ number: 37.5 });
    expect(readAnswer(localQuestions[7], '£ 1,2000', before)).toHaveProperty('problem');
    expect(readAnswer(localQuestions[7], '£12,000', before)).toEqual({ number: 12_000 });
    expect(readAnswer(target, '30 %', before)).toEqual({ number: 30 });
  });

  it.each([
    [staff, '0', 'takes a whole number from 1 to 500, not "0"'],
    [staff, '2.5', 'takes a whole number from 1 to 500, not "2.5"'],
    [hours, '37,5', 'takes a number from 5 to 60, not "37,5"'],
    [hours, 'NaN', 'takes a number from 5 to 60, not "NaN"'],
    [hours, '1e1', 'takes a number from 5 to 60, not "1e1"'],
    [referrals, '2000', 'takes a number from 0.4 to 750 (with these staff), not "2000"'],
    [
      target,
      '0',
      'takes a number from 1 to 100 (without a fee, or there would be nothing to compare), not "0"',
    ],
  ] as const)('that cannot be used says what is taken: %#', (question, answer, problem) => {
    expect(readAnswer(question, answer, before)).toEqual({ problem });
  });

  it('takes the ends that it names', () => {
    const { from, to } = allowedFor(caseload, before);
    expect([from, to]).toEqual([8, 300]);
    for (const end of [from, to]) expect(readAnswer(caseload, String(end), before)).toEqual({ number: end });
    expect(readAnswer(caseload, String(from - 1), before)).toHaveProperty('problem');
  });

  it('that does not fit those before it names its question', () => {
    expect(readLocalForm({ ...ours, caseload: '300', referrals: '1' })).toMatchObject({
      question: { name: 'caseload' },
      problem: expect.stringContaining('from 5 to 26'),
    });
  });
});
