import type { Member } from '../../experiment/members.ts';
import { rankingKeys } from '../../experiment/ranking/rankDesigns.ts';
import { openScenario } from '../../simulation/index.ts';
import type { CommandInput } from '../command.ts';
import { fileAndDesigns } from '../fileAndDesigns.ts';
import { runToEnd } from '../runToEnd.ts';
import { findScenario } from '../scenarioFile.ts';
import { checkMeasures } from '../studyMeasures.ts';
import { unlike } from '../unlike.ts';
import { UsageError } from '../usageError.ts';

/** Holds designs of one file or several against each other on common random numbers; prints where the report is. */
export function execute(input: CommandInput): Promise<number> {
  const members = membersOf(input);
  // A slip should be told now and not after an hour of runs. What the first file lacks another may have.
  if (members.length === 1 && input.rank.length > 0)
    checkMeasures(
      openScenario(members[0].bundle).designs[0].scenario,
      rankingKeys(input.rank).map(({ measure }) => measure),
      '--rank',
    );
  else rankingKeys(input.rank);
  const name = members.map((member) => member.name).join('+');
  return runToEnd({ kind: 'compare', name, members, folder: `${name}.compare` }, input);
}

/** The files in the order given, all with the seed and the number of replicates of the first unless options say otherwise. */
function membersOf(input: CommandInput): Member[] {
  if (input.arguments.filter((argument) => fileAndDesigns(argument).file === '-').length > 1)
    throw new UsageError('standard input can be read once only');
  const members: Member[] = [];
  let common = input;
  for (const argument of input.arguments) {
    const { file, designs } = fileAndDesigns(argument);
    const { name, bundle } = findScenario(file, common);
    members.push({ name: unlike(name, members), bundle, ...(designs && { designs }) });
    if (members.length > 1 || input.arguments.length === 1) continue;
    const { seed, replicates } = openScenario(bundle).designs[0].scenario;
    common = { ...input, seed, replicates };
  }
  return members;
}
