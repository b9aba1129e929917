import { MOST_HOLDERS } from '../model/build/caseworkers.ts';
import type { Names } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { dispositions } from '../model/staff/dispositions.ts';
import type { MeaningProblem } from './meaningProblem.ts';
import { unknownName } from './unknownName.ts';

/** What makes no sense in what offices state of their own, in turnover, and in the adoption of activities. */
export function checkOffices(scenario: Scenario, names: Names): MeaningProblem[] {
  return [
    ...Object.keys(scenario.offices).flatMap((office) => checkOffice(scenario, names, office)),
    ...checkPosts(scenario),
    ...checkTurnover(scenario),
    ...checkAdoption(scenario, names),
  ];
}

function checkOffice(scenario: Scenario, names: Names, office: string): MeaningProblem[] {
  const { posts, mix, area, traits } = scenario.offices[office];
  const rows = [...Object.keys(dispositions), ...Object.keys(scenario.caseworkers.dispositions)];
  const localTraits = Object.keys(scenario.world.localTraits);
  return [
    ...(area === ''
      ? []
      : unknownName(['offices', office, 'area'], 'area', Object.keys(scenario.areas), area)),
    ...Object.keys(traits).flatMap((trait) =>
      unknownName(['offices', office, 'traits', trait], 'trait in world.localTraits', localTraits),
    ),
    ...Object.keys(posts).flatMap((role) =>
      unknownName(['offices', office, 'posts', role], 'role', names.roles),
    ),
    ...Object.entries(mix).flatMap(([role, shares]) => {
      const at = ['offices', office, 'mix', role];
      return [
        ...unknownName(at, 'role', names.roles),
        ...Object.keys(shares).flatMap((name) => unknownName([...at, name], 'disposition', rows)),
      ];
    }),
  ];
}

/** Posts that offices state must fit those of the role. */
function checkPosts({ caseworkers, offices }: Scenario): MeaningProblem[] {
  const sections = Object.values(offices);
  return Object.entries(caseworkers.roles).flatMap(([name, role]) => {
    const stated = sections.flatMap(({ posts }) => (posts[name] === undefined ? [] : [posts[name]]));
    const sum = stated.reduce((a, b) => a + b, 0);
    const all = sections.length > 0 && stated.length === sections.length;
    if (sum <= role.posts && !(all && sum < role.posts)) return [];
    return [
      {
        path: ['caseworkers', 'roles', name, 'posts'],
        message: all
          ? 'offices state other posts of the role in all than the role has'
          : 'offices state more posts of the role than the role has',
        found: `${sum} in offices, ${role.posts} of the role`,
        allowed: all ? 'the same number' : `at most ${role.posts} in offices`,
      },
    ];
  });
}

/** Whether ids can tell all holders of a post apart, with room for twice as many as are expected without strain. */
function checkTurnover({ caseworkers, clock }: Scenario): MeaningProblem[] {
  const { base, period } = caseworkers.staffing.turnover;
  const most = (period * MOST_HOLDERS) / (2 * Math.max(1, clock.referralWeeks + clock.followUp));
  if (base <= most) return [];
  return [
    {
      path: ['caseworkers', 'staffing', 'turnover', 'base'],
      message: `a post would have more holders in this run than can be told apart`,
      found: String(base),
      allowed: `at most ${Number(most.toPrecision(3))}`,
    },
  ];
}

function checkAdoption({ activities }: Scenario, names: Names): MeaningProblem[] {
  const entries = Object.entries(activities);
  const problems = entries.flatMap(([name, { adoption }]) =>
    Object.keys(adoption?.expects ?? {}).flatMap((event) =>
      unknownName(['activities', name, 'adoption', 'expects', event], 'event', names.events),
    ),
  );
  if (entries.length === 0 || entries.some(([, { adoption }]) => adoption === undefined)) return problems;
  return [
    ...problems,
    {
      path: ['activities'],
      message: 'at least one activity must be in use from the start, or caseworkers have nothing to do',
      found: 'all activities wait for adoption',
      allowed: 'an activity without `adoption`',
    },
  ];
}
