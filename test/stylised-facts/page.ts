import { code, table } from '../../docs/generator/markdown.ts';
import type { JudgedFact } from './judge.ts';
import { commandOf, type Runs } from './runs.ts';
import { bandText, countText, estimateText, factSentence, verdictText } from './words.ts';

const kinds = { hard: 'hard', soft: 'soft' };
const hows = { emerges: 'emerges', partly: 'partly set', set: 'set, not found' };

/** docs/facts.md: the table, then every fact with its runs, statistics and reasons. */
export function factsPage(judged: readonly JudgedFact[]): string {
  return `<!-- Written from test/stylised-facts by \`npm run facts -- --markdown\`. Do not edit. -->

# What the model shows and does not show

${intro(judged)}

**${countText(judged)}**

${table(
  ['Fact', 'Claim', 'Kind', 'How', 'Verdict'],
  judged.map((each) => [
    `[${each.fact.id}](#${each.fact.id.toLowerCase()})`,
    each.fact.claim,
    kinds[each.fact.kind],
    hows[each.fact.how],
    verdictText(each),
  ]),
)}
${judged.map(section).join('\n')}`;
}

const intro = (
  judged: readonly JudgedFact[],
): string => `Stylised facts are what studies of the front line find again and again; numbers are those of [published evidence](evidence.md), this project’s list of published figures. Each is asked of the model in the scenario that is nearest to where it was found, with settings that anybody can type; each lies in a file of its own in
\`test/stylised-facts/facts\`, and a test fails when a verdict changes. No parameter was moved to make a row show: a fact that the model does not show stays here, with the reason.

- *Hard* facts are those without which a model of this kind is wrong; *soft* ones are told with less evidence, or of some places only.
- A statistic is taken in every run of a scenario, contrasts between designs on the same people and the same luck; what stands behind it is the 95% t interval of its mean over runs, for ratios made on the logarithm (*n* runs). These are intervals of
  luck inside the model: they say nothing of whether its assumptions are true.
- *Shown*: the whole interval lies in the band that the fact states. *Not shown*: all of it lies outside. *Cannot be told*: it straddles an end. A fact needs all of its statistics.
- *How* says whether a fact could have failed. Of one that is *set, not found*, a parameter of the scenario says nearly as much, and the row is a check of the scenario, no evidence for the model.
- Of ${intervalsOf(judged)} intervals of 95% about ${Math.round(intervalsOf(judged) / 20)} miss their true means by chance alone, and nothing here is corrected for that. A statistic whose interval ends close to an end of its band deserves a run with more replicates before much is built on it.
- Some assumptions of the model were made with facts in view, and bands for words such as *weak* or *some* are ours. So the table shows how far one model can have these facts together; it is no test on new data.
- The division of hours is an assumption, too: [the same facts by appointments of one length](facts-by-appointments.md).`;

const intervalsOf = (judged: readonly JudgedFact[]): number =>
  judged.reduce((sum, { parts }) => sum + parts.length, 0);

function section(judged: JudgedFact): string {
  const { fact, parts } = judged;
  return `## ${fact.id}

${fact.claim} (${fact.source.replace('published evidence', '[published evidence](evidence.md)')}; ${kinds[fact.kind]})

**${capital(verdictText(judged))}.** ${capital(hows[fact.how])}: ${fact.howSo}

${table(
  ['Statistic', 'Found (95% interval)', 'n', 'Band', 'Verdict'],
  parts.map((part) => [
    part.part.says,
    estimateText(part, part.part.unit),
    String(part.estimate.n),
    bandText(part.part.band, part.part.unit) +
      (part.part.bandFrom === undefined ? '' : ` (${part.part.bandFrom})`),
    part.verdict,
  ]),
)}
${factSentence(judged)}
${fact.reason === undefined ? '' : `\nWhy: ${fact.reason}\n`}
${Object.values(fact.runs)
  .map((runs) => `- ${code(commandOf(runs))}${readBy(runs)}`)
  .join('\n')}
`;
}

/** Where to look for how worlds are read of which no measure tells. */
const readBy = ({ reading = 'measures' }: Runs): string =>
  reading === 'measures' ? '' : `, its worlds read by \`test/stylised-facts/readings/${reading}.ts\``;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
