import { useSignal } from '@preact/signals';
import type { ForecastQuestion } from '../../engine/protocol.ts';
import type { Workshop } from '../state/workshop.ts';
import { focusOn } from '../ui/focusOn.ts';

/** Asks for a forecast before numbers and charts are shown; whoever does not want to can pass. */
export function ForecastForm({ workshop }: { workshop: Workshop }) {
  const answer = workshop.answer.value;
  const chosen = useSignal<Readonly<Record<string, string>>>({});
  if (!answer || workshop.outdated.value) {
    const words = workshop.busy.value
      ? 'The questions are on their way.'
      : 'These settings leave nothing to forecast.';
    return <p role="status">{words}</p>;
  }
  const give = (event: Event) => {
    event.preventDefault();
    workshop.giveForecast(chosen.value);
    focusOn('#forecast-result-title');
  };
  return (
    <form class="forecast" onSubmit={give} aria-labelledby="forecast-title">
      <h2 id="forecast-title">First your forecast</h2>
      <p>The numbers are shown when you have said what you expect. No answer leaves this page.</p>
      {answer.forecasts.map(({ id, ask, options }) => (
        <fieldset key={id}>
          <legend>{ask}</legend>
          {options.map((option) => (
            <label key={option.id} class="option">
              <input
                type="radio"
                name={id}
                value={option.id}
                checked={chosen.value[id] === option.id}
                onChange={() => (chosen.value = { ...chosen.value, [id]: option.id })}
              />
              {option.title}
            </label>
          ))}
        </fieldset>
      ))}
      <div class="buttons">
        <button type="submit" disabled={Object.keys(chosen.value).length === 0}>
          Show the result
        </button>
        <button
          type="button"
          onClick={() => {
            workshop.giveForecast({});
            focusOn('#findings-title');
          }}
        >
          Show it without a forecast
        </button>
      </div>
    </form>
  );
}

/** The forecast beside what came out, as numbers come in. */
export function ForecastResult({ workshop }: { workshop: Workshop }) {
  const answer = workshop.answer.value;
  const given = workshop.forecast.value;
  if (!answer || !given || workshop.outdated.value) return null;
  const asked = answer.forecasts.filter(({ id }) => id in given);
  if (asked.length === 0) return null;
  const right = asked.filter(({ id, came }) => given[id] === came).length;
  return (
    <section class="forecast" aria-labelledby="forecast-result-title">
      <h2 id="forecast-result-title" tabIndex={-1}>
        Your forecast and the result
      </h2>
      <p role="status">
        {right} of {asked.length} came out as you said{answer.replicates < answer.of ? ', so far' : ''}.
      </p>
      <dl>
        {asked.map((question) => (
          <OneResult key={question.id} question={question} said={given[question.id]} />
        ))}
      </dl>
    </section>
  );
}

function OneResult({
  question: { ask, options, came, figures },
  said,
}: {
  question: ForecastQuestion;
  said: string;
}) {
  const title = (id: string) => options.find((option) => option.id === id)?.title ?? id;
  return (
    <>
      <dt>{ask}</dt>
      <dd>
        {said === came
          ? `✓ As you said: ${title(came)}.`
          : `✗ You said: ${title(said)}. It came out: ${title(came)}.`}{' '}
        <span class="against">{figures}</span>
      </dd>
    </>
  );
}
