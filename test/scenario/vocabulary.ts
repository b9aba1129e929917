import { z } from 'zod';
import type { FormulaContext } from '../../src/scenario/index.ts';
import {
  choice,
  distribution,
  entry,
  flag,
  formula,
  kinds,
  type LoadOptions,
  loadScenario,
  namedMap,
  parameter,
  ScenarioError,
  type ScenarioProblem,
  section,
  share,
  text,
  type Vocabulary,
} from '../../src/scenario/index.ts';

const fee = entry(
  {
    kind: z.literal('fee'),
    price: formula('price', { doc: 'What one event pays', unit: 'pounds', min: 0 }),
    late: share({ doc: 'Share paid late', default: 0.25, source: 'assumed', range: [0, 0.5] }),
  },
  { doc: 'A fee for an event' },
);
const bonus = entry(
  {
    kind: z.literal('bonus'),
    amount: parameter({ doc: 'The bonus', unit: 'pounds', min: 0 }),
    yearly: flag({ doc: 'Whether it is paid each year', default: true, source: 'assumed' }),
  },
  { doc: 'A bonus' },
);

/** A small vocabulary that uses every part of the kit. */
export const schema = z.strictObject({
  title: text({ doc: 'The title' }).optional(),
  clients: section(
    {
      number: parameter({ doc: 'How `many`.', integer: true, min: 1, default: 100, source: 'assumed' }),
      need: distribution({ doc: 'Need', default: 'beta(2, 5)', source: 'a trial', min: 0, max: 1 }),
      groups: namedMap(
        section(
          { share: share({ doc: 'Share of all', default: 0.5, source: 'assumed' }) },
          { doc: 'A group' },
        ),
        {
          doc: 'Groups',
          default: { young: { share: { value: 0.4, source: 'a census' } }, old: { share: 0.6 } },
          source: 'a table',
        },
      ),
    },
    { doc: 'The people' },
  ),
  caseworkers: section(
    {
      weeklyHours: parameter({
        doc: 'Hours',
        unit: 'hours a week',
        above: 0,
        max: 168,
        default: 37,
        source: 'a contract',
      }),
      skill: parameter({ doc: 'Skill', default: 1, source: 'assumed' }),
    },
    { doc: 'The staff' },
  ),
  pathway: namedMap(
    entry(
      {
        hazard: formula('hazard', { doc: 'Chance a week' }),
        parameters: namedMap(parameter({ doc: 'A number of the formula' }), { doc: 'Local numbers' }),
      },
      { doc: 'A transition' },
    ),
    { doc: 'Transitions' },
  ),
  incentives: namedMap(kinds('kind', [fee, bonus], { noun: 'incentive', doc: 'An instrument' }), {
    doc: 'The scheme',
  }),
  rule: choice(['waterline', 'priority'], {
    doc: 'How hours are divided',
    default: 'waterline',
    source: 'assumed',
  }),
});

export type Small = z.infer<typeof schema>;

const names: Partial<Record<FormulaContext, string[]>> = {
  hazard: ['need', 'trust'],
  price: ['group', 'score'],
  measure: ['need', 'trust', 'group', 'score'],
};

export const vocabulary: Vocabulary<Small> = {
  schema,
  variables: (context) => (names[context] ?? []).map((name) => ({ name, doc: name })),
  check: ({ clients }) => {
    const sum = Object.values(clients.groups).reduce((total, group) => total + group.share, 0);
    if (Math.abs(sum - 1) < 1e-9) return [];
    return [
      {
        path: ['clients', 'groups'],
        message: 'the shares do not sum to 1',
        found: String(sum),
        allowed: '1',
      },
    ];
  },
  formulaConstants: (scenario, path) => (path[0] === 'pathway' ? scenario.pathway[path[1]].parameters : {}),
};

export const load = (text: string, options?: LoadOptions, file = 'pilot.yaml') =>
  loadScenario({ text, file }, vocabulary, options);

/** The problems of a text that must not load. */
export function problemsOf(text: string, options?: LoadOptions): readonly ScenarioProblem[] {
  try {
    load(text, options);
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  throw new Error('The scenario loaded although it should not.');
}

/** Extended files by name. */
export const filesOf =
  (files: Record<string, string>): LoadOptions['resolve'] =>
  (reference) =>
    reference in files
      ? { text: files[reference], file: reference }
      : { problem: `there is no file "${reference}"` };
