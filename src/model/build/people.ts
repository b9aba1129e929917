import {
  buildDistribution,
  decisions,
  drawStream,
  logistic,
  nameIndex,
  type SeedKey,
} from '../../random/index.ts';
import { ascendingOrder } from '../../statistics/order.ts';
import { clip } from '../clip.ts';
import { clockOf } from '../clock.ts';
import { needWeights } from '../people/need.ts';
import type { People } from '../people/people.ts';
import type { Scenario } from '../schema/scenario.ts';
import { type StepColumn, stepColumn } from '../stepColumn.ts';
import { UnrunnableError } from '../unrunnable.ts';

/** Rows of one referral stream in one step that fit the entity id; more overflow into the next stream number. */
const PER_STREAM = 65536;
const STREAMS = 16;
export const MOST_STEPS = 4096;
/** What ids can tell apart. */
export const MOST_REFERRALS_A_STEP = PER_STREAM * STREAMS;
/** What one world can hold: more would need more memory than machines usually have. */
export const MOST_PEOPLE = 20_000_000;

/**
 * Entity id of the n-th client of a step: 4 bits of stream, 12 bits of step, 16 bits of n, so that a
 * client keeps the id, and with it all luck, whatever else is referred.
 */
export function clientId(step: number, nth: number): number {
  const stream = Math.floor(nth / PER_STREAM);
  if (step >= MOST_STEPS || stream >= STREAMS) {
    throw new RangeError(`at most ${MOST_STEPS} steps and ${MOST_REFERRALS_A_STEP} referrals a step`);
  }
  return ((stream << 28) | (step << 16) | (nth % PER_STREAM)) >>> 0;
}

/** A client's id as people write it: stream, step of referral, n-th of that step, such as `c0-017-04`. */
export function writeClientId(id: number): string {
  const nth = id & 0xffff;
  return `c${id >>> 28}-${String((id >>> 16) & 0xfff).padStart(3, '0')}-${String(nth).padStart(2, '0')}`;
}

/**
 * How many clients are referred at each step of a scenario in steps: exogenous, the same in every design. Throws
 * UnrunnableError where more are drawn than a world can hold, which a mean alone does not tell.
 */
export function referralsByStep(scenario: Scenario, key: SeedKey, replicate: number): Int32Array {
  const stream = drawStream(key, replicate, decisions.arrivals);
  const inAStep = buildDistribution(scenario.clients.referrals);
  const counts = new Int32Array(scenario.clock.referralWeeks);
  let due = 0;
  let sent = 0;
  let level = scenario.scale;
  for (let step = 0; step < counts.length; step++) {
    due += Math.max(0, inAStep.quantile(stream.uniform(0, step))) * level;
    level *= 1 + scenario.clients.growth;
    const count = Math.max(0, Math.floor(due + 1e-9) - sent);
    if (count > MOST_REFERRALS_A_STEP || sent + count > MOST_PEOPLE)
      throw new UnrunnableError(
        `clients.referrals has drawn ${count} people for one step, after ${sent} before it. A world holds ${MOST_PEOPLE} people, and ${MOST_REFERRALS_A_STEP} of one step: choose a distribution with a shorter tail`,
      );
    counts[step] = count;
    sent += count;
  }
  return counts;
}

/**
 * Everybody who is referred in one replicate of a scenario in steps. Rows are ordered by step. Where arrivals replace
 * who has left, everybody who can be.
 */
export function buildPeople(scenario: Scenario, key: SeedKey, replicate: number): People {
  if (replaces(scenario)) return buildReserve(scenario, key, replicate);
  const counts = referralsByStep(scenario, key, replicate);
  const steps = scenario.clock.referralWeeks + scenario.clock.followUp;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const ids = new Uint32Array(total);
  const referredAt = stepColumn(total);
  const firstOfStep = new Int32Array(steps + 1);
  let row = 0;
  for (let step = 0; step < steps; step++) {
    firstOfStep[step] = row;
    const count = step < counts.length ? counts[step] : 0;
    for (let nth = 0; nth < count; nth++, row++) {
      ids[row] = clientId(step, nth);
      referredAt[row] = step;
    }
  }
  firstOfStep[steps] = row;
  return drawPeople(scenario, key, replicate, ids, referredAt, firstOfStep);
}

/**
 * Everybody who can be referred where arrivals replace who has left: those of the first week and the reserve, in the
 * order in which they come. The n-th to come is the same person in every design, with id n.
 */
function buildReserve(scenario: Scenario, key: SeedKey, replicate: number): People {
  const { referralWeeks, followUp } = scenario.clock;
  const steps = referralWeeks + followUp;
  const places = comingByStep(scenario, key, replicate);
  for (let step = 1; step < places.length; step++) places[step] += places[step - 1];
  const first = places.length > 0 ? places[places.length - 1] : 0;
  const total = first + reserveOf(scenario);
  const ids = Uint32Array.from({ length: total }, (_, nth) => nth);
  const referredAt = stepColumn(total).fill(steps);
  const firstOfStep = new Int32Array(steps + 1).fill(total);
  firstOfStep[0] = 0;
  return { ...drawPeople(scenario, key, replicate, ids, referredAt, firstOfStep), places };
}

/** How many people `buildPeople` makes of a scenario in steps. */
export function countReferred(scenario: Scenario, key: SeedKey, replicate: number): number {
  const counts = comingByStep(scenario, key, replicate);
  return counts.reduce((sum, count) => sum + count, replaces(scenario) ? reserveOf(scenario) : 0);
}

const replaces = ({ clients }: Scenario): boolean => clients.arrivals === 'replace';
const reserveOf = ({ clients, scale }: Scenario): number => Math.round(clients.reserve * scale);

/** How many come at each step by themselves: where arrivals replace who has left, in the first week alone. */
function comingByStep(scenario: Scenario, key: SeedKey, replicate: number): Int32Array {
  const counts = referralsByStep(scenario, key, replicate);
  return replaces(scenario) ? counts.slice(0, clockOf(scenario).stepsPerWeek) : counts;
}

/** Draws the attributes of people with the given ids. */
export function drawPeople(
  scenario: Scenario,
  key: SeedKey,
  replicate: number,
  id: Uint32Array,
  referredAt: StepColumn,
  firstOfStep: Int32Array,
): People {
  const { clients } = scenario;
  const count = id.length;
  const stream = (decision: Parameters<typeof drawStream>[2], index = 0) =>
    drawStream(key, replicate, decision, index);
  const column = (fill: (row: number) => number): Float64Array => {
    const out = new Float64Array(count);
    for (let row = 0; row < count; row++) out[row] = fill(row);
    return out;
  };
  const groups = Object.values(clients.groups);
  const barrierNames = Object.keys(clients.barriers);
  const weights = needWeights({ clients });

  const groupDraw = stream(decisions.group);
  const group = pickByShares(
    groups.map((each) => each.share),
    count,
    (row) => groupDraw.uniform(id[row], 0),
  );
  const officeDraw = stream(decisions.office);
  const office = pickByShares(
    Object.values(scenario.offices).map((each) => each.share),
    count,
    (row) => officeDraw.uniform(id[row], 0),
  );

  const common = stream(decisions.barrierCommon);
  const z0 = column((row) => common.normal(id[row], 0));
  const sharedPart = Math.sqrt(clients.barrierShared);
  const ownPart = Math.sqrt(1 - clients.barrierShared);
  const barriers = barrierNames.map((name) => {
    const own = stream(decisions.barrierOwn, nameIndex(name));
    const means = groups.map((each) => each.barriers[name] ?? 0);
    return column((row) =>
      logistic(
        means[group[row]] + clients.barrierSpread * (sharedPart * z0[row] + ownPart * own.normal(id[row], 0)),
      ),
    );
  });
  const need = column((row) => barriers.reduce((sum, values, k) => sum + weights[k] * values[row], 0));
  const latentDraw = stream(decisions.latentBarrier);
  const latent = new Uint8Array(count);
  if (clients.latent.barrier !== '') {
    for (let row = 0; row < count; row++)
      latent[row] = latentDraw.uniform(id[row], 0) < clients.latent.share ? 1 : 0;
  }

  const drawn = (
    decision: Parameters<typeof drawStream>[2],
    quantile: (u: number) => number,
  ): Float64Array => {
    const draws = stream(decision);
    return column((row) => quantile(draws.uniform(id[row], 0)));
  };
  const normalOf = (decision: Parameters<typeof drawStream>[2], sd: number): Float64Array => {
    const draws = stream(decision);
    return column((row) => sd * draws.normal(id[row], 0));
  };
  const motivation = buildDistribution(clients.motivation);
  const awkwardness = buildDistribution(clients.awkwardness);
  const { needRank, fifth } = rankNeed(need);
  const predictionError = normalOf(decisions.predictedNeed, clients.predictedNeedError);
  return {
    count,
    id,
    referredAt,
    firstOfStep,
    group,
    office,
    barriers,
    latent,
    need,
    fifth,
    needRank,
    motivation: drawn(decisions.motivation, (u) => motivation.quantile(u)),
    motivationError: normalOf(decisions.motivationError, clients.motivationError),
    appearanceError: normalOf(decisions.appearanceError, clients.appearanceError),
    awkwardness: drawn(decisions.awkwardness, (u) => awkwardness.quantile(u)),
    trustStart: new Float64Array(count).fill(clients.trust.start),
    predictedNeed: column((row) => clip(need[row] + predictionError[row])),
  };
}

/** Index of the share into which each uniform falls; shares need not sum exactly to 1. */
function pickByShares(
  shares: readonly number[],
  count: number,
  uniform: (row: number) => number,
): Uint8Array {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const picked = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    let left = uniform(row) * total;
    let index = 0;
    while (index < shares.length - 1 && left >= shares[index]) left -= shares[index++];
    // Rounding at the upper end must not land in an empty last share.
    while (index > 0 && shares[index] === 0) index--;
    picked[row] = index;
  }
  return picked;
}

/** Mid-ranks in (0, 1) and fifths of need over everybody; ties share the middle of their block. */
function rankNeed(need: Float64Array): { needRank: Float64Array; fifth: Uint8Array } {
  const count = need.length;
  const order = ascendingOrder(need);
  const needRank = new Float64Array(count);
  const fifth = new Uint8Array(count);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && need[order[to]] === need[order[from]]) to++;
    const rank = (from + to) / (2 * count);
    for (let at = from; at < to; at++) {
      needRank[order[at]] = rank;
      fifth[order[at]] = Math.min(4, Math.floor(rank * 5));
    }
    from = to;
  }
  return { needRank, fifth };
}
