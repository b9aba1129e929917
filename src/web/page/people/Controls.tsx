import { useSignalEffect } from '@preact/signals';
import { counted } from '../../../words/counted.ts';
import type { Watching } from './watching.ts';

/** Weeks a second that can be chosen. */
const SPEEDS = [1, 2, 4, 10, 25, 60];

/** Whoever wants less motion gets no more than this, in weeks a second. */
const CALM = 1;

/** Play, step, speed, and the week. */
export function Controls({ watching }: { watching: Watching }) {
  useSignalEffect(() => {
    if (!watching.playing.value) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const speed = calm ? Math.min(CALM, watching.speed.value) : watching.speed.value;
    let due = performance.now() + 1000 / speed;
    let asked = requestAnimationFrame(function turn(now) {
      // A page that was hidden for a while goes on from where it was.
      if (now - due > 1000) due = now;
      for (; due <= now && watching.playing.peek(); due += 1000 / speed) watching.step();
      asked = requestAnimationFrame(turn);
    });
    return () => cancelAnimationFrame(asked);
  });
  const weeks = watching.weeks;
  const week = watching.week.value;
  const playing = watching.playing.value;
  const atEnd = week >= weeks - 1;
  return (
    <section class="toolbar" aria-label="Time">
      <button
        type="button"
        class="play"
        onClick={() => {
          if (atEnd && !playing) watching.goTo(0);
          watching.playing.value = !playing;
        }}
      >
        {playing ? 'Pause' : atEnd ? 'Play again' : 'Play'}
      </button>
      <button
        type="button"
        disabled={atEnd}
        onClick={() => {
          watching.playing.value = false;
          watching.step();
        }}
      >
        One week on
      </button>
      <label>
        Speed
        <select
          value={String(watching.speed.value)}
          onChange={({ currentTarget }) => {
            watching.speed.value = Number(currentTarget.value);
          }}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={String(speed)}>
              {counted(speed, 'week')} a second
            </option>
          ))}
        </select>
      </label>
      <label class="week" for="week">
        Week {week + 1} of {weeks}
        <input
          id="week"
          type="range"
          min={1}
          max={weeks}
          step={1}
          value={week + 1}
          aria-valuetext={`week ${week + 1} of ${weeks}`}
          onInput={({ currentTarget }) => watching.goTo(Number(currentTarget.value) - 1)}
        />
      </label>
      {watching.ready.value < weeks && <p class="progress">{watching.ready.value} weeks are run so far.</p>}
    </section>
  );
}
