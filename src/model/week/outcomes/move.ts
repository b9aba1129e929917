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
  const ready = findReady(world, bindings);
  const { transitions } = world.phase;
  const { scratch, threshold } = world;
  const { twin } = bindings.side;
  if (!twin && threshold.length > 0) drawOpenings(world, ready);
  for (let at = 0; at < ready; at++) {
    const t = scratch.readyTransition[at];
    const pool = transitions[t].pool;
    if (
      pool >= 0 &&
      (scratch.clocks[at] > threshold[pool] || (!twin && scratch.clocks[at] === threshold[pool]))
    )
      continue;
    moveOne(world, bindings, scratch.readyRows[at], t);
  }
}

/**
 * Collects who is ready, at most one transition a person, before anybody moves. The draw comes first: only
 * where it is below the largest value that the hazard can take is the hazard worked out.
 */
function findReady(world: World, bindings: SideBindings): number {
  const { phase } = world;
  if (!bindings.side.twin) refreshContact(world, bindings);
  let ready = 0;
  for (const leaving of phase.leaving) {
    const firstOfStage = ready;
    for (let index = 0; index < leaving.length; index++) {
      const candidates = drawCandidates(world, bindings, leaving[index]);
      ready = compareDraws(world, bindings, leaving[index], candidates, firstOfStage, ready);
    }
  }
  return ready;
}

/** Rows in the transition's stage whose draw is small enough for any hazard; their draws stand beside them. */
function drawCandidates(world: World, bindings: SideBindings, t: number): number {
  const { phase, scratch, luck, people, step } = world;
  const { lives, twin } = bindings.side;
  const { rows, from, to } = twin ? world.twinRows : world.clientRows;
  const { from: stage, inContact } = phase.transitions[t];
  if (inContact && twin) return 0;
  const ceiling = bindings.hazards[t].ceiling(bindings.ranges);
  const draws = luck.transition[t];
  let candidates = 0;
  for (let at = from; at < to; at++) {
    const row = rows[at];
    if (lives.stage[row] !== stage) continue;
    const u = draws.uniform(people.id[row], step);
    if (u >= ceiling || (inContact && hoursNow(world, row) === 0)) continue;
    scratch.rows[candidates] = row;
    scratch.uniforms[candidates++] = u;
  }
  return candidates;
}

/** Works the hazard out for the candidates and keeps those whose draw is below it, with their clocks. */
function compareDraws(
  world: World,
  bindings: SideBindings,
  t: number,
  candidates: number,
  firstOfStage: number,
  ready: number,
): number {
  const { scratch } = world;
  const rivalsEnd = ready;
  for (let from = 0; from < candidates; from += BLOCK) {
    const n = Math.min(BLOCK, candidates - from);
    bindings.hazards[t].evaluate(scratch.rows, from, n, scratch.block);
    for (let at = 0; at < n; at++) {
      const chance = scratch.block[at];
      const u = scratch.uniforms[from + at];
      if (!(u < chance)) continue;
      const row = scratch.rows[from + at];
      const clock = log1p(-u) / (chance >= 1 ? CERTAIN : log1p(-chance));
      const rival = findRival(scratch.readyRows, firstOfStage, rivalsEnd, row);
      if (rival >= 0) {
        if (clock >= scratch.clocks[rival]) continue;
        scratch.clocks[rival] = clock;
        scratch.readyTransition[rival] = t;
        continue;
      }
      scratch.readyRows[ready] = row;
      scratch.readyTransition[ready] = t;
      scratch.clocks[ready++] = clock;
    }
  }
  return ready;
}

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
function drawOpenings(world: World, ready: number): void {
  const { phase, scratch, threshold, luck, step, rivals } = world;
  const { scale } = phase.scenario;
  const left = shockedOpenings(world);
  phase.pools.forEach((pool, index) => {
    const drawn = Math.max(0, pool.quantile(luck.openings.uniform(index, step))) * scale * left;
    const found = openingsFound(world, index) * left;
    const rounding = luck.openings.uniform(ROUNDING + index, step);
    const openings = Math.floor(drawn + found + rounding);
    const clocks: number[] = [];
    for (let at = 0; at < ready; at++) {
      if (phase.transitions[scratch.readyTransition[at]].pool === index) clocks.push(scratch.clocks[at]);
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
    lives.quality[row] = luck.quality.uniform(people.id[row], step) < scratch.block[0] ? 1 : 0;
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
