import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { code, table } from './markdown.ts';

/** Constants that are no parameters of a scenario, with what they mean; the values are read from the files. */
const constants: readonly [file: string, name: string, meaning: string][] = [
  ['src/model/references.ts', 'SAMPLE', 'clients in the fixed sample of the references'],
  ['src/model/beliefs.ts', 'STEPS', 'steps of apparent need in tables of belief'],
  [
    'src/model/week/attach.ts',
    'WORTH_CAP',
    'most that the worth of a place moves a refusal, in costs of a place',
  ],
  ['src/model/week/allocate/allocate.ts', 'NOISE_STEPS', 'quantiles of the noise of judgement'],
  ['src/model/week/allocate/allocate.ts', 'STRAIN_EVERY', 'goal strain is taken one week in so many'],
  ['src/model/week/allocate/appeal.ts', 'TURN_UNIT', 'weeks without contact at which turn is 1'],
  ['src/model/week/allocate/appeal.ts', 'TURN_CAP', 'cap of turn and of mandate'],
  ['src/model/week/allocate/appeal.ts', 'VOICE_CRISIS', 'voice in a crisis'],
  ['src/model/week/allocate/appeal.ts', 'VOICE_PASSED_BACK', 'voice after being passed back'],
  ['src/model/week/work.ts', 'GAIN_SCALE', 'weight of believed gain in the choice of an activity'],
  ['src/model/week/work.ts', 'LEAST_HABIT', 'what an activity never used counts for in the log of habit'],
];

/** The table of constants. Throws where a file no longer holds one. */
export const constantsTable = (root: string): string =>
  table(
    ['Constant', 'Value', 'Meaning', 'File'],
    constants.map(([file, name, meaning]) => {
      const found = new RegExp(`^const ${name} = ([\\d_.]+);`, 'm').exec(
        readFileSync(join(root, file), 'utf8'),
      );
      if (!found) throw new Error(`${file} has no constant ${name}`);
      return [code(name), found[1], meaning, code(file)];
    }),
  );
