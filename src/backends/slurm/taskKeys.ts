import { createHash } from 'node:crypto';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import type { WorkerTask } from '../workerTask.ts';
import type { Program } from './program.ts';

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

/**
 * Names tasks by what they ask: two have one key only where program, texts, settings, options and replicate are the same,
 * and so their results. Texts, which many tasks share, are hashed once.
 */
export class TaskKeys {
  private program: Program;
  private texts = new WeakMap<ScenarioBundle['extended'], Map<string, string>>();

  constructor(program: Program) {
    this.program = program;
  }

  of({ bundle, options, replicate }: WorkerTask): string {
    const { references, clientTable, designs, yardsticks } = options;
    const { version, build } = this.program;
    return hashOf([
      [version, build],
      this.ofTexts(bundle),
      bundle.set,
      [references, clientTable, designs ?? null, yardsticks ?? null],
      replicate,
    ]);
  }

  /** Of the scenario without its settings. */
  ofTexts({ file, text, extended }: ScenarioBundle): string {
    const known = this.texts.get(extended) ?? new Map<string, string>();
    this.texts.set(extended, known);
    const name = `${file}\0${text}`;
    const hash = known.get(name) ?? hashOf([file, text, extended]);
    known.set(name, hash);
    return hash;
  }
}
