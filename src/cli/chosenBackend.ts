import type { OpenBackend } from '../backends/backend.ts';
import { defaultThreads, onThreads } from '../backends/threads.ts';
import type { CommandInput } from './command.ts';

/** What runs the replicates of a command, by its options. */
export function chosenBackend(input: CommandInput): { threads: number; backend: OpenBackend } {
  const threads = input.threads ?? defaultThreads();
  return { threads, backend: onThreads(threads) };
}
