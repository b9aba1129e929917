/** A text without its colours. Help has none, so it is the text itself; stands for the package of that name. */
export default function stripAnsi(text: string): string {
  return text;
}
