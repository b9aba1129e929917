import { contrastFamilies, measureFamilies } from '../../src/measures/registry.ts';
import { weeklyDocs } from '../../src/measures/weekly.ts';
import { dispositions } from '../../src/model/staff/dispositions.ts';
import { motiveNames } from '../../src/model/staff/motives/registry.ts';
import { type LensLook, lenses } from '../../src/tables/lensRegistry.ts';
import { sentenceCase } from '../../src/words/format.ts';
import { preferenceRule } from '../../src/words/lenses.ts';
import { code, generatedNotice, table } from './markdown.ts';
import { type Work, withCitations } from './references.ts';

/** `docs/measures.md`, from the catalogue of measures. */
export function measuresPage(works: readonly Work[]): string {
  const families = [...measureFamilies, ...contrastFamilies].map(({ id, measures }) => {
    const entries = measures.map((doc) => {
      const slices = doc.slices.length > 0 ? doc.slices.map(code).join(', ') : 'none';
      const world = doc.companion ? `\nNeeds the companion world \`${doc.companion}\`.` : '';
      const contrast = doc.kind === 'contrast' ? '\nCompares a design with the base design.' : '';
      const scale = doc.scale === 'log' ? ' Its interval is taken on the logarithm.' : '';
      return `### \`${doc.id}\`

${doc.definition}

- Unit: ${doc.unit}. Slices: ${slices}.${scale}${world}${contrast}
- Formula: ${doc.formula}
- Reading: ${doc.reading}${doc.better ? ` Better: ${doc.better}.` : ''}
- Caveat: ${doc.caveat}${doc.source ? `\n- Source: ${withCitations(doc.source, works)}.` : ''}
`;
    });
    return `## Family \`${id}\`\n\n${entries.join('\n')}`;
  });
  return `${generatedNotice('the catalogue in src/measures')}
# Measures

A measure reads the simulated world and never changes it. A scenario computes all families unless
\`measures.include\` names some. The key of a number in \`summary.json\` is the id, or \`id[slice]\`, such as
\`outcome.rate[fifth=5]\`. Fifths are of true need at referral, cut once over all who are referred: 1 is the easiest,
5 the hardest.

Each number comes with two intervals, and the unit of both is a run. The *95% interval of the mean* says how well the
mean over runs is known; more replicates make it narrower. The *spread of runs* says where one run lies; more
replicates do not make it narrower. Both show luck inside the model, not doubt about the model: whether its assumptions hold no
number of runs can say. A measure that is not defined in a run is null, with the reason.

Differences between designs are taken run by run, on the same people and the same luck (\`differences.csv\`).

${families.join('\n')}
## Weekly series

${table(
  ['Series', 'Counts'],
  Object.entries(weeklyDocs).map(([id, doc]) => [code(id), doc]),
)}
${viewsPart()}`;
}

/** The part on the views of stakeholders. */
function viewsPart(): string {
  return `## Several views in place of one best design

Where there are several designs, a report says which of them each of these would prefer (\`lenses.json\`, and *Who would
prefer what*). ${preferenceRule('A view')}: where a 95% interval
of the paired difference leaves out 0. It is torn where every design is told to be worse by some measure. Nothing is
added up into one number. What no design defines is left out, what only some define with the reason. Which measures a
view looks at, and which way is better from there, is assumed: a plain reading of what each is answerable for.

${table(
  ['View', 'Asks', 'Looks at'],
  lenses.map(({ whose, asks, looksAt }) => [sentenceCase(whose), asks, looksAt.map(lookInWords).join('; ')]),
)}
A spread is the standard deviation between runs, as a risk. Two are held against each other by their ratio, with the
interval after Pitman (1939) and Morgan (1939), which takes three runs.
`;
}

const directions = { higher: 'higher', lower: 'lower', nearerZero: 'nearer 0' };

function lookInWords({ measure, instead, better, of }: LensLook): string {
  const key = (name: string) => code(name.replace('{main}', 'mainEvent'));
  const other = instead === undefined ? '' : `, or ${key(instead)} where nobody has it`;
  return `${of === 'spread' ? 'spread between runs of ' : ''}${key(measure)}${other}: ${directions[better]} is better`;
}

/** `docs/dispositions.md`, from the table of dispositions. */
export function dispositionsPage(works: readonly Work[]): string {
  const rows = Object.values(dispositions);
  const weight = (value: number): string => (value === 0 ? '' : String(value));
  return `${generatedNotice('src/model/staff/dispositions.ts')}
# Dispositions

A disposition is a row of weights over motives. A role mixes dispositions by name; shares sum to 1 and are dealt
out by quota. A scenario may add rows of its own, or replace one, under \`caseworkers.dispositions\`. The kinds come from
the literature. **No source measures weights: all numbers here are assumed.** What each motive looks at stands in
[model.md](model.md#dividing-hours).

${table(
  ['Disposition', ...motiveNames.map(code)],
  rows.map(({ id, weights }) => [code(id), ...motiveNames.map((motive) => weight(weights[motive]))]),
)}
${table(
  ['Disposition', 'Title', 'Literature'],
  rows.map(({ id, title, source }) => [code(id), title, withCitations(source, works)]),
)}`;
}
