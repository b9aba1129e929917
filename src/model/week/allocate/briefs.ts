import { misreadingOf, seenBarrier } from '../../people/appearance.ts';
import { BLOCK } from '../../scratch.ts';
import type { Block } from '../../staff/motives/motive.ts';
import { MOTIVE, motives } from '../../staff/motives/registry.ts';
import type { World } from '../../world.ts';
import type { JudgementNoise } from './noise.ts';
import type { Payoff } from './payoff.ts';
import type { SeenColumns } from './seen.ts';
import { lengthOf } from './shortest.ts';
import type { Wills } from './wills.ts';

/** Numbers of one brief: as many as one line of the processor's memory holds. */
export const BRIEF_SIZE = 8;

/** Where each number of a brief stands. */
export const BRIEF = {
  /** How strongly the client's stage claims hours of the role. */
  claim: 0,
  /** Appeal by all motives but payoff, times the claim. */
  rest: 1,
  /** Money believed to come from the client within the horizon; anything where the caseworker wants none. */
  money: 2,
  /** Money believed to come from one recorded contact, and how many usual appointments one takes. */
  moneyOfContact: 3,
  length: 4,
  /** What the client's hours do for the board's goals, times the claim and the part of payoff turned to them. */
  goal: 5,
  /** The noise of judgement and the key of ties. */
  noise: 6,
  tie: 7,
} as const;

/** Which members of a role are briefed on, and for whom. */
export interface Briefed {
  /** Rows of people; of each the brief stands at its place, at its own position where no places are given. */
  rows: Int32Array;
  places: Int32Array | undefined;
  from: number;
  to: number;
  /** For whom; −1: each client's own caseworker. */
  worker: number;
}

/**
 * What each client is to the caseworker who divides hours, but for how many compete for them: laid out in the order of
 * `scratch.members`, so that what one caseworker needs stands side by side. Columns of people are read here once a step,
 * if possible from end to end: read in another order than their own they cost a trip to far memory for each number.
 */
export class Briefs {
  /** The brief at place p are the numbers from p × BRIEF_SIZE on. */
  readonly numbers: Float64Array;
  /** The clients of one block, and columns beside it. */
  private readonly block: Block;
  private readonly first = new Int32Array(BLOCK);
  private readonly office = new Int32Array(BLOCK);
  private readonly who = new Int32Array(BLOCK);
  private readonly misread = new Float64Array(BLOCK);
  private readonly believed = { money: new Float64Array(BLOCK), perContact: new Float64Array(BLOCK) };

  constructor(
    private readonly world: World,
    private readonly wills: Wills,
    seen: SeenColumns,
  ) {
    this.numbers = new Float64Array(BRIEF_SIZE * world.people.count);
    this.block = {
      world,
      seen,
      role: 0,
      n: 0,
      screened: false,
      rows: new Int32Array(BLOCK),
      workers: new Int32Array(BLOCK),
      apparent: new Float64Array(BLOCK),
      turn: new Float64Array(BLOCK),
      gain: new Float64Array(BLOCK),
      appeal: new Float64Array(BLOCK),
    };
  }

  /**
   * Writes the keyed draws of noise and of ties: all that a division needs that looks at nothing else. Who has no brief
   * needs none.
   */
  writeDraws(
    role: number,
    { rows, places, from, to }: Briefed,
    noise: JudgementNoise,
    readyOnly: boolean,
  ): void {
    const { numbers, world } = this;
    const { table, shift } = noise;
    const { id } = world.people;
    const { step } = world;
    const draws = world.luck.noise[role];
    for (let at = from; at < to; at++) {
      const place = places === undefined ? at : places[at];
      const row = rows[at];
      if (place < 0 || !this.isBriefed(role, row, readyOnly)) continue;
      draws.words(id[row], step);
      numbers[place * BRIEF_SIZE + BRIEF.noise] = table[draws.w0 >>> shift];
      numbers[place * BRIEF_SIZE + BRIEF.tie] = draws.w1;
    }
  }

  /**
   * Writes what clients are to those who have them, by what was seen of them this week. Clients in a stage that claims no
   * hours have no brief, and with `readyOnly` neither those who do not pass the screening.
   */
  writeLooks(role: number, briefed: Briefed, payoff: Payoff, screened: boolean, readyOnly: boolean): void {
    const { block } = this;
    block.role = role;
    block.screened = screened;
    for (let from = briefed.from; from < briefed.to; from += BLOCK) {
      this.gather(briefed, from, Math.min(briefed.to, from + BLOCK), readyOnly);
      if (block.n === 0) continue;
      this.look();
      this.addUp();
      this.write();
      if (this.wills.moves[MOTIVE.payoff] === 1) this.writeMoney(payoff);
    }
  }

  /** Whether there is a brief on a client: in a stage that claims hours, and with `readyOnly` past the screening. */
  private isBriefed(role: number, row: number, readyOnly: boolean): boolean {
    const { clients, phase, scratch } = this.world;
    return phase.roles[role].claim[clients.stage[row]] > 0 && !(readyOnly && scratch.ready[row] === 0);
  }

  /** Collects who of a block is briefed on, where that goes, and whose clients they are. */
  private gather(
    { rows, places, worker: forWhom }: Briefed,
    from: number,
    to: number,
    readyOnly: boolean,
  ): void {
    const { world, block, first, office: officeOf } = this;
    const { office } = world.caseworkers;
    const { role } = block;
    const workerOf = world.service.worker[role];
    let n = 0;
    for (let at = from; at < to; at++) {
      const place = places === undefined ? at : places[at];
      const row = rows[at];
      if (place < 0 || !this.isBriefed(role, row, readyOnly)) continue;
      const worker = forWhom < 0 ? workerOf[row] : forWhom;
      block.rows[n] = row;
      first[n] = place * BRIEF_SIZE;
      block.workers[n] = worker;
      officeOf[n++] = office[worker];
    }
    block.n = n;
  }

  /** What is seen of the clients that more than one motive looks at. */
  private look(): void {
    const { world, block } = this;
    const { n, role, rows, apparent, turn, seen } = block;
    const { turnWeeks, cap } = world.phase.scenario.caseworkers.shapes;
    const longestTurn = cap * turnWeeks;
    const lastReal = world.service.lastRealOfRole[role];
    for (let i = 0; i < n; i++) {
      apparent[i] = seen.appearance[rows[i]];
      turn[i] = Math.min(longestTurn, world.step - lastReal[rows[i]]);
    }
    if (this.wills.anySeesGain) this.addUpGain();
  }

  /** What an hour is believed to change, for caseworkers whom that moves: Σ weight × effect × barrier as it is seen. */
  private addUpGain(): void {
    const { world, wills, block, misread, who } = this;
    const { n, rows, workers, gain, seen } = block;
    const { seesGain, believedEffect } = wills;
    const { eyes } = seen;
    let count = 0;
    for (let i = 0; i < n; i++) {
      gain[i] = 0;
      if (seesGain[workers[i]] === 1) who[count++] = i;
    }
    for (let at = 0; at < count; at++) misread[at] = misreadingOf(world, rows[who[at]], eyes);
    for (let k = 0; k < believedEffect.length; k++) {
      const effect = believedEffect[k];
      for (let at = 0; at < count; at++) {
        const i = who[at];
        gain[i] += effect[workers[i]] * seenBarrier(world, rows[i], k, misread[at], eyes);
      }
    }
  }

  /** Appeal by all motives but payoff. */
  private addUp(): void {
    const { block, wills } = this;
    block.appeal.fill(0, 0, block.n);
    for (let m = 0; m < motives.length; m++)
      if (wills.moves[m] === 1) motives[m].add?.(block, wills.pulls[m]);
  }

  private write(): void {
    const { numbers, world, wills, block, first: firstOf } = this;
    const { n, role, rows, appeal, apparent, turn, gain } = block;
    const { claim: claims } = world.phase.roles[role];
    const { stage } = world.clients;
    for (let i = 0; i < n; i++) {
      const claim = claims[stage[rows[i]]];
      numbers[firstOf[i] + BRIEF.claim] = claim;
      numbers[firstOf[i] + BRIEF.rest] = appeal[i] * claim;
    }
    const { understood } = world.phase.scenario.commissioner.coupling;
    if (understood <= 0) return;
    // Who understands the goal serves what the board asks for with a part of the weight of what it pays for.
    const { turnWeeks } = world.phase.scenario.caseworkers.shapes;
    const { means } = world.references;
    const [toService, toChange, toMaintenance] = world.commissioner.priority;
    for (let i = 0; i < n; i++) {
      const change = wills.anySeesGain ? gain[i] : 0;
      const goal =
        (toService * turn[i]) / turnWeeks +
        (toChange * change) / means.gain +
        (toMaintenance * apparent[i]) / means.need;
      numbers[firstOf[i] + BRIEF.goal] = understood * claims[stage[rows[i]]] * goal;
    }
  }

  private writeMoney(payoff: Payoff): void {
    const { numbers, world, block, first: firstOf, believed } = this;
    const { n, role, rows } = block;
    payoff.fill(rows, this.office, block.apparent, n, believed);
    const { money, perContact } = believed;
    const { crisisLength } = world.phase.roles[role];
    for (let i = 0; i < n; i++) {
      const first = firstOf[i];
      numbers[first + BRIEF.money] = money[i];
      numbers[first + BRIEF.moneyOfContact] = perContact[i];
      numbers[first + BRIEF.length] = crisisLength > 0 ? lengthOf(world, role, rows[i]) : 1;
    }
  }

  /** Takes noise and keys of ties of the first `n` claimants out of their briefs. */
  takeDraws(n: number): void {
    const { numbers, world } = this;
    const { places, noise, ties } = world.scratch;
    for (let i = 0; i < n; i++) {
      const first = places[i] * BRIEF_SIZE;
      noise[i] = numbers[first + BRIEF.noise];
      ties[i] = numbers[first + BRIEF.tie];
    }
  }
}
