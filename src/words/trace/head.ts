import type { ClientTrace, Picked, TracedStep } from '../../tables/trace.ts';
import { formatNumber, formatPercent, listInWords, sentenceCase, spellName } from '../format.ts';
import { fifthName } from '../names.ts';
import { titleIn, weeksInWords } from './names.ts';

/** Who the client is, where, and how the life went against the twin's: a short paragraph each. */
export function clientHead(trace: ClientTrace): string[] {
  return [whereSentence(trace), whoSentence(trace), againstTwinSentence(trace), pickedSentence(trace)].filter(
    (text) => text !== '',
  );
}

/** In which world a trace is told. */
export function worldSentence({
  scenario,
  design,
  designTitle,
  replicate,
  seed,
}: Pick<ClientTrace, 'scenario' | 'design' | 'designTitle' | 'replicate' | 'seed'>): string {
  const title = designTitle === design ? '' : ` (${designTitle})`;
  return `${scenario}, design ${design}${title}, replicate ${replicate} of seed ${seed}`;
}

const whereSentence = (trace: ClientTrace): string => `Client ${trace.client.id} in ${worldSentence(trace)}.`;

function whoSentence(trace: ClientTrace): string {
  const { client, steps } = trace;
  const barriers = [...client.barriers]
    .sort((a, b) => b.level - a.level)
    .map(
      ({ name, level, hidden }) =>
        `${spellName(name)} ${formatNumber(level)}${hidden ? ' (partly hidden)' : ''}`,
    );
  const group = sentenceCase(titleIn(trace, 'group', client.group));
  const who = `${group}, referred to ${titleIn(trace, 'office', client.office)} in week ${client.referredWeek + 1}, of the ${fifthName(client.fifth)} by need.`;
  const look = steps.flatMap(({ roles }) => roles.flatMap(({ seen }) => seen ?? []))[0];
  const seemed = look === undefined ? '' : `, and seemed ${formatNumber(look.need)} at first sight`;
  const barriersWords = barriers.length === 0 ? '' : ` Barriers: ${listInWords(barriers)}.`;
  return `${who}${barriersWords} True need was ${formatNumber(client.need)}${seemed}; motivation ${formatNumber(client.motivation)}, trust ${formatNumber(client.trust)}.`;
}

function againstTwinSentence(trace: ClientTrace): string {
  const { steps, mainEvent, stepsPerWeek } = trace;
  if (steps.length === 0) return 'Was never referred in this run: nobody left a place.';
  const first = (has: (step: TracedStep) => boolean): number | null => {
    const found = steps.find(has);
    return found === undefined ? null : found.week + 1;
  };
  const own = first(({ events }) => events.some(({ event }) => event === mainEvent));
  const twin = first(({ twinEvents }) => twinEvents.includes(mainEvent));
  const hours = steps.flatMap(({ roles }) => roles).reduce((sum, each) => sum + each.hours, 0);
  const parked = steps.filter((step) => step.parked !== 'no').length / stepsPerWeek;
  const got = steps.every(({ attached }) => !attached)
    ? 'Had no place'
    : `Got ${formatNumber(hours, 1)} hours${parked > 0 ? ` and was parked for ${weeksInWords(parked)}` : ''}`;
  const event = spellName(mainEvent);
  const cases: [boolean, string][] = [
    [own === null && twin === null, `neither the client nor the twin had the outcome (${event})`],
    [own !== null && own === twin, `client and twin both had the outcome (${event}) in week ${own}`],
    [own !== null && twin === null, `had the outcome (${event}) in week ${own}, and the twin never`],
    [own === null && twin !== null, `never had the outcome (${event}), which the twin had in week ${twin}`],
    [true, `had the outcome (${event}) in week ${own}, the twin in week ${twin}`],
  ];
  const came = cases.find(([holds]) => holds)![1];
  return `${got}; ${came}. The twin is the same person with the same luck and without the service.`;
}

/** By which rule the client was found, so that nobody takes a telling case for a usual one. */
function pickedSentence({ picked, mainEvent }: ClientTrace): string {
  if (picked === null) return '';
  return `Picked by the rule “${picked.rule}”: ${ruleInWords(picked, spellName(mainEvent))}. The rule fits ${picked.fitting} of ${picked.among} (${formatPercent(picked.fitting / picked.among, 0)}).`;
}

function ruleInWords({ rule, way, value }: Picked, event: string): string {
  switch (rule) {
    case 'parked':
      return `of the clients of the hardest fifth, the longest spell parked (${weeksInWords(value)})`;
    case 'creamed':
      return `of the clients of the easiest fifth whose twin had the outcome (${event}) too, the most hours (${formatNumber(value, 1)})`;
    case 'helped':
      return `of the clients with an outcome (${event}) that the twin never had, the need that ended furthest below the twin’s (by ${formatNumber(value)})`;
    case 'lost':
      return way === 'harm'
        ? `of the clients without an outcome (${event}) that the twin had, the longest time parked (${weeksInWords(value)})`
        : `nobody was without an outcome (${event}) that the twin had; of the clients who would have had one if every client had got equal time, and had none, the longest time parked (${weeksInWords(value)})`;
  }
}
