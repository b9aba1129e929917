import {
  datedChanges,
  datedPart,
  designsPart,
  differencesBetween,
  explainScenario,
  opening,
  type ToldDesign,
  tellDifferences,
} from '../../explanation/index.ts';
import type { LoadedScenario, ParameterRecord, ResolvedDesign } from '../../scenario/index.ts';
import type { Scenario } from '../../simulation/index.ts';
import { namedSources } from '../../words/documents.ts';
import { formatNumber, formatPercent, listInWords } from '../../words/format.ts';
import {
  countSources,
  modelParameters,
  parameterValue,
  sourceHeadings,
  sourceKind,
  sourceKinds,
  sourcesSentence,
} from '../../words/sources.ts';
import { paragraph, underHeading } from './lines.ts';

/** How many things of a kind a page names before it counts the rest. */
const NAMED = 6;

const MORE =
  'All of it, and every number with its source: the same command with --all. What each design changes: --diff.';

/** What is told of a scenario: as data for `--json`, and as a page. */
export function explainedScenario(name: string, loaded: LoadedScenario<Scenario>, id: string, all: boolean) {
  const design = loaded.designs.find((each) => each.id === id)!;
  // A design that begins later is the base until then: told is what it is from its first week on.
  const { scenario } = design.phases.findLast(({ from }) => from <= design.from)!;
  const most = all ? Number.POSITIVE_INFINITY : NAMED;
  const parts = explainScenario(scenario, most);
  const designs = toldDesigns(loaded);
  const dated = toldInTime(loaded, design);
  const counts = countSources(design.parameters);
  return {
    explains: 'scenario' as const,
    scenario: name,
    title: scenario.title,
    question: scenario.question,
    about: scenario.about.trim(),
    design: id,
    from: design.from,
    assumed: { count: counts.kinds.assumed, total: counts.total },
    parts: [
      ...parts,
      ...(dated.length > 0 ? [datedPart(dated, most)] : []),
      designsPart(designs, all ? most : 2),
    ],
    sources: {
      ...counts,
      named: namedSources(
        scenario.sources,
        // A short page tells of no default that is assumed after a document.
        design.parameters.filter((one) => all || sourceKind(one) === 'document').map(({ source }) => source),
      ),
    },
    designs,
    dated,
    ...(all && { parameters: modelParameters(design.parameters) }),
  };
}

export type ExplainedScenario = ReturnType<typeof explainedScenario>;

function toldDesigns(loaded: LoadedScenario<Scenario>): ToldDesign[] {
  const compared = ({ id, title, phases }: ResolvedDesign<Scenario>) => ({ name: id, title, phases });
  const [base] = loaded.designs;
  return loaded.designs.map((design) => {
    const { id, title, about } = design;
    const differences = design === base ? [] : differencesBetween({ loaded, id: base.id }, { loaded, id });
    return {
      id,
      title,
      ...(about !== undefined && { about }),
      changes: tellDifferences(differences, compared(base), compared(design)),
    };
  });
}

/** What the timeline of a design changes, date by date. */
function toldInTime(loaded: LoadedScenario<Scenario>, { id, title, phases, from }: ResolvedDesign<Scenario>) {
  const changes = datedChanges({ loaded, id }).filter((change) => change.from > from);
  return phases.slice(1).flatMap(({ from: week, scenario }, i) => {
    const alone = (each: Scenario) => ({ name: id, title, phases: [{ from: 0, scenario: each }] });
    const here = changes.filter((change) => change.from === week);
    return tellDifferences(here, alone(phases[i].scenario), alone(scenario));
  });
}

/** The page that a person reads. */
export function scenarioPage(told: ExplainedScenario): string {
  const { title, question, about, parts, parameters } = told;
  const isShort = parameters === undefined;
  return [
    title,
    ...(question === '' ? [] : [paragraph(question)]),
    ...(about === '' ? [] : [paragraph(isShort ? opening(about, 2, { most: NAMED }) : about)]),
    paragraph(firstWords(told)),
    ...parts.map(({ heading, lines }) => underHeading(heading, lines)),
    underHeading('Where the numbers come from', sourceLines(told)),
    isShort ? paragraph(MORE) : numbersPage(parameters),
  ].join('\n\n');
}

/** How much of it is assumed, and which design is told. */
function firstWords({ assumed, design, designs, from }: ExplainedScenario): string {
  const count = (n: number) => formatNumber(n, 0);
  const share = formatPercent(assumed.total === 0 ? 0 : assumed.count / assumed.total, 0);
  const first = `Of its ${count(assumed.total)} numbers and formulas ${count(assumed.count)} (${share}) are assumed: what follows is an argument about how such a system works, not a measurement of one.`;
  if (designs.length === 1) return first;
  const { title } = designs.find(({ id }) => id === design)!;
  const when = from > 0 ? `from week ${from} on, when it begins` : 'as it stands at the start';
  return `${first} Told is the design “${title}” (${design})${design === designs[0].id ? ', the base' : ''}, ${when}.`;
}

function sourceLines({ sources }: ExplainedScenario): string[] {
  const { kinds, defaults, total, reasoned, documents, named } = sources;
  return [
    sourcesSentence(sources),
    ...(kinds.assumed > 0
      ? [
          `Of those assumed ${reasoned === kinds.assumed ? 'all' : reasoned} give a reason beside the word. ${defaults} of the ${total} are defaults of the program, which the file does not state.`,
        ]
      : [`${defaults} of the ${total} are defaults of the program, which the file does not state.`]),
    ...(documents.length > 0
      ? [
          `By document: ${listInWords(documents.slice(0, NAMED).map(({ name, count }) => `${name} ${count}`))}.`,
        ]
      : ['No number comes from a document.']),
    ...named.map(({ name, about }) => `${name}: ${about}`),
  ];
}

/** Every number of the design by the kind of its source. */
function numbersPage(parameters: readonly ParameterRecord[]): string {
  return sourceKinds
    .map((kind) => ({ kind, rows: parameters.filter((one) => sourceKind(one) === kind) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, rows }) => underHeading(`${sourceHeadings[kind]} (${rows.length})`, rows.map(numberLine)))
    .join('\n\n');
}

function numberLine({ path, value, unit, range, doc, source }: ParameterRecord): string {
  const of = unit === undefined ? '' : ` ${unit}`;
  const from = range ? ` [${parameterValue(range[0])} to ${parameterValue(range[1])}]` : '';
  const meaning = doc === undefined ? '' : ` ${doc}`;
  return `${path} = ${parameterValue(value)}${of}${from}.${meaning} Source: ${source}`;
}
