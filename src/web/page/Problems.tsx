import type { Workshop } from './state/workshop.ts';
import { focusOn } from './ui/focusOn.ts';
import { Scroller } from './ui/Scroller.tsx';

/** What is wrong with a file, as the command line says it; and faults of the program. */
export function Problems({ workshop }: { workshop: Workshop }) {
  const refused = workshop.refused.value;
  const fault = workshop.fault.value;
  return (
    <div role="alert">
      {refused && (
        <section class="problems" aria-label="Problems of the file">
          <h2>
            {refused.problems.length > 1
              ? `The file has ${refused.problems.length} problems`
              : 'The file cannot be used as it is'}
          </h2>
          <Scroller label="What is wrong, and where">
            <pre>{refused.text}</pre>
          </Scroller>
          {workshop.opened.value && <p>What was open before is still open.</p>}
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
