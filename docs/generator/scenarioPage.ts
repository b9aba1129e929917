import { scenarioSchema } from '../../src/model/schema/scenario.ts';
import { type ListedField, listFields } from '../../src/scenario/kit/index.ts';
import { envelopeSchema } from '../../src/scenario/load/envelope.ts';
import { fieldTable } from './fieldTable.ts';
import { contextTable, distributionTable, functionTable, variableTable } from './formulaTables.ts';
import { generatedNotice } from './markdown.ts';

/** All fields of a scenario file by the section that they stand in; instruments have a page of their own. */
function fieldsBySection(): Map<string, ListedField[]> {
  const sections = new Map<string, ListedField[]>();
  for (const field of [...listFields(scenarioSchema), ...listFields(envelopeSchema)]) {
    if (field.path.startsWith('incentives.')) continue;
    const isTop =
      !field.path.includes('.') && field.info.kind !== 'section' && field.info.kind !== 'namedMap';
    const section = isTop ? '' : field.path.split('.')[0];
    sections.set(section, [...(sections.get(section) ?? []), field]);
  }
  return sections;
}

function sectionText(name: string, fields: readonly ListedField[]): string {
  const [own] = fields.filter(({ path }) => path === name);
  const below = fields.filter(({ path }) => path !== name);
  const about = own ? `${own.info.doc}\n\n` : '';
  return `### \`${name}\`\n\n${about}${elsewhere[name] ?? ''}${fieldTable(below, name)}`;
}

/** Sections of which a page of its own says more. */
const elsewhere: Readonly<Record<string, string>> = {
  incentives: 'Kinds and their keys: [instruments.md](instruments.md).\n',
  caseworkers:
    'Duties by kind, and when they get hours: [duties.md](duties.md). Dispositions: [dispositions.md](dispositions.md).\n\n',
  levers: `A lever marks what people argue about. The workshop page gives each one a slider or a choice in every design, and what is moved there is
set as \`--set designs.<id>.set.<path>=<value>\` would set it. Levers change no result and no hash. Four kinds:

- \`number\`, the kind where none is named: \`path\` goes \`from\` … \`to\` by \`step\`. Without ends it takes those of the range of the parameter.
- \`split\`: the sum of two amounts or more stays, and their shares of it move, such as what fees are paid for.
- \`mix\`: shares that sum to 1, such as a mix of dispositions; who raises one lowers the others in proportion.
- \`choice\`: a switch or one of several words, with a title for each under \`options\`.

\`also\` names further paths that move along, such as the same fee in a change on a date. A design that has nothing at a path has no lever there, and
neither has one that begins later (\`from\`) for what may not change while the scenario runs. A value outside the ends stretches them. A path that leads nowhere in any design, and
ends that the parameter cannot take are errors in the file that states the lever. In a file that extends it, and with \`--set\`, the lever gives way: where
nothing is left to move it is left out. Patches of \`levers\` follow the usual rules: \`{ startFee: { to: 9000 } }\` changes an end, \`{ startFee: null }\` takes a lever out.

\`\`\`yaml
levers:
  startFee: { title: Fee for a job, path: incentives.startFee.amount, from: 0, to: 6000, step: 100 }
  staff: { kind: mix, title: Who the advisers are, path: caseworkers.roles.adviser.mix }
\`\`\`

`,
  commissioner: 'Reviews by kind, and when they are held: [reviews.md](reviews.md).\n\n',
};

/** `docs/scenario-format.md`, from the one schema that also makes types, messages and the JSON Schema. */
export function scenarioPage(): string {
  const sections = fieldsBySection();
  const top = sections.get('') ?? [];
  const rest = [...sections].filter(([name]) => name !== '');
  return `${generatedNotice('the schema in src/model/schema')}
# The scenario file

A scenario is one YAML file (JSON works too). It says who is referred, who the caseworkers are, what they are
paid for, and which designs to compare. [The tutorial](tutorial.md) writes one step by step.
\`streetlevel init\` writes a first one, \`streetlevel validate\` checks one and shows all errors at once, and
\`streetlevel schema\` prints a JSON Schema that gives editors completion.

## Rules that hold everywhere

- **Everything that has a name is a map**: groups, roles, stages, instruments, designs. Names are of your own and
  match \`[a-z][A-Za-z0-9]*\`. In the tables below \`<name>\` stands for such a name.
- **Every number may carry its source**: \`0.3\` or
  \`{ value: 0.3, source: "report of 2019, p. 12", range: [0.2, 0.4], note: "as measured in spring" }\`. Reports list
  all numbers with their sources. \`range\` says which values are worth trying. Defaults and bundled scenarios cite
  [five documents](references.md#the-five-documents) by number, such as document 003, and the list of [published evidence](evidence.md).
- **A path** is the names joined by dots, such as \`incentives.startFee.amount\`. It names the parameter, never
  \`.value\`. \`--set path=value\` changes one parameter from the command line.
- **Patches** (in \`designs\`, \`timeline\`, \`extends\` and \`--set\`) follow JSON Merge Patch: maps are merged key by
  key, \`null\` removes, anything else replaces. A bare value keeps the range of the one that it replaces.
- **\`format: 1\`** stands at the top of every file.
- **\`extends: other.yaml\`** starts from another file, and \`extends: bundled:activation-pilot\` from a bundled one. The other
  file must lie in the same folder or in the package's \`scenarios\`; \`--allow-path\` adds a folder. No web addresses.
- **\`designs\`** are the alternatives, each a patch under \`set\`. The first is the base with which others are compared.
  Without designs there is one, called \`base\`. With \`from: week\` a design is equal to the base before that week.
- **\`timeline\`** holds changes on a date, as patches under \`set\`, for all designs unless one takes an entry out.
- **\`levers\`** mark what the workshop page lets people move, design by design: [levers](#levers).
- Unknown keys, misspelt names, numbers out of bounds and shares that do not sum to 1 are errors. They name file, line,
  column, what was found, what is allowed and the nearest name.

## Keys

### At the top

${fieldTable(top)}
${rest.map(([name, fields]) => sectionText(name, fields)).join('\n')}
## Formulas

A formula is text such as \`logistic(-4 - 2.6 * appearance)\`. It may use numbers, \`+ - * / ^\`, brackets, comparisons
(\`< <= > >=\`), \`and or not\`, \`condition ? yes : no\`, the functions below, the variables of its context, and the
numbers under \`parameters\` beside it. It cannot reach anything else.

${functionTable()}
A context decides what a formula may read. Nobody in the model sees what nobody could see: beliefs and appeal read
appearance, prices read the record, and only hazards read the true state.

${contextTable()}
${variableTable()}
## Distributions

Wherever a distribution is asked, write a number, a call such as \`beta(2, 5)\`, or a map such as
\`{ dist: beta, a: 2, b: { value: 5, source: "assumed" } }\`.

${distributionTable()}`;
}
