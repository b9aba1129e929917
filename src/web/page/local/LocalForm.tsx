import { useSignal } from '@preact/signals';
import {
  checksOf,
  type LocalAnswers,
  type LocalName,
  localQuestions,
  localScenario,
  localSums,
  readLocalForm,
} from '../../../authoring/index.ts';
import type { Workshop } from '../state/workshop.ts';
import { download } from '../ui/download.ts';
import { focusOn } from '../ui/focusOn.ts';
import { LocalField } from './LocalField.tsx';

/** What the scenario of a form is called. */
const FILE = 'our-numbers.yaml';

/** Eight numbers of a room's own service, from which a scenario is written and opened: the same as `init --ask` writes. */
export function LocalForm({ workshop }: { workshop: Workshop }) {
  const answers = useSignal<LocalAnswers>({});
  const made = useSignal<{ text: string; checks: string[] } | undefined>(undefined);
  const wrong = useSignal<{ name: LocalName; words: string } | undefined>(undefined);
  const source = workshop.draft.value?.source;
  // What was said of the scenario of the form is not said of another that is opened after it.
  const shown = source && 'text' in source && source.text === made.value?.text ? made.value : undefined;
  const open = async (event: Event) => {
    event.preventDefault();
    const form = readLocalForm(answers.value);
    if ('problem' in form) {
      const { name, title } = form.question;
      wrong.value = { name, words: `${title} ${form.problem}.` };
      made.value = undefined;
      focusOn(`#local-${name}`);
      return;
    }
    wrong.value = undefined;
    const text = localScenario(form);
    made.value = { text, checks: checksOf(form.numbers, localSums(form.numbers)) };
    await workshop.choose({ file: FILE, text, extended: {} });
  };
  return (
    <details class="local">
      <summary>New from eight local numbers</summary>
      <form onSubmit={open} noValidate>
        <p>
          What you leave empty is taken as it stands in grey, and the scenario calls it assumed. All else in
          it is assumed too, with reasons.
        </p>
        <div class="numbers">
          {localQuestions.map((question) => (
            <LocalField
              key={question.name}
              question={question}
              answers={answers.value}
              problem={wrong.value?.name === question.name ? wrong.value.words : undefined}
              onAnswer={(answer) => {
                answers.value = { ...answers.value, [question.name]: answer };
              }}
            />
          ))}
        </div>
        <div class="buttons">
          <button type="submit">Open as a scenario</button>
          {shown && (
            <button type="button" onClick={() => download(FILE, shown.text, 'application/yaml')}>
              Save the file
            </button>
          )}
        </div>
        <div role="status">
          {shown && (
            <>
              {shown.checks.map((check) => (
                <p key={check}>{check}</p>
              ))}
              <p>The scenario is open below. Save its file to keep it, or copy the link.</p>
            </>
          )}
        </div>
      </form>
    </details>
  );
}
