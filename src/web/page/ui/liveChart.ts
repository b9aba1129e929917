import embed, { type VisualizationSpec } from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';

/** One after the other, and only when the page has nothing else to do: each takes some frames. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a chart live in `place`: tooltips and legends answer. Expressions are interpreted, never compiled. Returns how to call
 * it off or to end it.
 */
export function enliven(
  place: HTMLElement,
  specification: () => Promise<object | undefined>,
  onLive: () => void,
): () => void {
  let isOver = false;
  let end = () => {};
  last = last.then(async () => {
    await whenIdle();
    if (isOver) return;
    try {
      const spec = await specification();
      if (isOver || !spec) return;
      const result = await embed(place, spec as VisualizationSpec, {
        mode: 'vega-lite',
        renderer: 'svg',
        ast: true,
        expr: expressionInterpreter,
        actions: false,
        tooltip: { theme: 'light' },
      });
      end = () => result.finalize();
      silenceEmptyMarks(place);
      if (isOver) end();
      else onLive();
    } catch (error) {
      // The picture stays: a reader loses the tooltips and not the chart.
      console.error(error);
    }
  });
  return () => {
    isOver = true;
    end();
  };
}

/** Marks of which a chart has none leave an empty group, of which a screen reader would say that there is a mark. */
function silenceEmptyMarks(place: HTMLElement): void {
  for (const group of Array.from(place.querySelectorAll('g[role="graphics-symbol"]:empty'))) {
    group.removeAttribute('role');
    group.removeAttribute('aria-roledescription');
  }
}

const whenIdle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 100);
  });
