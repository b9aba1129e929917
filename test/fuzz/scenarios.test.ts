import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { resolvedYaml } from '../../src/scenario/index.ts';
import { everyDuty } from '../support/duties.ts';
import { oneOfEach } from '../support/randomScheme.ts';
import { reviewed, scored } from '../support/scoredAndReviewed.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';
import { type Fate, openedAndRun } from './properties.ts';
import { change, changed, type Tree } from './trees.ts';

/** Many by hand (`npm run fuzz`), few and always the same otherwise. */
const runs = Number(process.env.FUZZ_RUNS ?? 150);
const seed = Number(process.env.FUZZ_SEED ?? 1);

/** A small programme with its defaults written out, so that every key of it can be changed. */
const written = (...patches: Patch[]): Tree =>
  parse(resolvedYaml(openSmall({ clock: { referralWeeks: 6, followUp: 14 } }, short, ...patches)));
const short: Patch = { measures: { horizon: 8, window: 12, parkedAfter: 3 } };

const bases: readonly Tree[] = [
  written(),
  written({ incentives: oneOfEach(3) }, scored),
  written(scored, reviewed, {
    incentives: oneOfEach(5),
    caseworkers: {
      duties: everyDuty,
      staffing: { turnover: { base: 4, strainEffect: 1 }, hiring: { lag: 2, needsCash: true } },
    },
    measures: { references: ['noService', 'equalTime', 'needFirst'] },
  }),
];

const broken = fc
  .record({
    base: fc.nat(bases.length - 1),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  })
  .map(({ base, changes }) => stringify(changed(bases[base], changes), { aliasDuplicateObjects: false }));

it('whatever is changed in a scenario, it is refused in words, or runs and has no number that is none', () => {
  const fates: Partial<Record<Fate, number>> = {};
  fc.assert(
    fc.property(broken, (text) => {
      const fate = openedAndRun(text);
      fates[fate] = (fates[fate] ?? 0) + 1;
    }),
    { numRuns: runs, seed, interruptAfterTimeLimit: 3_600_000 },
  );
  if (process.env.FUZZ_RUNS) console.log(fates);
  // A test that only refuses, or only runs, would find little.
  expect(fates.refused).toBeGreaterThan(runs / 10);
  expect(fates.ran).toBeGreaterThan(runs / 10);
}, 7_200_000);
