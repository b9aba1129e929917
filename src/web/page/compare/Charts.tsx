import type { Workshop } from '../state/workshop.ts';
import { focusOn } from '../ui/focusOn.ts';
import { ChartFigure } from './ChartFigure.tsx';

/** The charts of the last answer; those beyond the first few are drawn when they are opened. */
export function Charts({ workshop }: { workshop: Workshop }) {
  const answer = workshop.answer.value;
  if (!answer) return null;
  const pictures = workshop.pictures.value;
  const wanted = workshop.wanted.value;
  const drawn = answer.charts.filter(({ id }) => wanted.includes(id));
  const others = answer.charts.filter(({ id }) => !wanted.includes(id));
  return (
    <section class="charts" aria-label="Charts">
      {drawn.map(({ id, title }) => (
        <ChartFigure
          key={id}
          workshop={workshop}
          id={id}
          title={title}
          picture={pictures[id]}
          isFinal={!workshop.busy.value}
        />
      ))}
      {others.length > 0 && (
        <section class="more" aria-label="More charts">
          <h2>More charts</h2>
          <ul>
            {others.map(({ id, title }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={async () => {
                    await workshop.want(id);
                    focusOn(`figure[data-chart="${id}"] .scroll`);
                  }}
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
