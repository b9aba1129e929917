import { type Decision, decisions } from './decisions.ts';
import { type DrawStream, drawStream } from './draws.ts';
import type { SeedKey } from './keys.ts';
import type { WalkName } from './walkNames.ts';

/** Places of a walk: the numbers in a draw's key, in the order in which the arrays below hold them. */
const REPLICATE = 0;
const DECISION = 1;
const INDEX = 2;
const ENTITY = 3;
const STEP = 4;

const TWO_TO_32 = 4294967296;
const DECISIONS = Object.keys(decisions).length;

/** One number of the key that walks: how many values it takes before it begins again and the next one moves on. */
type Turn = readonly [part: number, values: number];

/**
 * Orders in which a test of randomness reads draws, fastest number first: along one number of the key while the others
 * stand still, or `mixed`, as a simulation asks for them. Where the first runs out the second moves on, so that no walk ends
 * before 2^52 draws: after the last decision comes the first one of the next entity.
 */
const turns: Record<WalkName, readonly Turn[]> = {
  entity: [
    [ENTITY, TWO_TO_32],
    [STEP, TWO_TO_32],
  ],
  step: [
    [STEP, TWO_TO_32],
    [ENTITY, TWO_TO_32],
  ],
  decision: [
    [DECISION, DECISIONS],
    [ENTITY, TWO_TO_32],
    [STEP, TWO_TO_32],
  ],
  replicate: [
    [REPLICATE, TWO_TO_32],
    [ENTITY, TWO_TO_32],
  ],
  index: [
    [INDEX, TWO_TO_32],
    [ENTITY, TWO_TO_32],
  ],
  mixed: [
    [ENTITY, 64],
    [INDEX, 4],
    [DECISION, DECISIONS],
    [STEP, 104],
    [REPLICATE, TWO_TO_32],
  ],
};

/** Which of the two words of a draw are read. */
export type WalkWords = '0' | '1' | 'both';

/** Where the key stands while nothing moves it: the decision is one that has an index, and is made for a client every step. */
const standing = [0, decisions.transition, 0, 0, 0];
/** The first value of each number. */
const first = [0, 1, 0, 0, 0];

/**
 * Draw after draw along one number of the key: raw words for tests of randomness, by the same functions that a
 * simulation draws with. Draw n of a walk is always the same, wherever the walk began.
 */
export class Walk {
  private readonly key: SeedKey;
  private readonly turns: readonly Turn[];
  /** Clients of a mixed walk have ids as in a simulation: the week of referral in the upper half, eight a week. */
  private readonly asClients: boolean;
  private readonly at: Float64Array;
  private stream: DrawStream;

  /** Begins at draw `start`, a whole number from 0 to 2^53 − 1. */
  constructor(key: SeedKey, along: WalkName, start = 0) {
    this.key = key;
    this.turns = turns[along];
    this.asClients = along === 'mixed';
    this.at = Float64Array.from(standing);
    let left = start;
    for (const [part, values] of this.turns) {
      this.at[part] = first[part] + (left % values);
      left = Math.floor(left / values);
    }
    this.stream = this.streamHere();
  }

  /** Fills `words` with the next draws; with both words of each draw its length must be even. */
  fill(words: Uint32Array, which: WalkWords): void {
    const both = which === 'both';
    for (let i = 0; i < words.length; i += both ? 2 : 1) {
      const entity = this.at[ENTITY];
      this.stream.words(this.asClients ? clientOf(entity) : entity, this.at[STEP]);
      words[i] = which === '1' ? this.stream.w1 : this.stream.w0;
      if (both) words[i + 1] = this.stream.w1;
      this.advance();
    }
  }

  private advance(): void {
    const { turns, at } = this;
    let otherStream = false;
    for (let i = 0; i < turns.length; i++) {
      const part = turns[i][0];
      if (part < ENTITY) otherStream = true;
      at[part] += 1;
      if (at[part] - first[part] < turns[i][1]) break;
      at[part] = first[part];
    }
    if (otherStream) this.stream = this.streamHere();
  }

  private streamHere(): DrawStream {
    const { key, at } = this;
    return drawStream(key, at[REPLICATE], at[DECISION] as Decision, at[INDEX]);
  }
}

const clientOf = (nth: number): number => ((nth >> 3) << 16) | (nth & 7);
