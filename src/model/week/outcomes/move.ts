import { log1p } from '../../../random/index.ts';
import { fileTwinEvent } from '../../areas/areaDemand.ts';
import { openingsFound } from '../../duties/effects.ts';
import { emitEvent } from '../../emit.ts';
import type { SideBindings } from '../../formulas/bindings.ts';
import { hoursNow } from '../../formulas/gather.ts';
import { refreshContact } from '../../formulas/ranges.ts';
import { addRivals } from '../../outside/rivals.ts';
import { shockedOpenings } from '../../outside/shocks.ts';
import { BLOCK } from '../../scratch.ts';
import type { World } from '../../world.ts';

/**
 * ln(1 − p) of a chance of 1, kept finite so that clocks of people who are sure to be ready differ by their
 * draws: else all would be equal, and none would come before the first who finds no opening.
 */
const CERTAIN = -1e250;
/** Draws of a pool's openings that round a broken number stand so far from those of the number itself. */
const ROUNDING = 1 << 16;

/**
 * Moves one side's lives along the pathway for one step.
 *
 * Each transition that leaves a stage has its own draw, shared by client and twin. Its clock is
 * ln(1 − U) / ln(1 − p): the person is ready when it is at most 1, and where several are ready the smallest
 * wins. Where openings are scarce the people with the smallest clocks get them; the twin moves if its clock
 * is under the same threshold: one person withdrawn from the actual market.
 */
export function moveLives(world: World, bindings: SideBindings): void {
  world.witness?.beforeMoves(bindings);
  findReady(world, bindings);
  const { transitions } = world.phase;
  const { threshold } = world;
  const { readyList: ready } = world.scratch;
  const { twin } = bindings.side;
  if (!twin && threshold.length > 0) drawOpenings(world);
  for (let at = 0; at < ready.count; at++) {
    const t = ready.transition[at];
    const pool = transitions[t].pool;
    const clock = ready.clock[at];
    if (pool >= 0 && (clock > threshold[pool] || (!twin && clock === threshold[pool]))) continue;
    moveOne(world, bindings, ready.row[at], t);
  }
}

/**
 * Collects who is ready, at most one transition a person, before anybody moves. The draw comes first: only
 * where it is below the largest value that the hazard can take is the hazard worked out.
 */
function findReady(world: World, bindings: SideBindings): void {
  const { twin } = bindings.side;
  if (!twin) refreshContact(world, bindings);
  const { readyList: ready } = world.scratch;
  ready.count = 0;
  for (const leaving of world.phase.leaving) {
    const firstOfStage = ready.count;
    for (const t of leaving) {
      if (twin && world.phase.transitions[t].inContact) continue;
      const rivalsEnd = ready.count;
      const ceiling = bindings.hazards[t].ceiling(bindings.ranges);
      const { from, to } = twin ? world.twinRows : world.clientRows;
      for (candidates.next = from; candidates.next < to; ) {
        drawCandidates(world, bindings, t, ceiling, to);
        compareDraws(world, bindings, t, firstOfStage, rivalsEnd);
      }
    }
  }
}

/** Candidates of one block, their rows and draws in the scratch columns, and where the search goes on. */
const candidates = { count: 0, next: 0 };

/** At most a block of rows in the transition's stage whose draw is small enough for any hazard; their draws stand beside them. */
function drawCandidates(world: World, bindings: SideBindings, t: number, ceiling: number, to: number): void {
  const { phase, luck, people, step } = world;
  const { lives, twin } = bindings.side;
  const { rows } = twin ? world.twinRows : world.clientRows;
  const { rows: found, uniforms } = world.scratch;
  const { from: stage, inContact } = phase.transitions[t];
  const draws = luck.transition[t];
  const { id } = people;
  const { stage: stageOf } = lives;
  let count = 0;
  let at = candidates.next;
  for (; at < to && count < BLOCK; at++) {
    const row = rows[at];
    if (stageOf[row] !== stage) continue;
    const u = draws.uniform(id[row], step);
    if (u >= ceiling || (inContact && hoursNow(world, row) === 0)) continue;
    found[count] = row;
    uniforms[count++] = u;
  }
  candidates.count = count;
  candidates.next = at;
}

/** Works the hazard out for the candidates and keeps those whose draw is below it, with their clocks. */
function compareDraws(
  world: World,
  bindings: SideBindings,
  t: number,
  firstOfStage: number,
  rivalsEnd: number,
): void {
  const { rows, uniforms, block, readyList: ready } = world.scratch;
  const n = candidates.count;
  bindings.hazards[t].evaluate(rows, 0, n, block);
  for (let at = 0; at < n; at++) {
    const chance = block[at];
    const u = uniforms[at];
    if (!(u < chance)) continue;
    const row = rows[at];
    const clock = clockOfDraw(u, chance);
    const rival = findRival(ready.row, firstOfStage, rivalsEnd, row);
    if (rival < 0) ready.add(row, t, clock);
    else if (clock < ready.clock[rival]) {
      ready.clock[rival] = clock;
      ready.transition[rival] = t;
    }
  }
}

/** ln(1 − U) / ln(1 − p): at most 1 where the draw lies below the chance, and the smaller the readier. */
export const clockOfDraw = (draw: number, chance: number): number =>
  log1p(-draw) / (chance >= 1 ? CERTAIN : log1p(-chance));

/** Where the row stands among those already ready for an earlier transition of the same stage; −1 if nowhere. */
function findRival(readyRows: Int32Array, from: number, to: number, row: number): number {
  for (let at = from; at < to; at++) if (readyRows[at] === row) return at;
  return -1;
}

/**
 * Draws this step's openings K, broken numbers rounded up or down by chance, and sets each pool's threshold:
 * the K + 1st smallest clock, that of the first who finds none; infinite where all find one. Rivals from outside
 * the programme take part.
 */
function drawOpenings(world: World): void {
  const { phase, threshold, luck, step, rivals } = world;
  const { scale } = phase.scenario;
  const { readyList: ready } = world.scratch;
  const left = shockedOpenings(world);
  phase.pools.forEach((pool, index) => {
    const drawn = Math.max(0, pool.quantile(luck.openings.uniform(index, step))) * scale * left;
    const found = openingsFound(world, index) * left;
    const rounding = luck.openings.uniform(ROUNDING + index, step);
    const openings = Math.floor(drawn + found + rounding);
    const clocks: number[] = [];
    for (let at = 0; at < ready.count; at++) {
      if (phase.transitions[ready.transition[at]].pool === index) clocks.push(ready.clock[at]);
    }
    const draws = luck.rivals[index];
    const ours = clocks.length;
    const theirs = addRivals(draws, step, (u) => phase.rivals[index].quantile(u), scale, clocks);
    const inOrder = clocks.toSorted((a, b) => a - b);
    threshold[index] = inOrder.length > openings ? inOrder[openings] : Number.POSITIVE_INFINITY;
    let placed = 0;
    for (let at = ours; at < clocks.length; at++) if (clocks[at] < threshold[index]) placed++;
    rivals.ready[index] += theirs;
    rivals.placed[index] += placed;
    rivals.alone[index] += Math.min(theirs, Math.floor(drawn + rounding));
  });
}

function moveOne(world: World, bindings: SideBindings, row: number, t: number): void {
  const { phase, scratch, luck, people, step } = world;
  const { lives, twin } = bindings.side;
  const transition = phase.transitions[t];
  if (transition.event === phase.mainEvent) {
    scratch.rows[0] = row;
    bindings.qualities[t].evaluate(scratch.rows, 0, 1, scratch.block);
    const draw = luck.quality.uniform(people.id[row], step);
    lives.quality[row] = draw < scratch.block[0] ? 1 : 0;
    world.witness?.drew(row, 'quality', draw, scratch.block[0], twin);
    if (lives.goodQuality[row] < 0) lives.goodQuality[row] = lives.quality[row];
  }
  lives.stage[row] = transition.to;
  lives.stageSince[row] = step;
  if (!twin) {
    emitEvent(world, row, transition.event);
    return;
  }
  fileTwinEvent(world, row, transition.event);
  if (lives.firstEvent[transition.event][row] < 0) lives.firstEvent[transition.event][row] = step;
  if (lives.eventCount[transition.event][row] < 255) lives.eventCount[transition.event][row]++;
}
