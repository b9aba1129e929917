import { misreadingOf, seenBarrier } from '../../people/appearance.ts';
import { inCrisis } from '../../people/crisis.ts';
import { BLOCK } from '../../scratch.ts';
import { Contact } from '../../service.ts';
import type { World } from '../../world.ts';
import type { JudgementNoise } from './noise.ts';
import type { Payoff } from './payoff.ts';
import type { SeenColumns } from './seen.ts';
import { lengthOf } from './shortest.ts';
import { PULL, type Wills } from './wills.ts';

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
  /** Columns over one block. */
  private readonly row = new Int32Array(BLOCK);
  private readonly first = new Int32Array(BLOCK);
  private readonly worker = new Int32Array(BLOCK);
  private readonly office = new Int32Array(BLOCK);
  private readonly apparent = new Float64Array(BLOCK);
  private readonly turn = new Float64Array(BLOCK);
  private readonly gain = new Float64Array(BLOCK);
  private readonly rest = new Float64Array(BLOCK);
  private readonly who = new Int32Array(BLOCK);
  private readonly misread = new Float64Array(BLOCK);
  private readonly believed = { money: new Float64Array(BLOCK), perContact: new Float64Array(BLOCK) };

  constructor(
    private readonly world: World,
    private readonly wills: Wills,
  ) {
    this.numbers = new Float64Array(BRIEF_SIZE * world.people.count);
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
  writeLooks(
    role: number,
    briefed: Briefed,
    seen: SeenColumns,
    payoff: Payoff,
    screened: boolean,
    readyOnly: boolean,
  ): void {
    for (let from = briefed.from; from < briefed.to; from += BLOCK) {
      const n = this.gather(role, briefed, from, Math.min(briefed.to, from + BLOCK), readyOnly);
      if (n === 0) continue;
      if (this.wills.anySeesGain) this.addUpGain(n, seen);
      this.addUpRest(role, n, seen);
      this.addVoice(role, n, screened);
      this.write(role, n);
      if (this.wills.anyWantsPay) this.writeMoney(role, n, payoff);
    }
  }

  /** Whether there is a brief on a client: in a stage that claims hours, and with `readyOnly` past the screening. */
  private isBriefed(role: number, row: number, readyOnly: boolean): boolean {
    const { clients, phase, scratch } = this.world;
    return phase.roles[role].claim[clients.stage[row]] > 0 && !(readyOnly && scratch.ready[row] === 0);
  }

  /** Collects who of a block is briefed on, where that goes, and whose clients they are. */
  private gather(
    role: number,
    { rows, places, worker: forWhom }: Briefed,
    from: number,
    to: number,
    readyOnly: boolean,
  ): number {
    const { world, row: rowOf, first, worker: ofWhom, office: officeOf } = this;
    const { office } = world.caseworkers;
    const workerOf = world.service.worker[role];
    let n = 0;
    for (let at = from; at < to; at++) {
      const place = places === undefined ? at : places[at];
      const row = rows[at];
      if (place < 0 || !this.isBriefed(role, row, readyOnly)) continue;
      const worker = forWhom < 0 ? workerOf[row] : forWhom;
      rowOf[n] = row;
      first[n] = place * BRIEF_SIZE;
      ofWhom[n] = worker;
      officeOf[n++] = office[worker];
    }
    return n;
  }

  /** What an hour is believed to change, for caseworkers whom that moves: Σ weight × effect × barrier as it is seen. */
  private addUpGain(n: number, { eyes }: SeenColumns): void {
    const { world, wills, row: rowOf, worker, gain, misread, who } = this;
    const { seesGain, believedEffect } = wills;
    let count = 0;
    for (let i = 0; i < n; i++) {
      gain[i] = 0;
      if (seesGain[worker[i]] === 1) who[count++] = i;
    }
    for (let at = 0; at < count; at++) {
      misread[at] = misreadingOf(world, rowOf[who[at]], eyes);
    }
    for (let k = 0; k < believedEffect.length; k++) {
      const effect = believedEffect[k];
      for (let at = 0; at < count; at++) {
        const i = who[at];
        gain[i] += effect[worker[i]] * seenBarrier(world, rowOf[i], k, misread[at], eyes);
      }
    }
  }

  /** Appeal by need, gain, deserving, ease and turn, before the voice and what is overdue. */
  private addUpRest(role: number, n: number, seen: SeenColumns): void {
    const { world, wills, row: rowOf, worker, apparent: apparentOf, turn: turnOf, gain, rest } = this;
    const { phase, step, people, service } = world;
    const { turnWeeks, cap } = phase.scenario.caseworkers.shapes;
    const { easeFromNeed: rho } = phase.scenario.caseworkers.beliefs;
    const longestTurn = cap * turnWeeks;
    const { appearance, perceivedMotivation } = seen;
    const { awkwardness } = people;
    const lastReal = service.lastRealOfRole[role];
    const { pulls } = wills;
    const { anySeesGain } = wills;
    for (let i = 0; i < n; i++) {
      const row = rowOf[i];
      const first = worker[i] * PULL.size;
      const apparent = appearance[row];
      const turn = Math.min(longestTurn, step - lastReal[row]);
      apparentOf[i] = apparent;
      turnOf[i] = turn;
      rest[i] =
        pulls[first + PULL.need] * apparent +
        pulls[first + PULL.gain] * (anySeesGain ? gain[i] : 0) +
        pulls[first + PULL.deserving] * perceivedMotivation[row] +
        pulls[first + PULL.ease] * (1 - (rho * apparent + (1 - rho) * awkwardness[row])) +
        pulls[first + PULL.turn] * turn;
    }
  }

  /** Adds how loud clients are, in a crisis and where they are passed back, and what is overdue by the rules. */
  private addVoice(role: number, n: number, screened: boolean): void {
    const { world, wills, row: rowOf, worker, rest } = this;
    const { phase, step, service, scratch } = world;
    const { passedBackUntil } = service;
    const { ready } = scratch;
    const contact = service.contact[role];
    const { crisisVoice, passedBackVoice, cap } = phase.scenario.caseworkers.shapes;
    const { pulls } = wills;
    if (wills.anyHears) {
      for (let i = 0; i < n; i++) {
        const row = rowOf[i];
        const voice = pulls[worker[i] * PULL.size + PULL.voice];
        if (voice === 0) continue;
        // Who is passed back in this very step is heard in it, where anybody looks at whom the screening leaves out.
        const passedBack =
          passedBackUntil[row] > step || (screened && ready[row] === 0 && contact[row] === Contact.none);
        rest[i] += voice * (inCrisis(world, row) ? crisisVoice : 0);
        rest[i] += voice * (passedBack ? passedBackVoice : 0);
      }
    }
    const { requiredEvery } = phase.roles[role];
    if (requiredEvery <= 0) return;
    const lastRecorded = service.lastRecorded[role];
    for (let i = 0; i < n; i++) {
      const overdue = (step - lastRecorded[rowOf[i]] - requiredEvery) / requiredEvery;
      rest[i] += pulls[worker[i] * PULL.size + PULL.mandate] * Math.min(cap, Math.max(0, overdue));
    }
  }

  private write(role: number, n: number): void {
    const { numbers, world, wills, row: rowOf, first: firstOf, rest, turn, gain, apparent } = this;
    const { claim: claims } = world.phase.roles[role];
    const { stage } = world.clients;
    for (let i = 0; i < n; i++) {
      const claim = claims[stage[rowOf[i]]];
      numbers[firstOf[i] + BRIEF.claim] = claim;
      numbers[firstOf[i] + BRIEF.rest] = rest[i] * claim;
    }
    const { understood } = world.phase.scenario.commissioner.coupling;
    if (understood <= 0) return;
    // Who understands the goal serves what the board asks for with a part of the weight of what it pays for.
    const { turnWeeks } = world.phase.scenario.caseworkers.shapes;
    const { references } = world;
    const [toService, toChange, toMaintenance] = world.commissioner.priority;
    for (let i = 0; i < n; i++) {
      const change = wills.anySeesGain ? gain[i] : 0;
      const goal =
        (toService * turn[i]) / turnWeeks +
        (toChange * change) / references.gain +
        (toMaintenance * apparent[i]) / references.need;
      numbers[firstOf[i] + BRIEF.goal] = understood * claims[stage[rowOf[i]]] * goal;
    }
  }

  private writeMoney(role: number, n: number, payoff: Payoff): void {
    const { numbers, world, row: rowOf, first: firstOf, believed } = this;
    payoff.fill(rowOf, this.office, this.apparent, n, believed);
    const { money, perContact } = believed;
    const { crisisLength } = world.phase.roles[role];
    for (let i = 0; i < n; i++) {
      const first = firstOf[i];
      numbers[first + BRIEF.money] = money[i];
      numbers[first + BRIEF.moneyOfContact] = perContact[i];
      numbers[first + BRIEF.length] = crisisLength > 0 ? lengthOf(world, role, rowOf[i]) : 1;
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
