import { join } from 'node:path';
import { changedPaths, forbiddenChanges, isUnchanged } from '../../experiment/contest/entries.ts';
import { standingsOf } from '../../experiment/contest/standings.ts';
import { type Member, openExperiment } from '../../experiment/members.ts';
import { writeJson, writeWhole } from '../../results/files.ts';
import { readMeasureValues } from '../../results/measureValues.ts';
import { readTables } from '../../results/runTables.ts';
import { openScenario } from '../../simulation/index.ts';
import { standingsCsv } from '../../tables/standings.ts';
import type { CommandInput } from '../command.ts';
import { fileAndDesigns } from '../fileAndDesigns.ts';
import { runToEnd } from '../runToEnd.ts';
import { findScenario } from '../scenarioFile.ts';
import { standingLines } from '../standingLines.ts';
import { unlike } from '../unlike.ts';
import { UsageError } from '../usageError.ts';

/** The contest that `score` takes unless another is named. */
const USUAL = 'least-bad-contract';

/** Ranks entries to a contest by the points that its scenario states, all on the same people and the same luck. */
export function execute(input: CommandInput): Promise<number> {
  const members = contestants(input);
  const name = members[0].name;
  const experiment = openExperiment(members);
  const answer = (folder: string) => {
    const tables = readTables(folder);
    const standings = standingsOf({
      contest: name,
      designs: experiment.designs,
      base: experiment.base,
      replicates: tables.manifest.replicates,
      valuesOf: (keys) => readMeasureValues(join(folder, 'measures.csv'), keys),
    });
    writeJson(join(folder, 'standings.json'), standings);
    writeWhole(join(folder, 'standings.csv'), standingsCsv(standings));
    return { lines: () => standingLines(standings, tables), facts: { standings } };
  };
  return runToEnd(
    {
      kind: 'compare',
      command: 'score',
      rank: ['contest.points'],
      name,
      members,
      folder: `${name}.score`,
      answer,
    },
    input,
  );
}

/** The contest with its base, and every entry with the designs that change something. Throws for entries that change what they may not. */
function contestants(input: CommandInput): Member[] {
  const { name, bundle } = findScenario(input.contest ?? USUAL, input);
  const [base] = openScenario(bundle).designs;
  const { seed, replicates, scale, measures } = base.scenario;
  if (Object.keys(measures.contest.points).length === 0)
    throw new UsageError(
      `${input.contest ?? USUAL} is no contest: it states nothing under measures.contest.points`,
    );
  const members: Member[] = [{ name, bundle, designs: [base.id] }];
  const problems: string[] = [];
  for (const argument of input.arguments) {
    const { file, designs: chosen } = fileAndDesigns(argument);
    const found = findScenario(file, { ...input, seed, replicates, scale });
    const { designs } = openScenario(found.bundle);
    const unknown = chosen?.find((id) => !designs.some((one) => one.id === id));
    if (unknown !== undefined)
      throw new UsageError(
        `${file} has no design ${unknown}. Its designs are ${designs.map(({ id }) => id).join(', ')}`,
      );
    const entered = designs.filter((one) => chosen?.includes(one.id) ?? !isUnchanged(base, one));
    if (entered.length === 0)
      problems.push(`${argument}: no design differs from the contract that it is to beat`);
    for (const one of entered) {
      const sections = forbiddenChanges(base, one);
      if (sections.length === 0) continue;
      const paths = changedPaths(base, one, sections).slice(0, 3);
      problems.push(
        [
          `${argument}, design ${one.id}: it changes ${sections.join(', ')}${paths.length > 0 ? ` (${paths.join(', ')} …)` : ''}`,
          `  allowed: changes to ${measures.contest.mayChange.join(', ')}`,
        ].join('\n'),
      );
    }
    members.push({
      name: unlike(found.name, members),
      bundle: found.bundle,
      designs: entered.map(({ id }) => id),
    });
  }
  if (problems.length > 0) throw new UsageError(`not all entries can take part\n${problems.join('\n')}`);
  return members;
}
