import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { code, table } from './markdown.ts';

/** Constants that are no parameters of a scenario, with what they mean; the values are read from the files. */
const constants: readonly [file: string, name: string, meaning: string][] = [
  ['src/model/people/references.ts', 'SAMPLE', 'clients in the fixed sample of the references'],
  ['src/model/beliefs.ts', 'STEPS', 'steps of apparent need in tables of belief'],
  ['src/model/week/allocate/noise.ts', 'NOISE_STEPS', 'quantiles of the noise of judgement'],
  ['src/model/week/allocate/strain.ts', 'STRAIN_EVERY', 'goal strain is taken one step in so many'],
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
