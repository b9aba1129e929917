/** What one message to a thread should hold of work: long beside the message, short for who waits for progress or interrupts. */
const millisecondsAChunk = 100;

/**
 * Work of this length is not begun before its turn: a thread that has two such pieces keeps one from another that is idle.
 * What is left of a message after it goes back: tasks may take longer than those before them.
 */
export const longMilliseconds = 400;

/**
 * How many tasks make a message, by what the last ones took. Time decides nothing else: results come in the order in
 * which they are asked for, whatever the sizes.
 */
export class ChunkSize {
  /** Tasks of the next message. */
  tasks = 1;
  /** Messages for each thread, the one that it works at included: a second one where it is short. */
  perThread = 1;

  /** Told of a message that was answered. It at most doubles, since the first tasks of a thread are slow and others vary. */
  learn(tasks: number, milliseconds: number): void {
    const wanted = Math.max(1, Math.floor((millisecondsAChunk * tasks) / Math.max(milliseconds, 0.01)));
    this.tasks = Math.min(wanted, 2 * this.tasks);
    this.perThread = milliseconds < longMilliseconds ? 2 : 1;
  }
}
