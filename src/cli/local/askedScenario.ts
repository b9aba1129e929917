import {
  allowedWords,
  assumedFor,
  checksOf,
  type LocalAnswers,
  type LocalName,
  type LocalNumbers,
  type LocalQuestion,
  localNames,
  localQuestions,
  localScenario,
  localSums,
  readAnswer,
  readLocalForm,
  writeNumber,
} from '../../authoring/index.ts';
import type { CommandInput } from '../command.ts';
import { flagName } from '../options.ts';
import { sayAlways } from '../output.ts';
import { UsageError } from '../usageError.ts';
import { Prompter } from './prompter.ts';

/** The text of a scenario from eight answers, and what they come to in words; or that it was broken off. */
export async function askedScenario(
  input: CommandInput,
  file: string,
): Promise<{ text: string; checks: string[] } | { interrupted: true }> {
  const given: LocalAnswers = Object.fromEntries(localNames.map((name) => [name, input[name]]));
  for (const name of localNames)
    if (given[name]?.trim() === '') throw new UsageError(`${flagName(name)} needs a number.`);
  const answers = input.ask ? await askRest(given, file) : given;
  if (answers === undefined) return { interrupted: true };
  const missing = localNames.filter((name) => answers[name] === undefined);
  if (missing.length > 0) throw new UsageError(missingWords(missing, input.ask));
  const form = readLocalForm(answers);
  if ('problem' in form) throw new UsageError(`${flagName(form.question.name)} ${form.problem}.`);
  return { text: localScenario(form), checks: checksOf(form.numbers, localSums(form.numbers)) };
}

function missingWords(missing: readonly LocalName[], ask: boolean): string {
  const flags = missing.map(flagName).join(', ');
  return ask
    ? `The answers ended before all eight questions were answered. Missing: ${flags}. Nothing was written.`
    : `A scenario of your own numbers needs all eight. Missing: ${flags}. Add --ask to be asked for them.`;
}

/** Asks for what was not given, one after another; fewer answers where the input ends, none where it was broken off. */
async function askRest(given: LocalAnswers, file: string): Promise<LocalAnswers | undefined> {
  const answers: Partial<Record<LocalName, string>> = { ...given };
  const prompter = new Prompter();
  try {
    sayAlways(
      `Eight numbers of your service, for ${file}. Enter alone takes the number in brackets, which the file then calls assumed.`,
    );
    for (const [at, question] of localQuestions.entries()) {
      const earlier = readLocalForm(pickBefore(answers, at));
      if ('problem' in earlier)
        throw new UsageError(`${flagName(earlier.question.name)} ${earlier.problem}.`);
      if (answers[question.name] !== undefined) continue;
      const answer = await askOne(prompter, question, earlier.numbers, at + 1);
      if (answer === undefined) break;
      answers[question.name] = answer;
    }
    return prompter.interrupted ? undefined : answers;
  } finally {
    prompter.close();
  }
}

/** The answers to the questions before one: those after it are not yet known, or fit only with it. */
const pickBefore = (answers: LocalAnswers, at: number): LocalAnswers =>
  Object.fromEntries(localNames.slice(0, at).map((name) => [name, answers[name]]));

/** Asks until the answer can be used; undefined where no more comes. */
async function askOne(
  prompter: Prompter,
  question: LocalQuestion,
  before: LocalNumbers,
  number: number,
): Promise<string | undefined> {
  sayAlways(`\n${number} of 8. ${question.ask}`);
  for (;;) {
    const answer = await prompter.ask(
      `${question.title} (${question.unit}) [${writeNumber(assumedFor(question, before))}]: `,
    );
    if (answer === undefined || answer.trim() === '') return answer;
    const read = readAnswer(question, answer, before);
    if ('number' in read) return answer;
    sayAlways(`That cannot be used: ${question.title} takes ${allowedWords(question, before)}. Once more:`);
  }
}
