import {
  allowedWords,
  assumedFor,
  type LocalAnswers,
  type LocalNumbers,
  type LocalQuestion,
  localNames,
  readLocalForm,
  writeNumber,
} from '../../../authoring/index.ts';

interface FieldProps {
  question: LocalQuestion;
  answers: LocalAnswers;
  /** What is wrong with the answer, where something is. */
  problem: string | undefined;
  onAnswer: (answer: string) => void;
}

/** One question: what it means, what is taken, and what stands for it where nobody knows. */
export function LocalField({ question, answers, problem, onAnswer }: FieldProps) {
  const { name, title, ask, unit, means } = question;
  const before = numbersBefore(question, answers);
  const id = `local-${name}`;
  return (
    <div class={`number ${problem ? 'wrong' : ''}`}>
      <label for={id}>
        {title} <span class="unit">({unit})</span>
      </label>
      <p id={`${id}-ask`}>{ask}</p>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={answers[name] ?? ''}
        placeholder={before && writeNumber(assumedFor(question, before))}
        aria-describedby={`${id}-ask ${id}-takes`}
        aria-invalid={problem !== undefined}
        onInput={({ currentTarget }) => onAnswer(currentTarget.value)}
      />
      <p id={`${id}-takes`} class="takes">
        {problem ? <strong>{problem} </strong> : before && `Takes ${allowedWords(question, before)}. `}
        Becomes {means}.
      </p>
    </div>
  );
}

/** The numbers before a question; none while one of them cannot be used. */
function numbersBefore({ name }: LocalQuestion, answers: LocalAnswers): LocalNumbers | undefined {
  const earlier = localNames.slice(0, localNames.indexOf(name));
  const form = readLocalForm(Object.fromEntries(earlier.map((one) => [one, answers[one]])));
  return 'problem' in form ? undefined : form.numbers;
}
