import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DrawnPicture, FigureTable } from '../../engine/protocol.ts';
import type { Workshop } from '../state/workshop.ts';
import { download } from '../ui/download.ts';
import { FigureTables } from '../ui/FigureTables.tsx';
import { enliven } from '../ui/liveChart.ts';
import { pngOf } from '../ui/pngOf.ts';
import { Scroller } from '../ui/Scroller.tsx';

interface FigureProps {
  workshop: Workshop;
  id: string;
  title: string;
  picture: DrawnPicture | undefined;
  /** Whether all numbers are in: then the picture becomes a chart that answers the pointer. */
  isFinal: boolean;
}

/** A chart: a picture while numbers come in, live when all are in, with its table and files. */
export function ChartFigure({ workshop, id, title, picture, isFinal }: FigureProps) {
  const live = useRef<HTMLDivElement>(null);
  const isLive = useSignal(false);
  const tables = useSignal<FigureTable[] | undefined>(undefined);
  const open = useSignal(false);
  useEffect(() => {
    isLive.value = false;
    if (!isFinal || !picture || !live.current) return;
    const place = live.current;
    return enliven(
      place,
      () => workshop.desk.specification(id),
      () => {
        isLive.value = true;
      },
    );
  }, [picture, isFinal]);
  useEffect(() => {
    if (open.value) void workshop.desk.figures(id).then((figures) => (tables.value = figures));
  }, [picture, open.value]);
  if (!picture)
    return (
      <figure class="chart waiting" aria-label={title}>
        <p>{title}</p>
      </figure>
    );
  return (
    <figure class="chart" data-chart={id} data-live={isLive.value}>
      <Scroller label={picture.title}>
        <div
          class="picture"
          role="img"
          aria-label={picture.description}
          hidden={isLive.value}
          dangerouslySetInnerHTML={{ __html: withOwnIds(picture) }}
        />
        <div class="live" ref={live} hidden={!isLive.value} />
      </Scroller>
      <figcaption>
        <details onToggle={({ currentTarget }) => (open.value = currentTarget.open)}>
          <summary>
            The figures<span class="unseen"> of “{picture.title}”</span> as a table
          </summary>
          {tables.value && <FigureTables caption={picture.title} tables={tables.value} />}
        </details>
        <span class="buttons">
          <button type="button" onClick={() => download(`${id}.svg`, picture.svg, 'image/svg+xml')}>
            SVG<span class="unseen"> of “{picture.title}”</span>
          </button>
          <button type="button" onClick={async () => download(`${id}.png`, await pngOf(picture.svg))}>
            PNG<span class="unseen"> of “{picture.title}”</span>
          </button>
        </span>
      </figcaption>
    </figure>
  );
}

/** Every drawing numbers its clipping paths from 1: on one page they need names of their own. */
function withOwnIds({ id, svg }: DrawnPicture): string {
  return svg.replaceAll(/ id="([^"]+)"/g, ` id="${id}-$1"`).replaceAll(/url\(#([^)]+)\)/g, `url(#${id}-$1)`);
}
