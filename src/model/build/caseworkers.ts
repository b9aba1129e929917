import { buildDistribution, decisions, drawStream, nameIndex, type SeedKey } from '../../random/index.ts';
import type { CaseworkerTable } from '../caseworkers.ts';
import { motiveNames } from '../motives.ts';
import type { Names } from '../names.ts';
import type { Scenario } from '../schema/scenario.ts';
import { dispositionWeights } from '../weights.ts';

/**
 * Splits a whole number by shares so that parts are whole and sum to it (largest remainders first, then
 * the order of the file).
 */
export function quota(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  if (sum <= 0) return shares.map(() => 0);
  const exact = shares.map((share) => (total * share) / sum);
  const parts = exact.map((value) => Math.floor(value + 1e-9));
  const order = exact.map((value, index) => ({ index, rest: value - parts[index] }));
  order.sort((a, b) => b.rest - a.rest || a.index - b.index);
  let left = total - parts.reduce((a, b) => a + b, 0);
  for (const { index } of order) {
    if (left <= 0) break;
    parts[index]++;
    left--;
  }
  return parts;
}

/** Entity id of a caseworker: 4 bits of role, 6 of office, 14 of post, 8 of n-th holder. */
export function caseworkerId(role: number, office: number, post: number, holder: number): number {
  return ((role << 28) | (office << 22) | (post << 8) | holder) >>> 0;
}

/** A caseworker's id as people write it: role, office, post, n-th holder, such as `w0-1-012-0`. */
export function writeCaseworkerId(id: number): string {
  return `w${id >>> 28}-${(id >>> 22) & 63}-${String((id >>> 8) & 0x3fff).padStart(3, '0')}-${id & 255}`;
}

/**
 * All caseworkers of a run: posts split over offices by share, dispositions dealt out by quota over the
 * posts of a role in all offices and shuffled once by a keyed draw.
 */
export function buildCaseworkers(
  scenario: Scenario,
  names: Names,
  key: SeedKey,
  replicate: number,
): CaseworkerTable {
  const { caseworkers, offices } = scenario;
  const shares = Object.values(offices).map((office) => office.share);
  const rows: {
    id: number;
    role: number;
    office: number;
    disposition: number;
    skill: number;
    chemistry: number;
  }[] = [];
  const firstOfRole = new Int32Array(names.roles.length + 1);
  Object.entries(caseworkers.roles).forEach(([name, role], roleIndex) => {
    firstOfRole[roleIndex] = rows.length;
    const index = nameIndex(name);
    const posts = Math.round(role.posts * scenario.scale);
    const perOffice = quota(posts, shares);
    const ids = perOffice.flatMap((count, office) =>
      Array.from({ length: count }, (_, post) => ({ id: caseworkerId(roleIndex, office, post, 0), office })),
    );
    const skillDraw = drawStream(key, replicate, decisions.skill, index);
    const personDraw = drawStream(key, replicate, decisions.chemistry, index);
    const dealDraw = drawStream(key, replicate, decisions.dispositionDeal, index);
    const skill = buildDistribution(role.skill);
    const deal = dealt(role.mix, posts, names);
    const shuffled = ids
      .map((_, at) => at)
      .sort((a, b) => dealDraw.uniform(ids[a].id, 0) - dealDraw.uniform(ids[b].id, 0));
    const dispositionAt = new Int32Array(posts);
    shuffled.forEach((at, rank) => {
      dispositionAt[at] = deal[rank];
    });
    ids.forEach(({ id, office }, at) => {
      rows.push({
        id,
        role: roleIndex,
        office,
        disposition: dispositionAt[at],
        skill: skill.quantile(skillDraw.uniform(id, 0)),
        chemistry: personDraw.normal(id, 0),
      });
    });
  });
  firstOfRole[names.roles.length] = rows.length;
  const count = rows.length;
  const menu = Object.values(scenario.activities);
  const familiar = menu.reduce((sum, activity) => sum + activity.familiarity, 0);
  const weightsOf = names.dispositions.map((name) => dispositionWeights(name, caseworkers.dispositions));
  const zeros = () => new Float64Array(count);
  return {
    count,
    id: Uint32Array.from(rows, (row) => row.id),
    role: Uint8Array.from(rows, (row) => row.role),
    office: Uint8Array.from(rows, (row) => row.office),
    disposition: Uint8Array.from(rows, (row) => row.disposition),
    weights: motiveNames.map((motive) =>
      Float64Array.from(rows, (row) => weightsOf[row.disposition][motive]),
    ),
    skill: Float64Array.from(rows, (row) => row.skill),
    chemistry: Float64Array.from(rows, (row) => row.chemistry),
    burnout: zeros(),
    habit: menu.map((activity) =>
      zeros().fill(familiar > 0 ? activity.familiarity / familiar : 1 / menu.length),
    ),
    firstOfRole,
    caseload: new Int32Array(count),
    hoursAvailable: zeros(),
    hoursGiven: zeros(),
    strain: zeros(),
    strainHours: zeros(),
  };
}

function dealt(mix: Record<string, number>, posts: number, names: Names): number[] {
  const kinds = Object.keys(mix);
  return quota(posts, Object.values(mix)).flatMap((count, at) =>
    Array.from({ length: count }, () => names.dispositions.indexOf(kinds[at])),
  );
}
