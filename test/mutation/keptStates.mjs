import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What came of mutants so far, by commit, in the cache of the packages: a stop loses only what was being run. Of code that
 * was changed since the commit nothing is kept. Trials of one commit share states, and each has its own minutes.
 */
export class KeptStates {
  constructor(root, commit, changed, trial) {
    this.file = changed
      ? undefined
      : join(root, 'node_modules/.cache/streetlevel/mutation', `${commit}.json`);
    this.states = this.file && existsSync(this.file) ? JSON.parse(readFileSync(this.file, 'utf8')) : {};
    this.trial = trial;
    this.before = this.states.minutes?.[trial] ?? 0;
    this.since = Date.now();
  }

  /** Of this go and those that it takes up. */
  get minutes() {
    return this.before + (Date.now() - this.since) / 60_000;
  }

  get(tests, key) {
    return this.states[tests]?.[key];
  }

  set(tests, key, state) {
    this.states[tests] ??= {};
    this.states[tests][key] = state;
  }

  write() {
    if (this.file === undefined) return;
    this.states.minutes = { ...this.states.minutes, [this.trial]: this.minutes };
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify(this.states));
  }
}
