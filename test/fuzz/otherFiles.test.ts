import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { planCalibration } from '../../src/experiment/calibrate/planCalibration.ts';
import { planFromFile } from '../../src/experiment/sweep/planSweep.ts';
import { ScenarioError } from '../../src/scenario/index.ts';
import { bundledBundle, openedBundled } from '../support/opened.ts';
import { soundProblems } from './properties.ts';
import { Slowest } from './slowest.ts';
import { change, changed, hostileNames, hostileNumbers, type Tree } from './trees.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 300);
const seed = Number(process.env.FUZZ_SEED ?? 1);
const loaded = openedBundled('activation-pilot');

describe('a file of targets', () => {
  const bundle = bundledBundle('activation-pilot');
  const whole: Tree = parse(`
format: 1
about: Two of the scenario's own figures, and one that is stated here.
targets:
  attached: {}
  starts: { tolerance: 0.02 }
  mine: { title: Starts of ESA claimants, measure: 'event.rate[event=jobStart,group=esa]', design: asBuilt, value: 0.2, tolerance: 0.05, source: assumed }
parameters:
  pathway.transitions.jobStart.parameters.alpha: { from: -6, to: 2 }
  clients.groups.esa.traits.startShift: { with: [pathway.transitions.jobLoss.parameters.lossBase] }
  pathway.programme.parameters.uptakeBase: {}
`);
  const broken = fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => stringify(changed(whole, changes), { aliasDuplicateObjects: false }));

  it('is planned as it stands', () => {
    expect(
      planCalibration(bundle, { text: stringify(whole), file: 'fuzz.yaml' }, loaded).targets,
    ).toHaveLength(3);
  });

  it('is planned or refused with places and in words, whatever is changed in it', () => {
    const seen = { read: 0, refused: 0 };
    const slowest = new Slowest('planning from targets');
    fc.assert(
      fc.property(broken, (text) => {
        try {
          const { targets, parameters } = slowest.timed(text, () =>
            planCalibration(bundle, { text, file: 'fuzz.yaml' }, loaded),
          );
          for (const { value, tolerance } of targets)
            expect([Number.isFinite(value), tolerance > 0]).toEqual([true, true]);
          for (const { lo, hi } of parameters)
            expect([Number.isFinite(hi - lo), lo < hi]).toEqual([true, true]);
          seen.read++;
        } catch (error) {
          if (!(error instanceof ScenarioError)) throw error;
          soundProblems(error);
          seen.refused++;
        }
      }),
      { numRuns, seed },
    );
    // A test that only refuses, or only reads, would find little.
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(numRuns / 20);
    slowest.expectShort();
  });
});

describe('a table of points', () => {
  const paths = [
    'clients.referrals.value',
    'incentives.start.amount',
    'clients.groups.esa.share',
    'point',
    'state',
    'why',
    'seed',
  ];
  const hostile = fc.oneof(
    fc.constantFrom(...hostileNames, '"', '""', '"a', ',', '1e999', '0x10', '１', '=1+1', '\u0000', '\r'),
    fc.constantFrom(...hostileNumbers).map(String),
    fc.string(),
  );
  const table = fc
    .tuple(
      fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...paths) }, hostile), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.array(
        fc.array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom('', '0.5', '1', '20') }, hostile), {
          maxLength: 4,
        }),
        { maxLength: 3 },
      ),
      fc.constantFrom('\n', '\r\n', '\r', ''),
    )
    .map(([head, rows, end]) => [head, ...rows].map((row) => row.join(',')).join(end || '\n') + end);

  it('is planned or refused with lines and in words, whatever stands in it', () => {
    const seen = { read: 0, refused: 0 };
    const slowest = new Slowest('planning from a table');
    fc.assert(
      fc.property(table, (text) => {
        try {
          const { points } = slowest.timed(text, () => planFromFile(loaded, text, 'points.csv'));
          for (const value of points.flatMap((settings) => Object.values(settings)))
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          seen.read++;
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          expect(error.message).not.toBe('');
          expect(error.message).not.toMatch(/ at .*\.[jt]s:\d|\[object/);
          seen.refused++;
        }
      }),
      { numRuns, seed },
    );
    // A test that only refuses, or only reads, would find little.
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(numRuns / 50);
    slowest.expectShort();
  });
});
