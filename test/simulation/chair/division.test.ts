import { describe, expect, it } from 'vitest';
import { ChairError, type ChairWish, divisionProblems, openChair } from '../../../src/simulation/index.ts';
import type { ChairDivision } from '../../../src/tables/chair.ts';
import { everyDuty, withDuties } from '../../support/duties.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';

const busy: Patch = { clients: { referrals: 12 }, caseworkers: { roles: { adviser: { hoursPerWeek: 12 } } } };
const ruled: Patch = { rules: { visit: { role: 'adviser', every: 3 } } };
const { desk } = openChair(openSmall(withDuties(everyDuty, busy), ruled), { from: 8, weeks: 4 });
const none: ChairDivision = { clients: {}, inForm: [], duties: {} };

describe('a division', () => {
  const [first] = desk!.clients;
  const notDue = desk!.clients.find(({ required }) => !required?.due)!;
  const partners = desk!.duties.find(({ name }) => name === 'partners')!;

  it('may leave everything undone', () => {
    expect(divisionProblems(desk!, none)).toEqual([]);
  });

  it.each<[string, Partial<ChairDivision>, string, RegExp]>([
    ['hours below 0', { clients: { [first.id]: -1 } }, `clients.${first.id}`, /from 0 on/],
    ['hours that are no number', { clients: { [first.id]: Number.NaN } }, `clients.${first.id}`, /number/],
    [
      'less than an appointment',
      { clients: { [first.id]: 0.1 } },
      `clients.${first.id}`,
      /at least 0.5 hours/,
    ],
    [
      'somebody of another desk',
      { clients: { 'c0-000-99': 1 } },
      'clients.c0-000-99',
      /no client on this desk/,
    ],
    ['more hours than there are', { clients: { [first.id]: 100 } }, 'hours', /more than there are/],
    ['a duty that nobody has', { duties: { fishing: 1 } }, 'duties.fishing', /no duty/],
    ['more of a duty than waits', { duties: { partners: 50 } }, 'duties.partners', /only .* hours wait/],
    [
      'a part of a meeting',
      { duties: { partners: partners.item / 2 } },
      'duties.partners',
      /items of 0.5 hours/,
    ],
    ['form only where nothing is due', { inForm: [notDue.id] }, `inForm.${notDue.id}`, /none is/],
  ])('is refused with %s', (_, wrong, path, message) => {
    const problems = divisionProblems(desk!, { ...none, ...wrong });
    expect(problems).toHaveLength(1);
    expect(problems[0].path.join('.')).toBe(path);
    expect(problems[0].message).toMatch(message);
  });

  it('is refused with all its problems at once, and the week stays', () => {
    const chair = openChair(openSmall(busy), { from: 8, weeks: 4 });
    const before = chair.desk;
    const [a, b] = before!.clients;
    expect(chair.divide({ ...none, clients: { [a.id]: -1, [b.id]: 0.2 } })).toHaveLength(2);
    expect(chair.desk).toBe(before);
    expect(chair.divisions).toEqual([]);
  });
});

describe('a chair', () => {
  const problemsOf = (patch: Patch, wish: ChairWish = {}) => {
    try {
      openChair(openSmall(busy, patch), { from: 8, weeks: 4, ...wish });
    } catch (error) {
      if (error instanceof ChairError) return error.problems.map(({ path }) => path.join('.'));
      throw error;
    }
    return [];
  };

  it.each<[string, Patch, ChairWish, string]>([
    ['a design that there is not', {}, { design: 'nowhere' }, 'design'],
    ['weeks beyond the run', {}, { from: 50, weeks: 9 }, 'from'],
    ['no week', {}, { weeks: 0 }, 'weeks'],
    ['half a replicate', {}, { replicate: 0.5 }, 'replicate'],
    ['a caseworker who is not there', {}, { caseworker: 'w0-0-099-0' }, 'caseworker'],
    ['a disposition that there is not', {}, { dispositions: ['saint'] }, 'dispositions.0'],
    ['clients who belong to teams', { caseworkers: { assignment: 'pooled' } }, {}, 'caseworkers.assignment'],
    ['steps of a day', { clock: { step: 'day' } }, {}, 'clock.step'],
    [
      'caseworkers who screen',
      { caseworkers: { roles: { adviser: { screening: { on: true } } } } },
      {},
      'caseworkers.roles',
    ],
  ])('is refused with %s', (_, patch, wish, path) => {
    expect(problemsOf(patch, wish)).toEqual([path]);
  });

  it('names the nearest caseworker', () => {
    expect(() => openChair(openSmall(busy), { from: 8, weeks: 4, caseworker: 'w0-0-000-1' })).toThrow(
      /no caseworker/,
    );
  });
});
