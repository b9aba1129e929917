import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../wholeFile.ts';
import { type Plan, shardsIn } from './plan.ts';
import type { TaskRecord } from './record.ts';
import { encodeShard, readHeader, readRecords, type ShardHeader } from './shard.ts';

const ending = '.shard';

/** Shards of which the records are kept in memory: results are asked for in order, and so shard by shard. */
const mostOpen = 4;

/** The results of a plan, as workers left them: files in one folder, each whole, found by the keys of their tasks. */
export class Shards {
  /** Seconds that a task took in the shard that was found last; undefined before. */
  seconds: number | undefined;
  private folder: string;
  private plan: Plan;
  private onBad: ((what: string) => void) | undefined;
  private seen = new Set<string>();
  private fileOf = new Map<string, string>();
  private open = new Map<string, Map<string, TaskRecord>>();

  /**
   * `onBad` is told of every file that is no whole shard of this plan; it is put aside, and its tasks are not there. A
   * reader that has none passes such a file over.
   */
  constructor(cluster: string, plan: Plan, onBad?: (what: string) => void) {
    this.folder = shardsIn(cluster);
    this.plan = plan;
    this.onBad = onBad;
    mkdirSync(this.folder, { recursive: true });
  }

  has(key: string): boolean {
    return this.fileOf.has(key);
  }

  /** Looks what has come since the last time. */
  scan(): void {
    for (const name of readdirSync(this.folder).sort()) {
      if (!name.endsWith(ending) || this.seen.has(name)) continue;
      const header = this.checked(name);
      if (!header) continue;
      this.seen.add(name);
      this.seconds = header.seconds;
      for (const key of header.keys) this.fileOf.set(key, name);
    }
  }

  /** What came of a task that is there; undefined where its file was spoilt since it was found. */
  read(key: string): TaskRecord | undefined {
    const name = this.fileOf.get(key);
    if (name === undefined) return undefined;
    let records = this.open.get(name);
    if (!records) {
      const header = this.checked(name);
      if (!header) {
        this.seen.delete(name);
        for (const [other, file] of this.fileOf) if (file === name) this.fileOf.delete(other);
        return undefined;
      }
      const read = readRecords(readFileSync(join(this.folder, name)));
      records = new Map(read.map((record) => [record.key, record]));
      this.open.set(name, records);
      if (this.open.size > mostOpen) this.open.delete(this.open.keys().next().value!);
    }
    return records.get(key);
  }

  /** Writes records as one file, named by the first of their keys and their number. */
  write(records: readonly TaskRecord[], seconds: number): void {
    const { program, study } = this.plan;
    const name = `${records[0].key}-${records.length}${ending}`;
    writeWhole(join(this.folder, name), encodeShard({ program, study, seconds }, records));
  }

  /** The header of a sound shard of this plan; any other file is put aside and told of. */
  private checked(name: string): ShardHeader | undefined {
    const path = join(this.folder, name);
    const header = readHeader(readFileSync(path));
    const { program, study } = this.plan;
    const why = !header
      ? 'is no whole shard'
      : header.study !== study
        ? 'belongs to other work'
        : header.program.version !== program.version || header.program.build !== program.build
          ? 'was made by another build of the program'
          : undefined;
    if (why === undefined) return header;
    if (!this.onBad) return undefined;
    renameSync(path, `${path}.bad`);
    this.onBad(`${path} ${why}: it is put aside, and its tasks are done again.`);
    return undefined;
  }
}
