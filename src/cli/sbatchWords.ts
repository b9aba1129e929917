import { UsageError } from './usageError.ts';

/** What the program says itself, and cannot work where somebody else does. */
const ours = /^(?:--(?:array|wait|wrap|output|error|parsable|test-only|chdir)(?:=|$)|-[aWoeD])/;

/** The words of `--slurm-options`, taken apart as a shell would: at spaces, but for what stands in quotes. */
export function sbatchWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g))
    words.push(word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
  const taken = words.find((word) => ours.test(word));
  if (taken !== undefined)
    throw new UsageError(`--slurm-options cannot hold ${taken}: the program says that itself.`);
  const [first] = words;
  if (first !== undefined && !first.startsWith('-'))
    throw new UsageError(
      `--slurm-options takes options of sbatch, such as '--partition=main --time=01:00:00', not "${first}".`,
    );
  return words;
}
