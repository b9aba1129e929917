import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { weekInWords } from './describe.ts';
import type { Watching } from './watching.ts';

/** Milliseconds for which a week must stand still before it is told: a slider that is dragged passes many. */
const SETTLED = 600;

/**
 * The week shown in words, for who listens: told where it stands still, and never while weeks go by, when a screen reader would
 * have no end of it.
 */
export function useWeekTold(watching: Watching): ReadonlySignal<string> {
  const told = useSignal('');
  useSignalEffect(() => {
    const week = watching.week.value;
    const worlds = watching.worlds.value;
    if (watching.playing.value) return;
    const settled = setTimeout(() => {
      const sentences = worlds.flatMap(({ field, frames }) =>
        frames[week] ? [weekInWords(field, frames[week])] : [],
      );
      told.value = sentences.join(' ');
    }, SETTLED);
    return () => clearTimeout(settled);
  });
  return told;
}
