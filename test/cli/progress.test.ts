import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { scratchFolder } from '../results/scratch.ts';
import { commandPath } from './command.ts';

const scratch = scratchFolder();
/** `script` gives a command a terminal; every Debian has it. */
const hasTerminal = spawnSync('script', ['--version']).status === 0;

describe('the bar of progress', () => {
  it.runIf(hasTerminal)(
    'stands on a terminal, goes to the end and leaves the lines of a run below it',
    () => {
      writeFileSync(join(scratch(), 'mine.yaml'), firstScenario);
      const line = `'${process.execPath}' '${commandPath}' run mine.yaml --replicates 2 --threads 1`;
      const shown = execFileSync('script', ['-qec', line, '/dev/null'], { cwd: scratch(), encoding: 'utf8' });
      expect(shown).toMatch(/░+.* 0\/2 replicates/);
      expect(shown).toMatch(/█+.* 2\/2 replicates/);
      expect(shown).toContain('Drawing charts and writing the report.');
      expect(shown).toContain('report.html');
    },
  );
});
