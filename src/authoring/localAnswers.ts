import {
  type Allowed,
  type LocalName,
  type LocalNumbers,
  type LocalQuestion,
  localQuestions,
} from './localNumbers.ts';

/** What was answered: text as it was typed; empty or absent where the number is not known. */
export type LocalAnswers = Readonly<Partial<Record<LocalName, string>>>;

/** All eight numbers, and which of them somebody entered: the others are assumed. */
export interface LocalForm {
  numbers: LocalNumbers;
  entered: ReadonlySet<LocalName>;
}

/** What is taken for a question after those before it: its own range, narrowed to what fits, in numbers that can be typed. */
export function allowedFor({ allowed, fitting, whole }: LocalQuestion, before: LocalNumbers): Allowed {
  if (!fitting) return allowed;
  const fit = fitting.to(before);
  const digits = whole ? 1 : 10;
  // Rounded inwards: an end that is named has to be taken.
  const from = Math.max(allowed.from, Math.ceil(fit.from * digits - 1e-9) / digits);
  const to = Math.min(allowed.to, Math.floor(fit.to * digits + 1e-9) / digits);
  return { from, to };
}

/** The number that is taken where nobody knows it, within what is allowed. */
export function assumedFor(question: LocalQuestion, before: LocalNumbers): number {
  const { from, to } = allowedFor(question, before);
  return Math.min(to, Math.max(from, question.assumed(before)));
}

/** `1,200`: with commas between thousands, in every language of the machine. */
export function writeNumber(number: number): string {
  const [whole, part] = String(number).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** "a whole number from 1 to 500". */
export function allowedWords(question: LocalQuestion, before: LocalNumbers): string {
  const { from, to } = allowedFor(question, before);
  const range = `${question.whole ? 'a whole number' : 'a number'} from ${writeNumber(from)} to ${writeNumber(to)}`;
  const isNarrowed = from > question.allowed.from || to < question.allowed.to;
  return isNarrowed ? `${range} (${question.fitting!.because})` : range;
}

/**
 * The number of an answer as people type it: `3,000`, `£3,000`, `30%` and `37.5` are taken, a comma for the decimal point is not.
 * Otherwise what is wrong with it, as the end of a sentence: `takes …, not "abc"`.
 */
export function readAnswer(
  question: LocalQuestion,
  answer: string,
  before: LocalNumbers,
): { number: number } | { problem: string } {
  const typed = answer.trim();
  const plain = typed.replace(/^£\s*/, '').replace(/\s*%$/, '');
  const isNumber = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain);
  const number = Number(plain.replaceAll(',', ''));
  const { from, to } = allowedFor(question, before);
  if (isNumber && number >= from && number <= to && !(question.whole && !Number.isInteger(number)))
    return { number };
  return { problem: `takes ${allowedWords(question, before)}, not "${typed}"` };
}

/**
 * All eight numbers from the answers, one after another: what fits depends on those before. The first answer that cannot be used
 * ends it, with its question.
 */
export function readLocalForm(
  answers: LocalAnswers,
): LocalForm | { question: LocalQuestion; problem: string } {
  const numbers: Partial<Record<LocalName, number>> = {};
  const entered = new Set<LocalName>();
  for (const question of localQuestions) {
    const before = numbers as LocalNumbers;
    const answer = answers[question.name] ?? '';
    if (answer.trim() === '') {
      numbers[question.name] = assumedFor(question, before);
      continue;
    }
    const read = readAnswer(question, answer, before);
    if ('problem' in read) return { question, problem: read.problem };
    numbers[question.name] = read.number;
    entered.add(question.name);
  }
  return { numbers: numbers as LocalNumbers, entered };
}
