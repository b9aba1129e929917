import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { openedOr, openings } from './properties.ts';

const whole = Buffer.from(firstScenario);

/** Bytes that end, join or are no signs: marks of order, ends of lines of other systems, halves of signs. */
const pieces = [
  'efbbbf',
  '00',
  'ff',
  'fffe',
  'c0af',
  'eda080',
  'f09f98',
  '0d',
  '0d0a',
  '0b',
  '1b5b326a',
  '85',
  'e280a8',
  'e280ae',
  '09',
];

const broken = fc
  .array(fc.tuple(fc.nat(whole.length - 1), fc.constantFrom('flip', 'cut', 'put', 'end'), fc.nat(99)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((edits) =>
    edits.reduce((bytes, [at, how, what]) => {
      const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
      if (how === 'end') return before;
      if (how === 'cut') return Buffer.concat([before, after.subarray(what)]);
      if (how === 'put')
        return Buffer.concat([before, Buffer.from(pieces[what % pieces.length], 'hex'), after]);
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] ^= 1 << (what % 8);
      return flipped;
    }, whole),
  );

it('whatever happens to the bytes of a file, it is a scenario or is refused with places and in words', () => {
  let read = 0;
  fc.assert(
    fc.property(broken, (bytes) => {
      if (openedOr(bytes.toString('utf8'))) read++;
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 300), seed: Number(process.env.FUZZ_SEED ?? 1) },
  );
  expect(read).toBeGreaterThan(0);
  openings.expectShort();
});

it('a mark of byte order, ends of lines of other systems and tabs after values change nothing', () => {
  const hash = openedOr(firstScenario)!.designs[0].hash;
  for (const text of [
    `\ufeff${firstScenario}`,
    firstScenario.replaceAll('\n', '\r\n'),
    `${firstScenario}\t\n`,
  ])
    expect(openedOr(text)?.designs[0].hash).toBe(hash);
});
