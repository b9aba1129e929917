import { counted } from '../words/counted.ts';
import { gatherLine } from './chosenBackend.ts';
import { exitCode } from './exitCodes.ts';
import { listenForInterrupts } from './interrupts.ts';
import { say, sayAlways } from './output.ts';
import { openProgress, type Progress } from './progress.ts';

/** How work for which a user waits speaks to that user. */
export interface Attended {
  /** Aborted at the first interrupt. */
  signal: AbortSignal;
  /** What was found of earlier work, the line that says what runs, and the bar. */
  begin(facts: { done: number; abandoned: number; line: string; bar: Bar }): Promise<void>;
  /** Replicates done, and of how many where that has changed. */
  update(done: number, total?: number): void;
  /** A line that the backend tells. */
  news(line: string): void;
  /** What runs and waits elsewhere. */
  standing(facts: { running: number; waiting: number; why: string }): void;
  writing(): void;
  /** The work failed, with so much of it kept. */
  failed(kept: number): void;
  /** Says that jobs go on for the folder `out`, and how it is finished; the exit code of an interrupt. */
  left(out: string): number;
  /** The exit code of work that was interrupted. */
  interrupted(): number;
}

/** Where the bar begins; it appears as soon as the total is known. */
interface Bar {
  total: number;
  done: number;
}

/**
 * Does work with a bar and an ear for Ctrl-C. `noun` names what is kept when it ends early: replicates of a run, points
 * of a study.
 */
export async function attended<T>(
  { quiet, noun, on }: { quiet: boolean; noun: 'replicate' | 'point'; on: string | undefined },
  work: (to: Attended) => Promise<T>,
): Promise<T> {
  let progress: Progress | undefined;
  const interrupts = listenForInterrupts((received) => {
    progress?.stop();
    const kept = on === 'slurm' ? 'what was sent to Slurm goes on' : `keeping the ${noun}s that are finished`;
    sayAlways(`${received === 'SIGINT' ? 'Interrupted' : 'Asked to end'}: ${kept}. Once more ends at once.`);
  });
  const interrupted = () => exitCode.interrupted[interrupts.received() ?? 'SIGINT'];
  try {
    return await work({
      signal: interrupts.signal,
      async begin({ done, abandoned, line, bar }) {
        if (abandoned > 0)
          say(
            quiet,
            `Unfinished work with ${counted(abandoned, noun)} was thrown away (--resume goes on with it).`,
          );
        if (done > 0) say(quiet, `Going on after ${counted(done, noun)}.`);
        say(quiet, line);
        progress = await openProgress(bar.total, bar.done, quiet);
      },
      update: (done, total) => progress?.update(done, total),
      news(line) {
        if (progress) progress.line(line);
        else say(quiet, line);
      },
      standing({ running, waiting, why }) {
        const because = why !== '' && running === 0 ? ` (${why})` : '';
        progress?.note(` · ${running} running, ${waiting} waiting${because}`);
      },
      left(out) {
        sayAlways(`What is sent off goes on. Finish it, now or later, with: ${gatherLine(out)}`);
        return interrupted();
      },
      writing() {
        progress?.stop();
        say(quiet, 'Drawing charts and writing the report.');
      },
      failed(kept) {
        progress?.stop();
        sayAlways(`${counted(kept, noun)} kept: once the cause is mended, --resume goes on from there.`);
      },
      interrupted,
    });
  } finally {
    progress?.stop();
    interrupts.stop();
  }
}
