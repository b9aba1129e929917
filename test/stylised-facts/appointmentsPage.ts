import { code, table } from '../../docs/generator/markdown.ts';
import type { JudgedFact } from './judge.ts';
import { appointments } from './variant.ts';
import { bandText, countText, estimateText } from './words.ts';

/** docs/facts-by-appointments.md: the facts once more under another rule of division, beside what was found as bundled. */
export function appointmentsPage(asBundled: readonly JudgedFact[], again: readonly JudgedFact[]): string {
  const pairs = again.map((fact, i) => ({ fact, before: asBundled[i] }));
  const held = pairs.filter(({ fact, before }) => fact.verdict === before.verdict).length;
  return `<!-- Written from test/stylised-facts by \`npm run facts -- --markdown\`. Do not edit. -->

# The facts without the waterline

Caseworkers in this model divide their hours as well as they can: a little for many, by the [waterline](model.md#dividing-hours). Real diaries are cut into appointments. So [the facts](facts.md) are asked once more with appointments of one
hour for those of the greatest appeal until the hours are used up (${appointments.map((set) => code(`--set ${set}`)).join(', ')}), all else as it was: same people, same luck, same runs. Nothing was fitted anew.

**${countText(again)} ${held} of ${again.length} verdicts are those found with the waterline.**

${table(
  ['Fact', 'Claim', 'By the waterline', 'By appointments'],
  pairs.map(({ fact, before }) => [
    `[${fact.fact.id}](facts.md#${fact.fact.id.toLowerCase()})`,
    fact.fact.claim,
    before.verdict,
    fact.verdict === before.verdict ? fact.verdict : `**${fact.verdict}**`,
  ]),
)}
## Statistics

In bold where the verdict is another one.

${table(
  ['Fact', 'Statistic', 'By the waterline', 'By appointments', 'Band', 'Verdict'],
  pairs.flatMap(({ fact, before }) =>
    fact.parts.map((part, at) => [
      fact.fact.id,
      part.part.says,
      estimateText(before.parts[at], part.part.unit),
      estimateText(part, part.part.unit),
      bandText(part.part.band, part.part.unit),
      part.verdict === before.parts[at].verdict ? part.verdict : `**${part.verdict}**`,
    ]),
  ),
)}`;
}
