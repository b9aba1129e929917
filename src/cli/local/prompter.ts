import { createInterface } from 'node:readline/promises';

/**
 * Asks for lines one after another: of a person at a terminal, or of a file or another program. Prompts go to standard error,
 * since standard output is for data.
 */
export class Prompter {
  /** Whether Ctrl-C was pressed: no more answers come. */
  interrupted = false;
  private readonly reader = createInterface({
    input: process.stdin,
    output: process.stderr,
    terminal: process.stdin.isTTY === true && process.stderr.isTTY === true,
  });
  // Lines that come before they are asked for are kept: a pipe brings all at once.
  private readonly lines = this.reader[Symbol.asyncIterator]();

  constructor() {
    this.reader.on('SIGINT', () => {
      this.interrupted = true;
      this.reader.close();
    });
  }

  /** The next line; undefined where there is none. */
  async ask(prompt: string): Promise<string | undefined> {
    if (this.interrupted) return undefined;
    this.reader.setPrompt(prompt);
    this.reader.prompt();
    const { value, done } = await this.lines.next();
    if (!process.stdin.isTTY || done) process.stderr.write('\n');
    return done ? undefined : value;
  }

  close(): void {
    this.reader.close();
  }
}
