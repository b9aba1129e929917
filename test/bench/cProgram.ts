import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A C program at work, as warm as the engine: it is asked for one run after the other and times the weeks itself. */
export class CProgram {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;

  constructor(path: string) {
    this.child = spawn(path);
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** Runs once on a file of columns, and returns the numbers that the program answers. */
  async run(file: string): Promise<number[]> {
    this.child.stdin.write(`${file}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`the C program ended with ${this.child.exitCode ?? this.child.signalCode}`);
    return String(value).split(' ').map(Number);
  }

  close(): void {
    this.child.stdin.end();
  }
}
