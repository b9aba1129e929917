import { logistic } from '../../src/random/index.ts';
import { firstWord, threefry } from '../../src/random/threefry.ts';
import { WEEKS } from './caseload.ts';
import { processorSeconds } from './processorTime.ts';
import type { Run } from './versions.ts';

const WORKERS = 100;
const EACH = 100;
const PLACES = WORKERS * EACH;
const HOURS = 37;
const BUCKETS = 128;
/** The largest priority: success / need of somebody at the goal, and the most that chance adds. */
const MOST = 1.7616 + 0.6;

/** What a run draws from: keys of noise, job starts and assignment, noise by quantile, and nearness by person. */
export interface CaseloadLuck {
  keys: readonly { k0: number; k1: number }[];
  noise: Float64Array;
  motivation: Float64Array;
}

/** The places of all caseworkers, one after the other: whoever comes next takes a place of whoever has left. */
const id = new Uint32Array(PLACES);
const distance = new Float64Array(PLACES);
const ready = new Float64Array(PLACES);
const worth = new Float64Array(PLACES);
const need = new Float64Array(PLACES);
const priority = new Float64Array(PLACES);
const draw = new Float64Array(PLACES);
const tie = new Int32Array(PLACES);
const hours = new Float32Array(PLACES);
const vacant = new Int32Array(PLACES);
const vacancies = new Int32Array(WORKERS);
const asked = new Float64Array(BUCKETS);
const bucket = new Uint8Array(EACH);
const marginal = new Int32Array(EACH);

/**
 * The caseload workload written for itself, as plain JavaScript on typed arrays with selection by buckets of priority:
 * the same people, draws and decisions as the engine, so that counts are equal. The C program's twin, loop by loop.
 */
export function runArrays({ keys, noise, motivation }: CaseloadLuck): Run {
  const start = processorSeconds();
  vacancies.fill(EACH);
  for (let place = 0; place < PLACES; place++) vacant[place] = place;
  let next = 0;
  let open = PLACES;
  let starts = 0;
  let total = 0;
  for (let week = 0; week < WEEKS; week++) {
    fill(next, open, keys[2].k0, keys[2].k1, motivation);
    next += open;
    drawPriorities(keys[0].k0, keys[0].k1, week, noise);
    for (let w = 0; w < WORKERS; w++) divide(w * EACH);
    total = grow(total);
    drawUniforms(keys[1].k0, keys[1].k1, week);
    open = place();
    starts += open;
  }
  return { seconds: processorSeconds() - start, counts: { 'job starts': starts, hours: total } };
}

function uniform(k0: number, k1: number, entity: number, step: number): number {
  const second = threefry(k0, k1, entity, step);
  return ((firstWord[0] >>> 6) * 67108864 + (second >>> 6) + 0.5) * 2.220446049250313e-16;
}

/** Fills the vacant places, each newcomer going to a caseworker with fewest clients, the first from a draw on. */
function fill(from: number, open: number, k0: number, k1: number, motivation: Float64Array): void {
  let most = 0;
  for (let w = 0; w < WORKERS; w++) most = Math.max(most, vacancies[w]);
  let withMost = countWith(most);
  for (let next = from; next < from + open; next++) {
    let w = Math.floor(uniform(k0, k1, next, 0) * WORKERS);
    while (vacancies[w] !== most) w = w + 1 === WORKERS ? 0 : w + 1;
    come(vacant[w * EACH + --vacancies[w]], next, 1 - motivation[next]);
    if (--withMost > 0) continue;
    most--;
    withMost = countWith(most);
  }
}

function countWith(most: number): number {
  let count = 0;
  for (let w = 0; w < WORKERS; w++) if (vacancies[w] === most) count++;
  return count;
}

function come(place: number, who: number, d: number): void {
  id[place] = who;
  distance[place] = d;
  ready[place] = 0;
  need[place] = 0.5 + 1.5 * d;
  worth[place] = logistic(2 - 4 * d) / need[place];
}

function drawPriorities(k0: number, k1: number, week: number, noise: Float64Array): void {
  for (let i = 0; i < PLACES; i++) {
    tie[i] = threefry(k0, k1, id[i], week);
    priority[i] = worth[i] + noise[firstWord[0] >>> 20];
  }
}

/** Divides one caseworker's hours: all buckets that fit whole, and the marginal one in order. */
function divide(first: number): void {
  asked.fill(0);
  for (let i = 0; i < EACH; i++) {
    const b = (priority[first + i] * (BUCKETS / MOST)) | 0;
    bucket[i] = b;
    asked[b] += need[first + i];
  }
  let left = HOURS;
  let cut = BUCKETS - 1;
  while (cut > 0 && asked[cut] < left) left -= asked[cut--];
  let n = 0;
  for (let i = 0; i < EACH; i++) {
    hours[first + i] = bucket[i] > cut ? need[first + i] : 0;
    if (bucket[i] === cut) marginal[n++] = first + i;
  }
  for (let i = 1; i < n; i++) {
    const one = marginal[i];
    let at = i;
    for (; at > 0 && comesBefore(one, marginal[at - 1]); at--) marginal[at] = marginal[at - 1];
    marginal[at] = one;
  }
  for (let i = 0; i < n && left > 0; i++) {
    const given = Math.min(need[marginal[i]], left);
    hours[marginal[i]] = given;
    left -= given;
  }
}

function comesBefore(one: number, other: number): boolean {
  if (priority[one] !== priority[other]) return priority[one] > priority[other];
  return tie[one] >>> 0 < tie[other] >>> 0;
}

/** Readiness grows with the hours of the week; returns the hours so far. */
function grow(before: number): number {
  let total = before;
  for (let i = 0; i < PLACES; i++) {
    total += hours[i];
    ready[i] += Math.min(1, 0.1 * hours[i]) * (1 - ready[i]);
  }
  return total;
}

function drawUniforms(k0: number, k1: number, week: number): void {
  for (let i = 0; i < PLACES; i++) draw[i] = uniform(k0, k1, id[i], week);
}

/** Who starts a job leaves the place open; returns how many. */
function place(): number {
  let open = 0;
  for (let i = 0; i < PLACES; i++) {
    if (draw[i] >= 0.5 || draw[i] >= logistic(-4 + 4 * ready[i] - 1.5 * distance[i])) continue;
    open++;
    const w = Math.floor(i / EACH);
    vacant[w * EACH + vacancies[w]++] = i;
  }
  return open;
}
