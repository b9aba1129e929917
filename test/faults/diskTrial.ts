import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { disturbed } from './disturbed.ts';
import { finalProblems, inspect, type Phase } from './inspect.ts';
import { SmallDisk } from './mount.ts';
import { doneIn, type Place, type Undisturbed } from './trial.ts';
import type { Undertaking } from './undertakings.ts';

export interface DiskOutcome {
  kilobytes: number;
  /** How far the command was when the disk was full; absent where all of it fitted. */
  phase?: Phase;
  kept: number;
  /** Replicates or points that the run did which went on when there was room. */
  fresh: number;
  problems: string[];
}

/** Room for any undertaking. */
const ENOUGH = 50_000;

/** Lets a command fill a disk of so many kilobytes, makes the disk larger, and goes on. */
export async function diskTrial(
  { words, counts }: Undertaking,
  kilobytes: number,
  expected: Undisturbed,
  place: Place,
): Promise<DiskOutcome> {
  const under = join(place.cwd, 'disk');
  const disk = new SmallDisk(under, kilobytes);
  try {
    const asked = [...words, '--out', join(under, 'out')];
    const first = await disturbed({ ...place, under, words: asked });
    if (first.code === 0)
      return {
        kilobytes,
        kept: expected.total,
        fresh: expected.total,
        problems: finalProblems(under, expected),
      };
    const { phase, kept, problems } = inspect(under, counts, expected);
    problems.push(...saidWrongly(first, kept, counts));
    disk.change(`size=${ENOUGH}k`);
    const {
      code,
      err,
      operations = [],
    } = await disturbed({ ...place, under, words: [...asked, '--resume'] });
    if (code !== 0) problems.push(`resumed, it ended with ${code}: ${err}`);
    else problems.push(...finalProblems(under, expected));
    const fresh = doneIn(operations, counts);
    if (fresh !== expected.total - kept)
      problems.push(`${fresh} ${counts}s were done after ${kept} of ${expected.total} were kept`);
    return { kilobytes, phase, kept, fresh, problems };
  } finally {
    disk.remove();
    rmSync(under, { recursive: true, force: true });
  }
}

/** What a command whose disk is full should have said otherwise. */
function saidWrongly(
  { code, out, err }: { code: number | null; out: string; err: string },
  kept: number,
  counts: string,
): string[] {
  const must = [/\.out\.partial\S* cannot be used: the disk is full\. Free some space and try again/];
  if (kept > 0)
    must.push(new RegExp(`\\d ${counts}s? kept: once the cause is mended, --resume goes on from there`));
  const problems = must
    .filter((words) => !words.test(err))
    .map((words) => `it does not say ${words}: ${err}`);
  if (code !== 1 || out !== '') problems.push(`it ended with ${code} and answered ${JSON.stringify(out)}`);
  if (/^\s+at /m.test(err)) problems.push(`it shows a stack: ${err}`);
  return problems;
}
