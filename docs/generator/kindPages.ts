import type { z } from 'zod';
import { reviewKinds } from '../../src/model/commissioner/registry.ts';
import type { ReviewKind } from '../../src/model/commissioner/review.ts';
import { dutyKinds } from '../../src/model/duties/registry.ts';
import { instrumentKinds } from '../../src/model/incentives/registry.ts';
import { listFields } from '../../src/scenario/kit/index.ts';
import { fieldTable } from './fieldTable.ts';
import { code, generatedNotice, table } from './markdown.ts';

/** What pages of kinds need of each. */
interface Kind {
  kind: string;
  title: string;
  /** A runnable example: lines of the map in which entries of these kinds stand. */
  example: string;
  schema: z.ZodType;
}

/** A heading, what is said of the kind, its example under the keys of a file, and its fields. */
function entry(
  { kind, title, example, schema }: Kind,
  said: readonly string[],
  under: readonly string[],
): string {
  const indent = (text: string, depth: number): string => `${'  '.repeat(depth)}${text}`;
  const lines = [
    ...under.map((key, depth) => indent(`${key}:`, depth)),
    ...example
      .trimEnd()
      .split('\n')
      .map((line) => indent(line, under.length)),
  ];
  return `## ${title}: \`${kind}\`

${said.map((line) => `- ${line}`).join('\n')}

\`\`\`yaml
${lines.join('\n')}
\`\`\`

${fieldTable(listFields(schema))}`;
}

/** A link to the entry of a kind, as a Markdown viewer names its heading. */
const link = ({ title, kind }: Kind): string =>
  `[${title}](#${title.toLowerCase().replaceAll(' ', '-')}-${kind.toLowerCase()}) ${code(kind)}`;

/** `docs/instruments.md`, from the registry of instruments. */
export function instrumentsPage(): string {
  const kinds = Object.values(instrumentKinds);
  const entries = kinds.map((each) =>
    entry(
      each,
      [
        `Pays: ${each.pays}`,
        `Tempts: ${each.tempts}`,
        `Reviews may multiply: ${each.adjusts === undefined ? 'nothing' : each.adjusts.map((what) => `its ${what}`).join(' and ')}.`,
      ],
      ['incentives'],
    ),
  );
  return `${generatedNotice('the registry in src/model/incentives')}
# Instruments

A payment scheme is a map of instruments under \`incentives\`. Each pays offices by its own terms and knows no other.
Amounts are numbers or formulas of the context \`price\`: they can read what is on record and nothing else.
\`byGroup\` gives groups prices of their own.

${table(
  ['Kind', 'Pays'],
  kinds.map((each) => [link(each), each.pays]),
)}
${entries.join('\n')}`;
}

/** `docs/duties.md`, from the registry of duties. */
export function dutiesPage(): string {
  const kinds = Object.values(dutyKinds);
  const entries = kinds.map((each) =>
    entry(
      each,
      [`Claims: ${each.claims}`, `Does: ${each.does}`, `Tempts: ${each.tempts}`],
      ['caseworkers', 'duties'],
    ),
  );
  return `${generatedNotice('the registry in src/model/duties')}
# Duties

A duty claims hours of a role's caseworkers and is no client: a map of duties stands under \`caseworkers.duties\`. Its hours come in
items of one size, which an item takes in full or not at all. No duty knows another. What they do, with the equations, stands in
[model.md](model.md#duties).

${table(
  ['Kind', 'Does'],
  kinds.map((each) => [link(each), each.does]),
)}
## When a duty gets hours

| | \`first: true\` | neither | \`onSlack: true\` |
| --- | --- | --- | --- |
| In general | before anybody else, in the order of the file, as many whole items as fit: the time is not the caseworker's to divide | beside clients, by appeal | what nobody else claims, and a part of the hours that a scheme leaves free (\`slack\`) |
| Rule \`waterline\` | the same | an item passes if its appeal per τ + size is not under the line | only where no client is seen, since those who are seen share all hours |
| Rule \`priority\` | the same | in order of appeal, an item its size or nothing, while hours last | what the fixed appointments leave |
| Equal-time world | the same | in one queue with clients, the longest wait first: since the oldest item was asked or, where items lapse, since the duty last got an hour | only where no client is seen |
| An outside division | the same | what it leaves | what is left then |
| Teams (\`assignment: pooled\`) | from each caseworker's own hours | each caseworker's own items beside the clients whom no colleague has seen yet | as above |

A recording duty may instead have hours \`kept\` for it: that share of what duties with \`first\` leave, under every rule, so much and no more. What the record does not need
of it is lost, and an item that does not fit goes on in the next step.

Appeal of an item is judged by the motives of the caseworker under \`pull\`, on the scale of the average client. Where \`allocation.appeal\` is
a formula, items still appeal by the motives: choose a formula on that scale, or take the duty \`first\`. A role whose hours follow its load has none
without clients, for duties neither: \`hoursFollowLoad: false\` gives a post its hours whatever the load.

${entries.join('\n')}`;
}

/** What a kind of review looks at, as its fields say. */
function goesBy({ stage, listens }: Pick<ReviewKind, 'stage' | 'listens'>): string {
  if (stage !== undefined)
    return 'The evidence for each office, weighed as `commissioner.evidence` says for its stage.';
  const figure = 'The reported figure of `event`, held against `aim`';
  return listens === true
    ? `${figure}, and stories as far as \`commissioner.coupling.stories\` lets them through.`
    : `${figure}.`;
}

/** `docs/reviews.md`, from the registry of reviews. */
export function reviewsPage(): string {
  const kinds = Object.values(reviewKinds);
  const entries = kinds.map((each) =>
    entry(each, [`Does: ${each.does}`, `Goes by: ${goesBy(each)}`], ['commissioner', 'reviews']),
  );
  return `${generatedNotice('the registry in src/model/commissioner')}
# Reviews

The commissioner acts at reviews: a map under \`commissioner.reviews\`, held in the order of the file. Without it nothing of this happens.
A review sees what offices reported, not what happened, and what it changes holds from the next step on. How evidence is weighed, and what the
end of a contract does, stands in [model.md](model.md#reports-and-reviews).

${table(
  ['Kind', 'Does'],
  kinds.map((each) => [link(each), each.does]),
)}
## When a review is held, and what it sees

It is held after \`first\` weeks and every \`every\` weeks from then on, once where that is 0; no later than the last week of referrals, or with
\`during: run\` of the run. Of the weeks before it misses the newest \`lag\` weeks and sees the \`window\` weeks before those. While there are no weeks
to see it is not held.

Reviews that go by evidence need weights for their stage. \`usual\` and \`spread\` make a kind of evidence judge an office by a fixed scale;
otherwise offices are compared with each other.

\`\`\`yaml
commissioner:
  evidence:
    monitoring:
      figures:
        jobStart: { per: attached }
      stories: 0.5
      money: 0.2
\`\`\`

${entries.join('\n')}`;
}
