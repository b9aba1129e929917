import { memoryHere } from '../../backends/memory.ts';
import { ScenarioError } from '../../scenario/index.ts';
import { MOST_REPLICATES, memoryProblem, openScenario, Tracer } from '../../simulation/index.ts';
import { type PickRule, pickRules } from '../../tables/trace.ts';
import { eitherInWords } from '../../words/format.ts';
import { caseworkerStory, clientStory, type Telling } from '../../words/trace/index.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { didYouMean } from '../nearest.ts';
import { print, printJson, say, sayAlways } from '../output.ts';
import { findScenario } from '../scenarioFile.ts';
import { layOut } from '../trace/layOut.ts';
import { readWeeks } from '../trace/weeks.ts';
import { placeOfCaseworker, placeOfClient } from '../trace/whom.ts';
import { UsageError } from '../usageError.ts';

/** Up to so many weeks that are asked for are told one by one. */
const FEW_WEEKS = 13;

/** Tells one life, or one caseworker's weeks, with the reasons. */
export async function execute(input: CommandInput): Promise<number> {
  const whom = [input.client, input.caseworker, input.pick].filter((each) => each !== undefined);
  if (whom.length > 1)
    throw new UsageError('trace tells one at a time: --client, --caseworker or --pick, and not two of them.');
  const { name, bundle } = findScenario(input.argument!, input);
  const loaded = openScenario(bundle);
  const ids = loaded.designs.map(({ id }) => id);
  const design = input.design ?? loaded.base;
  if (!ids.includes(design))
    throw new UsageError(
      `there is no design ${design}. There are ${ids.join(', ')}.${didYouMean(design, ids)}`,
    );
  const { replicate = 0 } = input;
  if (replicate >= MOST_REPLICATES)
    throw new UsageError(`--replicate takes a whole number below ${MOST_REPLICATES}, not "${replicate}".`);
  const chosen = loaded.designs.filter(({ id }) => id === design);
  const problem = memoryProblem(loaded, chosen, ['equalTime'], memoryHere());
  if (problem) throw new ScenarioError([problem]);
  const tracer = new Tracer(loaded, name, design, replicate);
  const weeks = readWeeks(input.weeks, tracer.weeks);
  const few = input.weeks !== undefined && weeks.to - weeks.from < FEW_WEEKS;
  const telling: Telling = { ...weeks, all: input.all || few };
  if (input.caseworker !== undefined) {
    const trace = tracer.caseworker(placeOfCaseworker(tracer.posts, input.caseworker));
    if (input.json) await printJson(withinWeeks(trace, telling));
    else await print(layOut(caseworkerStory(trace, telling), !telling.all));
    return exitCode.done;
  }
  const trace = tracedClient(tracer, input);
  if (trace === undefined) {
    // Nothing is wrong with what was typed: this run has no such case, which a script may want to tell from a mistake.
    sayAlways(nobodyFits(input.pick));
    return exitCode.failed;
  }
  if (input.json) await printJson(withinWeeks(trace, telling));
  else await print(layOut(clientStory(trace, telling), !telling.all));
  return exitCode.done;
}

/** The client that is named, or a telling case; where nobody is named, the first that a rule finds. Undefined where none fits. */
function tracedClient(tracer: Tracer, { client, pick, quiet }: CommandInput) {
  if (client !== undefined) return tracer.client(placeOfClient(tracer.clients, client));
  const rules = pick === undefined ? pickRules : [pick as PickRule];
  for (const rule of rules) {
    const found = tracer.pick(rule);
    if (found === undefined) continue;
    if (pick === undefined)
      say(
        quiet,
        `Nobody is named, so this is --pick ${rule}. Others: --pick ${others(rule)}, --client ID, --caseworker ID.`,
      );
    const { row, ...picked } = found;
    return tracer.client(row, picked);
  }
  return undefined;
}

const nobodyFits = (pick: string | undefined): string =>
  pick === undefined
    ? 'no rule finds a telling case in this run: name a client, such as --client 1.'
    : `the rule ${pick} fits nobody in this run. Try --pick ${others(pick)}, another --replicate, or name a client, such as --client 1.`;

const others = (rule: string): string => eitherInWords(pickRules.filter((each) => each !== rule));

const withinWeeks = <T extends { steps: readonly { week: number }[] }>(
  trace: T,
  { from, to }: Telling,
): T => ({
  ...trace,
  steps: trace.steps.filter(({ week }) => week >= from && week <= to),
});
