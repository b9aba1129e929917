import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Place, type Undisturbed, undisturbed } from './trial.ts';
import { type Undertaking, writeFiles } from './undertakings.ts';

const oneDesign = ['--set', 'designs.grant=null'];

/** Undertakings of a second or two. */
export const smallRun: Undertaking = {
  name: 'run',
  words: ['run', 'mine.yaml', '--replicates', '8', '--client-table', ...oneDesign],
  counts: 'replicate',
};

export const smallSweep: Undertaking = {
  name: 'sweep',
  words: [
    'sweep',
    'mine.yaml',
    '--vary',
    'incentives.startFee.amount=1000:4000:4',
    '--replicates',
    '2',
    ...oneDesign,
  ],
  counts: 'point',
};

/** A folder with the scenario for all tests of a file. */
export function scene(): Place {
  const place = { root: join(import.meta.dirname, '../..'), cwd: '' };
  beforeAll(() => {
    place.cwd = mkdtempSync(join(tmpdir(), 'streetlevel-faults-'));
    writeFiles(place.cwd);
  });
  afterAll(() => rmSync(place.cwd, { recursive: true, force: true }));
  return place;
}

const done = new Map<Undertaking, Promise<Undisturbed>>();

/** What an undertaking does undisturbed; it is run once a file. */
export function reference(undertaking: Undertaking, place: Place): Promise<Undisturbed> {
  const known = done.get(undertaking) ?? undisturbed(undertaking, place);
  done.set(undertaking, known);
  return known;
}
