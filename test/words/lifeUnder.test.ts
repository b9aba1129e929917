import { describe, expect, it } from 'vitest';
import { watchDesign } from '../../src/simulation/index.ts';
import type { Life } from '../../src/tables/life.ts';
import { isSamePerson, lifeFigures, underOther } from '../../src/words/index.ts';
import { openSmall } from '../support/smallScenario.ts';

const session = watchDesign(openSmall(), 'base', 0);
const life: Life = {
  ...session.lifeOf(0),
  entries: [],
  twin: [],
  hours: [0, 2, 1.5],
  weeksParked: 4,
  mainEvent: 'jobStart',
};
const jobIn = (week: number): Life['entries'] => [
  { kind: 'event', week, until: week, event: 'jobStart', attached: true, asTwin: false },
];

describe('one person under two designs', () => {
  it('is told by what differed: hours, parked weeks, outcome', () => {
    const other = { ...life, hours: [1], weeksParked: 20, entries: jobIn(39) };
    expect(underOther(life, other, 'B')).toBe(
      'Under “B” the same person with the same luck got 2.5 hours less, was parked for 16 weeks more and had the outcome (job start) in week 40, which never came here.',
    );
    expect(underOther(other, life, 'A')).toBe(
      'Under “A” the same person with the same luck got 2.5 hours more, was parked for 16 weeks less and had no outcome (job start), which came in week 40 here.',
    );
    const later = { ...other, entries: jobIn(40), hours: [2], weeksParked: 21 };
    expect(underOther(other, later, 'B')).toBe(
      'Under “B” the same person with the same luck got 1.0 hour more, was parked for 1 week more and had the outcome (job start) 1 week later, in week 41.',
    );
  });

  it('is told where nothing differed', () => {
    expect(underOther(life, { ...life }, 'B')).toMatch(/got the same hours, was parked for as long/);
  });

  it('stands beside the twin in figures', () => {
    const twin = [{ week: 9, until: 9, event: 'jobStart' }];
    const rows = lifeFigures({ ...life, twin }, { ...life, entries: jobIn(39), weeksParked: 7 });
    expect(rows.map(({ here, there, twin: without }) => [here, there, without])).toEqual([
      ['3.5', '3.5', 'none'],
      ['4', '7', '–'],
      ['none', 'in week 40', 'in week 10'],
    ]);
  });

  it('is not anybody who only has the same number', () => {
    expect(isSamePerson(life, { ...life, design: 'other' })).toBe(true);
    expect(isSamePerson(life, { ...life, person: { ...life.person, need: life.person.need + 0.01 } })).toBe(
      false,
    );
  });
});
