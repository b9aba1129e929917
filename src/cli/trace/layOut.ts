import type { ToldTrace } from '../../words/trace/index.ts';
import wrapAnsi from '../plainText/wrapAnsi.ts';

const WIDEST = 100;
const NARROWEST = 50;

/** A trace for a terminal: labels in a column of their own, text beside them, no line wider than the terminal or 100. */
export function layOut(
  { head, parts }: ToldTrace,
  isShort: boolean,
  columns = process.stdout.columns,
): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns ?? WIDEST));
  const labels = Math.max(0, ...parts.map(({ label }) => label.length)) + 2;
  const told = parts.map(({ label, text }) => {
    const lines = text.flatMap((paragraph) => wrapAnsi(paragraph, width - labels).split('\n'));
    return lines.map((line, at) => `${(at === 0 ? label : '').padEnd(labels)}${line}`).join('\n');
  });
  const foot = isShort
    ? 'Weeks are counted from 1; quiet ones are told together. All of them: --all, some: --weeks 12-20, all numbers: --json.'
    : 'Weeks are counted from 1. All numbers: --json.';
  return [...head, ...told, foot]
    .map((block, at) =>
      at >= head.length && at < head.length + told.length ? block : wrapAnsi(block, width),
    )
    .join('\n\n');
}
