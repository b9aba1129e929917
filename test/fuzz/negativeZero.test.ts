import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type LoadedScenario, resolvedYaml, ScenarioError } from '../../src/scenario/index.ts';
import { type Scenario, simulateReplicate } from '../../src/simulation/index.ts';
import { openedText } from '../support/opened.ts';
import { smallText } from '../support/smallScenario.ts';
import { bases } from './brokenScenarios.ts';
import { numberPaths, type Tree, valueAt, withValue } from './trees.ts';

const textOf = (tree: Tree): string => stringify(tree, { aliasDuplicateObjects: false });

/** What equal scenarios share to the last bit: `toEqual` tells -0 from 0. */
const meaning = (loaded: LoadedScenario<Scenario>) => [
  resolvedYaml(loaded),
  loaded.designs.map(({ hash, phases }) => ({ hash, phases })),
];
const rows = (loaded: LoadedScenario<Scenario>) =>
  simulateReplicate(loaded, 0, { references: [], clientTable: true });

/** The same of a text that is no scenario: what is wrong with it. */
function meaningOrProblems(text: string): unknown {
  try {
    return meaning(openedText(text));
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems;
  }
}

it('-0 in place of every 0 of a file gives the same hash, resolved file and rows', () => {
  for (const base of bases) {
    const zeros = numberPaths(base).filter((path) => valueAt(base, path) === 0);
    expect(zeros.length).toBeGreaterThan(20);
    const text = textOf(zeros.reduce((tree, path) => withValue(tree, path, -0), base));
    expect(text).toContain(': -0\n');
    const [negative, plain] = [openedText(text), openedText(textOf(base))];
    expect(meaning(negative)).toEqual(meaning(plain));
    expect(rows(negative)).toEqual(rows(plain));
  }
});

it.each([
  ['a state of clients that their table shows as it is', 'clients.trust.start=', ''],
  ['a distribution as a map', 'clients.motivation={ dist: constant, value: ', ' }'],
  ['a distribution as a call', 'clients.motivation=constant(', ')'],
  ['a number with its source', 'clients.trust.start={ source: assumed, value: ', ' }'],
  ['a price', 'incentives.start.amount=', ''],
])('so does -0 in %s', (_what, before, after) => {
  const [plain, negative, tiny] = ['0', '-0', '-1e-400'].map((zero) =>
    openedText(smallText(), [`${before}${zero}${after}`]),
  );
  expect(meaning(negative)).toEqual(meaning(plain));
  expect(rows(negative)).toEqual(rows(plain));
  expect(meaning(tiny)).toEqual(meaning(plain));
});

it.each(['measures.horizon', 'caseworkers.roles.adviser.fullLoad'])(
  'where 0 is not allowed, -0 is refused in the same words: %s',
  (path) => {
    const [plain, negative] = [0, -0].map((zero) =>
      meaningOrProblems(textOf(withValue(bases[0], path.split('.'), zero))),
    );
    expect(plain).toMatchObject([{ path, found: 'the number 0' }]);
    expect(negative).toEqual(plain);
  },
);

it.runIf(process.env.FUZZ_RUNS)(
  'at every place of a number -0 means what 0 does',
  () => {
    for (const base of bases)
      for (const path of numberPaths(base)) {
        const [plain, negative] = [0, -0].map((zero) =>
          meaningOrProblems(textOf(withValue(base, path, zero))),
        );
        expect([path, negative]).toEqual([path, plain]);
      }
  },
  7_200_000,
);
