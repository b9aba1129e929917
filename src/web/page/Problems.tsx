import type { Refusal, Workshop } from './state/workshop.ts';
import { focusOn } from './ui/focusOn.ts';
import { Scroller } from './ui/Scroller.tsx';

/** What could not be used, and what stands on the page all the same. */
const words: Record<Refusal['of'], { title: string; several?: string; still: string }> = {
  file: {
    title: 'The file cannot be used as it is',
    several: 'The file has # problems',
    still: 'What was open before is still open.',
  },
  link: {
    title: 'What this link asks for cannot be opened',
    still: 'The page begins as it does without a link.',
  },
  settings: {
    title: 'These settings cannot be run',
    still: 'Reset goes back to the scenario as it is.',
  },
};

/** What is wrong with a file, as the command line says it; and faults of the program. */
export function Problems({ workshop }: { workshop: Workshop }) {
  const refused = workshop.refused.value;
  const fault = workshop.fault.value;
  return (
    <div role="alert">
      {refused && (
        <section class="problems" aria-label="Problems">
          <h2>{titleOf(refused)}</h2>
          <Scroller label="What is wrong, and where">
            <pre>{refused.text}</pre>
          </Scroller>
          {workshop.opened.value && <p>{stillWords(refused, workshop)}</p>}
          <button
            type="button"
            onClick={() => {
              workshop.forgetProblems();
              focusOn('#main');
            }}
          >
            Close
          </button>
        </section>
      )}
      {fault && (
        <section class="problems" aria-label="A fault of the program">
          <h2>The program failed</h2>
          <p>This is a fault of the program, not of the scenario. Please report it with these lines.</p>
          <Scroller label="What the program says">
            <pre>{fault}</pre>
          </Scroller>
        </section>
      )}
    </div>
  );
}

function stillWords({ of }: Refusal, { canUndo }: Workshop): string {
  const undo = of === 'settings' && canUndo.value ? 'Undo goes back to what was before. ' : '';
  return undo + words[of].still;
}

function titleOf({ of, problems }: Refusal): string {
  const { title, several } = words[of];
  return several && problems.length > 1 ? several.replace('#', String(problems.length)) : title;
}
