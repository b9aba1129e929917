import type { SittingState } from './sitting.ts';

/** Why something was refused; read out when it appears. */
export function ProblemList({ sitting }: { sitting: SittingState }) {
  const problems = sitting.problems.value;
  return (
    <div role="alert">
      {problems.length > 0 && (
        <div class="problems">
          <ul>
            {problems.map(({ about, message }) => (
              <li key={about + message}>
                {about && <b>{about}: </b>}
                {message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
