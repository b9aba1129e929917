import { describe, expect, it } from 'vitest';
import { buildCaseworkers } from '../../../src/model/build/caseworkers.ts';
import { collectNames } from '../../../src/model/names.ts';
import { seedKey } from '../../../src/random/index.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';

function staffOf(...patches: Patch[]) {
  const { scenario } = openSmall(...patches).designs[0];
  const names = collectNames(scenario);
  const staff = buildCaseworkers(scenario, names, seedKey('posts'), 0);
  const rows = Array.from({ length: staff.count }, (_, row) => ({
    role: names.roles[staff.role[row]],
    office: names.offices[staff.office[row]],
    disposition: names.dispositions[staff.disposition[row]],
  }));
  const count = (wanted: Partial<(typeof rows)[number]>): number =>
    rows.filter((row) => Object.entries(wanted).every(([key, value]) => row[key as 'role'] === value)).length;
  return { staff, count };
}
const posts = (number: number): Patch => ({ caseworkers: { roles: { adviser: { posts: number } } } });

describe('an office with dispositions of its own', () => {
  it('has them by quota, and the others share the role’s mix by quota', () => {
    const { count } = staffOf(posts(20), {
      offices: { north: { mix: { adviser: { caregiver: 0.3, bureaucrat: 0.7 } } } },
    });
    const north = { role: 'adviser', office: 'north' };
    expect(count({ ...north, disposition: 'caregiver' })).toBe(3);
    expect(count({ ...north, disposition: 'bureaucrat' })).toBe(7);
    const south = { role: 'adviser', office: 'south' };
    expect(count({ ...south, disposition: 'caregiver' })).toBe(5);
    expect(count({ ...south, disposition: 'entrepreneur' })).toBe(5);
  });

  it('may be a team of one kind against a team of another', () => {
    const { count } = staffOf(posts(8), {
      offices: {
        north: { mix: { adviser: { caregiver: 1 } } },
        south: { mix: { adviser: { bureaucrat: 1 } } },
      },
    });
    expect(count({ office: 'north', disposition: 'caregiver' })).toBe(4);
    expect(count({ role: 'adviser', office: 'south', disposition: 'bureaucrat' })).toBe(4);
  });

  it('changes nobody’s skill or person', () => {
    const own = { offices: { north: { mix: { adviser: { bureaucrat: 1 } } } } };
    const [plain, mixed] = [staffOf(posts(8)).staff, staffOf(posts(8), own).staff];
    for (const column of ['id', 'skill', 'chemistry'] as const) expect(mixed[column]).toEqual(plain[column]);
  });
});

describe('an office with posts of its own', () => {
  it('has them times the scale, and the others share what is left', () => {
    const { count } = staffOf(posts(10), {
      scale: 2,
      offices: {
        north: { share: 0.5, posts: { adviser: 4 } },
        south: { share: 0.3 },
        west: { share: 0.2 },
      },
    });
    const advisers = (office: string) => count({ role: 'adviser', office });
    expect([advisers('north'), advisers('south'), advisers('west')]).toEqual([8, 7, 5]);
    expect(count({ role: 'broker', office: 'north' })).toBe(2);
  });

  it('is refused what the role does not have, and names that nobody has', () => {
    const open =
      (north: Patch, south: Patch = {}) =>
      () =>
        openSmall(posts(10), { offices: { north, south } });
    expect(open({ posts: { adviser: 11 } })).toThrow(/more posts of the role than the role has/);
    expect(open({ posts: { adviser: 4 } }, { posts: { adviser: 5 } })).toThrow(/offices state other posts/);
    expect(open({ posts: { adviser: 4 } }, { posts: { adviser: 6 } })).not.toThrow();
    expect(open({ posts: { advisor: 1 } })).toThrow(/no role called "advisor"[\s\S]*adviser/);
    expect(open({ mix: { adviser: { caregver: 1 } } })).toThrow(/no disposition called "caregver"/);
    expect(open({ mix: { adviser: { caregiver: 0.5 } } })).toThrow(/shares of dispositions must sum to 1/);
  });

  it('may lose dispositions on a date, but not get new ones', () => {
    const dated = (adviser: Patch) => () =>
      openSmall({
        offices: { north: { mix: { adviser: { caregiver: 0.5, bureaucrat: 0.5 } } } },
        timeline: { change: { at: 5, set: { offices: { north: { mix: { adviser } } } } } },
      });
    expect(dated({ bureaucrat: null, caregiver: 1 })).not.toThrow();
    expect(dated({ bureaucrat: null, advocate: 0.5 })).toThrow(/other dispositions/);
  });
});
