/**
 * Loaded before the program (`node --import`): counts what its main thread does to files below FAULT_UNDER, in one list that
 * is written to FAULT_JOURNAL at the end. At the operation FAULT_KILL_AT, given by its number or as it stands in the list, it
 * does half of it and kills the process outright, so that every moment between two changes of the disk can be met, however
 * short it is.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const { FAULT_UNDER: under, FAULT_JOURNAL: journal, FAULT_KILL_AT: killAt } = process.env;

const before = { ...fs };
const pathOfFile = new Map();
const operations = [];
let isInside = false;

/** What of an operation is done when the process dies in its middle; nothing of those that the system does as one. */
const halfOf = {
  writeFileSync: (path, contents) => before.writeFileSync(path, contents.slice(0, contents.length / 2)),
  writeSync: (file, bytes, offset = 0, length = bytes.length - offset, position = null) =>
    before.writeSync(file, bytes, offset, Math.floor(length / 2), position),
  rmSync: (path) => {
    const [first] =
      before.existsSync(path) && before.statSync(path).isDirectory() ? before.readdirSync(path) : [];
    if (first !== undefined) before.rmSync(join(path, first), { recursive: true });
  },
  cpSync: (from, to) => {
    if (!before.statSync(from).isDirectory()) {
      const bytes = before.readFileSync(from);
      before.writeFileSync(to, bytes.subarray(0, bytes.length / 2));
      return;
    }
    before.mkdirSync(to);
    const [first] = before.readdirSync(from);
    if (first !== undefined) before.cpSync(join(from, first), join(to, first), { recursive: true });
  },
};

/** The path that an operation is about, the last where there are two; undefined where it is none of the results. */
function pathOf([first, second]) {
  const path =
    typeof first === 'number' ? pathOfFile.get(first) : second?.startsWith?.(under) ? second : first;
  return typeof path === 'string' && path.startsWith(under) ? path : undefined;
}

const reads = (name, [, flags]) => name === 'openSync' && (flags === undefined || flags === 'r');

function watched(name) {
  return (...given) => {
    const path = isInside || reads(name, given) ? undefined : pathOf(given);
    if (path === undefined) return before[name](...given);
    const operation = `${name} ${path.slice(under.length)}`;
    operations.push(operation);
    isInside = true;
    try {
      if (killAt === operation || killAt === String(operations.length)) {
        halfOf[name]?.(...given);
        process.kill(process.pid, 'SIGKILL');
      }
      const result = before[name](...given);
      if (name === 'openSync') pathOfFile.set(result, path);
      return result;
    } finally {
      isInside = false;
    }
  };
}

if (isMainThread && under !== undefined) {
  const names = [
    'mkdirSync',
    'openSync',
    'writeSync',
    'writeFileSync',
    'ftruncateSync',
    'renameSync',
    'linkSync',
  ];
  for (const name of [...names, 'rmSync', 'rmdirSync', 'cpSync']) fs[name] = watched(name);
  syncBuiltinESMExports();
  process.on('exit', () => before.writeFileSync(journal, JSON.stringify(operations)));
}
