import { expect } from 'vitest';

/**
 * Seconds in which a text has to be opened or refused. Two are promised, and held to where fuzzing is run by hand; a machine
 * that runs all tests at once may be busy with others, so that ordinary runs look for what hangs and not for what is slow.
 */
const mostSeconds = process.env.FUZZ_RUNS ? 2 : 10;

/** Times what a test does with texts, and keeps the slowest. */
export class Slowest {
  readonly #what: string;
  #seconds = 0;
  #text: string | undefined;

  constructor(what: string) {
    this.#what = what;
  }

  /** Does something with a text, whether it ends well or not. */
  timed<T>(text: string, work: () => T): T {
    const begin = performance.now();
    try {
      return work();
    } finally {
      const seconds = (performance.now() - begin) / 1000;
      if (this.#text === undefined || seconds > this.#seconds) [this.#seconds, this.#text] = [seconds, text];
    }
  }

  /** That even the slowest so far did not keep whoever waits for it. */
  expectShort(): void {
    if (this.#text === undefined) throw new Error(`${this.#what}: nothing was timed`);
    const text = JSON.stringify(this.#text);
    if (process.env.FUZZ_RUNS)
      console.log(
        `${this.#what}: at most ${this.#seconds.toFixed(3)} s, for ${text.length} characters: ${text.slice(0, 300)}`,
      );
    expect(this.#seconds, text.slice(0, 10_000)).toBeLessThan(mostSeconds);
  }
}
