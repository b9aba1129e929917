import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { clientInWords } from './describe.ts';
import { FieldPainter } from './drawField.ts';
import { type Layout, layoutOf, placeAt, placeByKey } from './layout.ts';
import type { Watching } from './watching.ts';

/** The field of clients of one world, as a picture that answers to pointer and keyboard. */
export function FieldCanvas({ watching, world }: { watching: Watching; world: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useSignal(0);
  const marked = useSignal(-1);
  const said = useSignal('');
  const layout = useRef<Layout | undefined>(undefined);
  const painter = useMemo(() => new FieldPainter(), []);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      width.value = Math.floor(entry.contentRect.width);
    });
    observer.observe(canvas.current!.parentElement!);
    return () => observer.disconnect();
  }, []);
  useSignalEffect(() => {
    const shown = watching.worlds.value[world];
    // All that decides the picture is read here, so that a change of any of it draws anew.
    const frame = watching.ready.value > 0 ? shown?.frames[watching.week.value] : undefined;
    const [wide, at] = [width.value, marked.value];
    const { current } = canvas;
    if (!shown || !frame || !current || wide === 0) return;
    const high = Math.max(300, globalThis.innerHeight * 0.6);
    const fresh = layoutOf(shown.field.fifth, wide, high);
    if (JSON.stringify(fresh) !== JSON.stringify(layout.current)) layout.current = fresh;
    const { current: laidOut = fresh } = layout;
    const scale = globalThis.devicePixelRatio || 1;
    const [w, h] = [Math.round(wide * scale), Math.round(laidOut.height * scale)];
    const isNew = current.width !== w || current.height !== h;
    if (isNew) {
      current.width = w;
      current.height = h;
    }
    // The picture is put together outside of the canvas: one that stays in the memory of the machine takes it without a detour.
    const pen = current.getContext('2d', { alpha: false, willReadFrequently: true })!;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    const sheet = { pen, width: wide, scale, layout: laidOut, marked: at, isNew };
    painter.draw(sheet, shown.field, frame);
  });
  const shown = watching.worlds.value[world];
  const mark = (place: number): void => {
    marked.value = place;
    said.value = inWords(place);
  };
  /** The client at a place in the week shown; nothing for none. */
  const inWords = (place: number): string => {
    const frame = shown.frames[watching.week.value];
    return frame && place >= 0 ? clientInWords(shown.field, frame, place) : '';
  };
  const pointed = (event: MouseEvent): number => {
    const box = canvas.current!.getBoundingClientRect();
    return layout.current ? placeAt(layout.current, event.clientX - box.left, event.clientY - box.top) : -1;
  };
  return (
    <div class="field">
      <div
        class="sky"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the field answers to keys as an application does
        tabIndex={0}
        role="application"
        aria-roledescription="field of clients"
        aria-label={`Clients of ${shown.field.title} in order of need. Arrow keys move from client to client, Page Up and Page Down from fifth to fifth, Enter tells a life.`}
        onFocus={() => mark(Math.max(0, marked.value))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && marked.value >= 0)
            void watching.tellLife({ world, place: marked.value });
          const to = layout.current && placeByKey(layout.current, Math.max(0, marked.value), event.key);
          if (to === undefined) return;
          event.preventDefault();
          mark(to);
        }}
        onClick={(event) => {
          const place = pointed(event);
          if (place < 0) return;
          mark(place);
          void watching.tellLife({ world, place });
        }}
        onMouseMove={(event) => {
          event.currentTarget.title = inWords(pointed(event));
        }}
      >
        <canvas ref={canvas} />
      </div>
      {/* It goes on with the weeks for the eye; who listens is told once, when a client is gone to. */}
      <p class="marked">{inWords(marked.value)}</p>
      <p class="unseen" role="status">
        {said.value}
      </p>
    </div>
  );
}
