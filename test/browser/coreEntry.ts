/** What is run both in Node and, bundled, in a page: the same functions have to give the same bytes. */
import {
  decisions,
  drawStream,
  exp,
  expm1,
  log,
  log1p,
  logistic,
  normalQuantile,
  pow,
  seedKey,
} from '../../src/random/index.ts';
import { openScenario, type ScenarioBundle, simulateReplicate } from '../../src/simulation/index.ts';

/** A checksum over the bits of many results of each function, and one over draws. */
export function checksums(): Record<string, number> {
  const stream = drawStream(seedKey('the same bits in every engine'), 3, decisions.shock);
  const argument = (i: number, lo: number, hi: number) => lo + (hi - lo) * stream.uniform(i, 7);
  const over = (value: (i: number) => number): number => {
    const words = new Uint32Array(2);
    const double = new Float64Array(words.buffer);
    let hash = 0x811c9dc5;
    for (let i = 0; i < 20_000; i++) {
      double[0] = value(i);
      hash = Math.imul(hash ^ words[0], 0x01000193);
      hash = Math.imul(hash ^ words[1], 0x01000193);
    }
    return hash >>> 0;
  };
  return {
    exp: over((i) => exp(argument(i, -40, 40))),
    expm1: over((i) => expm1(argument(i, -3, 3))),
    log: over((i) => log(argument(i, 0, 50))),
    log1p: over((i) => log1p(argument(i, -0.999, 50))),
    logistic: over((i) => logistic(argument(i, -30, 30))),
    pow: over((i) => pow(argument(i, 0, 20), argument(i + 1, -9, 9))),
    normalQuantile: over((i) => normalQuantile(stream.uniform(i, 8))),
    draws: over((i) => stream.uniform(i, 9)),
  };
}

/** Every row and weekly series of one replicate of all designs, and all client and caseworker rows, as text. */
export function replicateText(bundle: ScenarioBundle, replicate: number): string {
  const result = simulateReplicate(openScenario(bundle), replicate, {
    references: ['equalTime', 'noService'],
    clientTable: true,
  });
  return JSON.stringify(result, (_, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as never) : value,
  );
}
