import { buildDistribution, decisions, drawStream, nameIndex, type SeedKey } from '../../random/index.ts';
import type { Names } from '../names.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { CaseworkerTable } from '../staff/caseworkers.ts';
import { motiveNames } from '../staff/motives/registry.ts';
import { createRoster } from '../staff/roster.ts';
import { dispositionWeights } from '../staff/weights.ts';
import { dealDispositions, postsByOffice } from './posts.ts';

/** Holders of one post whom an id can tell apart: the first and so many more. */
export const MOST_HOLDERS = 255;

/** Entity id of a caseworker: 4 bits of role, 6 of office, 14 of post, 8 of n-th holder. */
export function caseworkerId(role: number, office: number, post: number, holder: number): number {
  return ((role << 28) | (office << 22) | (post << 8) | holder) >>> 0;
}

/** A caseworker's id as people write it: role, office, post, n-th holder, such as `w0-1-012-0`. */
export function writeCaseworkerId(id: number): string {
  return `w${id >>> 28}-${(id >>> 22) & 63}-${String((id >>> 8) & 0x3fff).padStart(3, '0')}-${id & 255}`;
}

/**
 * All caseworkers of a run: posts split over offices by share or as stated, dispositions dealt out by quota over
 * the posts of a role in all offices without a mix of their own and shuffled once by a keyed draw.
 */
export function buildCaseworkers(
  scenario: Scenario,
  names: Names,
  key: SeedKey,
  replicate: number,
): CaseworkerTable {
  const { caseworkers } = scenario;
  const rows: {
    id: number;
    role: number;
    office: number;
    turn: number;
    disposition: number;
    skill: number;
    chemistry: number;
  }[] = [];
  const firstOfRole = new Int32Array(names.roles.length + 1);
  Object.entries(caseworkers.roles).forEach(([name, role], roleIndex) => {
    firstOfRole[roleIndex] = rows.length;
    const index = nameIndex(name);
    const ids = postsByOffice(scenario, name, role).flatMap((count, office) =>
      Array.from({ length: count }, (_, post) => ({
        id: caseworkerId(roleIndex, office, post, 0),
        office,
        turn: post / count,
      })),
    );
    const skillDraw = drawStream(key, replicate, decisions.skill, index);
    const personDraw = drawStream(key, replicate, decisions.chemistry, index);
    const dealDraw = drawStream(key, replicate, decisions.dispositionDeal, index);
    const skill = buildDistribution(role.skill);
    const dispositionAt = dealDispositions(scenario, names, name, ids, dealDraw);
    ids.forEach(({ id, office, turn }, at) => {
      rows.push({
        id,
        role: roleIndex,
        office,
        turn,
        disposition: dispositionAt[at],
        skill: skill.quantile(skillDraw.uniform(id, 0)),
        chemistry: personDraw.normal(id, 0),
      });
    });
  });
  firstOfRole[names.roles.length] = rows.length;
  const count = rows.length;
  const roles = names.roles.length;
  const offices = names.offices.length;
  const byDisposition = roles * names.dispositions.length;
  const weightsOf = names.dispositions.map((name) => dispositionWeights(name, caseworkers.dispositions));
  const zeros = () => new Float64Array(count);
  return {
    count,
    id: Uint32Array.from(rows, (row) => row.id),
    role: Uint8Array.from(rows, (row) => row.role),
    office: Uint8Array.from(rows, (row) => row.office),
    turn: Float64Array.from(rows, (row) => row.turn),
    disposition: Uint8Array.from(rows, (row) => row.disposition),
    weights: motiveNames.map((motive) =>
      Float64Array.from(rows, (row) => weightsOf[row.disposition][motive]),
    ),
    skill: Float64Array.from(rows, (row) => row.skill),
    localKnowledge: zeros().fill(caseworkers.knowledge.byTime),
    earnedKnowledge: zeros(),
    practice: names.groups.map(() => zeros().fill(caseworkers.practice.start)),
    freeHours: zeros(),
    chemistry: Float64Array.from(rows, (row) => row.chemistry),
    burnout: zeros(),
    habit: startingHabit(scenario).map((habit) => zeros().fill(habit)),
    firstOfRole,
    present: new Uint8Array(count).fill(1),
    since: new Int32Array(count),
    vacantUntil: zeros(),
    roster: createRoster(count, roles, offices),
    caseload: zeros(),
    teamLoad: new Float64Array(names.roles.length * names.offices.length),
    hoursFactor: zeros(),
    waiting: new Float64Array(roles * offices),
    atWork: new Float64Array(roles * offices),
    hoursAvailable: zeros(),
    hoursGiven: zeros(),
    strain: zeros(),
    strainHours: zeros(),
    formerStrain: new Float64Array(byDisposition),
    formerStrainHours: new Float64Array(byDisposition),
    leavers: new Float64Array(roles * offices),
    handovers: new Float64Array(roles),
  };
}

/** [activity] Habit of who comes new to the menu: familiarity, divided by its sum; equal where nothing is familiar. */
export function startingHabit({ activities }: Scenario): number[] {
  const menu = Object.values(activities);
  const familiar = menu.reduce((sum, activity) => sum + activity.familiarity, 0);
  return menu.map((activity) => (familiar > 0 ? activity.familiarity / familiar : 1 / menu.length));
}
