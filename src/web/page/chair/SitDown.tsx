import type { Workshop } from '../state/workshop.ts';
import { ProblemList } from './ProblemList.tsx';
import type { SittingState } from './sitting.ts';

/** What awaits the student, and the button that begins it. */
export function SitDown({ workshop, sitting }: { workshop: Workshop; sitting: SittingState }) {
  const { weeks, from, hints } = sitting.asked.value;
  return (
    <section aria-labelledby="sit-down-title">
      <h2 id="sit-down-title">The caseworker’s chair</h2>
      <p>
        You take the chair of one caseworker in “{workshop.opened.value?.title}”, in week {from + 1}, and
        divide the hours of {weeks === 1 ? 'one week' : `${weeks} weeks`} among the clients and the other work
        on the desk. You see what a caseworker sees: how people look, not how they are.
      </p>
      <p>
        Afterwards the page shows to whom your time went, which kind of caseworker divides most like you, what
        others would have done with the same clients and the same luck, and what became of those who got no
        hour.
      </p>
      {hints && <p>Hints are on.</p>}
      <ProblemList sitting={sitting} />
      <div class="buttons">
        <button
          type="button"
          class="main"
          disabled={sitting.busy.value !== ''}
          onClick={() => void sitting.sitDown()}
        >
          Sit down
        </button>
      </div>
    </section>
  );
}
