import { existsSync } from 'node:fs';
import { type ExplainedWord, explainedWords, scenarioFields } from '../../explanation/index.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import { measureCatalogue, openScenario, type Scenario } from '../../simulation/index.ts';
import { citedDocuments } from '../../words/documents.ts';
import { bundledNames } from '../bundledScenarios.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { differencesAsked, differenceText } from '../explain/diff.ts';
import { paragraph } from '../explain/lines.ts';
import { explainedMeasure, measureText } from '../explain/measure.ts';
import { explainedParameter, parameterText } from '../explain/parameter.ts';
import { explainedScenario, scenarioPage } from '../explain/scenarioPage.ts';
import { fileAndDesigns } from '../fileAndDesigns.ts';
import { didYouMean } from '../nearest.ts';
import { print, printJson } from '../output.ts';
import { findScenario } from '../scenarioFile.ts';
import { UsageError } from '../usageError.ts';

/** Something explained: what `--json` prints, and what a person reads. */
interface Explained {
  data: object;
  text: string;
  /** Whether the text says itself which documents it cites. */
  listsSources?: true;
}

/** Says scenarios, differences of designs, measures, kinds and parameters in plain English. */
export async function execute(input: CommandInput): Promise<number> {
  if (input.arguments.filter((word) => word === '-' || word.startsWith('-#')).length > 1)
    throw new UsageError('standard input can be read once only');
  const explained = input.diff
    ? differencesAsked(input.arguments, input).map((data) => ({ data, text: differenceText(data) }))
    : explainAll(input);
  if (input.json)
    await printJson(explained.length === 1 ? explained[0].data : explained.map(({ data }) => data));
  else await print([...explained.map(({ text }) => text), ...sourcesOf(explained)].join('\n\n'));
  return exitCode.done;
}

/** What the documents are that texts cite by number, where these do not say it themselves. */
function sourcesOf(explained: readonly Explained[]): string[] {
  const texts = explained.flatMap(({ text, listsSources }) => (listsSources ? [] : [text]));
  const cited = citedDocuments(texts).map(({ name, about }) => paragraph(`${name}: ${about}`, 0, 2));
  return cited.length === 0 ? [] : [cited.join('\n')];
}

/** Each word in turn. Parameters that stand after a scenario are told as they are there, and the scenario is not told then. */
function explainAll(input: CommandInput): Explained[] {
  const explained: Explained[] = [];
  let at: { tell: () => Explained; loaded: LoadedScenario<Scenario>; used: boolean } | undefined;
  const close = (): void => {
    if (at && !at.used) explained.push(at.tell());
    at = undefined;
  };
  for (const word of input.arguments) {
    const { file, designs } = fileAndDesigns(word);
    if (isScenario(file)) {
      close();
      at = openedScenario(file, designs, word, input);
      continue;
    }
    const measure = explainedMeasure(word);
    const isKind = explainedWords().find(({ name }) => name === word);
    const parameter = measure || isKind ? undefined : explainedParameter(word, at?.loaded);
    const loaded = at?.loaded;
    if (parameter && at) at.used = true;
    else close();
    explained.push(
      measure
        ? { data: { ...measure }, text: measureText(measure) }
        : isKind
          ? { data: { explains: 'word', ...isKind }, text: wordText(isKind) }
          : parameter
            ? { data: parameter, text: parameterText(parameter) }
            : unknown(word, loaded),
    );
  }
  close();
  return explained;
}

const isScenario = (name: string): boolean =>
  name === '-' || existsSync(name) || bundledNames().includes(name);

function openedScenario(file: string, designs: string[] | undefined, word: string, input: CommandInput) {
  const { name, bundle } = findScenario(file, input);
  const loaded = openScenario(bundle);
  const ids = loaded.designs.map(({ id }) => id);
  if (designs && designs.length > 1)
    throw new UsageError(`${word} names ${designs.length} designs: explain one, or what differs with --diff`);
  const id = designs?.[0] ?? loaded.base;
  if (!ids.includes(id))
    throw new UsageError(`${file} has no design "${id}": there are ${ids.join(', ')}.${didYouMean(id, ids)}`);
  const tell = (): Explained => {
    const data = explainedScenario(name, loaded, id, input.all);
    return { data, text: scenarioPage(data), listsSources: true };
  };
  return { tell, loaded, used: false };
}

function wordText({ name, what, title, said }: ExplainedWord): string {
  const lines = said.map(({ heading, text }) =>
    text.includes('\n')
      ? `  ${heading}:\n    ${text.replaceAll('\n', '\n  ')}`
      : paragraph(`${heading}: ${text}`, 2, 4),
  );
  return [`${name} (${what}): ${title}`, ...lines].join('\n');
}

/** Refuses a name that nothing has, with the nearest of all that could be meant. */
function unknown(word: string, loaded: LoadedScenario<Scenario> | undefined): never {
  const names = [
    ...bundledNames(),
    ...measureCatalogue().map(({ id }) => id),
    ...explainedWords().map(({ name }) => name),
    ...(loaded ? loaded.designs.flatMap(({ parameters }) => parameters.map(({ path }) => path)) : []),
    ...scenarioFields().map(({ path }) => path),
  ];
  const nearest = didYouMean(word.replace(/\[.*$/, ''), names);
  const where = loaded ? `, and ${loaded.name} has no parameter of that path` : '';
  throw new UsageError(
    `nothing is called ${word}: no file, bundled scenario, measure, kind, disposition or parameter${where}.${nearest} See streetlevel list, and docs/measures.md for measures`,
  );
}
