import seedrandom from 'seedrandom';
import type { Moment } from './trial.ts';

/** Of ten trials one begins with Ctrl-C, so that kills also meet the copying of a stopped run. */
const STOP_EVERY = 10;
/** The chance that work which goes on is killed again. */
const AGAIN = 0.35;
const MOST_KILLS = 3;

/**
 * When the trials of one command kill it. First kills are spread evenly over its life, half of them by the clock and half by
 * operations on files, each somewhere in its own stretch; later ones fall anywhere, early ones more often, since there is
 * less left to do.
 */
export function momentsOf(command: string, trials: number, seed: string): Moment[][] {
  const random = seedrandom(`${seed} ${command}`);
  return Array.from({ length: trials }, (_, i) => {
    const by = i % 2 === 0 ? 'clock' : 'operation';
    const stretches = Math.ceil(trials / 2);
    const share = (Math.floor(i / 2) + random()) / stretches;
    const moments: Moment[] = [{ by, share: rounded(share) }];
    if (i % STOP_EVERY === STOP_EVERY - 1)
      moments.unshift({ by: 'clock', share: rounded(0.2 + 0.3 * random()), stop: true });
    while (moments.length < MOST_KILLS && random() < AGAIN)
      moments.push({ by: random() < 0.5 ? 'clock' : 'operation', share: rounded(random() * random()) });
    return moments;
  });
}

const rounded = (share: number) => Math.round(share * 1000) / 1000;
